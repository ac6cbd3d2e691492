/** PDFs, made with another library than the one that reads them. */
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';

export interface PdfParts {
  /** Link annotations, one page for each list. */
  readonly pages?: readonly (readonly string[])[];
  /** By name, or with names that several may share. */
  readonly files?: Readonly<Record<string, string | Uint8Array>> | readonly (readonly [string, string])[];
  /** Each file is of no known type, and has a date of its own. */
  readonly dated?: boolean;
  /** Only the document's array of associated files names them (ISO 32000-2 §14.13). */
  readonly associated?: boolean;
  /** A document that only opens with a password that nobody gave. */
  readonly encrypted?: boolean;
}

export async function makePdf({
  pages = [[]],
  files = {},
  dated,
  associated,
  encrypted,
}: PdfParts): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  for (const links of pages) {
    const annotations = links.map((link) =>
      context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [0, 0, 100, 20],
          A: { Type: 'Action', S: 'URI', URI: PDFString.of(link) },
        }),
      ),
    );
    pdf.addPage().node.set(PDFName.of('Annots'), context.obj(annotations));
  }
  for (const [at, [name, content]] of (Array.isArray(files) ? files : Object.entries(files)).entries())
    await pdf.attach(typeof content === 'string' ? new TextEncoder().encode(content) : content, name, {
      ...(dated && { mimeType: 'application/octet-stream', modificationDate: new Date(Date.UTC(2026, at)) }),
    });
  await pdf.flush();
  if (associated) pdf.catalog.delete(PDFName.of('Names'));
  if (encrypted) {
    const unknown = PDFHexString.of('5a'.repeat(32));
    context.trailerInfo.ID = context.obj([
      PDFHexString.of('00'.repeat(16)),
      PDFHexString.of('00'.repeat(16)),
    ]);
    context.trailerInfo.Encrypt = context.register(
      context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4, O: unknown, U: unknown }),
    );
  }
  return pdf.save({ useObjectStreams: !encrypted });
}

/** The same document with one more revision (ISO 32000-1 §7.5.6), in which its embedded file has another content. */
export function withRevision(pdf: Uint8Array, content: string): Uint8Array {
  const before = Buffer.from(pdf);
  const text = before.toString('latin1');
  const found = (pattern: RegExp): string => {
    const [, first] = pattern.exec(text) ?? [];
    if (first === undefined) throw new Error(`the PDF has no ${pattern}`);
    return first;
  };
  const file = found(/(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/EmbeddedFile\b/);
  const bytes = Buffer.from(content);
  const object = Buffer.concat([
    Buffer.from(`\n${file} 0 obj\n<< /Type /EmbeddedFile /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const trailer = `<< /Size ${found(/\/Size (\d+)\s*\/Root/)} /Root ${found(/\/Root (\d+ \d+ R)/)} /Prev ${found(/startxref\s+(\d+)/)} >>`;
  const table = `xref\n${file} 1\n${String(before.length + 1).padStart(10, '0')} 00000 n \ntrailer\n${trailer}\n`;
  const end = `startxref\n${before.length + object.length}\n%%EOF\n`;
  return Buffer.concat([before, object, Buffer.from(table + end)]);
}
