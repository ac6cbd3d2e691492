// Where the guards of a file stand, and the file with a switch at each: original and mutants in one text.
import { parseSync } from 'vite';

/**
 * What can be put in a guard's place.
 * - `never`     a condition is false, whatever it finds (a guard removed; an operand of `||` left out)
 * - `always`    a condition is true, whatever it finds (an operand of `&&` left out)
 * - `nothing`   an operand of `??` is null: what it looks for is never found
 * - `off`       a rule in a table finds nothing
 * - `optional`  a member that a table demands may be absent
 */
const TABLE_WORDS = new Set(['required', 'definite']);
const COMPARISONS = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>=', 'in', 'instanceof']);
const ASKING = new Set([
  ...['some', 'every', 'includes', 'has', 'hasOwn', 'test', 'startsWith', 'endsWith', 'canParse', 'isArray'],
]);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

const bare = (node) =>
  node.type === 'ParenthesizedExpression' || node.type === 'TSAsExpression' ? bare(node.expression) : node;

/** Whether an expression gives a truth value by its form. A chain of `&&` and `||` is mutated by its operands. */
function isQuestion(expression) {
  const node = bare(expression);
  if (node.type === 'BinaryExpression') return COMPARISONS.has(node.operator);
  if (node.type === 'UnaryExpression') return node.operator === '!';
  return node.type === 'CallExpression' && ASKING.has(node.callee.property?.name);
}

const hasCall = (node) => /\(/.test(node.text);

/** Every guard of a TypeScript module, in the order of its text. */
export function guardsOf(code, file) {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const sites = new Map();
  const add = (node, kinds, where) => {
    const place = `${node.start}-${node.end}`;
    const known = sites.get(place);
    const all = new Set([...(known?.kinds ?? []), ...kinds]);
    sites.set(place, { start: node.start, end: node.end, kinds: all, where });
  };
  const textOf = (node) => code.slice(node.start, node.end);

  /** The operands of one chain of `&&` or of `||`. */
  const operands = (node, operator) => {
    const inner = node.type === 'ParenthesizedExpression' ? node.expression : node;
    return inner.type === 'LogicalExpression' && inner.operator === operator
      ? [...operands(inner.left, operator), ...operands(inner.right, operator)]
      : [node];
  };
  const onLogical = (node, parent, where) => {
    if (node.operator === '??') {
      for (const side of [node.left, node.right]) {
        if (bare(side).type !== 'LogicalExpression' && hasCall({ text: textOf(side) }))
          add(side, ['nothing'], where);
      }
      return;
    }
    if (parent?.type === 'LogicalExpression' && parent.operator === node.operator) return;
    const all = operands(node, node.operator);
    for (const [index, one] of all.entries()) {
      const last = index === all.length - 1;
      // The last operand of a chain may be a value and no condition: `found && { found }`.
      if (last && !isQuestion(one) && bare(one).type !== 'LogicalExpression' && !where.condition) continue;
      add(one, [node.operator === '&&' ? 'always' : 'never'], where);
    }
  };
  const onTable = (node, where) => {
    const inner = bare(node);
    if (inner.type === 'CallExpression' && TABLE_WORDS.has(inner.callee.name)) add(node, ['optional'], where);
    else if (
      inner.callee?.name !== 'optional' &&
      ['Identifier', 'ArrowFunctionExpression', 'CallExpression'].includes(inner.type)
    )
      add(node, ['off'], where);
  };

  const visit = (node, parent, where) => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const each of node) visit(each, parent, where);
      return;
    }
    if (typeof node.type !== 'string' || (node.type.startsWith('TS') && !node.expression)) return;
    if (node.type === 'ImportDeclaration') return;
    let here = where;
    if (FUNCTIONS.has(node.type)) {
      here = { ...where, inFunction: true, condition: false, name: node.id?.name ?? where.name };
      if (
        node.type === 'ArrowFunctionExpression' &&
        node.body.type !== 'BlockStatement' &&
        isQuestion(node.body)
      )
        add(node.body, ['never', 'always'], here);
    }
    if (node.type === 'VariableDeclarator' && node.id.name && !where.inFunction)
      here = { ...where, name: node.id.name };
    if (node.type === 'VariableDeclarator' && node.init && isQuestion(node.init))
      add(node.init, ['never', 'always'], here);
    if (node.type === 'ReturnStatement' && node.argument && isQuestion(node.argument))
      add(node.argument, ['never', 'always'], here);
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
      add(node.test, ['never', 'always'], here);
      visit(node.test, node, { ...here, condition: true });
      visit(node.consequent, node, { ...here, condition: false });
      visit(node.alternate, node, { ...here, condition: false });
      return;
    }
    if (node.type === 'LogicalExpression')
      onLogical(node, parent?.type === 'ParenthesizedExpression' ? parent.of : parent, here);
    if (!here.inFunction) {
      if (node.type === 'Property' && node.kind === 'init' && !node.shorthand) onTable(node.value, here);
      if (node.type === 'ArrayExpression') for (const each of node.elements) if (each) onTable(each, here);
      if (node.type === 'CallExpression' && node.callee.type === 'Identifier')
        for (const each of node.arguments) if (each.type !== 'SpreadElement') onTable(each, here);
    }
    if (node.type === 'ParenthesizedExpression') node.of = parent;
    const keepsCondition = ['LogicalExpression', 'ParenthesizedExpression', 'UnaryExpression'].includes(
      node.type,
    );
    const below = keepsCondition ? here : { ...here, condition: false };
    for (const [name, value] of Object.entries(node)) {
      if (
        name === 'type' ||
        name === 'of' ||
        name === 'typeAnnotation' ||
        name === 'returnType' ||
        name === 'typeArguments'
      )
        continue;
      visit(value, node, below);
    }
  };
  visit(program.body, null, { name: '(module)', inFunction: false, condition: false });

  const seen = new Map();
  return [...sites.values()]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, kinds, where }) => {
      const text = code.slice(start, end).replace(/\s+/g, ' ');
      const short = text.length > 120 ? `${text.slice(0, 117)}...` : text;
      const name = `${file} ${where.name}: ${short}`;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      const line = code.slice(0, start).split('\n').length;
      return { site: nth > 1 ? `${name} [${nth}]` : name, kinds: [...kinds], start, end, line };
    });
}

const FUNCTION_OF = { off: '__rule', optional: '__member' };

/** The same module, each guard of it handed through a switch. */
export function instrument(code, file) {
  const cuts = guardsOf(code, file).flatMap(({ site, kinds, start, end }) => [
    {
      at: start,
      opens: true,
      size: end - start,
      text: `${FUNCTION_OF[kinds[0]] ?? '__guard'}(${JSON.stringify(site)}, (`,
    },
    { at: end, opens: false, size: end - start, text: '))' },
  ]);
  // Outer opens first and closes last; what closes at a place closes before what opens there.
  cuts.sort((a, b) => a.at - b.at || a.opens - b.opens || (a.opens ? b.size - a.size : a.size - b.size));
  let [out, from] = ['', 0];
  for (const { at, text } of cuts) {
    out += code.slice(from, at) + text;
    from = at;
  }
  return out + code.slice(from);
}
