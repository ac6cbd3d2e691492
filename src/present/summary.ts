import type { Standing } from '../verify/report.ts';
import type { Say } from './say.ts';
import { keyOf } from './sentence.ts';

export interface SummaryView {
  /** "12 credentials" */
  readonly head: string;
  /** "12 credentials: 4 hold, 3 need a question, 2 failed, 3 could not be checked" */
  readonly sentence: string;
  readonly parts: readonly SummaryPart[];
  readonly total: number;
  readonly checked: number;
}
export interface SummaryPart {
  readonly standing: Standing | 'checking';
  readonly count: number;
  /** "4 hold" */
  readonly words: string;
}

const ORDER = ['verified', 'caution', 'failed', 'inconclusive', 'checking'] as const;

/** The whole page in one line. Rows of no verdict yet are counted as being checked, never as anything else. */
export function summaryView(
  rows: readonly { readonly verdict: { readonly standing: Standing } | null }[],
  say: Say,
): SummaryView {
  const standings = rows.map(({ verdict }) => verdict?.standing ?? 'checking');
  const parts = ORDER.flatMap((standing): readonly SummaryPart[] => {
    const count = standings.filter((each) => each === standing).length;
    return count === 0 ? [] : [{ standing, count, words: say(keyOf.summary(standing), { count }) }];
  });
  const head = rows.length === 0 ? say('summary_none') : say('summary_count', { count: rows.length });
  const list = parts.map(({ words }) => words).join(say('list_joiner'));
  return {
    head,
    sentence: rows.length === 0 ? head : say('summary_sentence', { head, parts: list }),
    parts,
    total: rows.length,
    checked: standings.filter((each) => each !== 'checking').length,
  };
}
