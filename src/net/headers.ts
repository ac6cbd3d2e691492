import type { Instant, NetAnswer } from '../ports.ts';
import type { TransportAnswer } from './transport.ts';

type Headers = TransportAnswer['headers'];

type Told = Pick<NetAnswer, 'contentType' | 'charset' | 'maxAgeSeconds' | 'link'>;

/** The headers that the guard passes on: media type, charset, freshness (RFC 9111 §4.2), and links (RFC 8288). */
export function readHeaders(headers: Headers): Told {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((each) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(each)?.[1])
    .find((each) => each !== undefined);
  const link = headers.get('link');
  return {
    contentType: type.trim() || null,
    charset: charset ?? null,
    maxAgeSeconds: freshness(headers),
    ...(link !== null && { link }),
  };
}

function freshness(headers: Headers): number | null {
  const control = (headers.get('cache-control') ?? '').toLowerCase();
  if (/(^|[\s,])no-(store|cache)([\s,=]|$)/.test(control)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/.exec(control)?.[1];
  if (maxAge === undefined) return null;
  const age = /^\d{1,9}$/.exec(headers.get('age') ?? '')?.[0] ?? '0';
  return Math.max(0, Number(maxAge) - Number(age));
}

/** Retry-After (RFC 9110 §10.2.3), seconds or a date, in milliseconds from now; null where there is none. */
export function retryAfter(headers: Headers, now: Instant): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
