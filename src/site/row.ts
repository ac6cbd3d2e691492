/**
 * The rows of a list in which each row is one entry, whatever it is built of. A row is one element, or a run of
 * several.
 */
import { bodyOf } from './headed.ts';
import { HEADINGS } from './heading.ts';
import { LIST_ITEM } from './items.ts';

export type Row = readonly [Element, ...Element[]];

const MAX_ROWS = 500;

/**
 * The rows by the mark that rows have; else the rows between lines; else the items; else the list as one row, without
 * its heading and the boxes around that. Every entry leads somewhere; a list without links only says that it is empty.
 */
export function rowsIn(list: Element, mark: string): readonly Row[] {
  const lists = [outermost(list, mark), rowsBetweenLines(list), outermost(list, LIST_ITEM)];
  const rows = lists.find(([first]) => first) ?? [wholeOf(list)];
  return rows.filter(isRow).slice(0, MAX_ROWS);
}

const isRow = (parts: readonly Element[]): parts is Row => parts.length > 0;

function wholeOf(list: Element): readonly Element[] {
  const heading = list.querySelector('h1,h2');
  const row = heading ? bodyOf(heading).filter((each) => list.contains(each)) : [list];
  return row.some((each) => each.querySelector('a')) ? row : [];
}

function outermost(list: Element, selector: string): readonly Row[] {
  const rows: Row[] = [];
  for (const each of list.querySelectorAll(selector))
    if (!rows.at(-1)?.[0]?.contains(each)) rows.push([each]);
  return rows;
}

/** A line stands between two rows, or at the top of each row but the first. */
function rowsBetweenLines(list: Element): readonly (readonly Element[])[] {
  let line: Element | null = list.querySelector('hr');
  while (line && line !== list && line.parentElement?.firstElementChild === line) line = line.parentElement;
  if (!line || line === list) return [];
  const rows: Element[][] = [[]];
  for (const each of line.parentElement?.children ?? []) {
    if (each.matches('hr') || each.firstElementChild?.matches('hr')) rows.push([]);
    if (isPart(each)) rows.at(-1)?.push(each);
  }
  return rows;
}

/** Leaves out the list's own heading and empty elements. */
const isPart = (element: Element): boolean =>
  /\p{L}/u.test(element.textContent) && !element.matches(HEADINGS) && !element.querySelector('h1,h2');
