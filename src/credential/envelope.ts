import { decodeText } from '../encoding/text.ts';
import { fail, type Result } from '../result.ts';
import { readDataUrl } from './data-url.ts';
import { isCompactToken, type Unwrapped, unwrapToken } from './jwt.ts';

/**
 * Takes apart the token inside a `data:application/vc+jwt,…` address (VCDM 2.0 §4.13, VC-JOSE-COSE §4.1), which may be in
 * base64 (RFC 2397). Only what says that it is a token of JOSE is a broken one. Problems: those of unwrapToken;
 * `unknown-format` for COSE and other schemes, which are not supported.
 */
export function unwrapEnvelope(id: string): Result<Unwrapped> {
  const text = textIn(id);
  return isCompactToken(text) || /^[^,;]*jwt[,;]/i.test(id) ? unwrapToken(text) : fail('unknown-format');
}

/** VCDM 2.0, Candidate Recommendation of February 2024, §4.12.1: its examples have `;` before the token, and no comma. */
const DRAFT = /^data:application\/v[cp][^,;]*;([\w.~-]+)$/i;

/** Empty where it cannot be decoded. */
function textIn(id: string): string {
  const draft = DRAFT.exec(id)?.[1];
  if (draft !== undefined) return draft;
  const data = readDataUrl(id);
  if (!data.ok) return '';
  const { content, charset } = data.value;
  if (typeof content === 'string') return content;
  const text = decodeText(content, charset);
  return text.ok ? text.value : '';
}
