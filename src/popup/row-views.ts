import { type RowView, rowView } from '../present/row.ts';
import type { Voice } from '../present/sentence.ts';
import type { Row } from '../protocol.ts';

/**
 * Rows → views, each made once: storage hands the whole page over at every change, so a row is the same as before
 * when its key, its state and the moment of its judgement are.
 */
export function createRowViews(voice: Voice): (rows: readonly Row[]) => readonly RowView[] {
  const made = new Map<string, { readonly stamp: string; readonly view: RowView }>();
  return (rows) =>
    rows.map((row) => {
      const stamp = row.state === 'checking' ? 'checking' : `${row.verdict.status} ${row.report.at}`;
      const known = made.get(row.key);
      if (known?.stamp === stamp) return known.view;
      const view = rowView(row, voice.say, voice.dates);
      made.set(row.key, { stamp, view });
      return view;
    });
}
