/**
 * Every expected trouble has a code here, and every code a nature. The nature says what the trouble means for the
 * verdict. The words stand in `_locales`, under `problem_<code with underscores>`.
 *
 * - `disproved`   the record contradicts itself, its issuer or its signature
 * - `malformed`   the document is not what its format demands
 * - `revoked`     the issuer has withdrawn it
 * - `network`     asked, and no usable answer came
 * - `unsupported` a format, suite or list that this version does not carry
 * - `limit`       more than this version takes, which says nothing about the record
 * - `permission`  the reader has not granted the origin
 * - `private`     only its holder can open it
 * - `note`        worth saying, decides nothing
 */
export type Nature =
  | 'disproved'
  | 'malformed'
  | 'revoked'
  | 'network'
  | 'unsupported'
  | 'limit'
  | 'permission'
  | 'private'
  | 'note';

export const PROBLEMS = {
  // net: asked, no usable answer
  timeout: 'network',
  'network-failed': 'network',
  offline: 'network',
  'dns-failed': 'network',
  'tls-failed': 'network',
  'connection-refused': 'network',
  'server-error': 'network',
  'rate-limited': 'network',
  'bot-wall': 'network',
  'access-denied': 'network',
  'answer-not-understood': 'network',
  'too-large': 'network',
  'redirect-loop': 'network',
  'too-many-redirects': 'network',
  'not-in-documents': 'network',
  // net: refused before asking
  'not-https': 'unsupported',
  'private-host': 'unsupported',
  'port-refused': 'unsupported',
  'url-malformed': 'malformed',
  'redirected-to-private-host': 'network',
  'redirected-to-http': 'network',
  'redirected-elsewhere': 'network',
  'permission-needed': 'permission',
  // the record itself
  'record-not-found': 'disproved',
  'record-gone': 'revoked',
  'record-absent-or-private': 'network',
  'private-record': 'private',
  'sign-in-needed': 'private',
  'award-not-earned': 'revoked',
  'withdrawal-not-said': 'note',
  'end-not-said': 'note',
  'wallet-bound': 'private',
  'claim-link': 'private',
  'form-not-record': 'unsupported',
  'form-asks-code': 'unsupported',
  'form-asks-number': 'unsupported',
  'form-asks-name': 'unsupported',
  'form-asks-number-and-name': 'unsupported',
  'collection-not-single': 'unsupported',
  'list-of-credentials': 'unsupported',
  'list-empty': 'unsupported',
  'short-link': 'unsupported',
  'short-link-leads-nowhere': 'unsupported',
  'short-link-unseen': 'permission',
  'nothing-to-check': 'unsupported',
  'left-for-request': 'unsupported',
  'no-link': 'unsupported',
  'page-only': 'note',
  'page-in-view': 'note',
  'no-machine-readable-record': 'unsupported',
  'reading-not-allowed': 'unsupported',
  'service-closed': 'unsupported',
  // reading
  'file-unreadable': 'unsupported',
  'empty-document': 'malformed',
  'json-malformed': 'malformed',
  'json-duplicate-name': 'malformed',
  'json-forbidden-name': 'malformed',
  'json-too-deep': 'limit',
  'json-too-many-entries': 'limit',
  'json-too-large': 'limit',
  'text-not-unicode': 'malformed',
  'html-not-json': 'network',
  'image-not-record': 'network',
  'no-credential-found': 'malformed',
  'receipt-changed': 'disproved',
  'receipt-malformed': 'malformed',
  'presentation-empty': 'unsupported',
  'too-many-contained': 'unsupported',
  'too-many-proofs': 'unsupported',
  'unknown-format': 'unsupported',
  'europass-sealed': 'unsupported',
  'definition-not-award': 'unsupported',
  'nothing-awarded': 'note',
  'png-malformed': 'malformed',
  'svg-malformed': 'malformed',
  'image-not-baked': 'unsupported',
  'pdf-encrypted': 'unsupported',
  'pdf-malformed': 'unsupported',
  'baked-twice': 'malformed',
  'inflated-too-large': 'limit',
  'jwt-malformed': 'malformed',
  'encoding-malformed': 'malformed',
  'member-missing': 'malformed',
  'member-malformed': 'malformed',
  'date-malformed': 'malformed',
  'dates-contradict': 'malformed',
  'type-unknown': 'malformed',
  'context-order': 'malformed',
  'schema-violated': 'malformed',
  'schema-unavailable': 'network',
  'schema-unsupported': 'unsupported',
  'schema-pattern-unsupported': 'unsupported',
  // proof
  'no-proof': 'unsupported',
  'signature-invalid': 'disproved',
  'signature-malformed': 'disproved',
  'algorithm-forbidden': 'disproved',
  'algorithm-unsupported': 'unsupported',
  'key-algorithm-mismatch': 'disproved',
  'header-critical-unknown': 'disproved',
  'suite-unsupported': 'unsupported',
  'chain-anchored': 'unsupported',
  'suite-not-derived': 'unsupported',
  'proof-malformed': 'disproved',
  'proof-purpose-wrong': 'disproved',
  'proof-expired': 'disproved',
  'proof-created-in-future': 'disproved',
  'previous-proof-missing': 'disproved',
  'other-proof-failed': 'note',
  'claims-contradict': 'disproved',
  'subject-claim-absent': 'note',
  'registered-claim-absent': 'note',
  'context-unknown': 'unsupported',
  'context-mismatch': 'unsupported',
  'context-recursive': 'disproved',
  'context-too-large': 'limit',
  'context-redefines-terms': 'disproved',
  'context-unsigned': 'unsupported',
  'record-ambiguous': 'unsupported',
  'term-undefined': 'disproved',
  'json-ld-malformed': 'malformed',
  'graph-too-complex': 'unsupported',
  'selective-disclosure-unbound': 'disproved',
  'statements-hidden': 'note',
  // keys
  'key-unresolvable': 'network',
  'did-log-invalid': 'network',
  'did-log-unwitnessed': 'network',
  'did-witness-unresolvable': 'network',
  'did-log-unsupported': 'unsupported',
  'key-method-unsupported': 'unsupported',
  'key-ambiguous': 'unsupported',
  'key-malformed': 'disproved',
  'key-private': 'disproved',
  'key-not-bound': 'disproved',
  'key-purpose-wrong': 'disproved',
  'key-expired': 'disproved',
  'key-revoked': 'disproved',
  'key-owner-mismatch': 'disproved',
  'presenter-not-named': 'unsupported',
  'key-document-mismatch': 'disproved',
  // hosting (OB 1, OB 2)
  'id-mismatch': 'disproved',
  'hosting-out-of-scope': 'disproved',
  'badge-class-out-of-scope': 'disproved',
  'shared-host': 'unsupported',
  'issuer-unreachable': 'network',
  'badge-class-unreachable': 'network',
  'inlined-differs': 'note',
  'verification-type-mismatch': 'disproved',
  'no-hosted-id': 'malformed',
  // status
  revoked: 'revoked',
  suspended: 'note',
  'status-message': 'note',
  'refresh-advised': 'note',
  'status-unsupported': 'unsupported',
  'status-malformed': 'malformed',
  'status-list-unreachable': 'network',
  'status-list-malformed': 'network',
  'status-list-unverified': 'network',
  'status-list-expired': 'network',
  'status-list-not-yet-valid': 'network',
  'status-list-too-short': 'network',
  'status-list-other-issuer': 'network',
  'status-list-other-address': 'network',
  'status-purpose-mismatch': 'network',
  'status-index-out-of-range': 'network',
  'status-list-stale': 'network',
  // time
  expired: 'note',
  'not-yet-valid': 'note',
  // refresh
  'refresh-failed': 'note',
  'refresh-unsupported': 'note',
  'refreshed-copy-rejected': 'note',
  // trust, holder, endorsements, page
  'issuer-unknown': 'note',
  'issuer-identified': 'note',
  'issuer-name-differs': 'note',
  'issuer-name-of-another': 'note',
  'issuer-self': 'note',
  'issuer-look-alike': 'note',
  'issuer-domain-confusable': 'note',
  'creator-differs': 'note',
  'registry-unreachable': 'note',
  'recipient-not-identified': 'note',
  'recipient-not-of-record': 'note',
  'holder-mismatch': 'disproved',
  'holder-name-similar': 'note',
  'holder-name-differs': 'note',
  'holder-not-checkable': 'note',
  'endorsement-failed': 'note',
  'endorsement-unchecked': 'note',
  'endorsement-other-subject': 'note',
  'endorsement-unbound': 'note',
  'endorser-unknown': 'note',
  'endorser-is-issuer': 'note',
  'claim-title-differs': 'note',
  'claim-names-several': 'note',
  'claim-issuer-differs': 'note',
  'claim-date-differs': 'note',
  'digest-mismatch': 'note',
  'reference-dangling': 'note',
  // us
  'work-stopped': 'unsupported',
  'part-missing': 'unsupported',
  internal: 'network',
} as const satisfies Record<string, Nature>;

export type ProblemCode = keyof typeof PROBLEMS;

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

export interface ProblemDetails {
  /** Values for the placeholders of the sentence: hosts, dates, names, numbers. Never prose. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** JSON Pointer (RFC 6901) into the document that has the trouble. */
  readonly at?: string;
  readonly cause?: Problem;
}

/** What went wrong: a code for machines and tests, parameters for the sentence, a place, a cause. Never prose. */
export interface Problem extends ProblemDetails {
  readonly code: ProblemCode;
}

export const problem = (code: ProblemCode, details?: ProblemDetails): Problem => ({ code, ...details });

/**
 * What trouble with a list's own proof means for the entry that is looked up in it. A list whose proof fails is no
 * usable answer, as if none had come. A list that could not be read as it is written is left unchecked.
 */
const OF_A_LIST: Partial<Record<Nature, Nature>> = {
  unsupported: 'unsupported',
  malformed: 'unsupported',
  permission: 'permission',
  private: 'private',
};

/**
 * What a problem means for the verdict: the nature of its code. For a status list, the nature of what lies behind it
 * decides.
 */
export function natureOf({ code, cause }: Problem): Nature {
  const behind = code === 'status-list-unverified' && cause ? OF_A_LIST[natureOf(cause)] : undefined;
  return behind ?? PROBLEMS[code];
}
