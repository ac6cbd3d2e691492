import type { ProblemCode } from '../problem.ts';
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

const ORDER = ['verified', 'unrecognised', 'caution', 'failed', 'inconclusive', 'checking'] as const;

/** The reason that says of a row that it is a person's whole list of credentials; */
export const LIST: string = 'collection-not-single' satisfies ProblemCode;
/** and that it is nothing of the kind. */
const NOTHING: string = 'nothing-to-check' satisfies ProblemCode;

/** Whether a row stands for one credential, as far as is known. */
export const isOneCredential = (reason: string | null): boolean => reason !== LIST && reason !== NOTHING;

/** Whether a row is counted at all, in the sentence and under its standing. */
export const isCounted = ({ verdict }: Summed): boolean => verdict?.code !== NOTHING;

/** Of a row: its standing, and the code of the reason for it. */
export interface Summed {
  readonly verdict: { readonly standing: Standing; readonly code: string | null } | null;
}

/**
 * The whole page in one line. Rows of no verdict yet are counted as being checked, never as anything else; lists of
 * credentials are not counted as credentials, and what is neither is not counted at all: of what is no credential
 * nothing could not be checked.
 */
export function summaryView(all: readonly Summed[], say: Say): SummaryView {
  const rows = all.filter(isCounted);
  const standings = rows.map(({ verdict }) => verdict?.standing ?? 'checking');
  const parts = ORDER.flatMap((standing): readonly SummaryPart[] => {
    const count = standings.filter((each) => each === standing).length;
    return count === 0 ? [] : [{ standing, count, words: say(keyOf.summary(standing), { count }) }];
  });
  const reasons = rows.map(({ verdict }) => verdict?.code ?? null);
  const lists = reasons.filter((reason) => reason === LIST).length;
  const count = reasons.filter(isOneCredential).length;
  const counted = [
    ...(count > 0 || lists === 0
      ? [count === 0 ? say('summary_none') : say('summary_count', { count })]
      : []),
    ...(lists > 0 ? [say('summary_lists', { count: lists })] : []),
  ];
  const head = counted.join(say('list_joiner'));
  const list = parts.map(({ words }) => words).join(say('list_joiner'));
  return {
    head,
    sentence: rows.length === 0 ? head : say('summary_sentence', { head, parts: list }),
    parts,
    total: all.length,
    checked: all.filter(({ verdict }) => verdict !== null).length,
  };
}
