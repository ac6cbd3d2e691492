/** What the checks share while one credential is being verified. */
import type { Credential } from '../credential/model.ts';
import type { Problem } from '../problem.ts';
import type { PageClaim } from '../site/sighting.ts';
import type { VerifyPorts } from './ports.ts';
import type { Hidden } from './proof/disclosure.ts';
import type { CheckId, HolderState, IssuerFinding, Outcome, Outcomes, Report } from './report.ts';

/** The record that is judged, and whether it is authentic. */
export interface Establishment {
  /** Hosted: what its own address served now, in place of the copy that named it. Else the credential as it came. */
  readonly record: Credential;
  readonly proof: Outcome;
  readonly keyBinding: Outcome;
  /** Set where a server was asked for the record. */
  readonly hosting: HostingFinding | null;
  /** Set where its holder shows the record in part: what may be among the rest. */
  readonly hidden?: Hidden | undefined;
  /** Set where what is signed could not be read: the record is only what came. */
  readonly unread?: boolean | undefined;
}

export interface HostingFinding {
  /** The address that the record is confirmed at. */
  readonly address: string;
  /** The issuer's own server said so: 410, or `revoked: true`. */
  readonly revoked: Problem | null;
}

/** One credential on its way through the checks. */
export interface Inquiry extends Establishment {
  readonly claim: PageClaim | null;
  readonly ports: VerifyPorts;
  /** The answers so far; a check sees those of the checks before it. */
  readonly outcomes: Partial<Outcomes>;
  /** 0 for what the reader looks at, 1 for an endorsement of it, … */
  readonly depth: number;
  /** Verifies another credential that this one carries, one level deeper, with the same ports. */
  readonly verifyInner: (inner: Credential) => Promise<Report>;
}

/** An outcome and, from the checks that find them, what stands beside the status (docs/decisions.md#the-issuer-ladder: two facets). */
export interface Answer {
  readonly outcome: Outcome;
  readonly issuer?: IssuerFinding;
  readonly holder?: HolderState;
}

/** One question. Never rejects for bad input; a bug that throws becomes `inconclusive('internal')`. */
export interface Check {
  readonly id: CheckId;
  /** The first check, if any, whose answer leaves this one nothing to stand on. */
  readonly blockedBy: (inquiry: Inquiry) => CheckId | null;
  readonly ask: (inquiry: Inquiry) => Promise<Answer> | Answer;
}
