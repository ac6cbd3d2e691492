import { isJsonObject, type Json } from '../../json.ts';
import { demand } from './did-webvh-broken.ts';
import { readMultikey } from './multikey.ts';

/** Who has to approve of an entry (did:webvh 1.0 §3.7.8, The `witness` Parameter). */
export interface WitnessRule {
  readonly threshold: number;
  /** Multikeys: what their did:key identifiers hold. */
  readonly keys: ReadonlySet<string>;
}

/** An Ed25519 multikey in base58btc: 34 bytes, the first two of them 0xed01. One key has one such spelling. */
const WITNESS = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44})$/;

/**
 * The parameter `witness` of an entry: undefined where it says nothing, null for `{}` (and the `null` of early logs),
 * which is "none". Whatever is neither that nor what the clause describes is never taken for "none", nor read with
 * the weights of earlier versions: throws `Broken` `witness`.
 */
export function readWitnessRule(witness: Json | undefined): WitnessRule | null | undefined {
  if (witness === undefined || witness === null) return witness;
  demand(isJsonObject(witness), 'witness');
  const { threshold, witnesses, ...rest } = witness;
  demand(Object.keys(rest).length === 0, 'witness');
  if (threshold === undefined && witnesses === undefined) return null;
  demand(Array.isArray(witnesses), 'witness');
  const keys = new Set(witnesses.map(keyOfWitness));
  // "Between 1 and the number of distinct ids", and each id once.
  demand(keys.size === witnesses.length, 'witness');
  demand(Number.isInteger(threshold), 'witness');
  const least = Number(threshold);
  demand(least >= 1 && least <= keys.size, 'witness');
  return { threshold: least, keys };
}

function keyOfWitness(witness: Json): string {
  demand(isJsonObject(witness) && Object.keys(witness).length === 1, 'witness');
  const key = typeof witness.id === 'string' ? WITNESS.exec(witness.id)?.[1] : undefined;
  demand(key !== undefined && readMultikey(key).ok, 'witness');
  return key;
}
