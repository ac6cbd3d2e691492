import { fail, type Result, succeed } from '../../result.ts';
import { didWebAddress } from './did-web.ts';

/** A SHA-256 multihash in base58btc. */
const HASH = /^Qm[1-9A-HJ-NP-Za-km-z]{44}$/;

/**
 * The address of a did:webvh's log (did:webvh 1.0 §3.4). The part after the SCID is read like a did:web, and the file
 * is `did.jsonl`.
 */
export function didWebvhAddress(did: string): Result<string> {
  const [, scid, place] = /^did:webvh:([^:]*):(.+)$/.exec(did) ?? [];
  if (scid === undefined || place === undefined || !HASH.test(scid)) return fail('key-malformed');
  const address = didWebAddress(`did:web:${place}`);
  return address.ok ? succeed(`${address.value}l`) : address;
}
