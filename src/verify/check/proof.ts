import { authenticate } from '../authenticate.ts';
import { type Check, never } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { MUST_HOLD } from '../policy.ts';

/**
 * Does the signature, or the hosting, hold over this very content? Says as well which record the later checks are about,
 * and answers `key-binding`, since the key is found on the way. Codes: those of proof/ and key/.
 */
async function checkProof({ record, ports }: CheckContext): Promise<CheckResult> {
  const authentication = await authenticate(record, ports);
  return { outcome: authentication.proof, authentication };
}

export const proof = {
  id: 'proof',
  blockedBy: never,
  run: checkProof,
  // Of a record whose second proof fails, something holds and something does not: no good status says that.
  policy: { ...MUST_HOLD, warned: { byCode: { 'other-proof-failed': 'failed' } } },
  rank: 1,
} as const satisfies Check;
