/** All checks, in the order in which they run. Each is complete in its own file. */

import { conformance } from './check/conformance.ts';
import { endorsements } from './check/endorsements.ts';
import { holder } from './check/holder.ts';
import { issuerTrust } from './check/issuer-trust.ts';
import { keyBinding } from './check/key-binding.ts';
import { pageClaim } from './check/page-claim.ts';
import { proof } from './check/proof.ts';
import { refresh } from './check/refresh.ts';
import { revocation } from './check/revocation.ts';
import { validityPeriod } from './check/validity-period.ts';
import type { Check } from './check.ts';
import type { CheckId } from './report.ts';

/**
 * The record is first authenticated, then refreshed. All later checks, `conformance` included, are about the resulting
 * record.
 */
const IN_ORDER = {
  proof,
  'key-binding': keyBinding,
  refresh,
  conformance,
  revocation,
  'validity-period': validityPeriod,
  'issuer-trust': issuerTrust,
  holder,
  endorsements,
  'page-claim': pageClaim,
} as const satisfies { readonly [Id in CheckId]: Check & { readonly id: Id } };

export const CHECKS: readonly Check[] = Object.values(IN_ORDER);
