import { readHtml } from '../encoding/html.ts';
import { decodeText } from '../encoding/text.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { succeed } from '../result.ts';
import { isDataUrl, readDataUrl } from './data-url.ts';
import { isAward } from './find.ts';
import { isCredentialText } from './recognise.ts';

/** Types of scripts that hold data, credentials among them. */
const DATA_SCRIPT = /^application\/.*(?:v[cp]|json|jwt)/;
/** The most `data:` links that are read, pictures last. A few letters of a picture may become megabytes. */
const MAX_LINKS = 200;

export interface EmbeddedTexts {
  readonly texts: readonly string[];
  /** Whether there is nothing more. */
  readonly whole: boolean;
}

/**
 * The texts in an HTML page that may hold credentials, each once: scripts of JSON-LD and credential types, then `data:`
 * links. The page is only split into tokens. None of it runs, nothing is fetched, and the cost is linear in its length.
 */
export function readEmbeddedTexts(html: string): EmbeddedTexts {
  const [scripts, links]: [string[], string[]] = [[], []];
  let script: string[] | null = null;
  for (const token of readHtml(html)) {
    if (token.kind === 'start') {
      script = token.name === 'script' && isData(token.attributes.get('type')) ? [] : null;
      links.push(...dataLinks(token.attributes));
    } else if (token.kind === 'text') {
      script?.push(token.text);
    } else {
      // A script without an end tag was cut off.
      if (script !== null) scripts.push(script.join('').trim());
      script = null;
    }
  }
  const all = [...new Set(links)].sort((one, other) => Number(isPicture(one)) - Number(isPicture(other)));
  return { texts: [...new Set(scripts), ...all.slice(0, MAX_LINKS)], whole: all.length <= MAX_LINKS };
}

const isPicture = (address: string): boolean => /^data:image\//i.test(address);

const isData = (type = ''): boolean => DATA_SCRIPT.test((type.split(';')[0] ?? '').trim().toLowerCase());

/** Where a page leads to, or shows, what an address carries. */
const CARRYING = ['href', 'src', 'data', 'data-href', 'data-url', 'data-src'] as const;

/** A browser takes tabs and line ends out of an address (URL Standard §4.4). */
const dataLinks = (attributes: ReadonlyMap<string, string>): readonly string[] =>
  CARRYING.map(
    (name) =>
      attributes
        .get(name)
        ?.replace(/[\t\n\r]/g, '')
        .trim() ?? '',
  ).filter((address) => /^data:/i.test(address));

/**
 * Whether such a text is meant as a credential, although it could not be read. Most data in a page is its own, and most of
 * its pictures hold nothing.
 */
export function isBrokenAward(text: string, { code }: Problem): boolean {
  if (isPicture(text)) return !NO_BADGE.has(code);
  return isDataUrl(text) ? isAwardAddress(text) : isCredentialText(text);
}
/** What may be said of any picture. */
const NO_BADGE: ReadonlySet<ProblemCode> = new Set([
  'image-not-baked',
  'empty-document',
  'unknown-format',
  'png-malformed',
  'svg-malformed',
  'no-credential-found',
  'url-malformed',
]);

/** Whether a `data:` address is meant as a credential: its type says so, or its text is one. */
export function isAwardAddress(address: string): boolean {
  if (/^data:application\/(?:v[cp]\b|[\w+-]*jwt\b)/i.test(address)) return true;
  const data = readDataUrl(address);
  if (!data.ok) return false;
  const { content, charset } = data.value;
  const text = typeof content === 'string' ? succeed(content) : decodeText(content, charset);
  return text.ok && isAward(text.value);
}
