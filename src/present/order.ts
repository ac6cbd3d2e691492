import type { RowView } from './row.ts';

/** What needs a person comes first; what holds needs nobody. */
const ATTENTION = { failed: 0, caution: 1, inconclusive: 2, unrecognised: 3, verified: 4 } as const;

/**
 * Puts rows in the order of the attention that they need, page order within, and each credential that is inside
 * another one right after it. Rows come in page order.
 */
export function orderByAttention(rows: readonly RowView[]): readonly RowView[] {
  const keys = new Set(rows.map(({ key }) => key));
  const inside = (row: RowView): boolean =>
    row.within !== null && row.within !== row.key && keys.has(row.within);
  const weight = ({ verdict }: RowView): number => (verdict === null ? -1 : ATTENTION[verdict.standing]);
  const children = new Map<string | null, RowView[]>();
  for (const row of rows.filter(inside)) children.set(row.within, [...(children.get(row.within) ?? []), row]);
  const seen = new Set<string>();
  const withInner = (row: RowView): readonly RowView[] => {
    if (seen.has(row.key)) return [];
    seen.add(row.key);
    return [row, ...(children.get(row.key) ?? []).flatMap(withInner)];
  };
  const top = rows.filter((row) => !inside(row)).toSorted((one, other) => weight(one) - weight(other));
  // Rows that name each other as containers have no top; they are shown all the same.
  return [...top, ...rows].flatMap(withInner);
}
