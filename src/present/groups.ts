/** A page's rows in the order that readers need: first what asks for a look, last what they can do nothing about. */
import type { ProblemCode } from '../problem.ts';
import type { Standing, Status } from '../verify/report.ts';

export const GROUP_IDS = [
  'asked',
  'look',
  'confirmed',
  'unknown',
  'unchecked',
  'waiting',
  'left',
  'checking',
] as const;
export type GroupId = (typeof GROUP_IDS)[number];

/** A row's standing and the code of its reason; null while it is being checked. */
export interface Grouped {
  readonly verdict: {
    /** Tells a document without a credential from an empty answer to a link. */
    readonly status?: Status;
    readonly standing: Standing;
    readonly code: string | null;
  } | null;
  /** Set where it was something else at an earlier visit. */
  readonly changed?: string | null;
  /** Set where it is made out to another name than the page's. */
  readonly whose?: string | null;
}

const BY_STANDING: Readonly<Record<Standing, GroupId>> = {
  verified: 'confirmed',
  unrecognised: 'unknown',
  caution: 'look',
  failed: 'look',
  inconclusive: 'unchecked',
};

/** The row is a person's whole list of credentials. */
const LISTS: ReadonlySet<string> = new Set<ProblemCode>([
  'collection-not-single',
  'list-of-credentials',
  'list-empty',
]);
export const isList = (reason: string | null): boolean => reason !== null && LISTS.has(reason);
/** The row is no credential at all. */
const NOTHING: string = 'nothing-to-check' satisfies ProblemCode;
export const isNothing = (reason: string | null): boolean => reason === NOTHING;
/** What was read is a document, and no credential stands in it. */
const WITHOUT_ANY: ReadonlySet<string> = new Set<ProblemCode>(['empty-document', 'no-credential-found']);
export const holdsNone = (reason: string | null): boolean => reason !== null && WITHOUT_ANY.has(reason);
const NEEDS_GRANT: string = 'permission-needed' satisfies ProblemCode;
/** What waits for the reader: to grant access, or to ask for it where a page shows very many. */
const WAITING: ReadonlyMap<string | null, GroupId> = new Map([
  [NEEDS_GRANT, 'waiting'],
  ['left-for-request' satisfies ProblemCode, 'left'],
]);
/** The group of what waits for the reader. Nobody was asked about it, so it is not "could not be checked". */
export const waitingGroup = (reason: string | null): GroupId | null => WAITING.get(reason) ?? null;

/** Whether a row stands for one credential, as far as is known. */
export const isOneCredential = (reason: string | null): boolean => !isList(reason) && !isNothing(reason);

/** Whether a row is counted at all. "Could not be checked" makes no sense for what is no credential. */
export function isCounted({ verdict }: Grouped): boolean {
  if (verdict === null) return true;
  const { status, code } = verdict;
  return !isNothing(code) && !(status === 'not-checked' && holdsNone(code));
}

/** Whether a row waits for access to a site. */
export const needsGrant = ({ verdict }: Grouped): boolean => verdict?.code === NEEDS_GRANT;

/** The group of a row by its verdict alone. */
export function groupOf({ verdict }: Grouped): GroupId {
  if (verdict === null) return 'checking';
  return waitingGroup(verdict.code) ?? BY_STANDING[verdict.standing];
}

/**
 * What needs a look first, what failed before what raises a question; then the other groups in their order. Otherwise
 * the order stays.
 */
export const inGroupOrder = <Row extends Grouped>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted(
    (one, other) =>
      GROUP_IDS.indexOf(groupOf(one)) - GROUP_IDS.indexOf(groupOf(other)) || weight(one) - weight(other),
  );

/** How many rows stand in each group, by their verdicts. */
export function countByGroup(rows: readonly Grouped[]): ReadonlyMap<GroupId, number> {
  const counts = new Map<GroupId, number>();
  for (const row of rows.filter(isCounted)) counts.set(groupOf(row), (counts.get(groupOf(row)) ?? 0) + 1);
  return counts;
}

/** What a row needs to find its place among others. */
export interface Placed extends Grouped {
  readonly key: string;
  readonly within: string | null;
  /** Set where the reader asked about it. */
  readonly asked: string | null;
}

export interface RowGroup<Row extends Placed> {
  readonly id: GroupId;
  readonly rows: readonly Row[];
  /** Whether it is open from the start. */
  readonly isOpen: boolean;
}

/**
 * How many rows one popup holds. In a longer list, the groups that ask for nothing are folded. What needs a look has the
 * room for itself: beside it, the good groups are folded too.
 */
const ROWS_THAT_FIT = 8;
const FOLDED: readonly GroupId[] = ['unchecked', 'waiting', 'left'];
const FOLDED_BESIDE_LOOK: readonly GroupId[] = ['confirmed', 'unknown', ...FOLDED];

/**
 * The groups that have rows, each in page order. What failed comes before what raises a question. What the reader asked
 * about comes first whatever its verdict, with everything inside it.
 */
export function groupRows<Row extends Placed>(rows: readonly Row[]): readonly RowGroup<Row>[] {
  const groups = new Map<GroupId, Row[]>();
  const asked = new Set<string>();
  for (const row of rows) {
    const isAsked = row.asked !== null || (row.within !== null && asked.has(row.within));
    if (isAsked) asked.add(row.key);
    const id = isAsked ? 'asked' : groupOf(row);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  const long = groups.has('look') ? FOLDED_BESIDE_LOOK : FOLDED;
  const folded = rows.length > ROWS_THAT_FIT ? long : [];
  return GROUP_IDS.flatMap((id) => {
    const own = groups.get(id);
    if (own === undefined) return [];
    const ordered = id === 'look' ? own.toSorted((one, other) => weight(one) - weight(other)) : own;
    return [{ id, rows: ordered, isOpen: !folded.includes(id) }];
  });
}

const weight = ({ verdict }: Grouped): number => Number(verdict?.standing !== 'failed');
