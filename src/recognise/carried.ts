/** Credentials that stand in the link itself. */

import { type DataUrl, decodePercent, isDataUrl, readDataUrl } from '../credential/data-url.ts';
import { isAwardAddress } from '../credential/html.ts';
import type { Document } from '../credential/model.ts';
import { isCredentialText } from '../credential/recognise.ts';
import { decodeBase64url } from '../encoding/base64url.ts';
import { embeddedDocument } from './embedded.ts';

/**
 * The credential that a link carries in itself (`data:`, or its fragment), as a document; null where it carries none.
 */
export function documentIn(address: string, params: Readonly<Record<string, string>>): Document | null {
  if (isDataUrl(address)) return dataDocument(address);
  const payload = params.payload;
  return payload ? textDocument(decodePercent(payload)) : null;
}

/** Pages also show pictures and export their own data in such links, which are no credentials. */
function dataDocument(address: string): Document | null {
  const data = readDataUrl(address);
  if (!data.ok || !(/^data:image\//i.test(address) ? isBaked(data.value) : isAwardAddress(address)))
    return null;
  const { content, contentType } = data.value;
  return typeof content === 'string'
    ? embeddedDocument(content, contentType)
    : { ...data.value, url: null, origin: 'page' };
}

/**
 * A badge in a picture stands under a keyword, or in a namespace, that is never packed (OB 3.0 §5.3.2). In UTF-16, every
 * other byte of it is zero.
 */
function isBaked({ content }: DataUrl): boolean {
  const text =
    typeof content === 'string'
      ? content
      : new TextDecoder('latin1').decode(content.filter((byte) => byte > 0));
  return /openbadge|purl\.imsglobal\.org\/ob/i.test(text);
}

/** A fragment carries a compact JWS, JSON, or base64url of JSON. */
function textDocument(text: string): Document | null {
  if (isCredentialText(text)) return embeddedDocument(text, null);
  const bytes = decodeBase64url(text);
  const decoded = bytes.ok ? new TextDecoder().decode(bytes.value) : '';
  return isCredentialText(decoded) ? embeddedDocument(decoded, null) : null;
}
