import { languageTag, type Locale, type Localized } from '@/lib/kernel/locale';

/** Refusals that no form can show: the request itself is not one that a form of ours makes. */
export type PlainKind =
  | 'malformed-body'
  | 'body-too-large'
  | 'file-too-large'
  | 'unsupported-media-type'
  | 'foreign-origin'
  | 'not-found'
  | 'forbidden'
  | 'too-many-attempts'
  | 'conflict'
  | 'being-scanned'
  | 'bad-address'
  | 'out-of-order';

const words: Record<PlainKind, { status: number; text: Localized<readonly [string, string]> }> = {
  'malformed-body': {
    status: 400,
    text: {
      nb: ['Vi kunne ikke lese det som ble sendt', 'Gå tilbake og prøv en gang til.'],
      nn: ['Vi kunne ikkje lese det som vart sendt', 'Gå tilbake og prøv ein gong til.'],
      en: ['We could not read what was sent', 'Go back and try once more.'],
    },
  },
  'body-too-large': {
    status: 413,
    text: {
      nb: ['Det som ble sendt, er for stort', 'Gå tilbake og send mindre om gangen.'],
      nn: ['Det som vart sendt, er for stort', 'Gå tilbake og send mindre om gongen.'],
      en: ['What was sent is too large', 'Go back and send less at a time.'],
    },
  },
  'file-too-large': {
    status: 413,
    text: {
      nb: ['Filen er for stor', 'En fil kan være inntil 10 MB. Gå tilbake og velg en mindre.'],
      nn: ['Fila er for stor', 'Ei fil kan vere inntil 10 MB. Gå tilbake og vel ei mindre.'],
      en: ['The file is too large', 'A file can be up to 10 MB. Go back and choose a smaller one.'],
    },
  },
  'unsupported-media-type': {
    status: 415,
    text: {
      nb: ['Vi tar bare imot skjemaer her', 'Bruk skjemaet på siden.'],
      nn: ['Vi tek berre imot skjema her', 'Bruk skjemaet på sida.'],
      en: ['We only accept forms here', 'Use the form on the page.'],
    },
  },
  'foreign-origin': {
    status: 403,
    text: {
      nb: ['Skjemaet kom ikke fra våre sider', 'Åpne siden på nytt og send skjemaet derfra.'],
      nn: ['Skjemaet kom ikkje frå sidene våre', 'Opne sida på nytt og send skjemaet derifrå.'],
      en: [
        'The form did not come from our pages',
        'Reload the page, and send the form from there.',
      ],
    },
  },
  'not-found': {
    status: 404,
    text: {
      nb: ['Vi finner ikke det du leter etter', 'Det kan være borte, eller høre til noen andre.'],
      nn: ['Vi finn ikkje det du leitar etter', 'Det kan vere borte, eller høyre til nokon annan.'],
      en: [
        'We cannot find what you are looking for',
        'It may be gone, or belong to somebody else.',
      ],
    },
  },
  forbidden: {
    status: 403,
    text: {
      nb: ['Du har ikke tilgang til dette', 'Logg inn med en annen adresse, eller spør oss.'],
      nn: ['Du har ikkje tilgang til dette', 'Logg inn med ei anna adresse, eller spør oss.'],
      en: ['You do not have access to this', 'Sign in with another address, or ask us.'],
    },
  },
  'too-many-attempts': {
    status: 429,
    text: {
      nb: ['Det gikk litt fort', 'Vent noen minutter og prøv igjen. Det du har lagret, er trygt.'],
      nn: ['Det gjekk litt fort', 'Vent nokre minutt og prøv igjen. Det du har lagra, er trygt.'],
      en: [
        'That was a little too fast',
        'Wait a few minutes and try again. What you have saved is safe.',
      ],
    },
  },
  conflict: {
    status: 409,
    text: {
      nb: ['Dette er allerede avgjort', 'Åpne siden på nytt for å se hvordan saken står.'],
      nn: ['Dette er allereie avgjort', 'Opne sida på nytt for å sjå korleis saka står.'],
      en: ['This has been decided already', 'Reload the page to see where the matter stands.'],
    },
  },
  'being-scanned': {
    status: 409,
    text: {
      nb: [
        'Filen sjekkes for virus',
        'Den kan åpnes når sjekken er ferdig, som regel etter noen minutter. Prøv igjen om litt.',
      ],
      nn: [
        'Fila blir sjekka for virus',
        'Ho kan opnast når sjekken er ferdig, som regel etter nokre minutt. Prøv igjen om litt.',
      ],
      en: [
        'The file is being checked for viruses',
        'It can be opened when the check is done, usually after a few minutes. Try again in a little while.',
      ],
    },
  },
  'bad-address': {
    status: 400,
    text: {
      nb: ['Adressen er ikke riktig skrevet', 'Se over den, eller begynn på forsiden.'],
      nn: ['Adressa er ikkje rett skriven', 'Sjå over ho, eller byrj på framsida.'],
      en: ['The address is not correct', 'Check it, or begin on the front page.'],
    },
  },
  'out-of-order': {
    status: 503,
    text: {
      nb: ['Noe er galt hos oss', 'Det du har lagret, er trygt. Prøv igjen om litt.'],
      nn: ['Noko er gale hos oss', 'Det du har lagra, er trygt. Prøv igjen om litt.'],
      en: [
        'Something is wrong on our side',
        'What you have saved is safe. Try again in a little while.',
      ],
    },
  },
};

/** The status that a kind of refusal is answered with. */
export function statusOf(kind: PlainKind): number {
  return words[kind].status;
}

/** Whether a refusal is one that has a plain answer of its own. */
export function isPlainKind(kind: string): kind is PlainKind {
  return Object.hasOwn(words, kind);
}

/** What is wrong, and what to do, in a language. */
export function wordsOf(kind: PlainKind, locale: Locale): readonly [string, string] {
  return words[kind].text[locale];
}

const home: Localized = { nb: 'Til forsiden', nn: 'Til framsida', en: 'To the front page' };

/** What a plain page is sent with. */
export const plainHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** A whole small page, for a browser that gets no page of ours. No script, no style but the site's plain one. */
export function plainPage(kind: PlainKind, locale: Locale): string {
  const [title, advice] = wordsOf(kind, locale);
  return `<!doctype html>
<html lang="${languageTag(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/plain.css"></head>
<body><main><h1>${title}</h1><p>${advice}</p><p><a href="/${locale}">${home[locale]}</a></p></main></body>
</html>
`;
}
