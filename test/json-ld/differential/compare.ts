/** One document, by the walk and by the oracle. */
import type { JsonObject } from '../../../src/json.ts';
import { canonicalise } from '../../../src/json-ld/canonicalise.ts';
import type { ContextSet } from '../../../src/json-ld/context/context-set.ts';
import { contextUse } from '../../../src/json-ld/context/references.ts';
import { walk } from '../../../src/json-ld/walk.ts';
import { credentialBudget } from '../../../src/json-ld/work-budget.ts';
import { BUNDLED } from '../../build/bundled.ts';
import { oracle } from './oracle.ts';

export interface Comparison {
  readonly kind: 'same' | 'both fail' | 'refused' | 'refused, rightly' | 'different';
  /** The reason of a refusal or failure, or what differs. */
  readonly detail: string;
}

/** A set of every bundled address, with one of its contents. */
export function bundledSet(document: JsonObject, choose: (contents: number) => number): ContextSet {
  const copies = [...BUNDLED].map(([url, contents]) => {
    const snapshot = contents[choose(contents.length)] ?? contents[0];
    if (snapshot === undefined) throw new Error(url);
    return [url, { url, ...snapshot }] as const;
  });
  const first = copies.every(([url, { name }]) => BUNDLED.get(url)?.[0]?.name === name);
  return { copies: new Map(copies), shareable: first && contextUse(document).inline.length === 0 };
}

export async function compare(document: JsonObject, contexts: ContextSet): Promise<Comparison> {
  const before = JSON.stringify(document);
  const walked = walk(document, contexts);
  if (JSON.stringify(document) !== before)
    return { kind: 'different', detail: 'the walk changed the document' };
  const expected = await oracle(document, contexts);
  const isBad = 'error' in expected;
  if ('refused' in walked) return { kind: isBad ? 'refused, rightly' : 'refused', detail: walked.refused };
  const canonical = walked.ok ? await canonicalise(walked.value, 'sha256', credentialBudget()) : walked;
  if (canonical.ok && isBad) {
    // Trying equal orders once only, ours gets further before its work is up.
    if (/deep iterations/.test(expected.error)) return { kind: 'both fail', detail: 'graph-too-complex' };
    return { kind: 'different', detail: `accepted, where the oracle says ${expected.error}` };
  }
  if (!canonical.ok) {
    const { code, params } = canonical.problem;
    const detail = `${code} ${JSON.stringify(params)}`;
    return isBad ? { kind: 'both fail', detail: code } : { kind: 'different', detail };
  }
  if (!isBad && canonical.value.text === expected.text) return { kind: 'same', detail: '' };
  return { kind: 'different', detail: 'another canonical form' };
}
