import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { isClr, readClrContent, readClrForm } from './clr.ts';
import { unwrapEnvelope } from './envelope.ts';
import { isSealedElm } from './europass.ts';
import { unwrapJsonJws } from './json-jws.ts';
import { isCompactToken, type Unwrapped, unwrapToken } from './jwt.ts';
import { textsInLanguages } from './languages.ts';
import type { Credential, CredentialContent, CredentialForm, Source } from './model.ts';
import { composeOb2, readOb2 } from './ob2.ts';
import { isOb3, readOb3Content, readOb3Form } from './ob3.ts';
import { type Kind, recognise } from './recognise.ts';
import { isSdJwtVc, readSdJwtVc } from './sd-jwt-vc.ts';
import { readVersion } from './shape/context-shape.ts';
import { readTypes } from './text.ts';
import { unwrapBadgePart, unwrapSingles } from './unwrap-singles.ts';
import {
  readAllStatuses,
  readPresentationContent,
  readPresentationForm,
  readVcContent,
  readVcForm,
} from './vc.ts';

/**
 * Reads one decoded thing: a credential or presentation in JSON, an enveloped one, an assertion, or a compact token.
 *
 * In: the thing, and the address that served it (only for an assertion served by its own address). Out: the Credential,
 * with everything odd about it in `defects`.
 * Problems: `no-credential-found`; `definition-not-award` for a badge or an issuer alone; `jwt-malformed`;
 * `unknown-format` for an envelope of another scheme, and for a JWS in JSON form that has no compact one;
 * `chain-anchored` for Blockcerts 1.
 */
export function readCredential(value: JsonObject | string, retrievedFrom: string | null): Result<Credential> {
  if (typeof value === 'string')
    return isCompactToken(value) ? readToken(unwrapToken(value)) : fail('no-credential-found');
  const kind = recognise(value);
  if (kind === 'enveloped') return readToken(unwrapEnvelope(String(value.id)));
  if (kind === 'assertion')
    return composeOb2({ assertion: unwrapBadgePart(value), badge: null, issuer: null, retrievedFrom });
  if (kind === 'vc' || kind === 'vp') {
    const token = tokenBeside(value);
    return token === null ? succeed(new ReadOnDemand(kind, sourceOf(value))) : readToken(unwrapToken(token));
  }
  if (readTypes(value).includes('BlockchainCertificate'))
    // The only proof of Blockcerts 1 is a receipt for a Bitcoin transaction.
    return fail('chain-anchored', { params: { anchor: 'Bitcoin' } });
  if (isJsonJws(value))
    return isSealedElm(value)
      ? fail('europass-sealed', { params: { format: 'ELM' } })
      : readToken(unwrapJsonJws(value));
  return fail(kind === 'definition' ? 'definition-not-award' : 'no-credential-found');
}

/**
 * Reads the Credential in a record that was made from what a proof covers (json-ld/record.ts). Its types decide what it
 * is.
 */
export function readStated(record: JsonObject): Credential {
  const kind = readTypes(record).includes('VerifiablePresentation') ? 'vp' : 'vc';
  return READERS[kind](record, { securing: 'embedded', document: record, stated: true });
}

/**
 * Some wallets keep a token as the "proof" of what they have read in it (did-jwt-vc, LearnCard). The token is the
 * credential, and what stands beside it is signed by nobody.
 */
function tokenBeside({ proof }: JsonObject): string | null {
  const [only, ...others] = asArray(proof);
  if (!isJsonObject(only) || others.length > 0 || typeof only.jwt !== 'string') return null;
  return /^(?:JwtProof2020|SdJwtCompactProof)$/.test(String(only.type)) ? only.jwt : null;
}

/** A proof of any form, even a broken one, claims to secure the credential. Ignoring it would be too kind. */
const sourceOf = (document: JsonObject): Source =>
  document.proof === undefined || document.proof === null
    ? { securing: 'none', document }
    : { securing: 'embedded', document };

/** RFC 7515 §7.2: a JWS in JSON form. */
const isJsonJws = (value: JsonObject): boolean =>
  typeof value.payload === 'string' && (value.signature ?? value.signatures ?? value.protected) !== undefined;

type Reader = (document: JsonObject, source: Source) => Credential;

/**
 * What is shown is read with lists of one unwrapped. The form, and what is verified on its own, is read as it was
 * written.
 */
const showingSingles =
  (
    content: (document: JsonObject, source: Source) => CredentialContent,
    form: (document: JsonObject, source: Source) => CredentialForm,
  ): Reader =>
  (document, source) => {
    // Named one by one: a spread would copy member by member, for every credential.
    const { statuses, schemas, refreshServices, endorsements, contained, defects } = form(document, source);
    const shown = content(unwrapSingles(document), source);
    return {
      format: shown.format,
      securing: shown.securing,
      vcdm: readVersion(document),
      types: shown.types,
      id: shown.id,
      name: shown.name,
      description: shown.description,
      image: shown.image,
      issuer: shown.issuer,
      recipient: shown.recipient,
      achievements: shown.achievements,
      associations: shown.associations,
      partial: shown.partial,
      texts: hasLanguages(document) ? textsInLanguages(document) : undefined,
      issued: shown.issued,
      validFrom: shown.validFrom,
      validUntil: shown.validUntil,
      source,
      statuses,
      schemas,
      refreshServices,
      endorsements,
      contained,
      defects,
    };
  };

/** Whether any of its texts says which language it is in. Few records do. */
const hasLanguages = (value: Json | undefined): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ((value as JsonObject)['@language'] !== undefined || Object.values(value).some(hasLanguages));

const READERS: Readonly<Record<'vc' | 'vp', Reader>> = {
  vc: showingSingles(
    (document, source) => {
      if (isClr(document)) return readClrContent(document, source);
      return isOb3(document) ? readOb3Content(document, source) : readVcContent(document, source);
    },
    (document, source) => {
      if (isClr(document)) return readClrForm(document, source);
      return isOb3(document) ? readOb3Form(document, source) : readVcForm(document, source);
    },
  ),
  vp: showingSingles(readPresentationContent, readPresentationForm),
};

/**
 * A credential whose content is read at its first use. Mostly it is never used: what its proof covers is read in its
 * place (`readStated`). Its members belong to the class, so making one costs next to nothing, and a spread of it has
 * none of them.
 */
class ReadOnDemand implements Credential {
  readonly source: Source;
  readonly #kind: 'vc' | 'vp';
  #known: Credential | null = null;

  constructor(kind: 'vc' | 'vp', source: Source) {
    this.#kind = kind;
    this.source = source;
  }
  #read(): Credential {
    this.#known ??= READERS[this.#kind](this.source.document, this.source);
    return this.#known;
  }
  get securing() {
    return this.source.securing;
  }
  get format() {
    return this.#read().format;
  }
  get vcdm() {
    return this.#read().vcdm;
  }
  get types() {
    return this.#read().types;
  }
  get id() {
    return this.#read().id;
  }
  get name() {
    return this.#read().name;
  }
  get description() {
    return this.#read().description;
  }
  get image() {
    return this.#read().image;
  }
  get issuer() {
    return this.#read().issuer;
  }
  get recipient() {
    return this.#read().recipient;
  }
  get achievements() {
    return this.#read().achievements;
  }
  get associations() {
    return this.#read().associations;
  }
  get partial() {
    return this.#read().partial;
  }
  get texts() {
    return this.#read().texts;
  }
  get issued() {
    return this.#read().issued;
  }
  get validFrom() {
    return this.#read().validFrom;
  }
  get validUntil() {
    return this.#read().validUntil;
  }
  // Statuses are needed before the proof is checked, so they are read without the rest.
  get statuses() {
    return this.#known?.statuses ?? readAllStatuses(this.source.document, this.source);
  }
  get schemas() {
    return this.#read().schemas;
  }
  get refreshServices() {
    return this.#read().refreshServices;
  }
  get endorsements() {
    return this.#read().endorsements;
  }
  get contained() {
    return this.#read().contained;
  }
  get defects() {
    return this.#read().defects;
  }
}

function readToken(unwrapped: Result<Unwrapped>): Result<Credential> {
  if (!unwrapped.ok) return unwrapped;
  const { source, defects } = unwrapped.value;
  const kind = recognise(source.document);
  return succeed(withDefects(readEnveloped(kind, source), defects));
}

function readEnveloped(kind: Kind | null, source: Source & { readonly securing: 'enveloping' }): Credential {
  const document = source.document;
  if (kind === 'assertion') {
    const assertion = unwrapBadgePart(document);
    return readOb2({ assertion, badge: null, issuer: null }, { ...source, document: assertion });
  }
  if (kind === 'vp')
    return { ...readPresentationContent(document, source), ...readPresentationForm(document, source) };
  if (isSdJwtVc(document)) return readSdJwtVc(document, source);
  return READERS.vc(document, source);
}

const withDefects = (credential: Credential, defects: readonly Problem[]): Credential =>
  defects.length === 0 ? credential : { ...credential, defects: [...defects, ...credential.defects] };
