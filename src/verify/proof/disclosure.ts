/** Selective disclosure: what a proof shows about the statements that its holder left out. */
import type { Facts } from '../report.ts';

/** What may be among the undisclosed members: those that decide about validity, and those that a format demands. */
export interface Undisclosed {
  /** The places of an SD-JWT that hold something undisclosed (`Disclosed.closed`). Absent: it may be anywhere. */
  readonly places?: ReadonlySet<string | null>;
  /** `validFrom` or `validUntil`, where they are not shown. */
  readonly dates: boolean;
  /** Another member of an SD-JWT that may end it before the end that is shown. */
  readonly otherEnd?: string | undefined;
  /**
   * A status entry, even where one is shown. An issuer may make one entry mandatory and leave another to the holder.
   */
  readonly status: boolean;
}

/** How much of what was signed is shown. */
export interface Disclosure {
  readonly facts: {
    /** Statements that the issuer made mandatory. SD-JWT does not count them. */
    readonly mandatory?: number;
    /** Statements, or claims, that the holder chose to show. */
    readonly disclosed: number;
    /** Null where the proof does not show it. For an SD-JWT, decoys are counted as claims. */
    readonly undisclosed: number | null;
  } & Facts;
  /** Set where anything may be undisclosed. */
  readonly undisclosed: Undisclosed | undefined;
}
