import { beforeAll, describe, expect, it } from 'vitest';
import { documentForDownload } from '@/lib/application/queries/document-for-download';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { documentsInAllMaximum, documentsMaximum } from '@/lib/application/rules/answers';
import { myApplication } from '@/lib/application/queries/my-application';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { removeDocument } from '@/lib/application/use-cases/remove-document';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import type { Person } from '@/lib/kernel/actor';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { fillsIn, isStored, startsDraft, uploaded } from './stage';

describe('documents of an application', () => {
  let platform: TestPlatform;
  let applicant: Person;
  let reference: string;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open, connections: 12 });
    await openCohort(platform);
    applicant = await person(platform, 'Anne');
    reference = await startsDraft(platform, applicant);
  });

  const attach = (file: ReceivedFile | null, documents: 'work' | 'course' | 'other' = 'other') =>
    attachDocument(platform, applicant, { reference, documents, file });

  const attachAs = (actor: Person, own: string, file: ReceivedFile) =>
    attachDocument(platform, actor, { reference: own, documents: 'other', file });

  const listed = async () =>
    (await myApplication(platform, applicant, { reference }))?.documents ?? [];

  it.each([
    ['attest.pdf', 'pdf', 'application/pdf', 'attest.pdf'],
    ['bilde.JPEG', 'jpeg', 'image/jpeg', 'bilde.JPEG'],
    ['skjerm.png', 'png', 'image/png', 'skjerm.png'],
    // The content decides, whatever the name says.
    ['attest.exe', 'pdf', 'application/pdf', 'attest.exe.pdf'],
    ['../../etc/passwd', 'png', 'image/png', 'passwd.png'],
    ['C:\\Mine filer\\cv "ny".pdf', 'pdf', 'application/pdf', 'cv ny.pdf'],
    ['\u202e\u0000', 'jpeg', 'image/jpeg', 'dokument.jpg'],
  ] as const)('takes %j as %s', async (sent, kind, mediaType, filename) => {
    const { documentId } = done(await attach(await uploaded(platform, sent, kind)));
    const document = (await listed()).find((one) => one.id === documentId);
    expect(document).toMatchObject({ mediaType, filename, documents: 'other' });
    done(await removeDocument(platform, applicant, { reference, documentId }));
  });

  it.each([
    ['cv.pdf', 'html', 'file-broken'],
    ['cv.png', 'exe', 'file-kind-not-taken'],
  ] as const)('refuses what only calls itself %s, and keeps nothing of it', async (...row) => {
    const [sent, kind, refused] = row;
    const file = await uploaded(platform, sent, kind);
    expect(refusalOf(await attach(file))).toEqual({ kind: refused });
    expect(await isStored(platform, file.key)).toBe(false);
    expect(await listed()).toEqual([]);
  });

  it('refuses an empty file and a form without one', async () => {
    const file = { ...(await uploaded(platform, 'tom.pdf')), size: 0 };
    expect(refusalOf(await attach(file))).toEqual({ kind: 'file-empty' });
    expect(refusalOf(await attach(null))).toMatchObject({
      kind: 'upload-incomplete',
      problems: [{ field: 'file', code: 'file-missing' }],
    });
  });

  it('tells at once that both the file and what it shows are missing', async () => {
    const missing = (file: ReceivedFile | null) =>
      attachDocument(platform, applicant, { reference, documents: null, file });
    expect(refusalOf(await missing(null))).toMatchObject({
      problems: [
        { field: 'documents', code: 'choose-one' },
        { field: 'file', code: 'file-missing' },
      ],
    });
    const file = await uploaded(platform, 'hva.pdf');
    expect(refusalOf(await missing(file))).toMatchObject({
      problems: [
        { field: 'documents', code: 'choose-one' },
        { field: 'file', code: 'choose-again' },
      ],
    });
    expect(await isStored(platform, file.key)).toBe(false);
  });

  it('is one document when it is sent twice, and the second copy is not kept', async () => {
    const first = await uploaded(platform, 'attest.pdf');
    const second = await uploaded(platform, 'attest.pdf');
    const { documentId } = done(await attach(first, 'work'));
    expect(done(await attach(second, 'work'))).toEqual({ documentId, isNew: false });
    expect(await listed()).toHaveLength(1);
    expect(await isStored(platform, first.key)).toBe(true);
    expect(await isStored(platform, second.key)).toBe(false);
    done(await removeDocument(platform, applicant, { reference, documentId }));
  });

  it('may show both work and a course with one and the same scan', async () => {
    const one = done(await attach(await uploaded(platform, 'alt i ett.pdf'), 'work'));
    const two = done(await attach(await uploaded(platform, 'alt i ett.pdf'), 'course'));
    expect((await listed()).map((document) => document.documents)).toEqual(['work', 'course']);
    for (const { documentId } of [one, two]) {
      done(await removeDocument(platform, applicant, { reference, documentId }));
    }
  });

  it('loses its bytes when it is removed, and removing it again is the same answer', async () => {
    const file = await uploaded(platform, 'feil.pdf');
    const { documentId } = done(await attach(file));
    const first = await removeDocument(platform, applicant, { reference, documentId });
    expect(done(first)).toEqual({ filename: 'feil.pdf' });
    expect(await isStored(platform, file.key)).toBe(false);
    expect(await removeDocument(platform, applicant, { reference, documentId })).toEqual(first);
    expect(refusalOf(await documentForDownload(platform, applicant, { documentId }))).toEqual({
      kind: 'not-found',
    });
  });

  it('is one of at most twenty, also when they come at once', async () => {
    const other = await person(platform, 'Berit');
    const own = await startsDraft(platform, other);
    const files = await Promise.all(
      Array.from({ length: 21 }, (_, at) => uploaded(platform, `${at}.pdf`)),
    );
    const attachOwn = (file: ReceivedFile) =>
      attachDocument(platform, other, { reference: own, documents: 'other', file });
    for (const file of files.slice(0, 18)) done(await attachOwn(file));
    // As many at once as one person may have in the line.
    const results = await Promise.all(files.slice(18).map(attachOwn));
    expect(results.filter((result) => result.ok)).toHaveLength(2);
    expect(results.map(refusalOf).filter((refusal) => refusal !== undefined)).toEqual([
      { kind: 'too-many-documents', maximum: 20 },
    ]);
    const kept = await Promise.all(files.map((file) => isStored(platform, file.key)));
    expect(kept.filter(Boolean)).toHaveLength(20);
    const application = await myApplication(platform, other, { reference: own });
    expect(application?.documentsLeft).toBe(0);
  });

  it('has room in a new application, whatever lies in the withdrawn ones, but not without end', async () => {
    const other = await person(platform, 'Frode');
    const attachTwenty = async (kind: string) => {
      const own = await startsDraft(platform, other);
      for (let each = 0; each < documentsMaximum; each += 1) {
        done(await attachAs(other, own, await uploaded(platform, `${kind} ${each}.pdf`)));
      }
      return own;
    };
    for (const kind of ['første', 'andre']) {
      const own = await attachTwenty(kind);
      const draft = { reference: own, reason: '', onlyDraft: true };
      done(await withdrawApplication(platform, other, draft));
    }
    const own = await attachTwenty('tredje');
    const one = await uploaded(platform, 'en til.pdf');
    expect(refusalOf(await attachAs(other, own, one))).toEqual({
      kind: 'too-many-documents',
      maximum: documentsMaximum,
    });
    const mine = await myApplication(platform, other, { reference: own });
    const documentId = mine?.documents.at(0)?.id ?? '';
    done(await removeDocument(platform, other, { reference: own, documentId }));
    done(await attachAs(other, own, await uploaded(platform, 'i stedet.pdf')));
    const draft = { reference: own, reason: '', onlyDraft: true };
    done(await withdrawApplication(platform, other, draft));
    const last = await startsDraft(platform, other);
    const file = await uploaded(platform, 'for mye.pdf');
    expect(refusalOf(await attachAs(other, last, file))).toEqual({
      kind: 'too-many-documents-in-all',
      maximum: documentsInAllMaximum,
    });
    expect(await isStored(platform, file.key)).toBe(false);
  });

  it('is not looked into when it will not be kept, whatever is in it', async () => {
    const other = await person(platform, 'Dina');
    const own = await startsDraft(platform, other);
    const kept = done(await attachAs(other, own, await uploaded(platform, 'her.pdf')));
    let reads = 0;
    const counting: TestPlatform = {
      ...platform,
      storage: {
        ...platform.storage,
        read: (key) => {
          reads += 1;
          return platform.storage.read(key);
        },
      },
    };
    // There already, another's, and past the deadline: each is answered by what is known of it.
    const again = await uploaded(platform, 'her.pdf');
    await attachDocument(counting, other, { reference: own, documents: 'other', file: again });
    const foreign = await uploaded(platform, 'din.pdf');
    await attachDocument(counting, other, { reference, documents: 'other', file: foreign });
    try {
      platform.clock.set(new Date(moments.lastMoment.getTime() + 1));
      const late = await uploaded(platform, 'sen.pdf');
      await attachDocument(counting, other, { reference: own, documents: 'other', file: late });
    } finally {
      platform.clock.set(moments.open);
    }
    expect({ reads, isNew: kept.isNew }).toEqual({ reads: 0, isNew: true });
    const fresh = await uploaded(platform, 'ny.pdf');
    done(
      await attachDocument(counting, other, { reference: own, documents: 'other', file: fresh }),
    );
    expect(reads).toBeGreaterThan(0);
  });

  it('of which one person sends four at once is told to wait, and nobody else is', async () => {
    const greedy = await person(platform, 'Grådig');
    const own = await startsDraft(platform, greedy);
    const other = await person(platform, 'Elin');
    const others = await startsDraft(platform, other);
    const files = await Promise.all([1, 2, 3, 4].map((at) => uploaded(platform, `${at}.pdf`)));
    const one = await uploaded(platform, 'min.pdf');
    const results = await Promise.all([
      ...files.map((file) => attachAs(greedy, own, file)),
      attachAs(other, others, one),
    ]);
    expect(results.map((result) => refusalOf(result)?.kind ?? 'ok').sort()).toEqual([
      'file-busy-own',
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
    expect(results.at(-1)?.ok).toBe(true);
  });

  it('is not for others: neither to add to, nor to remove', async () => {
    const other = await person(platform, 'Cato');
    const { documentId } = done(await attach(await uploaded(platform, 'min.pdf')));
    const file = await uploaded(platform, 'din.pdf');
    const added = await attachDocument(platform, other, { reference, documents: 'other', file });
    expect(refusalOf(added)).toEqual({ kind: 'not-found' });
    expect(await isStored(platform, file.key)).toBe(false);
    const removed = await removeDocument(platform, other, { reference, documentId });
    expect(refusalOf(removed)).toEqual({ kind: 'not-found' });
    const own = await startsDraft(platform, other);
    const throughOwn = await removeDocument(platform, other, { reference: own, documentId });
    expect(refusalOf(throughOwn)).toEqual({ kind: 'not-found' });
    done(await removeDocument(platform, applicant, { reference, documentId }));
  });

  it('can be neither added nor removed after the deadline', async () => {
    const { documentId } = done(await attach(await uploaded(platform, 'før.pdf')));
    try {
      platform.clock.set(new Date(moments.lastMoment.getTime() + 1));
      const file = await uploaded(platform, 'etter.pdf');
      expect(refusalOf(await attach(file))?.kind).toBe('deadline-passed');
      expect(await isStored(platform, file.key)).toBe(false);
      const removed = await removeDocument(platform, applicant, { reference, documentId });
      expect(refusalOf(removed)?.kind).toBe('deadline-passed');
    } finally {
      platform.clock.set(moments.open);
    }
  });

  it('is read by its applicant, and by staff who may, once the application has arrived', async () => {
    const owner = await person(platform, 'Dina');
    const own = await fillsIn(platform, owner);
    const file = await uploaded(platform, 'vitnemål.pdf');
    const { documentId } = done(
      await attachDocument(platform, owner, { reference: own, documents: 'education', file }),
    );
    const staff = {
      officer: await person(platform, 'Siri', { roles: ['officer'] }),
      assessor: await person(platform, 'Svein', { roles: ['assessor'] }),
      finance: await person(platform, 'Sara', { roles: ['finance'] }),
      stranger: await person(platform, 'Stian'),
    };
    const mayRead = async (reader: Person) =>
      (await documentForDownload(platform, reader, { documentId })).ok;
    expect(await mayRead(owner)).toBe(true);
    expect(await mayRead(staff.officer)).toBe(false);
    done(await submitApplication(platform, owner, { reference: own }));
    expect(await mayRead(staff.officer)).toBe(true);
    expect(await mayRead(staff.assessor)).toBe(true);
    expect(await mayRead(staff.finance)).toBe(false);
    expect(await mayRead(staff.stranger)).toBe(false);
    const download = done(await documentForDownload(platform, owner, { documentId }));
    expect(download).toMatchObject({ filename: 'vitnemål.pdf', size: file.size });
    expect((await download.read().toArray()).length).toBeGreaterThan(0);
  });

  it.each(['', 'x', '\u0000', '0199aaaa-0000-7000-8000-000000000001'])(
    'is not found under %j',
    async (documentId) => {
      expect((await documentForDownload(platform, applicant, { documentId })).ok).toBe(false);
      const removed = await removeDocument(platform, applicant, { reference, documentId });
      expect(refusalOf(removed)).toEqual({ kind: 'not-found' });
    },
  );
});
