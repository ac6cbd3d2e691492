/** Selective disclosure: what a proof tells about the statements that its holder keeps back. */
import type { Facts } from '../report.ts';

/** Which of the members that decide whether a credential still stands may be among what is kept back. */
export interface Hidden {
  /** `validFrom` or `validUntil`, where they are not shown. */
  readonly dates: boolean;
  /** A status entry, the only one or one more. */
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
  readonly hidden: Hidden | undefined;
}

const STATUS = ' <https://www.w3.org/2018/credentials#credentialStatus> ';

/**
 * Whether the issuer's mandatory statements give the credential a status: a mandatory pointer shows the whole member
 * (VC-DI-ECDSA, selectJsonLd; VC-DI-BBS uses the same), so that then no other entry is kept back.
 * @param quads the mandatory statements, each a line of N-Quads
 * @param id the credential's own, null where it has none
 */
export const showsWholeStatus = (quads: readonly string[], id: string | null): boolean =>
  quads.some((quad) => {
    const [subject = '', rest] = quad.split(STATUS);
    // A quad of a named graph, with a fourth term, is of a credential inside this one.
    return rest !== undefined && /^\S+ \.\n?$/.test(rest) && (id === null || subject === `<${id}>`);
  });
