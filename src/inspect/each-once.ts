/**
 * Rows of one record under several addresses. Links that the registry knows to name one record are one candidate before
 * anything is asked (recognise/merge.ts). On any other host, only the answers show that they are.
 */
import type { Item, Row } from '../item.ts';
import { gathered, type IsApart, standInsOf } from './one-record.ts';

/**
 * The rows with every record once, in their order. The first row of a record stands for all of them: with their places,
 * with who was asked for any of them, and with the other addresses as `alsoLinked`.
 */
export function eachOnce<Each extends Item | Row>(rows: readonly Each[], isApart?: IsApart): readonly Each[] {
  const standIns = standInsAmong(rows, isApart);
  return standIns.size === 0 ? rows : gathered(rows, standIns);
}

/** For each row that another one stands for, the key of that other one. */
export function standInsAmong(rows: readonly (Item | Row)[], isApart?: IsApart): ReadonlyMap<string, string> {
  const names = rows.flatMap((row) =>
    'report' in row ? [row.report.credential?.id ?? [], row.report.words ?? []].flat() : [],
  );
  const isAlone = new Set(names).size === names.length && !rows.some((row) => 'standIn' in row);
  return isAlone ? new Map() : standInsOf(rows, isApart);
}
