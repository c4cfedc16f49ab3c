import type { Locale, Localized } from '@/lib/kernel/locale';
import { action, paragraph } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

export interface SignInLetterProps {
  /** The link with the placeholder of its secret. */
  readonly link: string;
  readonly installation: string;
}

const texts: Localized<{
  readonly subject: (installation: string) => string;
  readonly lead: string;
  readonly button: string;
  readonly validity: string;
  readonly notYou: string;
}> = {
  nb: {
    subject: (installation) => `Lenke for å logge inn i ${installation}`,
    lead: 'Du har bedt om å logge inn. Åpne lenken, og bekreft på siden som åpner seg.',
    button: 'Logg inn',
    validity: 'Lenken virker i ti minutter, og bare én gang.',
    notYou:
      'Har du ikke bedt om dette? Da kan du se bort fra brevet. Ingen kommer inn uten lenken.',
  },
  nn: {
    subject: (installation) => `Lenkje for å logge inn i ${installation}`,
    lead: 'Du har bede om å logge inn. Opne lenkja, og stadfest på sida som opnar seg.',
    button: 'Logg inn',
    validity: 'Lenkja verkar i ti minutt, og berre éin gong.',
    notYou:
      'Har du ikkje bede om dette? Då kan du sjå bort frå brevet. Ingen kjem inn utan lenkja.',
  },
  en: {
    subject: (installation) => `Your link to sign in to ${installation}`,
    lead: 'You have asked to sign in. Open the link, and confirm on the page that opens.',
    button: 'Sign in',
    validity: 'The link works for ten minutes, and only once.',
    notYou:
      'Did you not ask for this? Then you can ignore this e-mail. Nobody gets in without the link.',
  },
};

/** The letter with the link to sign in: short, and the same for everybody. */
export function signInLetter(locale: Locale, props: SignInLetterProps): Promise<RenderedLetter> {
  const words = texts[locale];
  return renderLetter(locale, {
    installation: props.installation,
    subject: words.subject(props.installation),
    blocks: [
      paragraph(words.lead),
      action(words.button, props.link),
      paragraph(words.validity),
      paragraph(words.notYou),
    ],
  });
}
