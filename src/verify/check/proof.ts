import { authenticate } from '../authenticate.ts';
import { type Check, never } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { MUST_HOLD } from '../policy.ts';

/**
 * Does the signature, or the hosting, hold for this very content? The result also has the record for the later checks.
 * It answers `key-binding` too, because the key is found on the way. Codes: those of proof/ and key/.
 */
async function checkProof({ record, ports }: CheckContext): Promise<CheckResult> {
  const authentication = await authenticate(record, ports);
  return { outcome: authentication.proof, authentication };
}

export const proof = {
  id: 'proof',
  blockedBy: never,
  run: checkProof,
  // If a second proof of a record fails, one part holds and another does not. No good status can express that.
  policy: { ...MUST_HOLD, warned: { byCode: { 'other-proof-failed': 'failed' } } },
  rank: 1,
} as const satisfies Check;
