import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentForDownload } from '@/lib/application/queries/document-for-download';
import { myApplication } from '@/lib/application/queries/my-application';
import { myTimeline } from '@/lib/application/queries/my-timeline';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { requestInformation } from '@/lib/application/use-cases/request-information';
import { removeDocument } from '@/lib/application/use-cases/remove-document';
import { scanDocument } from '@/lib/application/use-cases/scan-document';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { sweepDocuments } from '@/lib/application/use-cases/sweep-documents';
import type { Person } from '@/lib/kernel/actor';
import { localDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { freePort } from '@/lib/platform/embedded-postgres/free-port';
import { clamdScanner, ScannerUnavailable } from '@/lib/platform/virus-scanner';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { eicar, wireClamd } from '../harness/clamd';
import { testPlatform, type TestPlatform } from '../harness/platform';
import {
  byWork,
  fillsIn,
  isStored,
  psychologist,
  startsDraft,
  uploaded,
  uploadedBytes,
} from './stage';

let base: TestPlatform;
let clamd: Awaited<ReturnType<typeof wireClamd>>;
/** With a scanner that answers, and with one that nobody reaches. */
let scanning: Platform;
let away: Platform;
let officer: Person;

beforeAll(async () => {
  base = await testPlatform({ now: moments.open });
  clamd = await wireClamd();
  scanning = { ...base, scanner: clamdScanner(clamd.url) };
  away = { ...base, scanner: clamdScanner(`tcp://127.0.0.1:${await freePort()}`) };
  await openCohort(base);
  officer = await person(base, 'Siri', { roles: ['officer'] });
});

afterAll(() => clamd.stop());

beforeEach(() => {
  clamd.become({});
  base.clock.set(moments.open);
});

const infectedPdf = (name: string) =>
  uploadedBytes(base, name, Buffer.from(`%PDF-1.7\n${eicar}\n%%EOF\n`, 'latin1'));

async function attaches(
  platform: Platform,
  who: Person,
  reference: string,
  file: ReceivedFile,
  documents: 'work' | 'course' | 'other' = 'other',
): Promise<string> {
  return done(await attachDocument(platform, who, { reference, documents, file })).documentId;
}

const rowOf = (id: string) => base.db.supportingDocument.findUniqueOrThrow({ where: { id } });
const jobsFor = async (documentId: string) => {
  const { rows } = await base.database.pool.query<{ name: string }>(
    `select name from pgboss.job where name = 'scan-document' and data->>'documentId' = $1`,
    [documentId],
  );
  return rows.length;
};
const eventsOf = (kind: string) =>
  base.db.auditEvent.findMany({ where: { kind }, orderBy: { id: 'asc' } });

describe('with a scanner that answers', () => {
  it('a document is clean when it is attached, and can be opened at once', async () => {
    const kari = await person(base, 'Kari');
    const reference = await startsDraft(base, kari);
    const id = await attaches(scanning, kari, reference, await uploaded(base, 'attest.pdf'));
    expect(await rowOf(id)).toMatchObject({ scan: 'clean', scannedAt: moments.open });
    expect(await jobsFor(id)).toBe(0);
    done(await documentForDownload(scanning, kari, { documentId: id }));
  });

  it('an infected file is refused, nothing of it is kept, and the record says what was found', async () => {
    const kari = await person(base, 'Kine');
    const reference = await startsDraft(base, kari);
    const file = await infectedPdf('vitnemål.pdf');
    const refused = await attachDocument(scanning, kari, { reference, documents: 'other', file });
    expect(refusalOf(refused)).toEqual({
      kind: 'file-infected',
      finding: 'Eicar-Test-Signature',
    });
    expect(await isStored(base, file.key)).toBe(false);
    expect(await base.db.supportingDocument.count({ where: { sha256: file.sha256 } })).toBe(0);
    const events = await eventsOf('infected-document-refused');
    expect(events.at(-1)).toMatchObject({
      actorId: kari.userId,
      after: { finding: 'Eicar-Test-Signature', sha256: file.sha256 },
    });
  });

  it('nothing is scanned for an application that is somebody else’s', async () => {
    const [kari, other] = [await person(base, 'Kaja'), await person(base, 'Ove')];
    const reference = await startsDraft(base, kari);
    const before = (await eventsOf('infected-document-refused')).length;
    const file = await infectedPdf('din.pdf');
    const refused = await attachDocument(scanning, other, { reference, documents: 'other', file });
    expect(refusalOf(refused)).toEqual({ kind: 'not-found' });
    expect(await isStored(base, file.key)).toBe(false);
    expect(await eventsOf('infected-document-refused')).toHaveLength(before);
  });
});

describe('while the scanner is away', () => {
  it('a document waits, counts as attached, and nobody is given its bytes', async () => {
    const kari = await person(base, 'Klara');
    const reference = await fillsIn(base, kari, { ...psychologist, category: byWork });
    const work = await attaches(away, kari, reference, await uploaded(base, 'attest.pdf'), 'work');
    await attaches(away, kari, reference, await uploaded(base, 'kurs.pdf'), 'course');
    expect(await rowOf(work)).toMatchObject({ scan: 'waiting', scannedAt: null });
    expect(await jobsFor(work)).toBe(1);
    done(await submitApplication(base, kari, { reference }));
    for (const reader of [kari, officer]) {
      const refused = await documentForDownload(base, reader, { documentId: work });
      expect(refusalOf(refused)).toEqual({ kind: 'being-scanned' });
    }
    const mine = await myApplication(base, kari, { reference });
    expect(mine?.documents.map(({ scan }) => scan)).toEqual(['waiting', 'waiting']);
    expect(mine?.missing).toEqual([]);
  });

  it('the job leaves it waiting and asks to be tried again', async () => {
    const kari = await person(base, 'Katrin');
    const reference = await startsDraft(base, kari);
    const id = await attaches(away, kari, reference, await uploaded(base, 'attest.pdf'));
    await expect(scanDocument(away, id)).rejects.toThrow(ScannerUnavailable);
    expect((await rowOf(id)).scan).toBe('waiting');
    // Taking the scanner out of the configuration does not open the quarantine.
    await expect(scanDocument(base, id)).rejects.toThrow(ScannerUnavailable);
    expect((await rowOf(id)).scan).toBe('waiting');
  });

  it('the job finds it clean when the scanner is back, once', async () => {
    const kari = await person(base, 'Kristin');
    const reference = await startsDraft(base, kari);
    const id = await attaches(away, kari, reference, await uploaded(base, 'attest.pdf'));
    await scanDocument(scanning, id);
    expect(await rowOf(id)).toMatchObject({ scan: 'clean', scannedAt: moments.open });
    done(await documentForDownload(base, kari, { documentId: id }));
    const found = (await eventsOf('document-found-clean')).length;
    await scanDocument(scanning, id);
    expect(await eventsOf('document-found-clean')).toHaveLength(found);
  });

  it('what was removed meanwhile is not scanned', async () => {
    const kari = await person(base, 'Karoline');
    const reference = await startsDraft(base, kari);
    const id = await attaches(away, kari, reference, await infectedPdf('angret.pdf'));
    done(await removeDocument(base, kari, { reference, documentId: id }));
    await scanDocument(scanning, id);
    expect((await rowOf(id)).scan).toBe('waiting');
    await scanDocument(scanning, '0199aaaa-0000-7000-8000-000000000001');
  });
});

describe('an infected document that had been attached', () => {
  it('after the deadline is written to us about, until staff ask for it', async () => {
    const kari = await person(base, 'Kathrine');
    const reference = await fillsIn(base, kari);
    const id = await attaches(away, kari, reference, await infectedPdf('vitnemål.pdf'));
    done(await submitApplication(base, kari, { reference }));
    base.clock.set(moments.afterDeadline);
    await scanDocument(scanning, id);
    const letter = await base.db.letter.findFirstOrThrow({
      where: { kind: 'document-removed', userId: kari.userId },
    });
    expect(letter.text).toContain('Skriv til bet@helsetrust.example');
    expect(letter.text).toContain('Trenger vi dokumentet, ber vi deg om det');
    expect(letter.text).toMatch(new RegExp(`/nb/applications/${reference}\\s`));
    expect(letter.text).not.toContain('/documents');
    const later = (await myApplication(base, kari, { reference }))?.infected;
    expect(later).toMatchObject([{ next: { kind: 'write' } }]);
    base.clock.advance(1);
    done(
      await requestInformation(base, officer, {
        reference,
        asks: 'document',
        question: 'Send vitnemålet på nytt.',
        dueOn: localDate('2027-06-20'),
      }),
    );
    const asked = (await myApplication(base, kari, { reference }))?.infected;
    expect(asked).toMatchObject([{ next: { kind: 'nothing' } }]);
  });

  it('is removed, its applicant is told by letter and on the pages, and arrival stays', async () => {
    const kari = await person(base, 'Kjersti');
    const reference = await fillsIn(base, kari);
    const file = await infectedPdf('vitnemål.pdf');
    const id = await attaches(away, kari, reference, file);
    const arrival = done(await submitApplication(base, kari, { reference }));
    base.clock.advance(3_600_000);
    await scanDocument(scanning, id);
    expect(await rowOf(id)).toMatchObject({
      scan: 'infected',
      scanFinding: 'Eicar-Test-Signature',
      removedAt: new Date(moments.open.getTime() + 3_600_000),
    });
    expect(await isStored(base, file.key)).toBe(false);
    for (const reader of [kari, officer]) {
      const gone = await documentForDownload(base, reader, { documentId: id });
      expect(refusalOf(gone)).toEqual({ kind: 'not-found' });
    }
    const after = await base.db.application.findUniqueOrThrow({ where: { reference } });
    expect(after).toMatchObject({ state: 'submitted', arrivalNumber: arrival.arrivalNumber });

    const letters = await base.db.letter.findMany({
      where: { kind: 'document-removed', userId: kari.userId },
    });
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toMatch(/^Vi måtte fjerne et vedlegg/);
    expect(letters[0]?.text).toContain('vitnemål.pdf');
    expect(letters[0]?.text).toContain('Eicar-Test-Signature');
    expect(letters[0]?.text).toContain('Søknaden din gjelder fortsatt');
    expect(letters[0]?.text).toContain(`/nb/applications/${reference}/documents`);

    const told = (await myApplication(base, kari, { reference }))?.infected;
    expect(told).toMatchObject([
      { filename: 'vitnemål.pdf', next: { kind: 'upload', until: '2027-05-31' } },
    ]);
    expect(await myApplication(base, officer, { reference })).toBeNull();
    const mine = await myApplication(base, kari, { reference });
    expect(mine?.documents).toEqual([]);
    const events = await myTimeline(base, kari, { reference });
    expect(events?.at(-1)).toMatchObject({
      kind: 'infected-document-removed',
      filename: 'vitnemål.pdf',
    });
    const seen = done(await staffApplication(base, officer, { reference }));
    expect(seen.infected).toMatchObject([{ finding: 'Eicar-Test-Signature' }]);
    expect(seen.events.at(-1)).toMatchObject({ kind: 'infected-document-removed', bySystem: true });

    await scanDocument(scanning, id);
    expect(
      await base.db.letter.count({ where: { kind: 'document-removed', userId: kari.userId } }),
    ).toBe(1);
  });

  it('leaves the application sent, also when it was required, and staff see that it is missing', async () => {
    const kari = await person(base, 'Kirsten');
    const reference = await fillsIn(base, kari, { ...psychologist, category: byWork });
    const id = await attaches(away, kari, reference, await infectedPdf('attest.pdf'), 'work');
    await attaches(away, kari, reference, await uploaded(base, 'kurs.pdf'), 'course');
    done(await submitApplication(base, kari, { reference }));
    base.clock.set(moments.afterDeadline);
    await scanDocument(scanning, id);
    const seen = done(await staffApplication(base, officer, { reference }));
    expect(seen.state).toBe('submitted');
    expect(seen.missing.map(({ code }) => code)).toEqual(['work-not-documented']);
    const letter = await base.db.letter.findFirstOrThrow({
      where: { kind: 'document-removed', userId: kari.userId },
    });
    // After the deadline there is nothing to upload to: they write to us.
    expect(letter.text).toContain('Skriv til bet@helsetrust.example');
    expect(letter.text).not.toContain('/documents');
  });

  it('is removed once when two instances scan it at the same time', async () => {
    const kari = await person(base, 'Kamilla');
    const reference = await startsDraft(base, kari);
    const id = await attaches(away, kari, reference, await infectedPdf('to.pdf'));
    await Promise.all([1, 2, 3].map(() => scanDocument(scanning, id)));
    expect(
      await base.db.letter.count({ where: { kind: 'document-removed', userId: kari.userId } }),
    ).toBe(1);
  });
});

it('without a scanner documents are as they were, and nothing is said of it', async () => {
  const kari = await person(base, 'Kornelia');
  const reference = await startsDraft(base, kari);
  const id = await attaches(base, kari, reference, await uploaded(base, 'attest.pdf'));
  expect(await rowOf(id)).toMatchObject({ scan: 'not-scanned', scannedAt: null });
  done(await documentForDownload(base, kari, { documentId: id }));
  expect(await jobsFor(id)).toBe(0);
});

describe('files that are no document', () => {
  const folder = () => join(base.env.DATA_DIR, 'documents');
  const age = async (days: number) => {
    const found = await readdir(folder(), { recursive: true, withFileTypes: true });
    const then = new Date(Date.now() - days * 86_400_000);
    for (const each of found) {
      if (each.isFile()) await utimes(join(each.parentPath, each.name), then, then);
    }
  };

  it('are swept away after a day, and what belongs to a document stays', async () => {
    const kari = await person(base, 'Kaia');
    const reference = await startsDraft(base, kari);
    const file = await uploaded(base, 'beholdes.pdf');
    await attaches(base, kari, reference, file);
    const litter = await uploaded(base, 'ingens.pdf');
    await age(0.5);
    expect(await sweepDocuments(base)).toEqual({ removed: 0 });
    await age(2);
    const fresh = await uploaded(base, 'på vei.pdf');
    const { removed } = await sweepDocuments(base);
    expect(removed).toBeGreaterThanOrEqual(1);
    expect(await isStored(base, litter.key)).toBe(false);
    expect(await isStored(base, file.key)).toBe(true);
    expect(await isStored(base, fresh.key)).toBe(true);
  });

  it('are left when so many are without a row that this must be another database', async () => {
    const files = await Promise.all(
      Array.from({ length: 40 }, (_, at) => uploaded(base, `${at}.pdf`)),
    );
    await age(2);
    expect(await sweepDocuments(base)).toEqual({ removed: 0 });
    for (const { key } of files) expect(await isStored(base, key)).toBe(true);
  });
});
