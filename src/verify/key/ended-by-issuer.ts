import type { EnvelopingSource } from '../../credential/model.ts';
import type { JsonObject } from '../../json.ts';
import { natureOf, type Problem, type ProblemCode, problem } from '../../problem.ts';
import type { Result } from '../../result.ts';
import {
  type ControlledIdentifierDocument,
  loadControlledIdentifierDocument,
  methodsElsewhere,
} from './controlled-identifier-document.ts';
import { fetchJson } from './fetch-json.ts';
import { isShared, jwksAddress, type KeyPorts, metadataSet } from './issuer-sources.ts';
import type { PublicJwk } from './jwk.ts';
import { endInSet } from './jwks.ts';
import { endOfKeyIn } from './resolve-method.ts';

interface MayBeEnded {
  readonly issuerId: string;
  readonly jwk: PublicJwk;
  /** Null for a proof that is no token. */
  readonly flavour: EnvelopingSource['flavour'] | null;
}

/**
 * Whether any document of an https issuer ends a key that another of its documents lists. The documents are the one at
 * its id, those of the methods that it lists by address, its authority's set, and its metadata where the token is one
 * that metadata have keys for. The author of a token chose how its key was found, so a revocation in any of them counts.
 * Other issuers have only one document, and no key is bound without it.
 *
 * Problems: `key-revoked`, `key-expired`; `key-unresolvable` where no answer came for a document, or not all were asked
 * for, because one may end the key; `permission-needed` where a document may not be asked for. A document that does not exist, or is a page for people, ends nothing.
 */
export async function endedByIssuer(
  { jwk, issuerId, flavour }: MayBeEnded,
  ports: KeyPorts,
): Promise<Problem | null> {
  if (!issuerId.startsWith('https://')) return null;
  const { net } = ports;
  const now = ports.clock.now();
  const saidIn = (set: Result<JsonObject>): Problem | null =>
    set.ok ? endInSet(set.value, jwk, now) : unanswered(set.problem);
  const saidBy = (document: Result<ControlledIdentifierDocument>): Problem | null =>
    document.ok ? endOfKeyIn(document.value, jwk, now) : unanswered(document.problem);
  const own = await loadControlledIdentifierDocument(issuerId, net);
  const ended = saidBy(own);
  if (ended) return ended;
  const elsewhere = own.ok ? methodsElsewhere(own.value) : [];
  for (const address of elsewhere.slice(0, MAX_METHODS)) {
    const endedElsewhere = saidBy(await loadControlledIdentifierDocument(address, net));
    if (endedElsewhere) return endedElsewhere;
  }
  if (elsewhere.length > MAX_METHODS) return problem('key-unresolvable', { params: { url: issuerId } });
  const endedInMetadata = flavour === 'sd-jwt-vc' ? saidIn(await metadataSet(issuerId, net)) : null;
  if (endedInMetadata || isShared(issuerId, ports)) return endedInMetadata;
  return saidIn(await fetchJson(jwksAddress(issuerId), net));
}

/** The most methods with a document of their own that are asked for. No issuer uses so many keys at a time. */
const MAX_METHODS = 8;

/** Codes of requests without any answer. The contents of the document stay unknown. */
const NO_ANSWER: ReadonlySet<ProblemCode> = new Set([
  ...(['timeout', 'network-failed', 'offline', 'dns-failed', 'tls-failed', 'connection-refused'] as const),
  ...(['server-error', 'rate-limited'] as const),
]);

/**
 * The problem, where nothing was asked without the reader's permission, or no answer came: the document may say something
 * that we have not seen. Null for any other problem.
 */
export function unanswered(trouble: Problem): Problem | null {
  const { cause = trouble } = trouble;
  return natureOf(cause) === 'permission' || NO_ANSWER.has(cause.code) ? trouble : null;
}
