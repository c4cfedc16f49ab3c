import type { Place } from '@/lib/programme/rules/programme-texts';
import type { NewProgramme } from '@/lib/programme/store';

/** Where both programmes are taught. */
export const fyrhuset: Place = {
  name: {
    nb: 'Fyrhuset, Åsgård i Tromsø',
    nn: 'Fyrhuset, Åsgård i Tromsø',
    en: 'Fyrhuset, Åsgård, Tromsø',
  },
  address: 'Fyrhuset, Åsgård, Tromsø',
  directions: {
    nb: 'Fyrhuset ligger på Åsgård, to kilometer vest for sentrum i Tromsø.',
    nn: 'Fyrhuset ligg på Åsgård, to kilometer vest for sentrum i Tromsø.',
    en: 'Fyrhuset is at Åsgård, two kilometres west of the centre of Tromsø.',
  },
  lodging: {
    nb: 'Det er ikke overnatting på stedet. Du ordner selv reise og overnatting.',
    nn: 'Det er ikkje overnatting på staden. Du ordnar sjølv reise og overnatting.',
    en: 'There is no accommodation on site. You arrange your own travel and accommodation.',
  },
};

/** The first programme: one year, for people who work in mental health care and neighbouring services. */
export const recoveryProgramme: NewProgramme = {
  slug: 'bet-recovery',
  mailbox: 'bet@helsetrust.example',
  contactPhone: '00 00 00 00',
  texts: {
    name: {
      nb: 'BET-Recoveryutdanningen',
      nn: 'BET-Recoveryutdanninga',
      en: 'The BET Recovery Programme',
    },
    heldBy: {
      nb: 'to helseforetak sammen, ved BET-seksjonen i Vestre Viken',
      nn: 'to helseføretak saman, ved BET-seksjonen i Vestre Viken',
      en: 'two health trusts together, through the BET section of Vestre Viken',
    },
    summary: {
      nb: 'Ett år for deg som jobber i psykisk helsevern eller en nærliggende tjeneste, og vil møte pasienter slik at de tar mer av styringen selv.',
      nn: 'Eitt år for deg som arbeider i psykisk helsevern eller ei nærliggjande teneste, og vil møte pasientar slik at dei tek meir av styringa sjølve.',
      en: 'One year for people who work in mental health care or a neighbouring service, and want to meet patients in a way that leaves them more in charge.',
    },
    about: {
      nb: [
        'Utdanningen bygger på basal eksponeringsterapi (BET) og komplementær ytre regulering (KYR). KYR er en recovery-orientert måte å samhandle på: Vi som hjelper, trekker oss tilbake der pasienten kan selv, og er tydelig til stede der det trengs.',
        'Du lærer ved å gjøre. Vi øver på ferdigheter, viser hverandre, spiller roller, ser på video og bruker reflekterende team. Mellom samlingene prøver du det ut på jobben din, leser litteratur vi anbefaler, og tar erfaringene med tilbake.',
      ],
      nn: [
        'Utdanninga byggjer på basal eksponeringsterapi (BET) og komplementær ytre regulering (KYR). KYR er ein recovery-orientert måte å samhandle på: Vi som hjelper, trekkjer oss tilbake der pasienten kan sjølv, og er tydeleg til stades der det trengst.',
        'Du lærer ved å gjere. Vi øver på ferdigheiter, viser kvarandre, spelar roller, ser på video og bruker reflekterande team. Mellom samlingane prøver du det ut på jobben din, les litteratur vi tilrår, og tek med deg erfaringane tilbake.',
      ],
      en: [
        'The programme is based on basal exposure therapy (BET) and complementary external regulation (KYR, by its Norwegian initials). KYR is a recovery-oriented way of interacting: those who help step back where patients can manage by themselves, and are clearly present where they are needed.',
        'You learn by doing. We practise skills, show each other, do role play, watch video and use a reflecting team. Between gatherings you try things out at work, read what we recommend, and bring your experience back.',
      ],
    },
    aims: {
      nb: [
        'bruke KYR som felles utgangspunkt i arbeidet',
        'forebygge og snu samhandling som skyver pasienten ut',
        'planlegge behandling som har et mål og virker',
        'hjelpe kolleger og leder med å ta i bruk kunnskapsbaserte metoder',
        'bidra til å sette helsepolitikken ut i livet, som mindre bruk av tvang',
      ],
      nn: [
        'bruke KYR som felles utgangspunkt i arbeidet',
        'førebyggje og snu samhandling som skuvar pasienten ut',
        'planleggje behandling som har eit mål og verkar',
        'hjelpe kollegaer og leiar med å ta i bruk kunnskapsbaserte metodar',
        'medverke til å setje helsepolitikken ut i livet, som mindre bruk av tvang',
      ],
      en: [
        'use KYR as the common ground of your work',
        'prevent and reverse interaction that pushes patients aside',
        'plan treatment that has an aim and an effect',
        'help colleagues and managers take up knowledge-based methods',
        'help put health policy into practice, such as less use of coercion',
      ],
    },
    themes: {
      nb: [
        'Recovery-orientert behandling som fremmer autonomi',
        'Å bygge opp en slik praksis der du jobber',
        'Systemteori og kybernetikk',
        'KYR som grunnlag, og hva vi vet om virkningen',
        'Eksistensialisme som holdning',
        'Den dynamiske modningsmodellen',
        'Ferdigheter som får fram ressurser',
        'Fare for liv og helse',
        'Å forebygge farlige situasjoner og roe dem ned',
        'Validering som kjerne i samtalen',
        'Behandlingskjeder, systemarbeid og iverksetting',
        'Samordning på tvers av tjenester og nivåer',
        'Reflekterende team og veiledning mellom kolleger',
        'Evaluering med vekt på løsninger og på problemer',
      ],
      nn: [
        'Recovery-orientert behandling som fremjar autonomi',
        'Å byggje opp ein slik praksis der du arbeider',
        'Systemteori og kybernetikk',
        'KYR som grunnlag, og kva vi veit om verknaden',
        'Eksistensialisme som haldning',
        'Den dynamiske mogningsmodellen',
        'Ferdigheiter som får fram ressursar',
        'Fare for liv og helse',
        'Å førebyggje farlege situasjonar og roe dei ned',
        'Validering som kjerne i samtalen',
        'Behandlingskjeder, systemarbeid og iverksetjing',
        'Samordning på tvers av tenester og nivå',
        'Reflekterande team og rettleiing mellom kollegaer',
        'Evaluering med vekt på løysingar og på problem',
      ],
      en: [
        'Recovery-oriented treatment that promotes autonomy',
        'Building up such a practice where you work',
        'Systems theory and cybernetics',
        'KYR as the foundation, and what we know about its effect',
        'Existentialism as an attitude',
        'The dynamic-maturational model',
        'Skills that mobilise resources',
        'Risk to life and health',
        'Preventing dangerous situations, and de-escalating them',
        'Validation as the core of the conversation',
        'Treatment pathways, system work and implementation',
        'Coordination across services and levels',
        'Reflecting teams and peer supervision',
        'Solution-focused and problem-focused evaluation',
      ],
    },
    conditions: {
      nb: [
        'Du leser fagtekster på engelsk.',
        'Du blir med på rollespill.',
        'Du blir med på opptak av video, som bare brukes i undervisningen.',
      ],
      nn: [
        'Du les fagtekstar på engelsk.',
        'Du blir med på rollespel.',
        'Du blir med på opptak av video, som berre blir brukt i undervisninga.',
      ],
      en: [
        'You read professional literature in English.',
        'You take part in role play.',
        'You take part in video recordings, which are used only in the teaching.',
      ],
    },
    recognition: {
      nb: [
        'Fullført år gir fagfellegodkjenning i området teamarbeid i Dynamisk Kompetanseplan. Vi legger mest vekt på fire av planens fem områder: kommunikasjon, forståelse og håndtering, å være del av et team, og undervisning og veiledning.',
        'Fagforbundet ditt kan godkjenne timene som videre- eller etterutdanning. Du søker forbundet selv, og får en bekreftelse på timene fra oss.',
      ],
      nn: [
        'Fullført år gir fagfellegodkjenning i området teamarbeid i Dynamisk Kompetanseplan. Vi legg mest vekt på fire av dei fem områda i planen: kommunikasjon, forståing og handtering, å vere del av eit team, og undervisning og rettleiing.',
        'Fagforbundet ditt kan godkjenne timane som vidare- eller etterutdanning. Du søkjer forbundet sjølv, og får ei stadfesting på timane frå oss.',
      ],
      en: [
        'A completed year gives peer approval in the area of team work in the Dynamic Competence Plan. We put most weight on four of its five areas: communication, understanding and management, being a team member, and teaching and supervision.',
        'Your union may accept the hours as further or continuing education. You apply to the union yourself, with a confirmation of hours from us.',
      ],
    },
    wayOn: {
      nb: [
        'Året er første halvdel av den toårige nasjonale BET-utdanningen. Etterpå kan du gå rett til andre halvdel, som fører fram til fagfellevurdert BET-terapeut og BET-veileder. Når mange nok vil, holder vi et påbyggingsår i Tromsø.',
      ],
      nn: [
        'Året er første halvdel av den toårige nasjonale BET-utdanninga. Etterpå kan du gå rett til andre halvdel, som fører fram til fagfellevurdert BET-terapeut og BET-rettleiar. Når mange nok vil, held vi eit påbyggingsår i Tromsø.',
      ],
      en: [
        'The year is the first half of the two-year national BET training. After it you can go straight to the second half, which leads to peer-reviewed BET therapist and BET supervisor. When enough people want it, we hold an add-on year in Tromsø.',
      ],
    },
  },
  categories: [
    {
      number: 1,
      requirement: 'profession',
      minimumFteYears: null,
      name: {
        nb: 'Psykolog eller lege i psykiatri',
        nn: 'Psykolog eller lege i psykiatri',
        en: 'Psychologist or physician in psychiatry',
      },
      description: {
        nb: 'Du er psykolog, psykologspesialist, lege i spesialisering i psykiatri eller psykiater.',
        nn: 'Du er psykolog, psykologspesialist, lege i spesialisering i psykiatri eller psykiater.',
        en: 'You are a psychologist, a specialist psychologist, a physician specialising in psychiatry, or a psychiatrist.',
      },
    },
    {
      number: 2,
      requirement: 'profession',
      minimumFteYears: null,
      name: {
        nb: 'Sykepleier, vernepleier, fysioterapeut eller ergoterapeut',
        nn: 'Sjukepleiar, vernepleiar, fysioterapeut eller ergoterapeut',
        en: 'Nurse, social educator, physiotherapist or occupational therapist',
      },
      description: {
        nb: 'Du har en av disse fire utdanningene.',
        nn: 'Du har ei av desse fire utdanningane.',
        en: 'You have one of these four qualifications.',
      },
    },
    {
      number: 3,
      requirement: 'profession-with-experience',
      minimumFteYears: null,
      name: {
        nb: 'Sosionom, pedagog eller barnevernspedagog',
        nn: 'Sosionom, pedagog eller barnevernspedagog',
        en: 'Social worker, educator or child welfare officer',
      },
      description: {
        nb: 'Du har en av disse utdanningene, og har jobbet i psykisk helsevern eller barnevern.',
        nn: 'Du har ei av desse utdanningane, og har arbeidd i psykisk helsevern eller barnevern.',
        en: 'You have one of these qualifications, and have worked in mental health care or child welfare.',
      },
    },
    {
      number: 4,
      requirement: 'work-and-courses',
      minimumFteYears: 2,
      name: {
        nb: 'Ansatt uten høyskoleutdanning',
        nn: 'Tilsett utan høgskuleutdanning',
        en: 'Staff without a college degree',
      },
      description: {
        nb: 'Du har jobbet fast i minst to år på heltid, eller like mye på deltid, i psykisk helsevern eller barnevern, og har relevante kurs eller videreutdanning. Du laster opp dokumentasjon på begge deler.',
        nn: 'Du har arbeidd fast i minst to år på heiltid, eller like mykje på deltid, i psykisk helsevern eller barnevern, og har relevante kurs eller vidareutdanning. Du lastar opp dokumentasjon på begge delar.',
        en: 'You have worked permanently for at least two years full time, or the equivalent part time, in mental health care or child welfare, and have relevant courses or further education. You upload documentation of both.',
      },
    },
  ],
};
