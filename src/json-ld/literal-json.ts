import type { Json, JsonObject } from '../json.ts';
import { type Literal, RDF, XSD } from './literal.ts';

/** The contexts of OB 3.0 write the XML Schema address with `https:`. */
const SCHEMAS = [XSD, XSD.replace('http:', 'https:')];
const BOOLEANS: ReadonlySet<string> = new Set(SCHEMAS.map((schema) => `${schema}boolean`));
const NUMBERS: ReadonlySet<string> = new Set(
  SCHEMAS.flatMap((schema) => ['integer', 'decimal', 'float', 'double'].map((type) => schema + type)),
);
const TEXT = `${XSD}string`;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DIRECTED = 'https://www.w3.org/ns/i18n#';

/**
 * A literal as JSON. Numbers and booleans become native values, texts with a language become value objects (JSON-LD 1.1
 * §4.2.4).
 */
export function jsonOf({ value, datatype, language }: Literal): Json {
  if (datatype === TEXT) return value;
  if (language !== '') return { '@value': value, '@language': language };
  if (datatype === `${RDF}JSON`) return parsed(value);
  if (datatype.startsWith(DIRECTED)) return directed(value, datatype.slice(DIRECTED.length));
  if (BOOLEANS.has(datatype)) return value === 'true' || value === 'false' ? value === 'true' : value;
  if (!NUMBERS.has(datatype) || !NUMBER.test(value)) return value;
  const number = Number(value);
  const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return isExact ? number : value;
}

/** Any text may have the datatype of JSON. If it is no JSON, it is kept as text. */
function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `ar_rtl`, or `_rtl` (JSON-LD 1.1 API §8.2, i18n-datatype). */
function directed(value: string, tag: string): JsonObject {
  const [language = '', direction = ''] = tag.split('_');
  return {
    '@value': value,
    ...(language !== '' && { '@language': language }),
    ...(direction !== '' && { '@direction': direction }),
  };
}
