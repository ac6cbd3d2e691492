import { type ESTree, type Plugin, parseAst, Visitor } from 'vite';
import { type Edit, edited } from './vite.edits.ts';

/** The module that the calls come from. */
const MODULE = 'virtual:flat-map';

/**
 * Writes `list.flatMap(each)` as a call of a function of ours.
 *
 * V8 makes each member of the result of its own `flatMap` by the slow way that a proxy would need. A badge has some forty
 * such calls, most of them of an empty list or of one entry, and they took a twentieth of its time. The two differ for
 * lists with holes, which no list here has. What follows on `?.` stays as it is.
 */
export const plainFlatMaps: Plugin = {
  name: 'plain-flat-maps',
  enforce: 'post',
  resolveId: (source) => (source === MODULE ? `\0${MODULE}` : null),
  load: (id) => (id === `\0${MODULE}` ? FLAT_MAP : null),
  transform: { filter: { id: /\/src\/.*\.tsx?$/, code: /\.flatMap\(/ }, handler: withPlainFlatMaps },
};

const FLAT_MAP = `export function flatMapOf(list, each) {
  const all = [];
  for (let at = 0; at < list.length; at++) {
    const some = each(list[at], at, list);
    if (Array.isArray(some)) for (let of = 0; of < some.length; of++) all.push(some[of]);
    else all.push(some);
  }
  return all;
}
`;

/** The same script, in which lists are mapped and flattened by `flatMapOf`. */
export function withPlainFlatMaps(code: string): string {
  const edits: Edit[] = [];
  new Visitor({ CallExpression: (node) => void edits.push(...editsOf(node, code)) }).visit(parseAst(code));
  if (edits.length === 0) return code;
  return `import { flatMapOf } from '${MODULE}';\n${edited(code, edits)}`;
}

function editsOf({ callee, arguments: given, start }: ESTree.CallExpression, code: string): readonly Edit[] {
  if (callee.type !== 'MemberExpression' || callee.computed || given.length !== 1) return [];
  if (callee.property.name !== 'flatMap' || isOptional(callee)) return [];
  const { property } = callee;
  return [
    { from: start, to: start, by: 'flatMapOf(' },
    { from: code.lastIndexOf('.', property.start), to: code.indexOf('(', property.end) + 1, by: ', ' },
  ];
}

/** Whether a chain may end before this member of it (ECMA-262 §13.3.9). */
function isOptional(link: ESTree.Expression | ESTree.Super): boolean {
  if (link.type !== 'MemberExpression' && link.type !== 'CallExpression') return false;
  return link.optional || isOptional(link.type === 'CallExpression' ? link.callee : link.object);
}
