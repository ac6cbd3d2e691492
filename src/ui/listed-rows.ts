import { useContext, useMemo, useRef } from 'preact/hooks';
import type { Row } from '../item.ts';
import { groupRows, type Placed, type RowGroup } from '../present/groups.ts';
import { isOffline, placeOf, type RowView, rowView } from '../present/row.ts';
import { VoiceContext } from './voice.ts';

/** A row of the page in its place. Its words are made when it is drawn. */
export interface ListedRow extends Placed {
  readonly row: Row;
  readonly isOffline: boolean;
}

interface OnPage {
  /** The reader asked for every one of the rows, so they need not say so. */
  readonly alone: boolean;
  /** The person that the page is about. Null where it names nobody. */
  readonly person: string | null;
}

/** Rows that did not change stay the same objects. */
export function useListedRows(rows: readonly Row[], { alone, person }: OnPage): readonly ListedRow[] {
  const known = useMemo(() => new WeakMap<object, ListedRow>(), [alone, person]);
  return useMemo(
    () =>
      rows.map((row) => {
        const listed = known.get(row) ?? {
          ...placeOf(row, person),
          ...(alone && { asked: null }),
          row,
          isOffline: isOffline(row),
        };
        known.set(row, listed);
        return listed;
      }),
    [rows, known],
  );
}

/** A row's view is made when it is first drawn, and once, however often the other rows change. */
export function useViews({ alone, person }: OnPage): (listed: ListedRow) => RowView {
  const { say, dates } = useContext(VoiceContext);
  const known = useMemo(() => new WeakMap<object, RowView>(), [say, dates, alone, person]);
  return ({ row }) => {
    const view = known.get(row) ?? { ...rowView(row, say, dates, person), ...(alone && { asked: null }) };
    known.set(row, view);
    return view;
  };
}

/**
 * Page order while rows are being checked, groups once they are done. Rows never move after the reader has opened one.
 */
export function useHeldGroups(
  rows: readonly ListedRow[],
  { settled, held }: { readonly settled: boolean; readonly held: boolean },
): readonly RowGroup<ListedRow>[] {
  const last = useRef<readonly RowGroup<ListedRow>[]>([]);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const kept = last.current.map(({ rows: own, ...group }) => ({
    ...group,
    rows: own.flatMap(({ key }) => byKey.get(key) ?? []),
  }));
  const isKept = held && kept.reduce((sum, group) => sum + group.rows.length, 0) === rows.length;
  if (isKept) last.current = kept;
  else if (settled) last.current = groupRows(rows);
  else last.current = [{ id: 'checking', rows, isOpen: true }];
  return last.current;
}
