import type { Metadata } from 'next';
import { cache } from 'react';
import { noSuchPage } from '@/app/no-such-page';
import { demoMailFolder } from '@/app/mailbox';
import { Page } from '@/components/frame/page';
import { BackLink } from '@/components/ui/back-link';
import { Heading } from '@/components/ui/heading';
import { formatInstant } from '@/lib/kernel/dates';
import { readMailboxLetter } from '@/lib/platform/mailbox';
import styles from './letter.module.css';

interface Props {
  params: Promise<{ file: string }>;
}

const readLetter = cache(async (file: string) => {
  const letter = await readMailboxLetter(await demoMailFolder(), decodeURIComponent(file));
  return letter ?? noSuchPage();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject, to } = await readLetter((await params).file);
  return { title: `${subject}, til ${to}` };
}

/** One letter, in a frame of its own that can run nothing. */
export default async function LetterPage({ params }: Props) {
  const letter = await readLetter((await params).file);
  return (
    <Page>
      <BackLink href="/dev/mailbox">Postkassen</BackLink>
      <Heading level={1}>{letter.subject}</Heading>
      <p>
        Fra {letter.from} til {letter.to}, {formatInstant(letter.at, 'Europe/Oslo', 'nb')}
      </p>
      {letter.attachments.length === 0 ? null : (
        <ul className="ds-list">
          {letter.attachments.map((attachment, at) => (
            <li key={attachment.filename}>
              <a href={`/dev/mailbox/${letter.file}/attachment/${at}`}>{attachment.filename}</a>
            </li>
          ))}
        </ul>
      )}
      <iframe
        className={styles.letter}
        title="Brevet"
        src={`/dev/mailbox/${letter.file}/body`}
        sandbox="allow-top-navigation-by-user-activation allow-popups"
      />
    </Page>
  );
}
