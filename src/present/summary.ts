import { countByGroup, type Grouped, type GroupId, isCounted, isList, isOneCredential } from './groups.ts';
import type { Say } from './say.ts';
import { keyOf } from './sentence.ts';

export interface SummaryView {
  /** "Ada Lovelace", or "12 credentials" where the page names nobody. */
  readonly head: string;
  /** "Ada Lovelace: 9 confirmed, 2 from issuers not known to us, 1 to look into" */
  readonly sentence: string;
  readonly parts: readonly SummaryPart[];
  /** "1 has changed since an earlier visit"; null where none has, or no earlier visit is known. */
  readonly changed: string | null;
  /** "1 is made out to another name" than the page's; null where none is, or the page names nobody. */
  readonly whose: string | null;
  readonly total: number;
  readonly checked: number;
}
interface SummaryPart {
  readonly group: GroupId;
  readonly count: number;
  /** "9 confirmed" */
  readonly words: string;
}

/** The order of the counts: what is good, what is open, what to ask about. */
const TOLD: readonly GroupId[] = ['confirmed', 'unknown', 'look', 'unchecked', 'waiting', 'left', 'checking'];

/**
 * The whole page in one line, with the person's name where the page gives one. Rows without a verdict count as being
 * checked. Lists of credentials do not count as credentials.
 */
export function summaryView(all: readonly Grouped[], say: Say, person: string | null = null): SummaryView {
  const rows = all.filter(isCounted);
  const counts = countByGroup(rows);
  const parts = TOLD.flatMap((group): readonly SummaryPart[] => {
    const count = counts.get(group) ?? 0;
    return count === 0 ? [] : [{ group, count, words: say(keyOf.summary(group), { count }) }];
  });
  const changes = rows.filter(({ changed }) => changed != null).length;
  const others = rows.filter(({ whose }) => whose != null).length;
  const head = person ?? countWords(rows, say);
  const list = parts.map(({ words }) => words).join(say('list_joiner'));
  return {
    head,
    sentence: rows.length === 0 ? countWords(rows, say) : say('summary_sentence', { head, parts: list }),
    parts,
    changed: changes === 0 ? null : say('summary_changed', { count: changes }),
    whose: others === 0 ? null : say('summary_whose', { count: others }),
    total: all.length,
    checked: all.filter(({ verdict }) => verdict !== null).length,
  };
}

/** "12 credentials, 1 list of credentials" */
function countWords(rows: readonly Grouped[], say: Say): string {
  const reasons = rows.map(({ verdict }) => verdict?.code ?? null);
  const lists = reasons.filter(isList).length;
  const count = reasons.filter(isOneCredential).length;
  const words: string[] = [];
  if (count > 0) words.push(say('summary_count', { count }));
  if (lists > 0) words.push(say('summary_lists', { count: lists }));
  return words.length === 0 ? say('summary_none') : words.join(say('list_joiner'));
}
