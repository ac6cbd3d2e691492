/** Which rows are one record, and what the first of them says for all. Few pages have such rows (each-once.ts). */
import type { Item, Row } from '../item.ts';
import type { Presenter } from '../verify/presentation.ts';
import { CHECK_IDS, distinctContacts, problemsOf } from '../verify/report.ts';

/** Whether a row is shown whatever others say. What the reader asked about always is. */
export type IsApart = (row: Item) => boolean;
const isAsked: IsApart = ({ asked }) => asked !== undefined;

/** For each row that another one stands for, the key of that other one. */
export function standInsOf(
  rows: readonly (Item | Row)[],
  isApart: IsApart = isAsked,
): ReadonlyMap<string, string> {
  const settled = settledStandIns(rows.filter(isChecked), isApart);
  const keys = new Set(rows.map(({ key }) => key));
  // What is asked about again stays where it was until an answer says otherwise.
  const asked = rows.flatMap((row): [string, string][] => {
    const standIn = isChecked(row) ? undefined : row.standIn;
    return standIn !== undefined && keys.has(standIn) && !settled.has(standIn) ? [[row.key, standIn]] : [];
  });
  return new Map([...settled, ...asked]);
}

function settledStandIns(items: readonly Item[], isApart: IsApart): ReadonlyMap<string, string> {
  const isPart = ({ within }: Item): boolean => within !== null;
  const inside = new Map<string, Item[]>();
  for (const item of items) if (item.within !== null) add(inside, item.within, item);
  const byId = new Map<string, Item[]>();
  // A stranger can put one record into any number of others, so what is inside another one is counted once as well. What
  // the page links by itself stands for it.
  const ownFirst = [...items.filter((item) => !isPart(item)), ...items.filter(isPart)];
  for (const item of ownFirst) add(byId, idOfOwn(item, isApart), item);
  byId.delete('');
  const standIns = new Map<string, string>();
  for (const alike of byId.values()) if (alike.length > 1) pair(alike, inside, standIns);
  return new Map([...standIns.keys()].map((key) => [key, lastOf(key, standIns)]));
}

/** The row that stands for this one, and has none that stands for itself. */
function lastOf(key: string, standIns: ReadonlyMap<string, string>): string {
  let last = key;
  for (let next = standIns.get(last); next !== undefined; next = standIns.get(last)) last = next;
  return last;
}

/** Empty where a row has none, or stands for itself alone, as a list does. */
const idOfOwn = (item: Item, isApart: IsApart): string =>
  item.contains || isApart(item) ? '' : (item.report.credential?.id ?? '');

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
 * agrees with it or is silent. So may what whoever shows it chooses: the page's number for it, which no record bears out,
 * and who signed the presentation that it came in. They could show one credential as twelve.
 */
const factsOf = ({ key, report, verdict, earlier }: Item, inside: Inside): readonly unknown[] => [
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
