import type { HolderState } from '../verify/report.ts';
import type { Say } from './say.ts';
import { keyOf } from './sentence.ts';

type Answer = 'match' | 'similar' | 'differ' | 'silent';

const ANSWERS: Readonly<Record<HolderState, Answer>> = {
  matched: 'match',
  'name-matches': 'match',
  'name-similar': 'similar',
  'name-differs': 'differ',
  mismatch: 'differ',
  'not-checkable': 'silent',
};
const ORDER: readonly Answer[] = ['match', 'similar', 'differ', 'silent'];

/** The result of comparing with a name or address: "3 match, 1 differs, 8 name nobody that could be compared". */
export function comparedWords(states: readonly HolderState[], say: Say): string {
  const answers = states.map((state) => ANSWERS[state]);
  const parts = ORDER.flatMap((answer) => {
    const count = answers.filter((each) => each === answer).length;
    return count === 0 ? [] : [say(keyOf.compared(answer), { count })];
  });
  return parts.join(say('list_joiner'));
}
