import PDFDocument from 'pdfkit';

/** A small real PDF that says plainly that it documents nothing. */
export function demoPdf(title: string, name: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ size: 'A5', margin: 48, info: { Title: title, Author: name } });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('error', reject);
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    pdf.fontSize(20).text(title);
    pdf.moveDown().fontSize(12).text(name);
    pdf.moveDown().text('Dette er et eksempel, laget for demoen. Det dokumenterer ingenting.');
    pdf.end();
  });
}
