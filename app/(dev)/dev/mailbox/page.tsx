import { demoMailFolder } from '@/app/mailbox';
import { Page } from '@/components/frame/page';
import { Button } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { TextField } from '@/components/ui/text-field';
import { formatInstant } from '@/lib/kernel/dates';
import { listMailbox } from '@/lib/platform/mailbox';

/** Reads the installation as it runs, never as it was built. */
export const dynamic = 'force-dynamic';

const most = 100;

/** The demo's mailbox: every letter that would have been sent. It exists only in the demo. */
export default async function MailboxPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const folder = await demoMailFolder();
  const { to } = await searchParams;
  const wanted = typeof to === 'string' ? to.trim().slice(0, 100) : '';
  const letters = await listMailbox(folder, most, wanted);
  return (
    <Page>
      <Heading level={1}>Demoens postkasse</Heading>
      <p>
        Her ligger brevene som ellers ville ha gått ut på e-post. Ingenting forlater maskinen.{' '}
        <a href="/nb">Til forsiden</a>
      </p>
      <Form action="/dev/mailbox" method="get" label="Finn brev">
        <TextField
          id="to"
          name="to"
          locale="nb"
          label="Vis brev til"
          defaultValue={wanted}
          type="search"
          width="medium"
        />
        <FormFooter>
          <Button variant="secondary">Vis</Button>
        </FormFooter>
      </Form>
      {letters.length === 0 ? (
        <p>Ingen brev ennå. Be om en lenke for å logge inn, så kommer det første.</p>
      ) : (
        <ol className="ds-list" reversed>
          {letters.map((letter) => (
            <li key={letter.file}>
              <a href={`/dev/mailbox/${letter.file}`}>{letter.subject}</a>
              <br />
              til {letter.to}, {formatInstant(letter.at, 'Europe/Oslo', 'nb')}
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
