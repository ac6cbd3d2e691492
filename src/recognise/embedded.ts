/** Credentials that stand in the page itself, as text. */
import type { Document } from '../credential/model.ts';
import { isCredentialText, recognise } from '../credential/recognise.ts';
import { asArray, isJsonObject, type Json } from '../json.ts';

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
