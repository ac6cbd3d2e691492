/** Reads the terms of a Dataset (RDFC-1.0 §5, N-Quads §4). iri.ts and literal.ts write them. */
import type { Term } from './dataset.ts';
import { LANG_STRING, type Literal, XSD_STRING } from './literal.ts';

const LETTERS: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };
const unescaped = (text: string): string => (text.includes('\\') ? text.replace(ESCAPE, letterOf) : text);
const ESCAPE = /\\(?:u([0-9A-F]{4})|(.))/g;
const letterOf = (_: string, code: string | undefined, letter: string): string =>
  code === undefined ? (LETTERS[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16));

/** The IRI of a term; null for a blank node or a literal. */
export const iriOf = (term: Term): string | null =>
  typeof term === 'string' && term.startsWith('<') ? unescaped(term.slice(1, -1)) : null;

/** The literal of a term; null for a blank node or an IRI. */
export function literalOf(term: Term): Literal | null {
  if (typeof term !== 'string' || !term.startsWith('"')) return null;
  const end = term.lastIndexOf('"');
  const value = unescaped(term.slice(1, end));
  const tail = term.slice(end + 1);
  if (tail.startsWith('@')) return { value, datatype: LANG_STRING, language: tail.slice(1) };
  return { value, datatype: tail === '' ? XSD_STRING : unescaped(tail.slice(3, -1)), language: '' };
}

/** The text of a literal that is nothing but text, as most are. Null for every other term. */
export const plainText = (term: Term): string | null =>
  typeof term === 'string' && term.charCodeAt(0) === QUOTE && term.charCodeAt(term.length - 1) === QUOTE
    ? unescaped(term.slice(1, -1))
    : null;
const QUOTE = 34;
