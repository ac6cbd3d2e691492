import type { Item } from '../item.ts';
import { holds } from '../verify/report.ts';
import type { Say } from './say.ts';

/** Who presented it, in a sentence: a fact beside the credential. Null where nobody signed a presentation of it. */
export function presenterSentence({ presenter }: Item, say: Say): string | null {
  if (presenter === undefined) return null;
  const { id, proof, keyBinding } = presenter;
  if (proof === 'failed' || keyBinding === 'failed') return say('presented_not_by');
  if (id === null) return say('presented_nobody');
  return say(holds({ state: proof }) && holds({ state: keyBinding }) ? 'presented_by' : 'presented_open', {
    holder: id,
  });
}
