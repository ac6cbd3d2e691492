/** A credential and all that it contains: each is verified on its own, because a container vouches for nothing in it. */
import type { Credential } from '../credential/model.ts';
import { readCredential } from '../credential/read.ts';
import type { Item, Subject } from '../item.ts';
import type { JsonObject } from '../json.ts';
import { problem } from '../problem.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { isPresentation, type Presenter, verifyPresentation } from '../verify/presentation.ts';
import { unresolvedReport } from '../verify/unresolved.ts';
import { verify } from '../verify/verify.ts';
import { conclude, withContacts } from './concluded.ts';

/** Credentials within credentials: a CLR in a presentation is two levels. More than this is an attack. */
const MAX_NESTING = 4;
/** The widest real transcripts hold some hundred. */
export const MAX_ITEMS = 500;

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
 * Verifies one credential and then, each on its own, the ones inside it. Their rows are added to `items`, of which there
 * are at most MAX_ITEMS. A presentation only carries: its rows are the credentials in it. Never rejects for bad input.
 */
export const inspectCredential = (
  subject: Subject,
  credential: Credential,
  { ports, items }: Pick<Inspection, 'ports' | 'items'>,
): Promise<void> =>
  inspectOne(subject, credential, {
    ports,
    items,
    within: null,
    nesting: 0,
    presenter: null,
    carriedFor: null,
  });

const inspectOne = (subject: Subject, credential: Credential, inspection: Inspection): Promise<void> =>
  isPresentation(credential)
    ? inspectPresentation(subject, credential, inspection)
    : inspectAlone(subject, credential, inspection);

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
  if (read.ok) return inspectOne(part, read.value, inspection);
  const report = unresolvedReport(read.problem, inspection.ports.clock.now());
  const { within, presenter } = inspection;
  inspection.items.push({ ...conclude(part, report), within, ...(presenter && { presenter }) });
}
