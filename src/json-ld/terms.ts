/** Reads and writes the terms of a Dataset in the form of canonical N-Quads (RDFC-1.0 §5, N-Quads §4). */
import type { Term } from './dataset.ts';

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';
const XSD_STRING = `${XSD}string`;
const LANG_STRING = `${RDF}langString`;

export interface Literal {
  readonly value: string;
  readonly datatype: string;
  /** Empty where the literal has none. */
  readonly language: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};
const asUnicode = (letter: string): string =>
  `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

const inText = /[\p{Cc}"\\]/gu;
const inIri = /[\p{Cc}\u0020<>"{}|^`\\]/gu;
/** Only the control characters of ASCII are escaped (N-Quads canonical form, RDFC-1.0 §5). */
const isAscii = (letter: string): boolean => letter.charCodeAt(0) < 0x80;
const escapeText = (text: string): string =>
  text.replace(inText, (letter) => (isAscii(letter) ? (ESCAPES[letter] ?? asUnicode(letter)) : letter));
/** In an IRI, U+007F is not escaped. */
const escapeIri = (iri: string): string =>
  iri.replace(inIri, (letter) => (letter < '\u007f' ? asUnicode(letter) : letter));

const LETTERS: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };
const unescaped = (text: string): string => (text.includes('\\') ? text.replace(ESCAPE, letterOf) : text);
const ESCAPE = /\\(?:u([0-9A-F]{4})|(.))/g;
const letterOf = (_: string, code: string | undefined, letter: string): string =>
  code === undefined ? (LETTERS[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16));

export const iriTerm = (iri: string): string => `<${escapeIri(iri)}>`;

export function literalTerm({ value, datatype, language }: Literal): string {
  const text = `"${escapeText(value)}"`;
  if (datatype === LANG_STRING) return language === '' ? text : `${text}@${language}`;
  return datatype === XSD_STRING ? text : `${text}^^${iriTerm(datatype)}`;
}

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
