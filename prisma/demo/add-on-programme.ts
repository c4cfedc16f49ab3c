import type { NewProgramme } from '@/lib/programme/store';
import { recoveryProgramme } from './recovery-programme';

/** The second programme: the add-on year, the second half of the two-year education. */
export const addOnProgramme: NewProgramme = {
  slug: 'bet-pabygging',
  mailbox: 'bet-pabygging@helsetrust.example',
  contactPhone: '00 00 00 00',
  texts: {
    name: {
      nb: 'BET-påbyggingsåret',
      nn: 'BET-påbyggingsåret',
      en: 'The BET Add-on Year',
    },
    heldBy: recoveryProgramme.texts.heldBy,
    summary: {
      nb: 'Andre halvdel av den toårige BET-utdanningen, for deg som har fullført et år med KYR og vil videre som terapeut eller veileder.',
      nn: 'Andre halvdel av den toårige BET-utdanninga, for deg som har fullført eit år med KYR og vil vidare som terapeut eller rettleiar.',
      en: 'The second half of the two-year BET programme, for people who have completed a year of KYR and want to go on as a therapist or a supervisor.',
    },
    about: {
      nb: [
        'Påbyggingsåret går dypere i basal eksponeringsterapi. Du arbeider med dine egne pasientforløp, og tar dem med til veiledning på hver samling.',
        'Arbeidsformen er den samme som i det første året: øving, rollespill, video og reflekterende team, og utprøving på jobben mellom samlingene.',
      ],
      nn: [
        'Påbyggingsåret går djupare i basal eksponeringsterapi. Du arbeider med dine eigne pasientforløp, og tek dei med til rettleiing på kvar samling.',
        'Arbeidsforma er den same som i det første året: øving, rollespel, video og reflekterande team, og utprøving på jobben mellom samlingane.',
      ],
      en: [
        'The add-on year goes deeper into basal exposure therapy. You work with courses of treatment of your own, and bring them to supervision at every gathering.',
        'You work in the same way as in the first year: practice, role play, video and reflecting team, and trying things out at work between gatherings.',
      ],
    },
    aims: {
      nb: [
        'lede et BET-forløp fra første samtale til avslutning',
        'veilede kolleger i KYR',
        'vise fagfeller arbeidet ditt, og bli vurdert av dem',
      ],
      nn: [
        'leie eit BET-forløp frå første samtale til avslutning',
        'rettleie kollegaer i KYR',
        'vise fagfellar arbeidet ditt, og bli vurdert av dei',
      ],
      en: [
        'lead a course of BET treatment from the first conversation to the last',
        'supervise colleagues in KYR',
        'show your work to peers, and be reviewed by them',
      ],
    },
    themes: {
      nb: [
        'Eksponering for det som er mest fryktet',
        'Formulering av eksistensiell frykt',
        'Veiledning på egne forløp',
        'Å veilede andre',
        'Fagfellevurdering',
        'Iverksetting i egen enhet',
      ],
      nn: [
        'Eksponering for det som er mest frykta',
        'Formulering av eksistensiell frykt',
        'Rettleiing på eigne forløp',
        'Å rettleie andre',
        'Fagfellevurdering',
        'Iverksetjing i eiga eining',
      ],
      en: [
        'Exposure to what is feared the most',
        'Putting existential fear into words',
        'Supervision on your own courses of treatment',
        'Supervising others',
        'Peer review',
        'Implementation in your own unit',
      ],
    },
    conditions: recoveryProgramme.texts.conditions,
    recognition: {
      nb: [
        'Fullført påbyggingsår teller mot fagfellevurdert BET-terapeut og BET-veileder. Du får en bekreftelse på timene, som du kan bruke når du søker fagforbundet ditt om godkjenning.',
      ],
      nn: [
        'Fullført påbyggingsår tel mot fagfellevurdert BET-terapeut og BET-rettleiar. Du får ei stadfesting på timane, som du kan bruke når du søkjer fagforbundet ditt om godkjenning.',
      ],
      en: [
        'A completed add-on year counts towards becoming a peer-reviewed BET therapist and BET supervisor. You get a confirmation of hours that you can use when you apply to your union for approval.',
      ],
    },
    wayOn: {
      nb: [
        'Etter året kan du bli vurdert av fagfeller som BET-terapeut, og senere som BET-veileder.',
      ],
      nn: [
        'Etter året kan du bli vurdert av fagfellar som BET-terapeut, og seinare som BET-rettleiar.',
      ],
      en: [
        'After the year you can be reviewed by peers as a BET therapist, and later as a BET supervisor.',
      ],
    },
  },
  categories: recoveryProgramme.categories,
};
