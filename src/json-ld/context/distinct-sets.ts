import type { JsonObject } from '../../json.ts';
import { canDiffer } from './can-differ.ts';
import type { ContextSet } from './context-set.ts';

/**
 * The sets that can give a document different statements. Of sets that give the same statements, only the first is
 * returned. A publisher who changes a context in place mostly adds words that a document does not use. A signature that
 * is wrong under one content is then wrong under the other too. The document is searched only when a second set is asked
 * for.
 */
export function* distinctSets(document: JsonObject, sets: readonly ContextSet[]): Generator<ContextSet> {
  const distinct: ContextSet[] = [];
  for (const set of sets) {
    if (!distinct.every((earlier) => canDiffer(document, earlier, set))) continue;
    distinct.push(set);
    yield set;
  }
}
