/** PDF (ISO 32000-1) as a container: its links and the files in it. The contents of its pages are not read. */
import { budgetOf } from '../budget.ts';
import { part } from '../part.ts';
import { fail, type Result, succeed } from '../result.ts';
import { equalBytes } from './bytes.ts';

const pdfLibrary = part(() => import('unpdf'));

export interface PdfContent {
  /** The addresses of its link annotations (§12.5.6.5), each once, in page order. */
  readonly links: readonly string[];
  /** Its embedded files (§7.11.4), and the files attached to a page (§12.5.6.15). */
  readonly files: readonly PdfFile[];
  /** Whether all of it was read. A document with too many pages, links or files is read only up to the limits. */
  readonly whole: boolean;
}
export interface PdfFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A CV has about three pages, a transcript with all its sheets a few dozen at most. */
const MAX_PAGES = 100;
const MAX_LINKS = 200;
const MAX_FILES = 20;
/** Of all files together, unpacked: a small PDF may hold gigabytes. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Nothing is drawn, and nothing is fetched. */
const READ_ONLY = {
  disableFontFace: true,
  isOffscreenCanvasSupported: false,
  stopAtErrors: false,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  verbosity: 0,
} as const;

/**
 * Reads the links and files of a PDF. The library is loaded at its first use. A hostile file may take it a long time,
 * so callers run this through `Heavy`. Problems: `pdf-encrypted` (a password is needed), `pdf-malformed`,
 * `part-missing`.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<PdfContent>> {
  const library = await pdfLibrary();
  if (!library.ok) return library;
  const { getDocumentProxy } = library.value;
  try {
    // The library takes ownership of the bytes, so it gets a copy: a slice of Node's Buffer is none.
    const document = await getDocumentProxy(new Uint8Array(bytes), READ_ONLY);
    const links = new Set<string>();
    const files = filesOf(document);
    for (const [id, { filename }] of (await document.getAttachments()) ?? []) await files.add(id, filename);
    const pages = Math.min(document.numPages, MAX_PAGES);
    for (let number = 1; number <= pages; number += 1)
      for (const annotation of await annotationsOf(document, number)) {
        const address = addressOf(annotation);
        if (address !== null) links.add(address);
        const attached = attachedBy(annotation);
        if (attached !== null) await files.add(attached.id, attached.name);
      }
    return succeed({
      links: [...links].slice(0, MAX_LINKS),
      files: files.read,
      whole:
        document.numPages <= MAX_PAGES &&
        links.size <= MAX_LINKS &&
        files.areAll() &&
        distinct(files.read) >= embeddedIn(bytes),
    });
  } catch (trouble) {
    // A hostile file may break the library anywhere, so anything it throws is a problem of the file.
    return fail(nameOf(trouble) === 'PasswordException' ? 'pdf-encrypted' : 'pdf-malformed');
  }
}

type Pdf = Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>;
/** The part of the library's annotations that is used. The library has no types for them. */
interface Annotation {
  readonly subtype?: unknown;
  readonly url?: unknown;
  readonly fileId?: unknown;
  readonly file?: { readonly filename?: unknown };
}

/** The files of a document that were asked for, up to the limits. What is beyond them is not unpacked. */
function filesOf(document: Pdf) {
  const [count, bytes] = [budgetOf(MAX_FILES), budgetOf(MAX_FILE_BYTES)];
  const read: PdfFile[] = [];
  let areAll = true;
  return {
    read,
    areAll: () => areAll,
    async add(id: string, name: string): Promise<void> {
      const isWithin = count.spend(1) && !bytes.isSpent();
      const content = isWithin ? await document.getAttachmentContent(id) : null;
      const fits = isWithin && bytes.spend(content?.length ?? 0);
      if (!fits) areAll = false;
      else if (content !== null) read.push({ name, bytes: content });
    },
  };
}

const distinct = (files: readonly PdfFile[]): number =>
  files.filter(({ bytes }, at) => !files.slice(0, at).some((other) => equalBytes(other.bytes, bytes))).length;

/**
 * How many contents stand in objects that say that they are embedded files (§7.11.4.1). The library finds none that
 * shares its name with another, or that only an `AF` array names. A stream stands in no other one (§7.5.7), so each is
 * seen. A later revision of one has its number.
 */
function embeddedIn(bytes: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(bytes);
  const places = new Map<string, number>();
  let current = '';
  for (const { 1: number, index } of text.matchAll(
    /(\d{1,10}\s{1,9}\d{1,5}) obj|\/EmbeddedFile(?![A-Za-z])/g,
  ))
    if (number === undefined) places.set(current, index);
    else current = number;
  // More than are read anyway are not looked at one by one.
  if (places.size > MAX_FILES) return places.size;
  return new Set([...places.values()].map((place) => contentFrom(text, place))).size;
}

/** What the stream behind a dictionary holds, packed as it is (§7.3.8.1). A type may bear the keyword's name. */
function contentFrom(text: string, place: number): string {
  const start = text.slice(place).search(/>>\s*stream\s/);
  return start < 0 ? '' : text.slice(place + start, text.indexOf('endstream', place + start));
}

const addressOf = ({ subtype, url }: Annotation): string | null =>
  subtype === 'Link' && typeof url === 'string' && /^https?:/i.test(url) ? url : null;

const attachedBy = ({ subtype, fileId, file }: Annotation): { id: string; name: string } | null =>
  subtype === 'FileAttachment' && typeof fileId === 'string'
    ? { id: fileId, name: String(file?.filename ?? '') }
    : null;

async function annotationsOf(document: Pdf, number: number): Promise<readonly Annotation[]> {
  const page = await document.getPage(number);
  const annotations = await page.getAnnotations();
  page.cleanup();
  return annotations;
}

const nameOf = (trouble: unknown): string => (trouble instanceof Error ? trouble.name : '');
