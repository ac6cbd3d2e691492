import { readHtml } from '../encoding/html.ts';

/** Types of scripts that hold data, credentials among them. */
const DATA_SCRIPT = /^application\/(?:ld\+json|json|(?:vc|vp)(?:[+-][\w+-]*)?)$/;
const MAX_TEXTS = 200;

/**
 * The texts in an HTML page that may hold credentials: scripts of JSON-LD and credential types, then `data:` links. The
 * page is only split into tokens. None of it runs, nothing is fetched, and the cost is linear in its length.
 */
export function readEmbeddedTexts(html: string): readonly string[] {
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
  return [...scripts, ...links].slice(0, MAX_TEXTS);
}

const isData = (type = ''): boolean => DATA_SCRIPT.test((type.split(';')[0] ?? '').trim().toLowerCase());

const dataLinks = (attributes: ReadonlyMap<string, string>): readonly string[] =>
  ['href', 'src']
    .map((name) => attributes.get(name)?.trim() ?? '')
    .filter((address) => /^data:/i.test(address));
