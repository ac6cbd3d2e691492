import { readHtml } from '../encoding/html.ts';

/** Types of scripts that hold data, credentials among them. */
const DATA_SCRIPT = /^application\/(?:ld\+json|json|(?:vc|vp)(?:[+-][\w+-]*)?)$/;
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
  let script: string | null = null;
  for (const token of readHtml(html)) {
    if (token.kind === 'start') {
      script = token.name === 'script' && isData(token.attributes.get('type')) ? '' : null;
      links.push(...dataLinks(token.attributes));
    } else if (token.kind === 'text') {
      if (script !== null) script += token.text;
    } else {
      // A script without an end tag was cut off.
      if (script !== null) scripts.push(script.trim());
      script = null;
    }
  }
  const all = [...new Set(links)].sort((one, other) => Number(isPicture(one)) - Number(isPicture(other)));
  return { texts: [...new Set(scripts), ...all.slice(0, MAX_LINKS)], whole: all.length <= MAX_LINKS };
}

const isPicture = (address: string): boolean => /^data:image\//i.test(address);

const isData = (type = ''): boolean => DATA_SCRIPT.test((type.split(';')[0] ?? '').trim().toLowerCase());

const dataLinks = (attributes: ReadonlyMap<string, string>): readonly string[] =>
  ['href', 'src']
    .map((name) => attributes.get(name)?.trim() ?? '')
    .filter((address) => /^data:/i.test(address));
