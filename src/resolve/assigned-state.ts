/** The state that a page's script assigns to a global's member: as an object, or as a text that `JSON.parse` reads. */
import { type PageElement, rawTextOf, select } from './page-element.ts';

/** Both ways to name a member (ECMA-262 §13.3), and what may follow. */
const ASSIGNMENT = (variable: string): RegExp =>
  new RegExp(
    `(?:^|[\\s;])\\w+(?:\\.${variable}|\\[\\s{0,9}(["'])${variable}\\1\\s{0,9}\\])\\s{0,9}=\\s{0,9}(JSON\\.parse\\(\\s{0,9})?(?=[{["'])`,
    'g',
  );

/**
 * JSON that is assigned at the beginning of a statement; null where there is none. Where a page has two, one of them may
 * be a text of somebody who is named there: then nothing can be said.
 */
export function assignedState(page: PageElement, variable: string): string | null {
  const assignment = ASSIGNMENT(variable);
  const found = select(page, 'script').flatMap((script) => {
    const code = rawTextOf(script);
    return [...code.matchAll(assignment)].map(({ index, 0: { length }, 2: call }) => ({
      code,
      from: index + length,
      isText: call !== undefined,
    }));
  });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return null;
  const { code, from, isText } = only;
  const isQuoted = code[from] === '"' || code[from] === "'";
  if (isText !== isQuoted) return null;
  return isText
    ? textOfLiteral(code.slice(from + 1, endOfString(code, from)))
    : code.slice(from, endOfJson(code, from));
}

/** The position after the bracket that closes the one at `start`; the end where none does. */
function endOfJson(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at += 1) {
    const mark = code[at];
    if (mark === '"') at = endOfString(code, at);
    else if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return code.length;
}

/** The position of the quote that closes the one at `start`; the end where none does. */
function endOfString(code: string, start: number): number {
  const quote = code[start];
  for (let at = start + 1; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code[at] === quote) return at;
  }
  return code.length;
}

/** Escapes of a string literal (ECMA-262 §12.9.4). The rest stands for itself. */
const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/gi;
const CONTROLS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  0: '\0',
};
const LINE_ENDS = /^[\r\n\u2028\u2029]/;

const textOfLiteral = (written: string): string =>
  written.replace(ESCAPE, (whole, long?: string, four?: string, two?: string, mark = '') => {
    const code = Number.parseInt(long ?? four ?? two ?? '', 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    if (Number.isNaN(code)) return LINE_ENDS.test(mark) ? '' : (CONTROLS[mark] ?? mark);
    return whole;
  });
