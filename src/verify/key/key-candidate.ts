import type { Problem } from '../../problem.ts';
import type { Result } from '../../result.ts';
import type { PublicJwk } from './jwk.ts';

/** The host that controls a bound key; null where the issuer's id is itself the key. */
export interface Bound {
  readonly domain: string | null;
}

/** A key that a token may have been signed with, and how to learn whether it is the issuer's. */
export interface KeyCandidate {
  /** Where the key is listed, if anywhere. */
  readonly id: string | null;
  readonly jwk: PublicJwk;
  /** Why other keys could not be had that may have signed in its place. */
  readonly missed?: Problem;
  bind(): Promise<Result<Bound>>;
}
