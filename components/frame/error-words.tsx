import styles from './error-words.module.css';

// Here and not among the other texts: an error page cannot ask the server for its words.
const words = {
  nb: {
    lang: 'nb',
    heading: 'Noe gikk galt hos oss',
    safe: 'Det du har lagret, er trygt. Det du skrev på denne siden, er kanskje ikke lagret ennå.',
    next: 'Vent et minutt, og last siden på nytt. Hvis det ikke hjelper, kan du gå til forsiden og prøve derfra.',
    home: 'Gå til forsiden',
  },
  nn: {
    lang: 'nn',
    heading: 'Noko gjekk gale hos oss',
    safe: 'Det du har lagra, er trygt. Det du skreiv på denne sida, er kanskje ikkje lagra enno.',
    next: 'Vent eit minutt, og last sida på nytt. Om det ikkje hjelper, kan du gå til framsida og prøve derifrå.',
    home: 'Gå til framsida',
  },
  en: {
    lang: 'en-GB',
    heading: 'Something went wrong on our side',
    safe: 'What you have saved is safe. What you wrote on this page may not be saved yet.',
    next: 'Wait a minute and load the page again. If that does not help, go to the front page and try from there.',
    home: 'Go to the front page',
  },
} as const;

type Language = keyof typeof words;

/** What is safe, and the way back: in the reader's language, or in all three when it is not known. */
export function ErrorWords({ locale }: { locale?: unknown }) {
  const known: Language[] =
    locale === 'nb' || locale === 'nn' || locale === 'en' ? [locale] : ['nb', 'nn', 'en'];
  return (
    <>
      <title>{known.map((language) => words[language].heading).join(' / ')}</title>
      {known.map((language, index) => {
        const { lang, heading, safe, next, home } = words[language];
        const Heading = index === 0 ? 'h1' : 'h2';
        return (
          <section key={language} lang={lang} className={styles.words}>
            <Heading className="ds-heading" data-size={index === 0 ? 'xl' : 'md'}>
              {heading}
            </Heading>
            <p>{safe}</p>
            <p>{next}</p>
            <p>
              <a href={`/${language}`}>{home}</a>
            </p>
          </section>
        );
      })}
    </>
  );
}
