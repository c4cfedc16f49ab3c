import { formatDate, formatLongDate, formatWeekdayDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import { formatMoney, type Money } from '@/lib/kernel/money';
import type { LocalDate } from '@/lib/kernel/time';
import { nameInText } from '@/lib/kernel/name-in-text';
import { action, facts, heading, list, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutPlace, type AboutPlace } from './to-applicant';

export interface OfferLetterProps extends AboutPlace {
  /** The last day of answer; the whole of it counts. */
  readonly respondBy: LocalDate;
  /** First and last day of each gathering, in order. */
  readonly gatherings: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** Where they are held. */
  readonly place: string;
  readonly ordinaryPrice: Money;
  readonly earlyBirdPrice: Money;
  readonly earlyBirdPlaces: number;
  readonly earlyBirdPlacesLeft: number;
  /** The way to the slip, with `{{secret}}` where the link's secret goes. */
  readonly link: string;
}

interface Words {
  readonly subject: (programme: string) => string;
  readonly what: (programme: string, cohort: string) => string;
  readonly answer: (date: string) => string;
  readonly button: string;
  readonly binding: string;
  readonly personal: string;
  readonly silence: (date: string) => string;
  readonly decline: string;
  readonly when: string;
  readonly gathering: (number: number, from: string, to: string) => string;
  readonly where: (place: string) => string;
  readonly price: string;
  readonly early: (price: string, places: number, left: number, ordinary: string) => string;
  readonly plain: (ordinary: string) => string;
  readonly fixed: string;
  readonly reference: string;
  readonly respondBy: string;
}

const words: Localized<Words> = {
  nb: {
    subject: (programme) => `Du har fått plass på ${programme}`,
    what: (programme, cohort) =>
      `Du har fått tilbud om plass på ${programme}, kull ${cohort}. Plassen er din når du har sendt skjemaet for bindende påmelding.`,
    answer: (date) => `Svar senest ${date}. Hele den dagen er med.`,
    button: 'Les og svar på tilbudet',
    binding:
      'Når du sender skjemaet, forplikter du deg til å delta på hele utdanningen og til at deltakeravgiften blir betalt, av deg eller av arbeidsgiveren din.',
    personal: 'Lenken er personlig. Den som har den, kan svare for deg, så ikke send den videre.',
    silence: (date) =>
      `Svarer du ikke innen ${date}, faller tilbudet bort, og plassen kan gå til den neste på ventelisten.`,
    decline: 'Vil du ikke ha plassen? Takk nei samme sted, så får en annen den raskere.',
    when: 'Når og hvor',
    gathering: (number, from, to) => `Samling ${number}: ${from === to ? from : `${from}–${to}`}`,
    where: (place) => `Sted: ${place}.`,
    price: 'Hva det koster',
    early: (price, places, left, ordinary) =>
      `De ${places} første som sender bindende påmelding, betaler ${price}. Da vi sendte dette brevet, var ${left} av disse plassene igjen. Alle andre betaler ${ordinary}.`,
    plain: (ordinary) => `Prisen er ${ordinary}.`,
    fixed:
      'Skjemaet viser prisen som gjelder akkurat da. Du blir aldri bundet til en annen pris enn den du har sett.',
    reference: 'Referanse',
    respondBy: 'Svarfrist',
  },
  nn: {
    subject: (programme) => `Du har fått plass på ${programme}`,
    what: (programme, cohort) =>
      `Du har fått tilbod om plass på ${programme}, kull ${cohort}. Plassen er din når du har sendt skjemaet for bindande påmelding.`,
    answer: (date) => `Svar seinast ${date}. Heile den dagen er med.`,
    button: 'Les og svar på tilbodet',
    binding:
      'Når du sender skjemaet, forpliktar du deg til å vere med på heile utdanninga og til at deltakaravgifta blir betalt, av deg eller av arbeidsgivaren din.',
    personal: 'Lenkja er personleg. Den som har ho, kan svare for deg, så ikkje send ho vidare.',
    silence: (date) =>
      `Svarar du ikkje innan ${date}, fell tilbodet bort, og plassen kan gå til den neste på ventelista.`,
    decline: 'Vil du ikkje ha plassen? Takk nei same staden, så får ein annan han raskare.',
    when: 'Når og kvar',
    gathering: (number, from, to) => `Samling ${number}: ${from === to ? from : `${from}–${to}`}`,
    where: (place) => `Stad: ${place}.`,
    price: 'Kva det kostar',
    early: (price, places, left, ordinary) =>
      `Dei ${places} første som sender bindande påmelding, betaler ${price}. Då vi sende dette brevet, var ${left} av desse plassane igjen. Alle andre betaler ${ordinary}.`,
    plain: (ordinary) => `Prisen er ${ordinary}.`,
    fixed:
      'Skjemaet viser prisen som gjeld akkurat då. Du blir aldri bunden til ein annan pris enn den du har sett.',
    reference: 'Referanse',
    respondBy: 'Svarfrist',
  },
  en: {
    subject: (programme) => `You have been offered a place on ${programme}`,
    what: (programme, cohort) =>
      `You have been offered a place on ${programme}, cohort ${cohort}. The place is yours once you have sent the form for binding enrollment.`,
    answer: (date) => `Answer by ${date}. The whole of that day counts.`,
    button: 'Read and answer the offer',
    binding:
      'Sending the form commits you to attend the whole programme, and to the fee being paid by you or by your employer.',
    personal: 'The link is personal. Whoever has it can answer for you, so do not share it.',
    silence: (date) =>
      `If you have not answered by ${date}, the offer lapses and the place may go to the next person on the waiting list.`,
    decline: 'Do you not want the place? Decline it there too, and somebody else gets it sooner.',
    when: 'When and where',
    gathering: (number, from, to) =>
      `Gathering ${number}: ${from === to ? from : `${from} to ${to}`}`,
    where: (place) => `Place: ${place}.`,
    price: 'What it costs',
    early: (price, places, left, ordinary) =>
      `The first ${places} to send their binding enrollment pay ${price}. When we sent this letter, ${left} of those places ${left === 1 ? 'was' : 'were'} left. Everybody else pays ${ordinary}.`,
    plain: (ordinary) => `The price is ${ordinary}.`,
    fixed:
      'The form shows the price that applies at that moment. You are never bound to a price that you have not seen.',
    reference: 'Reference',
    respondBy: 'Answer by',
  },
};

/** Tells an applicant of the place they have been offered, and how to take it. */
export function offerLetter(locale: Locale, props: OfferLetterProps): Promise<RenderedLetter> {
  const say = words[locale];
  const programme = nameInText(props.programme, locale);
  const day = (date: LocalDate) =>
    locale === 'en' ? formatLongDate(date, locale) : formatDate(date);
  const respondBy = formatWeekdayDate(props.respondBy, locale);
  const ordinary = formatMoney(props.ordinaryPrice, locale);
  const early = formatMoney(props.earlyBirdPrice, locale);
  return letterAboutPlace(locale, props, {
    subject: say.subject(programme),
    station: 'answer',
    blocks: [
      paragraph(say.what(programme, props.cohort)),
      paragraph(say.answer(respondBy)),
      action(say.button, props.link),
      paragraph(say.binding),
      paragraph(say.personal),
      paragraph(say.silence(respondBy)),
      paragraph(say.decline),
      heading(say.price),
      paragraph(
        props.earlyBirdPlacesLeft > 0
          ? say.early(early, props.earlyBirdPlaces, props.earlyBirdPlacesLeft, ordinary)
          : say.plain(ordinary),
      ),
      paragraph(say.fixed),
      heading(say.when),
      list(props.gatherings.map(({ from, to }, at) => say.gathering(at + 1, day(from), day(to)))),
      paragraph(say.where(props.place)),
      facts([say.reference, props.reference], [say.respondBy, day(props.respondBy)]),
    ],
  });
}
