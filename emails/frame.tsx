import { Body, Button, Container, Head, Heading, Hr, Html, Section, Text } from 'react-email';
import type { CSSProperties, ReactNode } from 'react';
import { languageTag, type Locale } from '@/lib/kernel/locale';
import { stationNames, stations } from '@/lib/kernel/stations';
import { previewLength, frameTexts, type Block, type LetterContent } from './letter-content';

/** The theme's own colours (pine, paper, stone, ink), as mail readers know no variables. */
const pine = '#144f3d';
const pineText = '#053124';
const paper = '#fdfcfa';
const stone = '#d7d2c9';
const ink = '#221f19';
const quiet = '#544f47';

const family = 'Inter, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const styles = {
  body: { margin: 0, backgroundColor: paper, color: ink, fontFamily: family },
  container: {
    width: '100%',
    maxWidth: '600px',
    margin: '0',
    padding: '24px 20px 40px',
    overflowWrap: 'anywhere',
  },
  wordmark: { margin: '0 0 12px', fontSize: '18px', fontWeight: 600, color: pine },
  way: {
    margin: '0 0 24px',
    padding: '10px 0 0',
    borderTop: `3px solid ${pine}`,
    fontSize: '13px',
    lineHeight: '22px',
    color: quiet,
  },
  here: { color: pineText, fontWeight: 700 },
  title: {
    margin: '0 0 16px',
    fontSize: '24px',
    lineHeight: '32px',
    fontWeight: 600,
    color: pineText,
  },
  heading: {
    margin: '28px 0 8px',
    fontSize: '18px',
    lineHeight: '26px',
    fontWeight: 600,
    color: pineText,
  },
  text: { margin: '0 0 16px', fontSize: '16px', lineHeight: '26px' },
  list: { margin: '0 0 16px', padding: '0 0 0 24px', fontSize: '16px', lineHeight: '26px' },
  facts: { margin: '0 0 20px', borderCollapse: 'collapse', fontSize: '16px', lineHeight: '26px' },
  label: {
    overflowWrap: 'normal',
    padding: '4px 16px 4px 0',
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: 400,
    color: quiet,
  },
  value: {
    padding: '4px 0',
    verticalAlign: 'top',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
  button: {
    display: 'inline-block',
    padding: '14px 22px',
    borderRadius: '6px',
    backgroundColor: pine,
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 600,
    textDecoration: 'none',
  },
  preview: {
    display: 'none',
    overflow: 'hidden',
    lineHeight: '1px',
    opacity: 0,
    maxHeight: 0,
    maxWidth: 0,
  },
  action: { margin: '8px 0 24px' },
  rule: { margin: '28px 0 20px', borderColor: stone },
} as const satisfies Record<string, CSSProperties>;

/** The frame of every letter: wordmark, the way with the reader's station, the words, whom to ask. */
export function LetterFrame({
  locale,
  content,
  preview,
}: {
  readonly locale: Locale;
  readonly content: LetterContent;
  /** What a list of letters shows beside the subject. */
  readonly preview: string;
}): ReactNode {
  const words = frameTexts[locale];
  return (
    <Html lang={languageTag(locale)}>
      <Head>
        <title>{content.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview text={preview} />
      <Body lang={languageTag(locale)} style={styles.body}>
        <Container align="left" style={styles.container}>
          <Text style={styles.wordmark}>{content.installation}</Text>
          {content.station !== undefined && <Way locale={locale} station={content.station} />}
          <Heading as="h1" style={styles.title}>
            {content.title ?? content.subject}
          </Heading>
          {content.blocks.map((block, at) => (
            <BlockView key={at} block={block} />
          ))}
          <Hr style={styles.rule} />
          {content.contact !== undefined && (
            <Text style={styles.text}>{words.ask(content.contact)}</Text>
          )}
          <Text style={styles.text}>
            {words.regards}
            <br />
            {content.sender ?? content.installation}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

const blanks = '\u00a0\u200c\u200b\u200d\u200e\u200f\ufeff';

/**
 * What a list of letters shows, and blanks after it so that it shows no more. The package's own adds a
 * second title to the letter, with the preview's words.
 */
function Preview({ text }: { readonly text: string }): ReactNode {
  const shown = text.slice(0, previewLength);
  return (
    <div style={styles.preview}>
      {shown}
      {shown.length < previewLength && <div>{blanks.repeat(previewLength - shown.length)}</div>}
    </div>
  );
}

/** The stations in a line of words; the reader's own is bold, and says so. */
function Way({
  locale,
  station: here,
}: {
  readonly locale: Locale;
  readonly station: NonNullable<LetterContent['station']>;
}): ReactNode {
  return (
    <Text style={styles.way}>
      {stations.map((station, at) => (
        <span key={station}>
          {at > 0 && '\u00a0— '}
          {station === here ? (
            <strong style={styles.here}>
              {stationNames[locale][station]} ({frameTexts[locale].here})
            </strong>
          ) : (
            stationNames[locale][station]
          )}
        </span>
      ))}
    </Text>
  );
}

function Lines({ text }: { readonly text: string }): ReactNode {
  return text.split('\n').map((line, at) => (
    <span key={at}>
      {at > 0 && <br />}
      {line}
    </span>
  ));
}

function BlockView({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <Text style={styles.text}>
          <Lines text={block.text} />
        </Text>
      );
    case 'heading':
      return (
        <Heading as="h2" style={styles.heading}>
          {block.text}
        </Heading>
      );
    case 'list': {
      const List = block.ordered === true ? 'ol' : 'ul';
      return (
        <List style={styles.list}>
          {block.items.map((item, at) => (
            <li key={at}>
              <Lines text={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'facts':
      return (
        <table style={styles.facts}>
          <tbody>
            {block.facts.map(([label, value]) => (
              <tr key={label}>
                <th scope="row" style={styles.label}>
                  {label}
                </th>
                <td style={styles.value}>
                  <Lines text={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'action':
      return (
        <Section style={styles.action}>
          <Button href={block.href} style={styles.button}>
            {block.label}
          </Button>
        </Section>
      );
  }
}
