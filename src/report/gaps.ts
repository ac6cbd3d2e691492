/** What was looked at and stands in no row. A report that is silent of it reads as if there were no more. */
import type { Say } from '../present/say.ts';
import { keyOf, problemSentence, type Voice } from '../present/sentence.ts';
import type { Examination, ExaminedPage, Gap } from './examination.ts';

/** Names the first few: a long list would push the answers out of view. */
const MAX_NAMES = 3;

/** One gap in words. */
export function gapSentence(gap: Gap, say: Say): string {
  switch (gap.code) {
    case 'page-not-readable':
      return say(keyOf.unreadable(gap.why));
    case 'list-not-drawn':
      return say('ui_unread_list');
    case 'links-not-listed':
      return say('ui_beyond', { count: gap.count });
    case 'asked-not-kept': {
      const name = gap.names.slice(0, MAX_NAMES).join(', ');
      const more = gap.names.length - MAX_NAMES;
      return say('ui_unkept', { name: more > 0 ? `${name} (+${more})` : name });
    }
  }
}

interface Missing {
  readonly page: ExaminedPage & { readonly source?: string };
  /** The code, and what there is to say of it without words. */
  readonly code: string;
  readonly sentence: (voice: Voice) => string;
}

/** Pages that could not be read, and what else stands in no row. */
export const missingOf = ({ page, pages = [] }: Pick<Examination, 'page' | 'pages'>): readonly Missing[] =>
  [...(page ? [page] : []), ...pages].flatMap(missingOn);

function missingOn(page: Missing['page']): readonly Missing[] {
  const { problem, gaps = [], source } = page;
  const from = source === undefined ? '' : `${source}: `;
  return [
    ...(problem
      ? [{ page, code: problem.code, sentence: (voice: Voice) => from + problemSentence(problem, voice) }]
      : []),
    ...gaps.map((gap) => ({
      page,
      code: gap.code === 'links-not-listed' ? `${gap.code}: ${gap.count}` : gap.code,
      sentence: ({ say }: Voice) => from + gapSentence(gap, say),
    })),
  ];
}
