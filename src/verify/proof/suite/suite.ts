import type { Budget } from '../../../budget.ts';
import type { DigestName } from '../../../encoding/digest.ts';
import type { JsonObject } from '../../../json.ts';
import type { Canonical, Dialect } from '../../../json-ld/canonicalise.ts';
import type { Result } from '../../../result.ts';
import type { PublicJwk } from '../../key/jwk.ts';
import type { Disclosure } from '../disclosure.ts';
import type { AlgorithmName } from '../signature.ts';

/** The input of a suite. */
export interface SuiteInput {
  readonly suite: Suite;
  /** The document without its proofs, except those that a proof chain covers. */
  readonly document: JsonObject;
  readonly proof: JsonObject;
  readonly jwk: PublicJwk;
  readonly forms: SignedForms;
  /** Set where the forms are another library's. */
  readonly dialect?: Dialect;
  /** Shared by all proofs of the credential. */
  readonly budget: Budget;
}

/** The two things that are hashed, in canonical form. RDFC-1.0 takes what they say, JCS takes how they are written. */
export interface SignedForms {
  readonly document: (digest: DigestName, dialect?: Dialect) => Promise<Result<Canonical>>;
  /** The proof without its signature. */
  readonly proofOptions: (digest: DigestName, dialect?: Dialect) => Promise<Result<Canonical>>;
}

/** Everything about one securing mechanism of Data Integrity. */
export interface Suite {
  readonly name: string;
  readonly canonical: 'rdfc' | 'jcs';
  /** For each curve, how a key of that curve signs. Other curves do not fit the suite. */
  readonly keys: ReadonlyMap<string, { readonly algorithm: AlgorithmName; readonly digest: DigestName }>;
  readonly signatureIn: 'proofValue' | 'jws';
  /** Multibase letter of `proofValue`. */
  readonly multibase: 'z' | 'u';
  /** Context that defines the proof's type where the document's own do not (Data Integrity 1.0 §"Context Injection"). */
  readonly context: string;
  /** Null for a proof over the whole document. */
  readonly verify: (input: SuiteInput) => Promise<Result<Disclosure | null>>;
  /** What was signed with a suite of selective disclosure, for a developer to compare. Null where it cannot be told. */
  readonly trace?: (input: SuiteInput) => Promise<JsonObject | null>;
}
