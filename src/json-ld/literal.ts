import type { Json } from '../json.ts';
import { escaped, iriTerm } from './iri.ts';
import { refuse } from './walked.ts';

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';
export const XSD_STRING = `${XSD}string`;
export const LANG_STRING = `${RDF}langString`;

export interface Literal {
  readonly value: string;
  readonly datatype: string;
  /** Empty where the literal has none. */
  readonly language: string;
}

/** Whether this is a language tag by the check of JSON-LD (an outline of BCP 47). */
export const isLanguageTag = (tag: string): boolean => /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(tag);

/** Plain text, or text with a language, as canonical N-Quads writes it. */
export const textTerm = (text: string, language: string | null): string =>
  language === null ? quoted(text) : `${quoted(text)}@${language}`;

/**
 * A value as canonical N-Quads writes it (JSON-LD 1.1 API §8.2.2 "Object to RDF Conversion"). Numbers and booleans may
 * come without a datatype.
 */
export function typedTerm(value: string | number | boolean, datatype: string | null): string {
  // Such a literal loses its language, which no author intends.
  if (datatype === LANG_STRING) return refuse('language-string datatype');
  if (typeof value === 'boolean') return withType(String(value), datatype ?? `${XSD}boolean`);
  if (datatype === `${XSD}double` || (typeof value === 'number' && isDouble(value)))
    return withType(doubleOf(value), datatype ?? `${XSD}double`);
  if (typeof value === 'number') return withType(value.toFixed(0), datatype ?? `${XSD}integer`);
  return withType(value, datatype ?? XSD_STRING);
}

const isDouble = (value: number): boolean => String(value).includes('.') || Math.abs(value) >= 1e21;

/** XML Schema's canonical double: `1.5E0`. */
const doubleOf = (value: string | number): string =>
  Number.parseFloat(String(value))
    .toExponential(15)
    .replace(/(\d)0*e\+?/, '$1E');

const withType = (text: string, datatype: string): string =>
  datatype === XSD_STRING ? quoted(text) : `${quoted(text)}^^${iriTerm(datatype)}`;

/** A literal of another processor, as canonical N-Quads writes it. */
export const literalTerm = ({ value, datatype, language }: Literal): string =>
  datatype === LANG_STRING ? textTerm(value, language === '' ? null : language) : withType(value, datatype);

/** A JSON literal (JSON-LD 1.1 §4.2.2), in the canonical form of RFC 8785. */
export const jsonTerm = (value: Json): string => `${quoted(canonicalJson(value))}^^<${RDF}JSON>`;

function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: canonical N-Quads escapes exactly these.
const SPECIAL = /[\u0000-\u001f\u007f"\\]/;
const EVERY_SPECIAL = new RegExp(SPECIAL.source, 'g');
const SHORT: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/** RDF Dataset Canonicalization §5 "A Canonical form of N-Quads". */
const quoted = (text: string): string =>
  `"${SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (character) => SHORT.get(character) ?? escaped(character)) : text}"`;
