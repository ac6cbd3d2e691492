import { parseJson } from '../encoding/json.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { fail, failWith, type Result, succeed } from '../result.ts';
import type { Credential } from './model.ts';
import { readCredential } from './read.ts';
import { isCredentialText, type Kind, recognise } from './recognise.ts';
import { readTypes } from './text.ts';

/**
 * Members in which programs that exchange credentials put them (VC API, OB 3.0 API `getCredentials`, wallet exports,
 * VerifierPlus). What stands there is meant as one, whatever it is.
 */
const WRAPPERS: ReadonlySet<string> = new Set([
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
]);

/** What a document holds. */
export interface Contents {
  readonly credentials: readonly Credential[];
  /** Why others, which are credentials too, could not be read. */
  readonly unread: readonly Problem[];
}

/** What may stand beside credentials without being one. */
const NO_CREDENTIAL: ReadonlySet<ProblemCode> = new Set(['no-credential-found', 'definition-not-award']);

/**
 * The credentials in a JSON value: the value itself, the elements of an array, or the contents of a wrapper; each as JSON,
 * as a token, or as JSON in a text. A wrapper is searched whole: its reader takes all that it holds for checked.
 *
 * Problems: the problem of the only candidate, or else `no-credential-found`.
 */
export function findCredentials(json: Json, retrievedFrom: string | null): Result<Contents> {
  return together(readAll(json, { isMeant: true, inText: false, retrievedFrom }));
}

/** Whether there is one in a JSON value, or something that is meant as one. */
export function holdsCredential(json: Json): boolean {
  const found = findCredentials(json, null);
  return found.ok || !NO_CREDENTIAL.has(found.problem.code);
}

interface Place {
  /** Whether whatever stands there is meant as a credential. */
  readonly isMeant: boolean;
  /** Whether it is JSON in a text. Texts in it are tokens only. */
  readonly inText: boolean;
  /** Only a document that is itself the assertion came from the assertion's own address. */
  readonly retrievedFrom: string | null;
}
const within = (place: Place, isMeant = place.isMeant): Place => ({ ...place, isMeant, retrievedFrom: null });

function readAll(json: Json, place: Place): readonly Result<Contents>[] {
  if (typeof json === 'string') return readText(json, place);
  if (Array.isArray(json)) return json.flatMap((one: Json) => readAll(one, within(place)));
  return isJsonObject(json) ? readObject(json, place) : [];
}

function readText(text: string, { isMeant, inText }: Place): readonly Result<Contents>[] {
  if (!isMeant && !isCredentialText(text)) return [];
  if (inText || !/^\s*[[{]/.test(text) || !isCredentialText(text))
    return [only(readCredential(text, null))].filter(isAward({ isMeant }));
  // What an exchanging program has kept as JSON in a text.
  const json = parseJson(text);
  return json.ok ? readAll(json.value, { isMeant, inText: true, retrievedFrom: null }) : [json];
}

function readObject(json: JsonObject, place: Place): readonly Result<Contents>[] {
  const kind = recognise(json);
  const own = (): Result<Contents> => only(readCredential(json, place.retrievedFrom));
  if (kind === 'vc') return [own()].filter(isAward(place));
  if (kind === 'assertion' && (place.isMeant || saysThatItIs(json))) return [own()];
  const held = membersOf(json).flatMap(([name, value]) =>
    OWN_MEMBERS.get(kind)?.has(name) ? [] : readAll(value, within(place, WRAPPERS.has(name))),
  );
  if (kind === 'vp' || kind === 'enveloped') return [own(), ...held];
  const holds = held.some(({ ok }) => ok);
  // A wrapper with a proof is signed itself. Its contents alone would lose that signature.
  if (holds && json.proof !== undefined && json.proof !== null) return [fail('unknown-format')];
  return holds || !place.isMeant ? held : [...held, own()];
}

/** What an object holds. What stands in a graph has the context that is written beside the graph (JSON-LD 1.1 §4.9). */
const membersOf = (json: JsonObject): readonly (readonly [name: string, value: Json])[] =>
  Object.entries(json).flatMap(([name, value]) => {
    if (value === undefined || name === '@context') return [];
    const isGraph = name === '@graph' && json['@context'] !== undefined;
    return [[name, isGraph ? asArray(value).map((node) => inContext(node, json['@context'])) : value]];
  });

const inContext = (node: Json, context: Json | undefined): Json =>
  isJsonObject(node) && node['@context'] === undefined && isCredential(recognise(node))
    ? { '@context': context, ...node }
    : node;

/** What the formats themselves put there. It is read, or said, with what it stands in. */
const OWN_MEMBERS: ReadonlyMap<Kind | null, ReadonlySet<string>> = new Map([
  ['vp', new Set(['verifiableCredential'])],
  ['definition', new Set(['endorsement', 'endorsementJwt'])],
]);

const isCredential = (kind: Kind | null): boolean => kind !== null && kind !== 'definition';

/** A list that an issuer signs says which of its credentials hold. It may lie beside one that names it, and is no award. */
const isAward =
  ({ isMeant }: Pick<Place, 'isMeant'>) =>
  (read: Result<Contents>): boolean =>
    isMeant ||
    !read.ok ||
    !read.value.credentials.every(({ types }) => types.some((type) => LIST.test(type)));
const LIST = /^(?:Bitstring)?StatusList(?:2021)?Credential$|^RevocationList2020Credential$/;

/** Of what may be anything, only what says so itself is an assertion. */
const saysThatItIs = (json: JsonObject): boolean =>
  readTypes(json).includes('Assertion') || isJsonObject(json.verify) || isJsonObject(json.verification);

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
