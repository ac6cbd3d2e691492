/**
 * The whole story of one page, in the order in which a careful person would follow it: Link → Candidate → Document →
 * Credential → Report → Verdict. The background, the command line and every surface call it, so that all of them say
 * the same.
 */

import { type Contents, findCredentials } from './credential/find.ts';
import type { Credential, Document } from './credential/model.ts';
import { parse } from './credential/parse.ts';
import { readCredential } from './credential/read.ts';
import { isPdf } from './encoding/is-pdf.ts';
import type { PdfFile } from './encoding/pdf.ts';
import { fewStops } from './heavy/few-stops.ts';
import type { Item, Subject } from './item.ts';
import type { Json, JsonObject } from './json.ts';
import { documentBudget } from './json-ld/work-budget.ts';
import { recordContacts } from './net/contacts.ts';
import { patient } from './net/patience.ts';
import { type Problem, type ProblemCode, problem } from './problem.ts';
import { askedCandidates } from './recognise/asked.ts';
import type { Candidate } from './recognise/candidate.ts';
import { recogniseInView } from './resolve/page-in-view.ts';
import { resolve } from './resolve/resolve.ts';
import type { Resolved } from './resolve/resolved.ts';
import type { Result } from './result.ts';
import { NO_CLAIM, type PageScan } from './site/sighting.ts';
import { judge } from './verify/judge.ts';
import { platformReport } from './verify/platform-record.ts';
import type { VerifyPorts } from './verify/ports.ts';
import { isPresentation, type Presenter, verifyPresentation } from './verify/presentation.ts';
import { type Contact, holds, notApplicable, type Report } from './verify/report.ts';
import { pageOnlyReport, unresolvedReport } from './verify/unresolved.ts';
import { verify } from './verify/verify.ts';

/** Credentials within credentials: a CLR in a presentation is two levels. More than this is an attack. */
const MAX_NESTING = 4;
/** The widest real transcripts hold some hundred. */
const MAX_ITEMS = 500;

export interface InspectOptions {
  /** Called as soon as one candidate is settled; with an empty list where it turned out to be nothing. */
  readonly onItems?: (candidate: Candidate, items: readonly Item[]) => void;
}

/**
 * Everything on a page that is, or claims to be, a credential, each with its report and verdict. Never rejects for bad
 * input.
 */
export async function inspect(
  scan: PageScan,
  ports: VerifyPorts,
  { onItems }: InspectOptions = {},
): Promise<readonly Item[]> {
  const settled = await Promise.all(
    recogniseInView(scan).map(async (candidate) => {
      const items = await inspectCandidate(candidate, ports);
      onItems?.(candidate, items);
      return items;
    }),
  );
  return settled.flat();
}

/** One candidate: asks for its record, reads it, and verifies every credential in it. */
export async function inspectCandidate(candidate: Candidate, ports: VerifyPorts): Promise<readonly Item[]> {
  const asked = recordContacts(ports.net, ports.clock);
  const subject = subjectOf(candidate);
  const resolved = await resolve(candidate, asked.net);
  const items = resolved.ok
    ? await inspectResolved(resolved.value, subject, ports)
    : unsettled(subject, resolved.problem, ports);
  const worth = candidate.speculative ? items.filter(({ report }) => report.credential !== null) : items;
  return worth.map((item) => withContacts(item, asked.contacts()));
}

async function inspectResolved(
  resolved: Resolved,
  subject: Subject,
  ports: VerifyPorts,
): Promise<readonly Item[]> {
  switch (resolved.kind) {
    case 'document':
      return inspectDocument(resolved.document, ports, subject);
    case 'list': {
      const why = problem('list-of-credentials', { params: { count: resolved.links.length } });
      const [item] = unsettled(subject, why, ports);
      return item ? [{ ...item, contains: resolved.links }] : [];
    }
    case 'platform':
      return [conclude(subject, await platformReport(resolved.record, subject.claim, ports))];
    case 'page':
      return [conclude(subject, pageOnlyReport(resolved.page, ports.clock.now()))];
  }
}

/**
 * An address that somebody typed. They ask for what it leads to. So an unknown address is read, whatever it serves, and
 * a short link is followed once.
 */
export async function inspectLink(link: string, ports: VerifyPorts): Promise<readonly Item[]> {
  const candidates = askedCandidates({ kind: 'link', link });
  return (await Promise.all(candidates.map((each) => inspectCandidate(each, ports)))).flat();
}

/** A document by itself, which no page shows. */
const ALONE: Subject = { key: 'document', link: null, provider: null, claim: null, places: [] };

/** The item for a document that could not even be opened; `why` is its reason. */
export const inspectUnopened = (why: Problem, ports: Pick<VerifyPorts, 'clock'>): readonly Item[] =>
  unsettled(ALONE, why, ports);

/** One document of any container: a file, a dropped image, pasted text, or what a link served. */
export async function inspectDocument(
  document: Document,
  ports: VerifyPorts,
  subject: Subject = { ...ALONE, link: document.url },
): Promise<readonly Item[]> {
  // A page could name a PDF full of links. Links are followed only in a PDF that the reader hands over.
  const isHandedOver = document.origin === 'file' || subject.asked !== undefined;
  const { content } = document;
  return isHandedOver && typeof content !== 'string' && isPdf(content)
    ? inspectPdf(content, ports, { subject, answered: document.origin === 'fetched' })
    : inspectParsed(document, ports, subject);
}

/** JSON that nobody sent as a text. It is what `parseJson` gives, or could have given. */
export const inspectJson = (json: Json, ports: VerifyPorts): Promise<readonly Item[]> =>
  inspectRead(findCredentials(json, null), ports, { subject: ALONE, answered: false });

async function inspectParsed(
  document: Document,
  ports: VerifyPorts,
  subject: Subject,
): Promise<readonly Item[]> {
  return inspectRead(await parse(document), ports, { subject, answered: document.origin === 'fetched' });
}

async function inspectRead(
  parsed: Result<Contents>,
  ports: VerifyPorts,
  { subject, answered }: { readonly subject: Subject; readonly answered: boolean },
): Promise<readonly Item[]> {
  if (!parsed.ok) return unsettled(subject, parsed.problem, ports, answered);
  const items: Item[] = [];
  const shared = {
    ...ports,
    net: patient(ports.net, ports.clock),
    heavy: fewStops(ports.heavy),
    workBudget: documentBudget(),
  };
  const { credentials, unread } = parsed.value;
  const withMore = (key: string): readonly Item[] => [
    ...claimedOnce(items),
    ...unsettled({ ...subject, key }, problem('too-many-contained'), ports),
  ];
  for (const [index, credential] of credentials.entries()) {
    const key = index === 0 ? subject.key : `${subject.key}/${index}`;
    if (items.length >= MAX_ITEMS) return withMore(key);
    await inspectCredential({ ...subject, key }, credential, {
      ports: shared,
      items,
      within: null,
      nesting: 0,
      presenter: null,
      carriedFor: null,
    });
  }
  // What stands beside them and could not be read is told as well: a file is as good as all that it holds.
  for (const [index, why] of unread.entries()) {
    const key = `${subject.key}/${credentials.length + index}`;
    if (items.length >= MAX_ITEMS) return withMore(key);
    items.push(...unsettled({ ...subject, key, claim: null }, why, ports, answered));
  }
  return claimedOnce(items);
}

/**
 * The page speaks of one credential, however many its link carries. Where one agrees with the page, the page says nothing
 * of the others. Where none does, each is held against it. Anybody may write or sign one that agrees. So it must be
 * authentic, and what a stranger issued takes no doubt from a recognised issuer's.
 */
function claimedOnce(items: readonly Item[]): readonly Item[] {
  const agreeing = items.filter(
    ({ report: { outcomes } }) =>
      outcomes['page-claim'].state === 'passed' && holds(outcomes.proof) && holds(outcomes['key-binding']),
  );
  const isRecognised = ({ report }: Item): boolean => report.issuer.rung === 'recognised';
  return items.map((item) => {
    const isDoubted = item.report.outcomes['page-claim'].state === 'warned';
    const isAnswered = agreeing.some((each) => isRecognised(each) || !isRecognised(item));
    if (!isDoubted || !isAnswered) return item;
    const report = { ...item.report, outcomes: { ...item.report.outcomes, 'page-claim': notApplicable() } };
    return { ...item, claim: null, report, verdict: judge(report) };
  });
}

/** The most links of one PDF that are asked at once. A document with more is no CV. */
const MAX_LINKS_IN_PDF = 50;

/**
 * A PDF carries credentials like a page: those in its embedded files, then those that its links lead to. Its links are
 * recognised as a page's are, so a CV's other links are not requested.
 */
async function inspectPdf(
  bytes: Uint8Array,
  ports: VerifyPorts,
  { subject, answered }: { readonly subject: Subject; readonly answered: boolean },
): Promise<readonly Item[]> {
  const read = await ports.heavy.run('readPdf', { bytes });
  if (!read.ok) return unsettled(subject, read.problem, ports, answered);
  const { files, links, whole } = read.value;
  const candidates = recogniseInView(linksOnly(links));
  const rows: readonly ((subject: Subject) => Promise<readonly Item[]>)[] = [
    ...files.map((file) => (part: Subject) => inspectFileIn(file, ports, part)),
    ...candidates.slice(0, MAX_LINKS_IN_PDF).map(
      (candidate) =>
        async ({ key, asked }: Subject) =>
          inspectCandidate({ ...candidate, key, places: [], ...(asked && { asked }) }, ports),
    ),
    ...(whole && candidates.length <= MAX_LINKS_IN_PDF
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
  'unknown-format',
]);

/** One file embedded in a PDF. A PDF in a PDF is not opened. */
async function inspectFileIn(
  { bytes, name }: PdfFile,
  ports: VerifyPorts,
  subject: Subject,
): Promise<readonly Item[]> {
  const document = { content: bytes, contentType: null, charset: null, url: null, origin: 'file' } as const;
  const named = subject.asked ? { ...subject, asked: { ...subject.asked, name } } : subject;
  const items = await inspectParsed(document, ports, named);
  return items.filter(({ verdict }) => !NO_CREDENTIAL.has(verdict.reason ?? ''));
}

const linksOnly = (links: readonly string[]): PageScan => ({
  url: '',
  title: '',
  language: null,
  sightings: links.map((link, place) => ({ kind: 'link', link, text: null, claim: NO_CLAIM, place })),
});

interface Inspection {
  readonly ports: VerifyPorts;
  readonly items: Item[];
  readonly within: string | null;
  readonly nesting: number;
  /** Who signed the presentation that it is in; null where nobody signed one. */
  readonly presenter: Presenter | null;
  /** The person that the containing record is about; null where it is in none. */
  readonly carriedFor: string | null;
}

/**
 * Verifies one credential and then, each on its own, the ones inside it. A container vouches for nothing in it. A
 * presentation only carries: its rows are the credentials in it.
 */
async function inspectCredential(
  subject: Subject,
  credential: Credential,
  inspection: Inspection,
): Promise<void> {
  if (isPresentation(credential)) return inspectPresentation(subject, credential, inspection);
  return inspectAlone(subject, credential, inspection);
}

async function inspectAlone(subject: Subject, credential: Credential, inspection: Inspection): Promise<void> {
  const { ports, items, within, presenter, carriedFor } = inspection;
  const { report, record } = await verify({ credential, claim: subject.claim, carriedFor }, ports);
  // What was signed also decides what kind of record it is, however it was written.
  if (isPresentation(record) && !isPresentation(credential))
    return inspectPresentation(subject, credential, inspection);
  items.push({ ...conclude(subject, report), within, ...(presenter && { presenter }) });
  const inside = { ...inspection, within: subject.key, carriedFor: record.recipient.id ?? carriedFor };
  await inspectAll(partsOf(subject, record), inside);
}

async function inspectPresentation(
  subject: Subject,
  presentation: Credential,
  inspection: Inspection,
): Promise<void> {
  const { ports, items, within } = inspection;
  const { presenter, report, contacted, record } = await verifyPresentation(presentation, ports);
  if (!isPresentation(record) && isPresentation(presentation))
    return inspectAlone(subject, presentation, inspection);
  const inside = { ...inspection, presenter: presenter ?? inspection.presenter };
  const first = items.length;
  if (report) {
    items.push({ ...conclude(subject, report), within, ...(presenter && { presenter }) });
    await inspectAll(partsOf(subject, record), { ...inside, within: subject.key });
  } else await inspectAll(rowsOf(subject, record), inside);
  for (const [index, item] of items.entries())
    if (index >= first) items[index] = withContacts(item, contacted);
}

interface Part {
  readonly subject: Subject;
  readonly inner: JsonObject | string;
}

/** Credentials inside one that has a row of its own. The page's word is about the outer one. */
const partsOf = (subject: Subject, { contained }: Credential): readonly Part[] =>
  contained.map((inner, index) => ({
    subject: { ...subject, key: `${subject.key}.${index}`, claim: null },
    inner,
  }));

/** Credentials that take the place of the presentation that carries them. The page's word is about one of them. */
const rowsOf = (subject: Subject, presentation: Credential): readonly Part[] =>
  partsOf(subject, presentation).map((part, index) => ({
    ...part,
    subject: {
      ...part.subject,
      key: index === 0 ? subject.key : part.subject.key,
      claim: subject.claim,
    },
  }));

async function inspectAll(parts: readonly Part[], inspection: Inspection): Promise<void> {
  const { ports, items, within, nesting } = inspection;
  for (const { subject, inner } of parts) {
    if (items.length >= MAX_ITEMS || nesting >= MAX_NESTING) {
      items.push({
        ...conclude(subject, unresolvedReport(problem('too-many-contained'), ports.clock.now())),
        within,
      });
      return;
    }
    await inspectContained(subject, inner, { ...inspection, nesting: nesting + 1 });
  }
}

async function inspectContained(
  part: Subject,
  inner: JsonObject | string,
  inspection: Inspection,
): Promise<void> {
  const read = await readCredential(inner, null);
  if (read.ok) return inspectCredential(part, read.value, inspection);
  const report = unresolvedReport(read.problem, inspection.ports.clock.now());
  const { within, presenter } = inspection;
  inspection.items.push({ ...conclude(part, report), within, ...(presenter && { presenter }) });
}

const subjectOf = ({ key, link, provider, claim, places, asked }: Candidate): Subject => ({
  key,
  link,
  provider: provider && { id: provider.id, name: provider.name },
  claim,
  places,
  ...(asked && { asked }),
});

const unsettled = (
  subject: Subject,
  why: Problem,
  ports: Pick<VerifyPorts, 'clock'>,
  answered = false,
): readonly Item[] => [conclude(subject, unresolvedReport(why, ports.clock.now(), answered))];

const conclude = (subject: Subject, report: Report): Item => ({
  ...subject,
  report,
  verdict: judge(report),
  within: null,
});

/** The requests that found the record come before those that verified it. */
const withContacts = (item: Item, before: readonly Contact[]): Item => ({
  ...item,
  report: { ...item.report, contacted: distinct([...before, ...item.report.contacted]) },
});

const distinct = (contacts: readonly Contact[]): readonly Contact[] => [
  ...new Map(contacts.map((contact) => [`${contact.url} ${contact.at}`, contact])).values(),
];
