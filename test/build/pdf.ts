/** PDFs, made with another library than the one that reads them. */
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';

export interface PdfParts {
  /** Link annotations, one page for each list. */
  readonly pages?: readonly (readonly string[])[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** A document that only opens with a password that nobody gave. */
  readonly encrypted?: boolean;
}

export async function makePdf({ pages = [[]], files = {}, encrypted }: PdfParts): Promise<Uint8Array> {
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
  for (const [name, content] of Object.entries(files))
    await pdf.attach(typeof content === 'string' ? new TextEncoder().encode(content) : content, name);
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
