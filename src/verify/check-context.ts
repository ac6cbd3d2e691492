/** What the checks share while one credential is being verified. */
import type { Credential, StatusEntry } from '../credential/model.ts';
import type { Problem } from '../problem.ts';
import type { PageClaim } from '../site/sighting.ts';
import type { VerifyPorts } from './ports.ts';
import type { Undisclosed } from './proof/disclosure.ts';
import type { HolderState, IssuerFinding, Outcome, Outcomes, Report, Verdict } from './report.ts';

/** The record that is judged. */
interface Judged {
  /**
   * For a hosted credential: what its own address served now, in place of the copy that named it. Otherwise the
   * credential as it came.
   */
  readonly record: Credential;
  /** Set where a server was asked for the record. */
  readonly hosting: HostingFinding | null;
  /**
   * Set where the record, or the server that was asked for it, says that the issuer has withdrawn it: 410, `revoked: true`,
   * or something that may mean it (`status-malformed`).
   */
  readonly withdrawal?: Problem | null | undefined;
  /** Set where its holder shows only a part of the record: what the rest may contain. */
  readonly undisclosed?: Undisclosed | undefined;
  /** Set where a newer copy is judged in its place: what the record in hand names beside the copy's own statuses. */
  readonly replacedStatuses?: readonly StatusEntry[] | undefined;
  /** Set where what was signed could not be read. The record is then only what came. */
  readonly unread?: boolean | undefined;
}

/** The record that is judged, and whether it is authentic. */
export interface Authentication extends Judged {
  readonly proof: Outcome;
  readonly keyBinding: Outcome;
}

interface HostingFinding {
  /** The address at which the record is confirmed. */
  readonly address: string;
}

/** One credential on its way through the checks. */
export interface CheckContext extends Judged {
  readonly claim: PageClaim | null;
  readonly ports: VerifyPorts;
  /** The outcomes so far; a check sees those of the checks before it. */
  readonly outcomes: Partial<Outcomes>;
  /** What was found out about the issuer, once that check was asked. */
  readonly issuer?: IssuerFinding;
  /** 0 for the credential that was opened, 1 for an endorsement of it, … */
  readonly depth: number;
  /** The subject id of the record that contains it. Null where there is none. */
  readonly carriedFor: string | null;
  /** Verifies another credential inside this one, one level deeper, with the same ports. */
  readonly verifyInner: (inner: Credential) => Promise<InnerFinding>;
}

export interface InnerFinding {
  readonly report: Report;
  readonly verdict: Verdict;
}

/** The result of one check. */
export interface CheckResult {
  readonly outcome: Outcome;
  /** Set by the checks that find them: the two facets beside the status (docs/decisions.md#the-issuer-ladder). */
  readonly issuer?: IssuerFinding;
  readonly holder?: HolderState;
  /** Set where the later checks must use this record. Its proof and key binding become outcomes too. */
  readonly authentication?: Authentication;
}
