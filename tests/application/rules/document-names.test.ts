import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentNamed } from '@/app/api/documents/[documentId]/attachment-name';
import { kindOf } from '@/lib/application/rules/document-kinds';
import { safeFilename } from '@/lib/application/rules/document-names';

const bytes = (text: string) => Buffer.byteLength(text);

describe('the name of a file', () => {
  it.each([
    ['attest.pdf', 'attest.pdf'],
    ['Attest «Å» 100 %.PDF', 'Attest «Å» 100 %.PDF'],
    // Folders, of both kinds.
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Mine filer\\cv.pdf', 'cv.pdf'],
    ['/', 'dokument.pdf'],
    // Quotes, and what else a header or a shell stumbles on.
    ['cv "ny".pdf', 'cv ny.pdf'],
    ['a<b>|c?*:.pdf', 'abc.pdf'],
    // Lines and what is not printed.
    ['a\r\nSet-Cookie: x=y.pdf', 'a Set-Cookie x=y.pdf'],
    ['a\u0000b\u0007.pdf', 'ab.pdf'],
    ['linje\u2028skille.pdf', 'linje skille.pdf'],
    // Marks that turn the reading round, or that nobody sees.
    ['\u202efdp.exe', 'fdp.exe.pdf'],
    ['a\u200fb\u2066c\u061c.pdf', 'abc.pdf'],
    ['sk\u00adjult\u{e0041}.pdf', 'skjult.pdf'],
    // Letters of another direction are letters.
    ['תעודה.pdf', 'תעודה.pdf'],
    ['Vitnemål 🎓.pdf', 'Vitnemål 🎓.pdf'],
    // Nothing but dots, nothing at all, nothing left.
    ['...', 'dokument.pdf'],
    ['', 'dokument.pdf'],
    [' . .pdf', 'dokument.pdf'],
    ['.pdf', 'dokument.pdf'],
    ['\u202e\u0000', 'dokument.pdf'],
    // Half of a character.
    ['a\ud83d.pdf', 'a.pdf'],
    // What Windows takes for a device.
    ['CON.pdf', '_CON.pdf'],
    ['nul', '_nul.pdf'],
    ['com1.tar.pdf', '_com1.tar.pdf'],
    ['Conny.pdf', 'Conny.pdf'],
    // One letter, written as two signs and as one.
    ['Vitnema\u030al.pdf', 'Vitnemål.pdf'],
    // An ending that says another kind.
    ['cv.exe', 'cv.exe.pdf'],
    ['cv.pdf.exe', 'cv.pdf.exe.pdf'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(safeFilename(sent, 'application/pdf')).toBe(kept);
  });

  it.each([
    ['a'.repeat(300), 200],
    ['å'.repeat(300), 200],
    ['🎓'.repeat(300), 200],
    [`${'b'.repeat(300)}.pdf`, 200],
  ])('of three hundred characters is cut to what file systems take, at a whole one', (sent) => {
    const kept = safeFilename(sent, 'application/pdf');
    expect(bytes(kept)).toBeLessThanOrEqual(200);
    expect(bytes(kept)).toBeGreaterThan(190);
    expect(kept).toMatch(/^[abå🎓]+\.pdf$/u);
  });

  it('of a file that was not taken keeps its ending, for the record', () => {
    expect(safeFilename('virus.com', null)).toBe('virus.com');
    expect(safeFilename('C:\\x\\virus', null)).toBe('virus');
    expect(safeFilename('', null)).toBe('dokument');
  });

  it('is safe whatever is sent, and stays as it is the second time', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc
        .array(
          fc.constantFrom('.', '/', '\\', '"', '\r', '\n', '\u202e', 'å', 'pdf', ' ', '\u0000'),
          {
            maxLength: 40,
          },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom('application/pdf', 'image/jpeg', 'image/png'),
        (...given) => {
          const [sent, kind] = given as [string, 'application/pdf'];
          const kept = safeFilename(sent, kind);
          expect(bytes(kept)).toBeLessThanOrEqual(201);
          expect(kept).not.toMatch(/[\p{Cc}/\\"<>:|?*\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
          expect(kept).toMatch(/^[^. ].*\.(pdf|jpe?g|png)$/iu);
          expect(kept.isWellFormed()).toBe(true);
          expect(safeFilename(kept, kind)).toBe(kept);
          const header = attachmentNamed(kept);
          expect(header).toMatch(
            /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!~%&+^`|#$-]+$/,
          );
          expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(kept);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('the header that a file is handed out with', () => {
  it.each([
    [
      'a"; filename="b.exe',
      `attachment; filename="a_; filename=_b.exe"; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe`,
    ],
    ['a\r\nX: y.pdf', `attachment; filename="a__X: y.pdf"; filename*=UTF-8''a%0D%0AX%3A%20y.pdf`],
    ['../æ.pdf', `attachment; filename="../_.pdf"; filename*=UTF-8''..%2F%C3%A6.pdf`],
    [
      "o'k (1)*.pdf",
      `attachment; filename="o'k (1)*.pdf"; filename*=UTF-8''o%27k%20%281%29%2A.pdf`,
    ],
    ['\ud83d', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ])('says %j so that nothing of it is read as more than a name', (name, header) => {
    expect(attachmentNamed(name)).toBe(header);
  });
});

describe('a file that is not taken', () => {
  it.each([
    ['image/heic', 'IMG_0001.HEIC', 'file-heic'],
    ['image/heif', 'IMG_0001.jpg', 'file-heic'],
    ['image/heic-sequence', 'IMG_0001.jpg', 'file-heic'],
    [null, 'IMG_0001.heic', 'file-heic'],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'cv.docx',
      'file-word',
    ],
    ['application/zip', 'cv.docx', 'file-word'],
    ['application/x-cfb', 'cv.doc', 'file-word'],
    ['application/vnd.oasis.opendocument.text', 'cv.odt', 'file-word'],
    ['application/rtf', 'cv.rtf', 'file-word'],
    ['application/zip', 'alt.zip', 'file-kind-not-taken'],
    ['application/x-cfb', 'tall.xls', 'file-kind-not-taken'],
    ['application/x-msdownload', 'cv.pdf', 'file-kind-not-taken'],
    ['image/gif', 'bilde.jpg', 'file-kind-not-taken'],
    ['image/apng', 'bilde.png', 'file-kind-not-taken'],
    [null, 'cv.pdf', 'file-broken'],
    [null, 'bilde.JPEG ', 'file-broken'],
    [null, 'notat.txt', 'file-kind-not-taken'],
    [null, '', 'file-kind-not-taken'],
  ])('with the signature of %s, called %j, is refused as %s', (signature, name, kind) => {
    expect(kindOf(signature, name)).toEqual({ refused: { kind } });
  });

  it('says nothing of what is taken, whatever it is called', () => {
    expect(kindOf('application/pdf', 'cv.exe')).toEqual({ taken: 'application/pdf' });
    expect(kindOf('image/jpeg', 'IMG_0001.HEIC')).toEqual({ taken: 'image/jpeg' });
  });
});
