/** What has changed since an earlier visit, for readers who keep a list of what they checked. */
import { type Item, SETTLED, type Settled } from '../item.ts';
import { dateOf } from './dates.ts';
import { keyOf, type Voice } from './sentence.ts';
import { signOf } from './sign.ts';

const isSettled = (outcome: string): outcome is Settled => SETTLED.some((one) => one === outcome);

/** What was found out about the credential itself. Null where nothing was, or only the reader's own comparison. */
export function settledOf(item: Item): Settled | null {
  const sign = signOf(item);
  if (isSettled(sign)) return sign;
  const { status } = item.verdict;
  return isSettled(status) ? status : null;
}

/** Both statuses say that the credential holds, so a change from one to the other is not reported. */
const GOOD: readonly Settled[] = ['signature-verified', 'issuer-confirmed'];
export const isOtherOutcome = (one: Settled, other: Settled): boolean =>
  one !== other && !(GOOD.includes(one) && GOOD.includes(other));

/** "Changed since Nov 3, 2026. It was then: Signed". Null where nothing has changed or no earlier visit is known. */
export function changedWords({ earlier }: Pick<Item, 'earlier'>, { say, dates }: Voice): string | null {
  if (earlier === undefined) return null;
  const date = dates.day(dateOf(earlier.at));
  return say('changed_since', { date, status: say(keyOf.status(earlier.outcome)) });
}
