import { splitCompactJws, unreadPart } from '../encoding/compact-jws.ts';
import { parseJson } from '../encoding/json.ts';
import { decodeText } from '../encoding/text.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { type Problem, problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { isClr } from './clr.ts';
import { readDate } from './date.ts';
import { disclose, isDisclosure, mayKeepBack } from './disclose.ts';
import type { EnvelopingSource } from './model.ts';
import { isOb3 } from './ob3.ts';
import { recognise } from './recognise.ts';
import { isRepeated, saidClaims } from './said-claims.ts';
import { isSdJwtVc } from './sd-jwt-vc.ts';
import { readVersion } from './shape/context-shape.ts';
import { isUri } from './shape/shape.ts';
import { firstEnd } from './vc.ts';

export interface Unwrapped {
  readonly source: EnvelopingSource;
  readonly defects: readonly Problem[];
}

/**
 * Three base64url parts, with or without SD-JWT disclosures after them. One of the first two begins as a JSON object does:
 * `www.example.org` is no token. What begins as tokens do may have a part missing or one too many.
 */
const COMPACT = /^(?:eyJ[\w.~-]+|(?:e[wy][\w-]*\.[\w-]*|[\w-]+\.eyJ[\w-]*)\.[\w-]*(?:~[\w.~-]*)?)$/;

/** The most disclosures of one token. Each costs two digests. No credential has so many claims. */
const MAX_DISCLOSURES = 2_000;

/** Whether the text looks like a compact JWS or an SD-JWT, whole or not. */
export const isCompactToken = (text: string): boolean => COMPACT.test(text);

/**
 * `typ` of VC-JOSE-COSE §3.1 and its drafts. The payload is the credential itself, with the claims beside its members.
 */
const VC_TYP = /^(?:application\/)?v[cp](?:-ld|\+ld(?:\+json)?)?\+jwt$/i;
/** SD-JWT VC §3.2.1, VC-JOSE-COSE §3.2, and `application/sd-jwt`, which RFC 9901 registers for every SD-JWT. */
const SD_TYP = /^(?:application\/)?(?:(?:v[cp]|dc|example)(?:-ld|\+ld(?:\+json)?)?\+)?sd-jwt$/i;

/**
 * Takes a compact token apart and finds the credential in it. No signature is checked here.
 *
 * In: a compact JWS, JWT or SD-JWT. Out: the source, with the credential as `document`.
 * Problems: `jwt-malformed` (also for a payload that is no JSON object, and for anything but a key-binding JWT in its
 * place); the limits of parseJson, also for its disclosures; `no-credential-found`; `unknown-format` for an SD-JWT of a
 * `vp` claim or of an assertion. A `vc` claim beside another whole credential is the defect `claims-contradict`, because
 * two readers would see two credentials.
 */
export function unwrapToken(text: string): Result<Unwrapped> {
  const [token = '', ...rest] = text.split('~', MAX_DISCLOSURES + 2);
  if (rest.length > MAX_DISCLOSURES) return fail('json-too-many-entries');
  const jws = splitCompactJws(token);
  if (!jws.ok) return jws;
  const payload = readPayload(jws.value.payload);
  if (!payload.ok) return payload;
  // RFC 9901 §4: the last part is a key-binding JWT or empty. A key-binding JWT answers another verifier's question, so it
  // is not verified. Its presence must not decide whether it is required (§7.3 step 1). The last part may be a disclosure
  // as well: early drafts issued SD-JWTs without the last `~`, and copies lose it.
  const last = rest.at(-1) ?? '';
  const isOpen = isDisclosure(last);
  if (last !== '' && !isOpen && !splitCompactJws(last).ok) return fail('jwt-malformed');
  const typ = jws.value.header.typ;
  const parts: Parts = {
    token,
    header: jws.value.header,
    payload: payload.value,
    disclosures: isOpen ? rest : rest.slice(0, -1),
    typ: typeof typ === 'string' ? typ : '',
  };
  return isSdJwt(parts, rest) ? unwrapSdJwt(parts) : unwrapJwt(parts);
}

/**
 * A `~` that a holder adds does not turn a VC-JWT into an SD-JWT, which would have milder rules. An SD-JWT does not
 * become a VC-JWT when its holder removes all disclosures.
 */
const isSdJwt = ({ payload, disclosures, typ }: Parts, rest: readonly string[]): boolean =>
  SD_TYP.test(typ) ||
  disclosures.length > 0 ||
  mayKeepBack(payload) ||
  (rest.length === 1 && (typeof payload.vct === 'string' || payload._sd_alg !== undefined));

interface Parts {
  readonly token: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly disclosures: readonly string[];
  readonly typ: string;
}

function readPayload(bytes: Uint8Array): Result<JsonObject> {
  const text = decodeText(bytes, 'utf-8');
  const json = text.ok ? parseJson(text.value) : text;
  if (!json.ok) return unreadPart(json.problem);
  return isJsonObject(json.value) ? succeed(json.value) : fail('jwt-malformed');
}

const envelope = (
  parts: Parts,
  rest: Pick<EnvelopingSource, 'flavour' | 'document'> & Partial<Pick<EnvelopingSource, 'claims'>>,
): EnvelopingSource => ({
  securing: 'enveloping',
  token: parts.token,
  header: parts.header,
  payload: parts.payload,
  claims: parts.payload,
  disclosures: parts.disclosures,
  ...rest,
});

function unwrapSdJwt(parts: Parts): Result<Unwrapped> {
  const { payload: claims, defects, opened } = disclose(parts.payload, parts.disclosures);
  const kind = recognise(claims);
  const inner = innerOf(claims);
  // The status of a signed assertion is a claim beside it (OB 2.0 §6.2.3). It is looked up only for a plain JWS.
  if (kind === 'assertion') return fail('unknown-format', { params: { format: 'SD-JWT of an assertion' } });
  const isWhole = isSdJwtVc(claims) || (kind !== null && kind !== 'definition');
  if (!isWhole && inner.some(({ name }) => name === 'vp'))
    return fail('unknown-format', { params: { format: 'SD-JWT of a vp claim' } });
  const document = isWhole ? claims : inner[0] && mergeClaims(saidClaims(inner[0].claim), saidClaims(claims));
  if (document === undefined) return fail('no-credential-found');
  const odd = [
    ...oddType(parts.typ, PLAIN_TYP, SD_TYP),
    ...onlyShown(kind, parts.typ),
    // With two credentials in one token, a reader could judge the other one.
    ...(isWhole ? inner.map(({ name }) => problem('claims-contradict', { at: `/${name}` })) : []),
    ...(typeof claims.vct === 'string' ? wronglyDisclosed(opened) : []),
  ];
  // An unsupported hash is no defect of the credential. verifyDisclosures leaves the proof open for it.
  const faults = defects.filter(({ code }) => code !== 'algorithm-unsupported');
  return succeed({
    source: envelope(parts, { flavour: 'sd-jwt-vc', document, claims }),
    defects: [...faults, ...odd],
  });
}

/** Claims that contain a credential or a presentation. */
const INNER = ['vc', 'vp'] as const;
const innerOf = (claims: JsonObject) =>
  INNER.flatMap((name) => {
    const claim = claims[name];
    return isJsonObject(claim) ? [{ name, claim }] : [];
  });

/**
 * SD-JWT VC §3.2.2.2: registered claims that MUST NOT be selectively disclosable, sub-claims included. A holder could
 * otherwise leave them out.
 */
const ALWAYS_OPEN = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'aka_vcts', 'status'] as const;
const wronglyDisclosed = (opened: readonly (string | null)[]): readonly Problem[] =>
  ALWAYS_OPEN.filter((name) => opened.includes(name)).map((name) =>
    problem('member-malformed', { at: `/${name}`, params: { member: name } }),
  );

function unwrapJwt(parts: Parts): Result<Unwrapped> {
  const { payload, typ } = parts;
  const [inner] = innerOf(payload);
  const kind = recognise(payload);
  if (inner === undefined) {
    if (kind === null || kind === 'definition') return fail('no-credential-found');
    const defects = [
      ...strayClaims(payload),
      ...onlyShown(kind, typ),
      ...(kind === 'assertion' ? [] : oddType(typ, PLAIN_TYP, VC_TYP)),
    ];
    return succeed({ source: wholePayload(parts, kind), defects });
  }
  const merge = inner.name === 'vc' ? mergeClaims : mergePresentation;
  const isOne = kind === 'vc' && isRepeated(payload);
  const { vc: _vc, ...beside } = payload;
  const claim = isOne ? { ...beside, ...inner.claim } : inner.claim;
  const document = merge(saidClaims(claim), saidClaims(payload));
  // VC-JOSE-COSE §3.1.1: `vc` and `vp` MUST NOT be present where the payload is the credential itself. A token with both
  // is two things, and a reader would see one of them. With one of them alone, it only goes by the wrong `typ`.
  const twofold = (kind !== null && !isOne) || INNER.every((name) => isJsonObject(payload[name]));
  return succeed({
    source: envelope(parts, { flavour: 'vc-jwt', document }),
    defects: twofold ? [problem('claims-contradict', { at: `/${inner.name}` })] : oddType(typ, PLAIN_TYP),
  });
}

/** VC-JOSE-COSE §3.1.1: `vc` and `vp` MUST NOT be present beside a credential, whatever they hold. */
const strayClaims = (payload: JsonObject): readonly Problem[] =>
  INNER.filter((name) => payload[name] !== undefined && payload[name] !== null).map((name) =>
    problem('claims-contradict', { at: `/${name}` }),
  );

/** VC-JOSE-COSE §3.1.1, §3.2.1: a token with another `typ` was signed for another purpose (RFC 8725 §3.11). */
const PLAIN_TYP = /^$|^(?:application\/)?(?:jwt|jose)$/i;
const oddType = (typ: string, ...expected: readonly RegExp[]): readonly Problem[] =>
  expected.some((pattern) => pattern.test(typ))
    ? []
    : [problem('member-malformed', { params: { member: 'typ', value: typ.slice(0, 80) } })];

/** VC-JOSE-COSE §3.1.2, §3.2.2: whoever signs a presentation shows credentials, and issues none. */
const onlyShown = (kind: string | null, typ: string): readonly Problem[] =>
  kind !== 'vp' && /^(?:application\/)?vp[-+]/i.test(typ) ? oddType(typ) : [];

function wholePayload(parts: Parts, kind: string): EnvelopingSource {
  const { payload, typ } = parts;
  if (kind === 'assertion') return envelope(parts, { flavour: 'ob2-jws', document: payload });
  if (VC_TYP.test(typ)) return envelope(parts, { flavour: 'vc+jwt', document: payload });
  // OB 3.0 §8.2.4: a JWT writes validUntil as `exp`. In other formats `exp` limits the signature, not the credential.
  const document = isOb3(payload) || isClr(payload) ? withExpiry(saidClaims(payload), payload.exp) : payload;
  return envelope(parts, { flavour: 'vc-jwt', document });
}

/**
 * VCDM 1.1 §6.3.1: `vc` need not repeat the registered claims. Where it does, the value in `vc` is read. That model
 * demands a beginning. Issuers that leave `nbf` out say when they issued it (`iat`, RFC 7519 §4.1.6).
 */
function mergeClaims(claim: JsonObject, payload: JsonObject): JsonObject {
  const { iss, sub, jti, iat, exp } = payload;
  const nbf = payload.nbf ?? (readVersion(claim) === '1.1' ? iat : undefined);
  const from = claim.issuanceDate === undefined && claim.validFrom === undefined ? isoOf(nbf) : null;
  return withExpiry(
    {
      ...claim,
      ...endsBeside(claim, payload),
      ...idFrom(claim, jti),
      ...(typeof iss === 'string' && issuerWith(claim.issuer, iss)),
      ...(from !== null && { issuanceDate: from }),
      ...(isUri(sub) && subjectWith(claim.credentialSubject, sub)),
    },
    exp,
  );
}

/** What may end a credential counts wherever its token says it: beside the claim `vc`, too. Of two ends, the first. */
function endsBeside(claim: JsonObject, payload: JsonObject): JsonObject {
  const dates = ['validUntil', 'expirationDate'].flatMap((name): [string, Json][] => {
    const said = payload[name];
    const end = readDate(said);
    return said === undefined || firstEnd(end, readDate(claim[name])) !== end ? [] : [[name, said]];
  });
  const beside = payload.credentialStatus;
  const statuses = [...asArray<Json>(claim.credentialStatus), ...asArray<Json>(beside)];
  return { ...Object.fromEntries(dates), ...(beside !== undefined && { credentialStatus: statuses }) };
}

const mergePresentation = (claim: JsonObject, { iss, jti }: JsonObject): JsonObject => ({
  ...claim,
  ...idFrom(claim, jti),
  ...(claim.holder === undefined && typeof iss === 'string' && { holder: iss }),
});

/**
 * An id is an address (VCDM 1.1 §4.2). A `jti` or `sub` that is none names something for the token alone (RFC 7519 §4.1.2,
 * §4.1.7).
 */
const idFrom = (claim: JsonObject, jti: Json | undefined): JsonObject =>
  claim.id === undefined && isUri(jti) ? { id: jti } : {};

function issuerWith(issuer: Json | undefined, iss: string): JsonObject {
  if (issuer === undefined) return { issuer: iss };
  return isJsonObject(issuer) && issuer.id === undefined ? { issuer: { ...issuer, id: iss } } : {};
}

function subjectWith(subject: Json | undefined, sub: string): JsonObject {
  return isJsonObject(subject) && subject.id === undefined
    ? { credentialSubject: { id: sub, ...subject } }
    : {};
}

function withExpiry(document: JsonObject, exp: Json | undefined): JsonObject {
  const until = isoOf(exp);
  if (until === null || document.validUntil !== undefined || document.expirationDate !== undefined)
    return document;
  const name =
    document.validFrom === undefined && document.issuanceDate !== undefined ? 'expirationDate' : 'validUntil';
  return { ...document, [name]: until };
}

/** RFC 7519 §2 NumericDate. */
function isoOf(seconds: Json | undefined): string | null {
  if (typeof seconds !== 'number' || Math.abs(seconds) > 8.64e12) return null;
  return new Date(seconds * 1000).toISOString();
}
