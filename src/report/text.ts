import { type CardView, card } from '../present/card.ts';
import { groupOf, inGroupOrder } from '../present/groups.ts';
import type { Voice } from '../present/sentence.ts';
import { summaryView } from '../present/summary.ts';
import type { Examination } from './examination.ts';

/**
 * For pasting into a mail or a record: the sentence, then one line for each credential. What needs a look comes first,
 * with its reason.
 */
export function toText({ page, items, at }: Examination, { say, dates }: Voice): string {
  const person = page?.person ?? null;
  const cards = items.map((item) => card(item, say, { dates, person }));
  const line = (view: CardView): string => {
    const { statusWord, standingWord, reason } = view.verdict;
    const why = groupOf(view) === 'look' && reason !== null ? `. ${reason}` : '';
    return `- ${view.title} (${view.issuer}): ${statusWord} · ${standingWord}${why}`;
  };
  return [
    summaryView(cards, say, person).sentence,
    ...inGroupOrder(cards).map(line),
    ...(page?.url ? [page.url] : []),
    say('report_made', { date: dates.moment(at) }),
    '',
  ].join('\n');
}
