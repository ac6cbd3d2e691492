import { isJsonObject, type Json } from '../../json.ts';
import { demand } from './did-webvh-broken.ts';
import { readMultikey } from './multikey.ts';

/** Which witnesses must approve an entry (did:webvh 1.0 §3.7.8, The `witness` Parameter). */
export interface WitnessRule {
  readonly threshold: number;
  /** The multikeys in their did:key identifiers. */
  readonly keys: ReadonlySet<string>;
}

/** An Ed25519 multikey in base58btc: 34 bytes, the first two of them 0xed01. Each key has only one such spelling. */
const WITNESS = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44})$/;

/**
 * The parameter `witness` of an entry. Undefined where it is absent. Null for `{}` (and the `null` of early logs),
 * which means "none". Any other value that the clause does not describe throws `Broken` `witness`. It is never read as
 * "none", nor with the weights of earlier versions.
 */
export function readWitnessRule(witness: Json | undefined): WitnessRule | null | undefined {
  if (witness === undefined || witness === null) return witness;
  demand(isJsonObject(witness), 'witness');
  const { threshold, witnesses, ...rest } = witness;
  demand(Object.keys(rest).length === 0, 'witness');
  if (threshold === undefined && witnesses === undefined) return null;
  demand(Array.isArray(witnesses), 'witness');
  const keys = new Set(witnesses.map(keyOfWitness));
  // "Between 1 and the number of distinct ids", and each id only once.
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
