import { cutText } from '../present/brief.ts';
import { type CardView, card } from '../present/card.ts';
import { groupOf, inGroupOrder } from '../present/groups.ts';
import type { Voice } from '../present/sentence.ts';
import { summaryView } from '../present/summary.ts';
import type { Examination } from './examination.ts';
import { missingOf } from './gaps.ts';

/** The most characters of a title: its reason stands behind it. */
const MAX_CHARACTERS = 200;

/** A line is ours. A name with line breaks would begin lines that look like those of other credentials. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/**
 * For pasting into a mail or a record: the sentence, then one line for each credential. What needs a look comes first,
 * with its reason. Each line begins with our own words, because a title may say anything, a verdict too.
 */
export function toText(examination: Examination, voice: Voice): string {
  const { page, items, at } = examination;
  const { say, dates } = voice;
  const person = page?.person ?? null;
  const cards = items.map((item) => card(item, say, { dates, person }));
  const line = (view: CardView): string => {
    const { statusWord, standingWord, reason } = view.verdict;
    const why = groupOf(view) === 'look' ? reason : null;
    const whose = view.whose && cutText(view.whose, MAX_CHARACTERS);
    const more = [why, whose].filter((each) => each !== null).join(' ');
    const [title, issuer] = [view.title, view.issuer].map((text) => cutText(text, MAX_CHARACTERS));
    return oneLine(`- ${statusWord} · ${standingWord}: ${title} (${issuer})${more && `. ${more}`}`);
  };
  const summary = summaryView(cards, say, person);
  return [
    oneLine(summary.sentence),
    ...(summary.whose === null ? [] : [summary.whose]),
    ...missingOf(examination).map((missing) => oneLine(missing.sentence(voice))),
    ...inGroupOrder(cards).map(line),
    ...(page?.url ? [page.url] : []),
    say('report_made', { date: dates.moment(at) }),
    '',
  ].join('\n');
}
