import type { JsonObject } from '../json.ts';
import { readText } from './text.ts';

/** Of schema.org and OB 3.0 §Profile, of OpenID Connect (also registered for JWTs), of EBSI and many wallets. */
const GIVEN = ['givenName', 'given_name', 'firstName'];
const FAMILY = ['familyName', 'family_name', 'lastName'];

/** The name of a person whose parts are members of their own. Null where one is missing: half a name is nobody's. */
export function readPersonName(person: JsonObject): string | null {
  const parts = [GIVEN, FAMILY].map((names) => readFirst(person, names));
  return parts.every((part) => part !== null) ? parts.join(' ') : null;
}

const readFirst = (person: JsonObject, names: readonly string[]): string | null =>
  names.map((name) => readText(person[name])).find((text) => text?.trim()) ?? null;
