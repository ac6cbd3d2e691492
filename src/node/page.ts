import { parseHTML } from 'linkedom';
import { fail, type Result, succeed } from '../result.ts';

/** Pages of people have some ten thousand elements, a hundred deep. The tree builder needs the square of the depth. */
const LIMITS = { letters: 8 * 1024 * 1024, tags: 300_000, depth: 1_000 };
/** To the next bracket, whichever it is: a tag that nobody closes is read once, like every other. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)([^<>]*)(>?)/gi;
/** Elements that hold nothing, and those whose end tag HTML lets people leave out: they do not nest. */
const FLAT: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
  ...['p', 'li', 'dd', 'dt', 'option', 'optgroup', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'colgroup'],
]);

/**
 * HTML text → its document. `empty-document` nothing but white space · `too-large` more, or more deeply nested, than
 * any page for people: refused before a tree is built.
 */
export function readPage(html: string): Result<Document> {
  if (html.trim() === '') return fail('empty-document');
  if (html.length > LIMITS.letters) return fail('too-large', { params: { limit: LIMITS.letters } });
  if (isMonstrous(html)) return fail('too-large', { params: { limit: LIMITS.tags } });
  const whole = /<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return succeed(parseHTML(whole).document as unknown as Document);
}

function isMonstrous(html: string): boolean {
  let [tags, depth] = [0, 0];
  for (const [, slash, name = '', rest = '', end] of html.matchAll(TAG)) {
    if (!end) continue;
    if (++tags > LIMITS.tags) return true;
    if (rest.endsWith('/') || FLAT.has(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > LIMITS.depth) return true;
  }
  return false;
}
