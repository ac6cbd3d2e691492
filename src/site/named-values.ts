/** Values that stand beside their names: in a table's row or column, or in a list of terms. */
import { TABLE_ROW } from './items.ts';

/** A name, and what stands below or beside it. */
type Named = readonly Element[];

/** The values of a table's row or column, or of a list's record, each with its name. */
export function namedValues(card: Element): readonly Named[] {
  if (card.matches('dt,dd')) return recordOf(card);
  // A row of names ends with one. One beside values does not.
  const heads = card
    .closest('table,[role$=grid],[role=table]')
    ?.querySelector('th:last-child,[role=columnheader]:last-child')?.parentElement?.children;
  if (!heads) return card.matches('th~td') ? columnOf(card) : [];
  return card.matches(TABLE_ROW) && heads.length === card.children.length
    ? Array.from(card.children, (cell, at) => [heads[at] ?? cell, cell])
    : [];
}

/** All of these are looked at for each link among them. What people read is shorter. */
const MAX_CHILDREN = 500;
const childrenOf = (element: Element | null | undefined): readonly Element[] =>
  element && element.children.length < MAX_CHILDREN ? [...element.children] : [];

/** The cells of a column, each beside the name of its row. A table of one column may be about anything. */
function columnOf(cell: Element): readonly Named[] {
  const cells = childrenOf(cell.parentElement);
  const rows = childrenOf(cell.parentElement?.parentElement).map(childrenOf);
  const isNamed = rows.every((row) => row.length === cells.length && row[0]?.matches('th'));
  return isNamed && cells.length > 2
    ? rows.map((row) => row.filter((_, at) => at === 0 || at === cells.indexOf(cell)))
    : [];
}

/** A term with what is said of it; a value with all of its record, where each begins with the list's first term. */
function recordOf(card: Element): readonly Named[] {
  const isTerm = card.matches('dt');
  const all = childrenOf(card.parentElement);
  let record: Element[][] = [];
  for (const each of all)
    if (each.matches('dt')) {
      if (isTerm || each.textContent === all[0]?.textContent) {
        if (record.flat().includes(card)) break;
        record = [];
      }
      record.push([each]);
    } else record.at(-1)?.push(each);
  return isTerm || record.length > 1 ? record : [];
}
