/** A PDF that a reader hands over, with what it holds and what it links to. */
import { type Budget, budgetOf } from '../budget.ts';
import { fileDocument } from '../credential/file-document.ts';
import type { Document } from '../credential/model.ts';
import { isPdf } from '../encoding/is-pdf.ts';
import type { PdfFile } from '../encoding/pdf.ts';
import { fewStops } from '../heavy/few-stops.ts';
import type { Item, Subject } from '../item.ts';
import { type ProblemCode, problem } from '../problem.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { recogniseInView } from '../resolve/page-in-view.ts';
import { NO_CLAIM, type PageScan } from '../site/sighting.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { unsettled } from './concluded.ts';
import { eachOnce } from './each-once.ts';

/** The most links of one PDF, and of those in it, that are asked at once. A document with more is no CV. */
const MAX_LINKS = 50;
/** A portfolio holds certificates, which are PDFs themselves. */
const MAX_IN_ONE_ANOTHER = 2;

interface PdfInspection {
  readonly subject: Subject;
  readonly answered: boolean;
  /** What becomes of its links, and of its files. */
  readonly inspectCandidate: (candidate: Candidate, ports: VerifyPorts) => Promise<readonly Item[]>;
  readonly inspectParsed: (
    document: Document,
    ports: VerifyPorts,
    subject: Subject,
  ) => Promise<readonly Item[]>;
}

/** What is left for it and the PDFs in it. */
interface Left {
  readonly links: Budget;
  /** How many PDFs in one another may be opened from here on. */
  readonly levels: number;
}

/**
 * A PDF carries credentials like a page: those in its embedded files, then those that its links lead to. Its links are
 * recognised as a page's are, so a CV's other links are not requested.
 */
export async function inspectPdf(
  bytes: Uint8Array,
  ports: VerifyPorts,
  inspection: PdfInspection,
): Promise<readonly Item[]> {
  const items = await inspectWithin(bytes, ports, {
    ...inspection,
    links: budgetOf(MAX_LINKS),
    levels: MAX_IN_ONE_ANOTHER,
  });
  // The reader asked about the PDF, and not about each copy in it.
  return eachOnce(items, () => false);
}

async function inspectWithin(
  bytes: Uint8Array,
  ports: VerifyPorts,
  inspection: PdfInspection & Left,
): Promise<readonly Item[]> {
  const { subject, answered } = inspection;
  const read = await ports.heavy.run('readPdf', { bytes });
  if (!read.ok) return unsettled(subject, read.problem, ports, answered);
  const shared = { ...ports, heavy: fewStops(ports.heavy) };
  const { files, links, whole } = read.value;
  const candidates = recogniseInView(linksOnly(links));
  const asked = candidates.filter(() => inspection.links.spend(1));
  const rows: readonly ((subject: Subject) => Promise<readonly Item[]>)[] = [
    ...files.map((file) => (part: Subject) => inspectFileIn(file, shared, { ...inspection, subject: part })),
    ...asked.map(
      (candidate) =>
        async ({ key, asked }: Subject) =>
          inspection.inspectCandidate({ ...candidate, key, places: [], ...(asked && { asked }) }, ports),
    ),
    ...(whole && asked.length === candidates.length
      ? []
      : [async (part: Subject) => unsettled(part, problem('too-many-contained'), ports)]),
  ];
  const items = await Promise.all(
    rows.map((row, index) => row({ ...subject, key: `${subject.key}/${index}`, link: null, claim: null })),
  );
  return items.some((each) => each.length > 0)
    ? items.flat()
    : unsettled(subject, problem('nothing-to-check'), ports);
}

/** Problems that say that an embedded file is no credential. It need not be one. */
const NO_CREDENTIAL: ReadonlySet<string> = new Set<ProblemCode>([
  'empty-document',
  'image-not-baked',
  'no-credential-found',
  'nothing-to-check',
  'unknown-format',
]);

/** One file embedded in a PDF. */
async function inspectFileIn(
  { bytes, name }: PdfFile,
  ports: VerifyPorts,
  { subject, ...inspection }: PdfInspection & Left,
): Promise<readonly Item[]> {
  const named = subject.asked ? { ...subject, asked: { ...subject.asked, name } } : subject;
  const items = await inspectOpened(fileDocument(bytes), ports, { ...inspection, subject: named });
  return items.filter(({ verdict }) => !NO_CREDENTIAL.has(verdict.reason ?? ''));
}

async function inspectOpened(
  document: Document & { readonly content: Uint8Array },
  ports: VerifyPorts,
  inspection: PdfInspection & Left,
): Promise<readonly Item[]> {
  if (!isPdf(document.content)) return inspection.inspectParsed(document, ports, inspection.subject);
  const levels = inspection.levels - 1;
  return levels > 0
    ? inspectWithin(document.content, ports, { ...inspection, levels })
    : unsettled(inspection.subject, problem('too-many-contained'), ports);
}

const linksOnly = (links: readonly string[]): PageScan => ({
  url: '',
  title: '',
  language: null,
  sightings: links.map((link, place) => ({ kind: 'link', link, text: null, claim: NO_CLAIM, place })),
});
