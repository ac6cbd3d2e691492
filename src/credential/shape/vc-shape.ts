import { asArray, isJsonObject, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import { endsBeforeItBegins, readDate } from '../date.ts';
import { isEnvelope } from '../recognise.ts';
import { contextShape, readVersion } from './context-shape.ts';
import {
  anyNumber,
  both,
  dateText,
  dateTimeStamp,
  definite,
  languageText,
  type Member,
  members,
  oneOrMany,
  optional,
  pointer,
  required,
  type Shape,
  stringOr,
  typeNames,
  typesWith,
  uri,
} from './shape.ts';

/** VCDM 2.0 §4.4: an identifier is optional. If present, it is a URL, and `null` is not one. */
const typed = members({ id: definite(uri), type: required(typeNames) });
const identified = members({ id: required(uri), type: required(typeNames) });

/** VCDM 2.0 §4.8: a claim without a subject and without content is no claim. */
const subject: Shape = both(
  (value, at, defects) => {
    if (isJsonObject(value) && Object.keys(value).length === 0) {
      defects.push(problem('member-malformed', { at, params: { member: 'credentialSubject' } }));
    }
  },
  members({ id: definite(uri) }),
);

/**
 * VCDM 2.0 §4.7, 1.1 §4.5. Members that a *verifiable* credential must have are required of secured documents only. An
 * unsigned document has no issuer yet, and is never more than not checked.
 */
const issuer = (secured: boolean): Shape =>
  stringOr(
    uri,
    members({
      id: whenSecured(secured, uri),
      name: optional(languageText),
      description: optional(languageText),
    }),
  );

const whenSecured = (secured: boolean, shape: Shape): Member => (secured ? required(shape) : definite(shape));

const common = (secured: boolean): Record<string, Member> => ({
  '@context': required(contextShape),
  type: required(typesWith('VerifiableCredential')),
  id: definite(uri),
  issuer: whenSecured(secured, issuer(secured)),
  credentialSubject: required(oneOrMany(subject)),
  credentialSchema: optional(anyNumber(identified)),
  evidence: optional(anyNumber(typed)),
  termsOfUse: optional(anyNumber(typed)),
  proof: optional(anyNumber(members({ type: required(typeNames) }))),
});

const VERSIONS = {
  '2.0': (secured: boolean): Record<string, Member> => ({
    ...common(secured),
    name: optional(languageText),
    description: optional(languageText),
    validFrom: optional(dateTimeStamp),
    validUntil: optional(dateTimeStamp),
    // Here and below, the members of the other data model are read as well.
    issuanceDate: optional(dateText),
    expirationDate: optional(dateText),
    credentialStatus: optional(anyNumber(typed)),
    refreshService: optional(anyNumber(typed)),
  }),
  '1.1': (secured: boolean): Record<string, Member> => ({
    ...common(secured),
    issuanceDate: whenSecured(secured, dateText),
    expirationDate: optional(dateText),
    validFrom: optional(dateText),
    validUntil: optional(dateText),
    credentialStatus: optional(anyNumber(identified)),
    refreshService: optional(anyNumber(identified)),
  }),
} as const;

const shapesOf = (secured: boolean): Readonly<Record<keyof typeof VERSIONS, Shape>> => ({
  '2.0': members(VERSIONS['2.0'](secured)),
  '1.1': members(VERSIONS['1.1'](secured)),
});
const SECURED = shapesOf(true);
const UNSECURED = shapesOf(false);

/** Where a W3C credential departs from its data model (VCDM 2.0 §4, 1.1 §4 and §5). */
export function checkVcShape(
  document: JsonObject,
  { secured }: { readonly secured: boolean },
): readonly Problem[] {
  const defects: Problem[] = [];
  const version = readVersion(document) ?? (document.issuanceDate === undefined ? '2.0' : '1.1');
  (secured ? SECURED : UNSECURED)[version](document, '', defects);
  checkPeriod(document, version, defects);
  checkListType(document, defects);
  return defects;
}

/** VCDM 2.0 §4.9: the end is never before the beginning. */
function checkPeriod(document: JsonObject, version: '1.1' | '2.0', defects: Problem[]): void {
  const [from, until] = version === '2.0' ? ['validFrom', 'validUntil'] : ['issuanceDate', 'expirationDate'];
  if (endsBeforeItBegins(readDate(document[from]), readDate(document[until])))
    defects.push(problem('dates-contradict', { at: `/${until}` }));
}

/** The type that the credential around a status list must have, by the type of the list. */
const LIST_CREDENTIALS = new Map([
  ['BitstringStatusList', 'BitstringStatusListCredential'],
  ['StatusList2021', 'StatusList2021Credential'],
]);

/** Bitstring Status List §2.2: a credential with a status list must have the matching type. */
function checkListType(document: JsonObject, defects: Problem[]): void {
  const { credentialSubject, type } = document;
  if (!isJsonObject(credentialSubject) || typeof credentialSubject.type !== 'string') return;
  const demanded = LIST_CREDENTIALS.get(credentialSubject.type);
  if (demanded && !asArray(type).includes(demanded)) {
    defects.push(problem('type-unknown', { at: '/type', params: { expected: demanded } }));
  }
}

interface Carrying {
  readonly mayBeBare: boolean;
  /** A graph does not say how its parts were spelled. What is carried has a row of its own, with its own form. */
  readonly isGraph: boolean;
}

/**
 * A presentation contains credentials, or enveloped ones (VCDM 2.0 §4.13). The previous data model also allowed a plain
 * token (VCDM 1.1 §6.3.1).
 */
const carried =
  ({ mayBeBare, isGraph }: Carrying): Shape =>
  (value, at, defects) => {
    if (typeof value === 'string' && mayBeBare) return;
    if (!isJsonObject(value)) {
      defects.push(problem('member-malformed', { at, params: { member: 'verifiableCredential' } }));
      return;
    }
    if (isGraph) return;
    const type = value.type;
    if (type === undefined || type === null) {
      defects.push(problem('member-missing', { at: pointer(at, 'type'), params: { member: 'type' } }));
      return;
    }
    typesWith(isEnvelope(value) ? 'EnvelopedVerifiableCredential' : 'VerifiableCredential')(
      type,
      pointer(at, 'type'),
      defects,
    );
  };

const presentation = (carrying: Carrying): Shape =>
  members({
    '@context': required(contextShape),
    type: required(typesWith('VerifiablePresentation')),
    id: definite(uri),
    holder: optional(stringOr(uri, members({ id: required(uri) }))),
    verifiableCredential: optional(anyNumber(carried(carrying))),
    termsOfUse: optional(anyNumber(typed)),
    proof: optional(anyNumber(members({ type: required(typeNames) }))),
  });

/**
 * Where a presentation departs from its data model (VCDM 2.0 §4.13, 1.1 §4.10).
 * @param isGraph whether it was read from a signed graph
 */
export function checkPresentationShape(document: JsonObject, isGraph: boolean): readonly Problem[] {
  const defects: Problem[] = [];
  const mayBeBare = readVersion(document) !== '2.0';
  presentation({ mayBeBare, isGraph })(document, '', defects);
  return defects;
}
