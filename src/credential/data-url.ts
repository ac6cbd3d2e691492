import { decodeBase64 } from '../encoding/base64url.ts';
import { percentDecoded } from '../encoding/percent.ts';
import { fail, type Result, succeed } from '../result.ts';

export interface DataUrl {
  readonly content: Uint8Array | string;
  readonly contentType: string | null;
  readonly charset: string | null;
}

const DATA_URL = /^data:([^,]{0,200}),/i;

export const isDataUrl = (text: string): boolean => DATA_URL.test(text);

/** The content of a `data:` address (RFC 2397). Problem: `url-malformed`. */
export function readDataUrl(text: string): Result<DataUrl> {
  const head = DATA_URL.exec(text);
  if (!head) return fail('url-malformed');
  const [type = '', ...parameters] = (head[1] ?? '').toLowerCase().split(';');
  const charset = parameters.find((one) => one.trim().startsWith('charset='))?.split('=')[1] ?? null;
  const percent = decodePercent(text.slice(head[0].length));
  const base64 = parameters.some((one) => one.trim() === 'base64');
  const content = base64 ? decodeBase64(percent.replace(/\s+/g, '')) : succeed(percent);
  return content.ok
    ? succeed({ content: content.value, contentType: type.trim() || null, charset })
    : fail('url-malformed');
}

/** URL Standard §1.3: a percent sign that begins no byte stays as it is, and so do bytes that are no UTF-8 here. */
export const decodePercent = (text: string): string => text.replace(/(?:%[\da-f]{2})+/gi, percentDecoded);
