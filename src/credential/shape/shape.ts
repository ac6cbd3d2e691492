import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { lazy } from '../../lazy.ts';
import { type Problem, type ProblemCode, problem } from '../../problem.ts';
import { isDateTimeStamp, readDate } from '../date.ts';

/** Checks one value and adds its defects, each with its JSON Pointer. It never throws, and it reports all defects. */
export type Shape = (value: Json, at: string, defects: Problem[]) => void;

export interface Member {
  readonly shape: Shape;
  readonly required: boolean;
  /** Where set, an explicit `null` does not count as absent. */
  readonly definite: boolean;
}
export const required = (shape: Shape): Member => ({ shape, required: true, definite: true });
export const optional = (shape: Shape): Member => ({ shape, required: false, definite: false });
export const definite = (shape: Shape): Member => ({ shape, required: false, definite: true });

/** RFC 6901 §3. */
export const pointer = (at: string, name: string | number): string =>
  `${at}/${typeof name === 'string' && ESCAPED.test(name) ? escaped(name) : name}`;
const ESCAPED = /[~/]/;
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const malformed = (defects: Problem[], at: string, code: ProblemCode = 'member-malformed'): void => {
  defects.push(problem(code, { at, params: { member: at.split('/').at(-1) ?? '' } }));
};

/** An object with these members. `null` counts as absent, as in JSON-LD (JSON-LD 1.1 §4.1.2). */
export function members(table: Readonly<Record<string, Member>>): Shape {
  const rows = lazy(() =>
    Object.entries(table).map(([name, member]) => ({ name, step: pointer('', name), ...member })),
  );
  return (value, at, defects) => {
    if (!isJsonObject(value)) return malformed(defects, at);
    for (const { name, step, shape, required, definite } of rows()) {
      const found = value[name];
      if (found !== undefined && found !== null) shape(found, at + step, defects);
      else if (required) malformed(defects, at + step, 'member-missing');
      else if (found === null && definite) malformed(defects, at + step);
    }
  };
}

export const both =
  (...shapes: readonly Shape[]): Shape =>
  (value, at, defects) => {
    for (const shape of shapes) shape(value, at, defects);
  };

/** One value, or a list with at least one. */
export const oneOrMany =
  (shape: Shape): Shape =>
  (value, at, defects) => {
    if (!Array.isArray(value)) return shape(value, at, defects);
    if (value.length === 0) malformed(defects, at);
    for (const [index, one] of value.entries()) shape(one, pointer(at, index), defects);
  };

/** One value, or a list that may be empty. */
export function anyNumber(shape: Shape): Shape {
  const some = oneOrMany(shape);
  return (value, at, defects) => {
    if (!Array.isArray(value) || value.length > 0) some(value, at, defects);
  };
}

/** The first shape where the value is a string, the second otherwise. */
export const stringOr =
  (string: Shape, other: Shape): Shape =>
  (value, at, defects) =>
    (typeof value === 'string' ? string : other)(value, at, defects);

const test =
  (passes: (value: Json) => boolean, code?: ProblemCode): Shape =>
  (value, at, defects) => {
    if (!passes(value)) malformed(defects, at, code);
  };

export const anything: Shape = () => undefined;
export const text: Shape = test((value) => typeof value === 'string');
export const boolean: Shape = test((value) => typeof value === 'boolean');

/**
 * RFC 3986 §3 as far as needed: a scheme, a colon, and no character that no address may contain. IRIs pass (RFC 3987).
 */
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
export const isUri = (value: Json | undefined): value is string =>
  typeof value === 'string' && ABSOLUTE.test(value);
export const uri: Shape = test(isUri);

/** A point in time with a zone: xsd:dateTimeStamp. */
export const dateTimeStamp: Shape = test(
  (value) => typeof value === 'string' && isDateTimeStamp(value),
  'date-malformed',
);
/** A string that names an instant. */
export const dateText: Shape = test(
  (value) => typeof value === 'string' && readDate(value)?.instant != null,
  'date-malformed',
);
/** Any date that names an instant, including Unix seconds (Open Badges 1.x). */
export const date: Shape = test((value) => readDate(value)?.instant != null, 'date-malformed');

/** One or many type names, none empty. */
export const typeNames: Shape = (value, at, defects) => {
  const names = Array.isArray(value) ? value : [value];
  if (names.length === 0 || !names.every((name) => typeof name === 'string' && name !== ''))
    malformed(defects, at);
};

/** One or many type names that include at least one of these. `type-unknown` where none is included. */
export const typesWith =
  (...wanted: readonly string[]): Shape =>
  (value, at, defects) => {
    typeNames(value, at, defects);
    const names: readonly Json[] = Array.isArray(value) ? value : [value];
    if (names.some((name) => typeof name === 'string' && wanted.includes(name))) return;
    defects.push(problem('type-unknown', { at, params: { expected: wanted[0] ?? '' } }));
  };

/** VCDM 2.0 §11.1: a string, or value objects with only value, language and direction. */
const VALUE_OBJECT: ReadonlySet<string> = new Set(['@value', '@language', '@direction']);
const isValueObject = (value: JsonObject): boolean =>
  typeof value['@value'] === 'string' && Object.keys(value).every((name) => VALUE_OBJECT.has(name));
export const languageText: Shape = anyNumber((value, at, defects) => {
  if (typeof value === 'string') return;
  if (!isJsonObject(value) || !isValueObject(value)) malformed(defects, at);
});
