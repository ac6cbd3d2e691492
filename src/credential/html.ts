/** Types of scripts that carry data, among them credentials. */
const DATA_SCRIPT = /^application\/(?:ld\+json|json|(?:vc|vp)(?:[+-][\w+-]*)?)$/;
const MOST = 200;

/**
 * The texts in an HTML page that may hold credentials: scripts of JSON-LD and credential types, and `data:` links. The
 * page is cut, not parsed: nothing of it runs, nothing is fetched, and the cost is linear in its length.
 */
export function readEmbeddedTexts(html: string): readonly string[] {
  return [...scripts(html), ...dataLinks(html)].slice(0, MOST);
}

/** HTML §13.2.5.4: a script ends at the next `</script`, whatever stands in it. */
function* scripts(html: string): Generator<string> {
  const lower = html.toLowerCase();
  for (let at = lower.indexOf('<script'); at >= 0; at = lower.indexOf('<script', at)) {
    const open = lower.indexOf('>', at);
    if (open < 0) return;
    const close = lower.indexOf('</script', open);
    if (close < 0) return;
    const type = attribute(html.slice(at + 7, open), 'type').split(';')[0] ?? '';
    if (DATA_SCRIPT.test(type.trim().toLowerCase())) yield html.slice(open + 1, close).trim();
    at = close;
  }
}

const DATA_LINK = /\s(?:href|src)\s*=\s*(?:"(data:[^"]*)"|'(data:[^']*)')/gi;

function* dataLinks(html: string): Generator<string> {
  for (const match of html.matchAll(DATA_LINK)) yield unescapeHtml(match[1] ?? match[2] ?? '');
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);
const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|quot|#34|#39|apos|lt|gt);/g, (entity) => ENTITIES.get(entity) ?? entity);
