/** Which rows are one record, and what the first of them says for all. Few pages have such rows (each-once.ts). */
import type { Item, Row } from '../item.ts';
import type { Presenter } from '../verify/presentation.ts';
import { CHECK_IDS, distinctContacts, problemsOf } from '../verify/report.ts';

/** For each row that another one stands for, the key of that other one. */
export function standInsOf(rows: readonly (Item | Row)[]): ReadonlyMap<string, string> {
  const settled = settledStandIns(rows.filter(isChecked));
  const keys = new Set(rows.map(({ key }) => key));
  // What is asked about again stays where it was until an answer says otherwise.
  const asked = rows.flatMap((row): [string, string][] => {
    const standIn = isChecked(row) ? undefined : row.standIn;
    return standIn !== undefined && keys.has(standIn) && !settled.has(standIn) ? [[row.key, standIn]] : [];
  });
  return new Map([...settled, ...asked]);
}

function settledStandIns(items: readonly Item[]): ReadonlyMap<string, string> {
  const inside = new Map<string, Item[]>();
  for (const item of items) if (item.within !== null) add(inside, item.within, item);
  const standIns = new Map<string, string>();
  // Anybody may write one credential into a record again and again, and into many records of their own.
  for (const isPart of [false, true]) {
    const byId = new Map<string, Item[]>();
    for (const item of items)
      if (isPart === (item.within !== null) && !standIns.has(item.key)) add(byId, idOfOwn(item), item);
    byId.delete('');
    for (const alike of byId.values()) if (alike.length > 1) pair(alike, inside, standIns);
  }
  return new Map([...standIns.keys()].map((key) => [key, lastIn(standIns, key)]));
}

/** A part of a record for which another stands may be one that stands in that other more than once. */
function lastIn(standIns: ReadonlyMap<string, string>, key: string): string {
  const next = standIns.get(key);
  return next === undefined ? key : lastIn(standIns, next);
}

/** Empty where a row has none, or stands for itself alone: what the reader asked about stays as it is, and so does a list. */
const idOfOwn = ({ asked, contains, report }: Item): string =>
  asked || contains ? '' : (report.credential?.id ?? '');

/** Of rows with one id, the first that tells the same stands for each, and what is inside it for what is inside them. */
function pair(alike: readonly Item[], inside: Inside, standIns: Map<string, string>): void {
  const firsts = new Map<string, readonly string[]>();
  for (const item of alike) {
    const facts = JSON.stringify(factsOf(item, inside));
    const keys = keysIn(item, inside);
    const known = firsts.get(facts);
    if (known === undefined) firsts.set(facts, keys);
    else for (const [at, key] of keys.entries()) standIns.set(key, known[at] ?? key);
  }
}

const isChecked = (row: Item | Row): row is Item => 'report' in row;

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** The rows directly inside each row, by its key. */
type Inside = ReadonlyMap<string, readonly Item[]>;

const keysIn = ({ key }: Item, inside: Inside): readonly string[] => [
  key,
  ...(inside.get(key) ?? []).flatMap((part) => keysIn(part, inside)),
];

/**
 * Everything that a reader must know of a row and of those inside it: what the record says, who issued it, what was
 * found out, and what of the page's word speaks against it. How the record is secured may differ, and whether the page
 * agrees with it or is silent. So may who presents it: anybody can sign a presentation of a credential that they have
 * seen. The page's number is held against no record, so two numbers are two credentials.
 */
const factsOf = ({ key, report, verdict, claim, earlier }: Item, inside: Inside): readonly unknown[] => [
  verdict,
  unordered({ ...report.credential, securing: null }),
  report.issuer,
  report.holder,
  CHECK_IDS.map((id) => {
    const outcome = report.outcomes[id];
    const isAgreed = id === 'page-claim' && outcome.state === 'passed';
    const state = isAgreed ? 'not-applicable' : outcome.state;
    return [state, problemsOf(outcome).map(({ code, params }) => [code, params])];
  }),
  claim?.credentialId,
  earlier?.outcome,
  inside.get(key)?.map((part) => factsOf(part, inside)),
];

/**
 * Plain data as text, the same for every order of its lists: in JSON-LD most have none, and a proof is over a set where
 * a token is over a text.
 */
function unordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(unordered).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  return `{${Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${unordered(member)}`)
    .sort()
    .join()}}`;
}

/** The rows without those that another one stands for, and with what these add to it. */
export function gathered<Each extends Item | Row>(
  rows: readonly Each[],
  standIns: ReadonlyMap<string, string>,
): readonly Each[] {
  const others = new Map<string, Each[]>();
  for (const row of rows) {
    const first = standIns.get(row.key);
    if (first !== undefined) add(others, first, row);
  }
  return rows
    .filter(({ key }) => !standIns.has(key))
    .map((row) => {
      const its = others.get(row.key);
      return its === undefined ? row : together(row, its);
    });
}

/** The first row of a record, with what the later ones add to it. */
function together<Each extends Item | Row>(first: Each, later: readonly Each[]): Each {
  const all = [first, ...later];
  const row = { ...first, places: [...new Set(all.flatMap(({ places }) => places))] };
  if (!isChecked(row)) return row;
  const { presenter } = row;
  const links = new Set(later.flatMap(({ link }) => link ?? []));
  links.delete(row.link ?? '');
  const contacted = distinctContacts(all.flatMap((each) => (isChecked(each) ? each.report.contacted : [])));
  return {
    ...row,
    // Of several presenters, none is told.
    presenter: later.every((each) => isPresentedBy(each, presenter)) ? presenter : undefined,
    report: { ...row.report, contacted },
    standsFor: later.map(({ key }) => key),
    ...(links.size > 0 && { alsoLinked: [...links] }),
  };
}

const isPresentedBy = (row: Item | Row, presenter: Presenter | undefined): boolean =>
  isChecked(row) && JSON.stringify(row.presenter) === JSON.stringify(presenter);
