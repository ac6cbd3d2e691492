/**
 * A page's own pointer to the record behind it: a `Link` header (RFC 8288) or `<link rel="alternate">`, of a type that
 * records have.
 */
import { readHtml } from '../encoding/html.ts';
import { decodeText } from '../encoding/text.ts';
import type { NetAnswer } from '../ports.ts';

export interface Alternate {
  readonly address: string;
  /** Only credentials have this type. If such an alternate cannot be had, the reader is told why. */
  readonly certain: boolean;
}

/** Best first. Feeds, oEmbed and other languages are alternates too, but have other types or none. */
const TYPES: ReadonlyMap<string, { readonly rank: number; readonly certain: boolean }> = new Map(
  [
    ...['application/vc', 'application/vc+jwt', 'application/vc+ld+json', 'application/vc+ld+json+jwt'],
    ...['application/vp', 'application/vp+jwt', 'application/ld+json', 'application/json'],
  ].map((type, rank) => [type, { rank, certain: type.includes('/v') }]),
);

const MAX_HEADER_CHARACTERS = 8_192;
/** `<link>` stands in the head. */
const MAX_HTML_BYTES = 256 * 1024;

/**
 * The best alternate that a page names: absolute and of the page's own origin; null where it names none. A page may say
 * where on its own host its record lies. It may not choose which other hosts we ask.
 */
export function alternateOf(answer: NetAnswer): Alternate | null {
  const found = [...inHeader(answer.link ?? ''), ...inMarkup(answer)].flatMap(({ rel, type, href }) => {
    const kind = TYPES.get(type.split(';', 1)[0]?.trim().toLowerCase() ?? '');
    const address = URL.canParse(href, answer.finalUrl) ? new URL(href, answer.finalUrl) : null;
    const isAlternate = rel.toLowerCase().split(/\s+/).includes('alternate');
    if (!kind || !isAlternate || address === null || !isNear(address, answer)) return [];
    return [{ address: address.href, ...kind }];
  });
  const [best] = found.sort((one, other) => one.rank - other.rank);
  return best ? { address: best.address, certain: best.certain } : null;
}

const isNear = (address: URL, { finalUrl, url }: NetAnswer): boolean =>
  address.origin === new URL(finalUrl).origin &&
  ![finalUrl, url].some((own) => own.replace(/#.*$/, '') === address.href.replace(/#.*$/, ''));

interface Named {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
}

function* inHeader(header: string): Generator<Named> {
  for (const [, href = '', rest = ''] of header
    .slice(0, MAX_HEADER_CHARACTERS)
    .matchAll(/<([^<>]*)>([^<]*)/g))
    yield { href, rel: parameter(rest, 'rel'), type: parameter(rest, 'type') };
}

const parameter = (text: string, name: string): string => {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^",;\\s]+))`, 'i').exec(text);
  return match?.[1] ?? match?.[2] ?? '';
};

function* inMarkup({ bytes, charset }: NetAnswer): Generator<Named> {
  const text = decodeText(bytes.subarray(0, MAX_HTML_BYTES), charset);
  if (!text.ok) return;
  for (const token of readHtml(text.value)) {
    if (token.kind !== 'start' || token.name !== 'link') continue;
    const attribute = (name: string): string => token.attributes.get(name) ?? '';
    yield { href: attribute('href'), rel: attribute('rel'), type: attribute('type') };
  }
}
