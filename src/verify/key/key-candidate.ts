import type { Problem } from '../../problem.ts';
import type { Result } from '../../result.ts';
import type { PublicJwk } from './jwk.ts';

/** The host that controls a bound key; null where the issuer's id is itself the key. */
export interface Bound {
  readonly domain: string | null;
}

/** A key that may have signed a token, and a way to learn whether it is the issuer's. */
export interface KeyCandidate {
  /** The id under which the key is listed. Null where it is not listed. */
  readonly id: string | null;
  readonly jwk: PublicJwk;
  /** Why other keys that may have signed instead could not be fetched. */
  readonly missed?: Problem;
  bind(): Promise<Result<Bound>>;
}
