/** schema.org markup in a page's attributes (microdata, RDFa), written out as the JSON-LD that says the same. */
import { attributeOf } from './attribute.ts';

const ITEM = '[itemscope],[typeof]';
const MAX_PROPERTIES = 60;
const MAX_VALUE_CHARACTERS = 300;

/** A credential's item and its owner. What a course awards is nobody's yet (json-ld.ts). */
export function itemText(item: Element): string {
  const node: Record<string, string> = { '@type': 'EducationalOccupationalCredential' };
  for (const each of [...item.querySelectorAll('[itemprop],[property]')].slice(0, MAX_PROPERTIES))
    if (each.parentElement?.closest(ITEM) === item) node[nameOf(each)] ??= said(each);
  const owner = item.parentElement?.closest(ITEM);
  return JSON.stringify(
    owner ? { '@type': attribute(owner, 'itemtype', 'typeof'), [nameOf(item)]: node } : node,
  );
}

const nameOf = (element: Element): string => attribute(element, 'itemprop', 'property', 'rel');

const attribute = (element: Element, ...names: readonly string[]): string =>
  attributeOf(element, ...names).slice(0, MAX_VALUE_CHARACTERS);

/** The value of a property; for a nested item, its name. */
function said(element: Element): string {
  const name = element.matches(ITEM) && element.querySelector('[itemprop=name],[property$=name]');
  const own = name || element;
  return (
    attribute(own, 'content', 'datetime', 'href') || own.textContent.trim().slice(0, MAX_VALUE_CHARACTERS)
  );
}
