import { Dialogue } from './dialogue';
import { fetchWhole, openConnection } from './http-client';
import type { LoadAnswer, LoadOrder, LoadReport } from './messages';
import { atPace, throughAll } from './pace';

/**
 * The load generator: a process of its own, so that neither the server nor what measures it shares an
 * event loop with it. Takes one order after the other from its parent.
 */
const nothing: LoadReport = { seconds: 0, latencies: [] };
let dialogue: Dialogue | undefined;

async function carryOut(order: LoadOrder): Promise<LoadReport> {
  switch (order.act) {
    case 'open-forms':
      dialogue = new Dialogue(order.origin);
      await dialogue.begin(order.applicants);
      return nothing;
    case 'steps': {
      const readers = dialogue;
      if (readers === undefined) throw new Error('No forms have been opened.');
      await readers.beginAnew();
      return atPace(order.pace, () => readers.step());
    }
    case 'page':
      return atPace(order.pace, async () => {
        const agent = openConnection();
        const page = await fetchWhole(order.origin, order.path, { agent });
        agent.destroy();
        if (page.status !== 200) throw new Error(`${order.path} was answered with ${page.status}`);
      });
    case 'submit':
      return throughAll(order.applicants, order.concurrency, async ({ reference, cookie }) => {
        const path = `/api/nb/applications/${reference}/submit`;
        const sent = await fetchWhole(order.origin, path, { cookie, form: '' });
        if (sent.status !== 303 || sent.location?.endsWith('/receipt') !== true) {
          throw new Error(`A submission was answered with ${sent.status}: ${sent.body}`);
        }
      });
  }
}

process.on('message', (order: LoadOrder) => {
  carryOut(order).then(
    (report) => process.send?.({ ok: true, report } satisfies LoadAnswer),
    (error: unknown) => process.send?.({ ok: false, error: String(error) } satisfies LoadAnswer),
  );
});
process.once('disconnect', () => process.exit());
