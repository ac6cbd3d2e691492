import { parseJson } from '../encoding/json.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { fail, type Result } from '../result.ts';
import { awardsNothing } from './awards-nothing.ts';
import { type Contents, NO_CREDENTIAL, only } from './contents.ts';
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
  'vp_token',
  'assertion',
]);

/**
 * Members in which some of them put credentials, and others anything: a wallet's list (`document`), CHAPI (`data`). Only
 * what says itself that it is a credential counts there. What cannot be read there may be something else.
 */
const CARRIERS: ReadonlySet<string> = new Set(['data', 'document']);

/**
 * What a list, a wrapper or a text holds. Where it holds a credential, it is searched whole: its reader takes all that it
 * holds for checked. Elsewhere, what looks like one is an example, or a program's own data.
 */
export function readWrapped(json: Json): readonly Result<Contents>[] {
  const read = (isWhole: boolean) => readAll(json, { isMeant: true, isWhole });
  const named = read(false);
  return named.some(({ ok }) => ok) ? withoutCopies(read(true)) : named;
}

/** Beside a token, some wallets keep what they have read in it. What says the same to the letter is no second credential. */
function withoutCopies(parts: readonly Result<Contents>[]): readonly Result<Contents>[] {
  const sources = parts
    .flatMap((part) => (part.ok ? part.value.credentials : []))
    .map(({ source }) => source);
  const said = new Set<string>();
  for (const source of sources)
    if (source.securing === 'enveloping')
      for (const json of [source.claims, source.claims.vc]) said.add(JSON.stringify(json));
  const isCopy = ({ source }: Credential): boolean =>
    source.securing === 'none' && said.has(JSON.stringify(source.document));
  return parts.filter((part) => !part.ok || !part.value.credentials.every(isCopy));
}

interface Place {
  /** Whether members of any name are searched, or only those of `WRAPPERS`. */
  readonly isWhole: boolean;
  /** Whether whatever stands there is meant as a credential. */
  readonly isMeant: boolean;
}

function readAll(json: Json | undefined, place: Place): readonly Result<Contents>[] {
  if (typeof json === 'string') return readText(json, place);
  if (Array.isArray(json)) return json.flatMap((one: Json) => readAll(one, place));
  return isJsonObject(json) ? readObject(json, place) : [];
}

function readText(text: string, place: Place): readonly Result<Contents>[] {
  const { isMeant } = place;
  if (!isMeant && !isCredentialText(text)) return [];
  if (!/^\s*[[{]/.test(text)) {
    const token = only(readCredential(text.trim(), null));
    // Of what may be any token, nothing is known where it cannot be read.
    const isNone = !isMeant && !token.ok && token.problem.code === 'jwt-malformed';
    return isNone ? [] : [token].filter(isAward({ isMeant }));
  }
  // What an exchanging program has kept as JSON in a text.
  const json = parseJson(text);
  if (json.ok) return readAll(json.value, place);
  return isMeant || isAnyJson(text) ? [json] : [];
}

/** Whether any program takes a text for JSON. Where anything may stand, others are words: `[12:00] "badge" issued`. */
function isAnyJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readObject(json: JsonObject, place: Place): readonly Result<Contents>[] {
  const kind = recognise(json);
  const isOne = isCredential(kind) && (place.isMeant || saysThatItIs(json, kind));
  const own = only(readCredential(json, null));
  const isSigned = json.proof !== undefined && json.proof !== null;
  // What is signed says itself what it holds, however it is written.
  if (isOne && (kind === 'vc' || kind === 'assertion' || isSigned)) return [own].filter(isAward(place));
  // A token in JSON form is whole, and signed as any token.
  if (kind === null && own.ok) return [own].filter(isAward(place));
  // A record of another format is whole. What is in it proves nothing by itself.
  if (place.isMeant && !own.ok && !NO_CREDENTIAL.has(own.problem.code)) return [own];
  const said = OWN.get(kind);
  const searched = Object.entries(membersOf(json)).filter(
    ([name]) => (place.isWhole || WRAPPERS.has(name) || CARRIERS.has(name)) && !said?.includes(name),
  );
  const held = searched.flatMap(([name, value]) => readMember(name, value, place));
  if (isOne) return [own, ...held];
  // Of a wrapper that is signed itself, the contents alone would lose that signature.
  if (isSigned && held.some(({ ok }) => ok)) return [fail('unknown-format')];
  return place.isMeant ? [...held, own] : held;
}

function readMember(name: string, value: Json | undefined, place: Place): readonly Result<Contents>[] {
  const isMeant = WRAPPERS.has(name);
  // OID4VP §8.1: there each answer stands under the name that the question gave it.
  const held = readAll(value, { ...place, isMeant, isWhole: place.isWhole || name === 'vp_token' });
  return isMeant || place.isWhole ? held : held.filter(({ ok }) => ok);
}

/** What an object holds. What stands in a graph has the context that is written beside the graph (JSON-LD 1.1 §4.9). */
const membersOf = ({ '@context': context, ...members }: JsonObject): Readonly<JsonObject> =>
  context === undefined
    ? members
    : { ...members, '@graph': asArray(members['@graph']).map((node) => inContext(node, context)) };

const inContext = (node: Json, context: Json): Json =>
  isJsonObject(node) && isCredential(recognise(node)) ? { '@context': context, ...node } : node;

/** What the formats themselves put there: it is read, or said, with what it stands in. */
const OWN: ReadonlyMap<Kind | null, readonly string[]> = new Map([
  ['vp', ['verifiableCredential']],
  ['definition', ['endorsement', 'endorsementJwt']],
]);

const isCredential = (kind: Kind | null): boolean => kind !== null && kind !== 'definition';

/** What awards nothing may lie beside an award that refers to it. */
const isAward =
  ({ isMeant }: Pick<Place, 'isMeant'>) =>
  (read: Result<Contents>): boolean =>
    isMeant || !read.ok || !read.value.credentials.every(({ source }) => awardsNothing(source.document));

/**
 * Where anything may stand, only what says itself what it is counts: a form or a schema has the same members. So has what
 * an issuer offers (OpenID4VCI `credential_definition`) or a verifier asks for, which nobody issues.
 */
function saysThatItIs(json: JsonObject, kind: Kind | null): boolean {
  const types = readTypes(json);
  if (kind === 'assertion')
    return types.includes('Assertion') || [json.verify, json.verification].some(isVerification);
  if (kind === 'vc') return types.length > 0 && Boolean(json.issuer || json.proof);
  return kind === 'enveloped' || types.length > 0;
}

/** OB 1.0 §VerificationObject, OB 2.0 §VerificationObject. */
const isVerification = (value: Json | undefined): boolean =>
  isJsonObject(value) && /^(?:hosted|signed)(?:badge)?$/i.test(readTypes(value)[0] ?? '');
