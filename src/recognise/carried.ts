/** Credentials that stand in the link itself. */
import type { Document } from '../credential/model.ts';
import { decodeBase64, decodeBase64url } from '../encoding/base64url.ts';
import { embeddedDocument, isCredentialText } from './embedded.ts';

/**
 * The credential that a link carries in itself (`data:`, or its fragment), as a document; null where it carries none.
 */
export function documentIn(address: string, params: Readonly<Record<string, string>>): Document | null {
  if (address.startsWith('data:')) return dataDocument(address);
  const payload = params.payload;
  return payload ? textDocument(decodePercent(payload)) : null;
}

/** RFC 2397: `data:<type>[;base64],<data>`. */
function dataDocument(address: string): Document | null {
  const comma = address.indexOf(',');
  const [contentType, ...parameters] = address.slice('data:'.length, comma).toLowerCase().split(';');
  const data = decodePercent(address.slice(comma + 1));
  if (!parameters.includes('base64')) return embeddedDocument(data, contentType ?? null);
  const bytes = decodeBase64(data);
  return bytes.ok
    ? { content: bytes.value, contentType: contentType ?? null, charset: null, url: null, origin: 'page' }
    : null;
}

/** A fragment carries a compact JWS, JSON, or base64url of JSON. */
function textDocument(text: string): Document | null {
  if (isCredentialText(text)) return embeddedDocument(text, null);
  const bytes = decodeBase64url(text);
  const decoded = bytes.ok ? new TextDecoder().decode(bytes.value) : '';
  return isCredentialText(decoded) ? embeddedDocument(decoded, null) : null;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
