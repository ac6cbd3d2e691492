import { parseJson } from '../encoding/json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { fail, failWith, type Result, succeed } from '../result.ts';
import type { Credential } from './model.ts';
import { readCredential } from './read.ts';
import { isCredentialText, recognise } from './recognise.ts';

/**
 * Members in which programs that exchange credentials put them (VC API, OB 3.0 API `getCredentials`, wallet exports,
 * VerifierPlus). They are searched one level deep, where the object itself is no credential.
 */
const WRAPPERS = [
  '@graph',
  'verifiableCredential',
  'verifiableCredentials',
  'verifiablePresentation',
  'credential',
  'credentials',
  'compactJwsString',
  'presentation',
  'vc',
  'vp',
  'assertion',
] as const;

/** What a document holds. */
export interface Contents {
  readonly credentials: readonly Credential[];
  /** Why others, which are credentials too, could not be read. */
  readonly unread: readonly Problem[];
}

/** What may stand beside credentials without being one. */
const NO_CREDENTIAL: ReadonlySet<ProblemCode> = new Set(['no-credential-found', 'definition-not-award']);

/**
 * The credentials in a JSON value: the value itself, the elements of an array and of arrays in it, or the
 * contents of a wrapper; each as JSON, as a token, or as JSON in a text.
 *
 * Problems: the problem of the only candidate, or else `no-credential-found`.
 */
export function findCredentials(json: Json, retrievedFrom: string | null): Result<Contents> {
  return together(
    candidatesOf(json).map((each) =>
      // Only a document that is itself the assertion came from the assertion's own address.
      isJsonText(each) ? findInText(each) : only(readCredential(each, each === json ? retrievedFrom : null)),
    ),
  );
}

const isJsonText = (value: JsonObject | string): value is string =>
  typeof value === 'string' && /^\s*[[{]/.test(value) && isCredentialText(value);

/** What an exchanging program has kept as JSON in a text. Texts in it are tokens only. */
function findInText(text: string): Result<Contents> {
  const json = parseJson(text);
  return json.ok ? together(candidatesOf(json.value).map((each) => only(readCredential(each, null)))) : json;
}

export const only = (read: Result<Credential>): Result<Contents> =>
  read.ok ? succeed({ credentials: [read.value], unread: [] }) : read;

/** What several parts of a document hold together. Where none holds a credential: why the first could not be read. */
export function together(parts: readonly Result<Contents>[]): Result<Contents> {
  const read = parts.flatMap((part) => (part.ok ? [part.value] : []));
  const troubles = parts.flatMap((part) => (part.ok ? [] : [part.problem]));
  if (read.length > 0)
    return succeed({
      credentials: read.flatMap(({ credentials }) => credentials),
      unread: [
        ...read.flatMap(({ unread }) => unread),
        ...troubles.filter(({ code }) => !NO_CREDENTIAL.has(code)),
      ],
    });
  const trouble = troubles.find(({ code }) => code !== 'no-credential-found') ?? troubles[0];
  return trouble ? failWith(trouble) : fail('no-credential-found');
}

function candidatesOf(json: Json): readonly (JsonObject | string)[] {
  if (typeof json === 'string') return [json];
  if (Array.isArray(json)) return json.flatMap((one: Json) => candidatesOf(one));
  if (!isJsonObject(json)) return [];
  const kind = recognise(json);
  if (kind !== null && kind !== 'definition') return [json];
  // A wrapper with a proof is signed itself. Its contents alone would lose that signature.
  if (json.proof !== undefined && json.proof !== null) return [json];
  const inner = WRAPPERS.flatMap((name) => heldIn(json[name]));
  return inner.length > 0 ? inner : [json];
}

function heldIn(value: Json | undefined): readonly (JsonObject | string)[] {
  if (Array.isArray(value)) return value.flatMap(heldIn);
  if (typeof value === 'string') return value.length > 0 ? [value] : [];
  return isJsonObject(value) && recognise(value) !== null ? [value] : [];
}
