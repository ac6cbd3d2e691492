/** Selective disclosure: what a proof tells about the statements that its holder keeps back. */
import type { Facts } from '../report.ts';

/** Which of the members that decide whether a credential still stands may be among what is kept back. */
export interface Undisclosed {
  /** `validFrom` or `validUntil`, where they are not shown. */
  readonly dates: boolean;
  /** A status entry, the only one or one more: an issuer may have made one mandatory and left the next to the holder. */
  readonly status: boolean;
}

/** How much of what was signed is shown. */
export interface Disclosure {
  readonly facts: {
    /** Statements that the issuer has shown always; SD-JWT does not count them. */
    readonly mandatory?: number;
    /** Statements, or claims, that the holder chose to show. */
    readonly disclosed: number;
    /** Null where the proof does not tell. Of an SD-JWT decoys are counted with the claims. */
    readonly undisclosed: number | null;
  } & Facts;
  /** Set where anything may be kept back. */
  readonly undisclosed: Undisclosed | undefined;
}
