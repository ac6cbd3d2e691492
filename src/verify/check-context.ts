/** What the checks share while one credential is being verified. */
import type { Credential } from '../credential/model.ts';
import type { Problem } from '../problem.ts';
import type { PageClaim } from '../site/sighting.ts';
import type { VerifyPorts } from './ports.ts';
import type { Undisclosed } from './proof/disclosure.ts';
import type { HolderState, IssuerFinding, Outcome, Outcomes, Report, Verdict } from './report.ts';

/** The record that is judged. */
interface Judged {
  /** Hosted: what its own address served now, in place of the copy that named it. Else the credential as it came. */
  readonly record: Credential;
  /** Set where a server was asked for the record. */
  readonly hosting: HostingFinding | null;
  /** Set where its holder shows the record in part: what may be among the rest. */
  readonly undisclosed?: Undisclosed | undefined;
  /** Set where what is signed could not be read: the record is only what came. */
  readonly unread?: boolean | undefined;
}

/** The record that is judged, and whether it is authentic. */
export interface Authentication extends Judged {
  readonly proof: Outcome;
  readonly keyBinding: Outcome;
}

interface HostingFinding {
  /** The address that the record is confirmed at. */
  readonly address: string;
  /** The issuer's own server said so: 410, or `revoked: true`; or it said something that may mean it (`status-malformed`). */
  readonly withdrawal: Problem | null;
}

/** One credential on its way through the checks. */
export interface CheckContext extends Judged {
  readonly claim: PageClaim | null;
  readonly ports: VerifyPorts;
  /** The outcomes so far; a check sees those of the checks before it. */
  readonly outcomes: Partial<Outcomes>;
  /** 0 for what the reader looks at, 1 for an endorsement of it, … */
  readonly depth: number;
  /** The subject id of the record that carries it; null where none does. */
  readonly carriedFor: string | null;
  /** Verifies another credential that this one carries, one level deeper, with the same ports. */
  readonly verifyInner: (inner: Credential) => Promise<InnerFinding>;
}

export interface InnerFinding {
  readonly report: Report;
  readonly verdict: Verdict;
}

/** What one check found out. */
export interface CheckResult {
  readonly outcome: Outcome;
  /** From the checks that find them: the two facets that stand beside the status (docs/decisions.md#the-issuer-ladder). */
  readonly issuer?: IssuerFinding;
  readonly holder?: HolderState;
  /** Set where the later checks are about this record. Its proof and key binding become outcomes too. */
  readonly authentication?: Authentication;
}
