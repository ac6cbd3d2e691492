/** Credentials that stand in the page itself, as text. */
import type { Document } from '../credential/model.ts';
import { recognise } from '../credential/recognise.ts';
import { asArray, isJsonObject, type Json } from '../json.ts';

/** Terms of the formats, quoted as JSON writes them. Self-asserted schema.org markup has none of them. */
const TERMS =
  /"(?:VerifiableCredential|VerifiablePresentation|OpenBadgeCredential|AchievementCredential|ClrCredential|EndorsementCredential|EnvelopedVerifiableCredential|Assertion|credentialSubject|verifiableCredential|badge)"/;

const COMPACT = /^eyJ[\w-]*\.[\w-]+\.[\w-]+(?:~[\w.~-]*)?$/;

/** Whether a text is worth parsing: a compact JWS, or JSON that uses the terms of a credential. */
export const isCredentialText = (text: string): boolean => {
  const trimmed = text.trim();
  return COMPACT.test(trimmed) || (/^[[{]/.test(trimmed) && TERMS.test(trimmed));
};

/**
 * VCs, presentations, assertions, and what is left of a revoked one (`{"id": …, "revoked": true}`), alone or in a list.
 */
export function hasCredential(json: Json): boolean {
  return asArray(json).some((value) => {
    if (typeof value === 'string') return isCredentialText(value);
    if (!isJsonObject(value)) return false;
    const kind = recognise(value);
    return kind !== null && kind !== 'definition';
  });
}

/** A text of the page as a document. No server served it, so none confirms it: only a signature can. */
export const embeddedDocument = (text: string, contentType: string | null): Document => ({
  content: text.trim(),
  contentType,
  charset: 'utf-8',
  url: null,
  origin: 'page',
});
