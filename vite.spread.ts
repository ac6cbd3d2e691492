import { type ESTree, type Plugin, parseAst, Visitor } from 'vite';
import { type Edit, edited } from './vite.edits.ts';

/**
 * Writes `{ ...one, two }` as `Object.assign({}, one, { two })`.
 *
 * The V8 of Node 20 gives each object of the first kind a hidden class of its own. Making one takes ten times as long,
 * whoever reads it finds it new each time, and the class stays until the next large collection. `{ two, ...one }` has
 * none of this. The two ways differ for a member `__proto__`, which no object here has, because `parseJson` refuses it,
 * and for a getter, which would be asked at once: an object with one stays as it is.
 */
export const assignedSpreads: Plugin = {
  name: 'assigned-spreads',
  enforce: 'post',
  transform: { filter: { id: /\/src\/.*\.ts$/, code: /\.\.\./ }, handler: withAssignedSpreads },
};

/** The same script without objects in which something follows on a spread. */
export function withAssignedSpreads(code: string): string {
  const edits: Edit[] = [];
  new Visitor({ ObjectExpression: (node) => void edits.push(...editsOf(node)) }).visit(parseAst(code));
  return edited(code, edits);
}

/** Each edit stands at a place of its own, so those of an object inside another go with them. */
function editsOf({ start, end, properties }: ESTree.ObjectExpression): readonly Edit[] {
  const isSpread = (at: number): boolean => properties[at]?.type === 'SpreadElement';
  if (!properties.some((_, at) => isSpread(at) && at < properties.length - 1)) return [];
  if (properties.some((each) => each.type === 'Property' && each.kind !== 'init')) return [];
  const edits: Edit[] = [replace(start, 1, 'Object.assign({}, ')];
  for (const [at, property] of properties.entries()) {
    if (isSpread(at)) edits.push(replace(property.start, 3, ''));
    else {
      if (at === 0 || isSpread(at - 1)) edits.push(replace(property.start, 0, '{ '));
      if (at === properties.length - 1 || isSpread(at + 1)) edits.push(replace(property.end, 0, ' }'));
    }
  }
  return [...edits, replace(end - 1, 1, ')')];
}

const replace = (at: number, characters: number, by: string): Edit => ({ from: at, to: at + characters, by });
