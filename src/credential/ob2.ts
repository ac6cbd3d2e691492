import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readDate } from './date.ts';
import { endorsementsIn } from './endorsements.ts';
import { textsInLanguages } from './languages.ts';
import type {
  Achievement,
  Credential,
  EmbeddedEndorsement,
  Format,
  Identifier,
  Issuer,
  Recipient,
  Source,
  StatusEntry,
} from './model.ts';
import { isOb1, type Parts, upgradeOb1 } from './ob1.ts';
import { readAlignments, readNarratedEvidence } from './ob3.ts';
import { recognise } from './recognise.ts';
import { checkOb1Shape, checkOb2Shape } from './shape/ob2-shape.ts';
import { readId, readNames, readObjects, readText, readTexts, readTypes } from './text.ts';
import { endIn, readImage } from './vc.ts';

export interface Ob2Documents extends Parts {
  /** The address that served the assertion. Null where its own address did not serve it. */
  readonly retrievedFrom: string | null;
}

/**
 * Makes one credential from an assertion (any version before 3.0), its BadgeClass and its issuer. The parts are the
 * fetched ones, or else the inline ones, which are only claims.
 *
 * Problems: `no-credential-found` where it is no assertion.
 */
export function composeOb2(documents: Ob2Documents): Result<Credential> {
  if (recognise(documents.assertion) !== 'assertion') return fail('no-credential-found');
  const source: Source = {
    securing: 'hosted',
    document: documents.assertion,
    retrievedFrom: documents.retrievedFrom,
  };
  return succeed(readOb2(documents, source));
}

/** Blockcerts v2 is an OB 2 assertion with its own proof beside it, so it is never treated as hosted. */
const hasChainProof = (assertion: JsonObject): boolean =>
  readTypes(readObjects(assertion.signature)[0] ?? {}).some((type) => type.startsWith('Merkle'));

/** Reads an assertion as it is: a hosted one, a signed one (see `source`), or a Blockcert. */
export function readOb2(received: Parts, source: Source): Credential {
  const old = isOb1(received.assertion);
  const parts = old ? upgradeOb1(received) : inline(received);
  const whole = assemble(parts);
  const { assertion, badge, issuer } = parts;
  const format: Format = old ? 'ob1' : 'ob2';
  const achievement = readBadge(assertion, badge);
  const issued = readDate(assertion.issuedOn);
  const securedBy = source.securing === 'hosted' && hasChainProof(assertion) ? chained(assertion) : source;
  return {
    format,
    securing: securedBy.securing,
    vcdm: null,
    types: readTypes(assertion),
    id: typeof assertion.id === 'string' ? assertion.id : null,
    name: achievement.name,
    description: achievement.description,
    image: readImage(assertion.image) ?? achievement.image,
    issuer: readIssuer(badge?.issuer, issuer),
    recipient: readRecipient(assertion),
    achievements: [achievement],
    texts: textsInLanguages(whole),
    issued,
    validFrom: issued,
    validUntil: endIn(source, readDate(assertion.expires)),
    source: securedBy,
    statuses: readRevocation(received.issuer, old ? 'RevocationDictionary' : 'RevocationList'),
    schemas: [],
    refreshServices: [],
    endorsements: readOb2Endorsements(parts),
    contained: [],
    assembled: whole,
    defects: old ? checkOb1Shape(whole) : checkOb2Shape(whole),
  };
}

/**
 * OB 2.0 §4.8: an endorsement in the assertion may endorse all three parts. One in the BadgeClass or issuer may endorse
 * only that part.
 */
function readOb2Endorsements({ assertion, badge, issuer }: Parts): readonly EmbeddedEndorsement[] {
  const [whole, kind, by] = [assertion, badge, issuer].map((part) => readId(part ?? undefined));
  return [
    ...endorsementsIn({ value: assertion, at: '' }, [whole ?? null, kind ?? null, by ?? null]),
    ...(badge ? endorsementsIn({ value: badge, at: '/badge' }, [kind ?? null]) : []),
    ...(issuer ? endorsementsIn({ value: issuer, at: '/badge/issuer' }, [by ?? null]) : []),
  ];
}

const chained = (document: JsonObject): Source => ({ securing: 'embedded', document });

function inline({ assertion, badge, issuer }: Parts): Parts {
  const inner = badge ?? (isJsonObject(assertion.badge) ? assertion.badge : null);
  const profile = issuer ?? (isJsonObject(inner?.issuer) ? inner.issuer : null);
  // In the 2.0 context `verify` is another name of `verification`.
  const verification = assertion.verification ?? assertion.verify;
  return {
    assertion: verification === undefined ? assertion : { ...assertion, verification },
    badge: inner,
    issuer: profile,
  };
}

/** The three parts as one tree, so that a defect has one JSON Pointer, wherever its part came from. */
function assemble({ assertion, badge, issuer }: Parts): JsonObject {
  if (badge === null) return assertion;
  return { ...assertion, badge: issuer === null ? badge : { ...badge, issuer } };
}

function readBadge(assertion: JsonObject, badge: JsonObject | null): Achievement {
  const criteria = badge?.criteria;
  const object = readObjects(criteria)[0];
  return {
    id: readId(badge ?? assertion.badge),
    name: readText(badge?.name),
    ...readNames(badge?.name),
    description: readText(badge?.description),
    type: null,
    image: readImage(badge?.image),
    criteria: { id: readId(asArray<Json>(criteria)[0]), narrative: readText(object?.narrative) },
    creator: null,
    alignments: readAlignments(badge?.alignment),
    tags: readTexts(badge?.tags),
    evidence: readNarratedEvidence(assertion.narrative, assertion.evidence),
    results: [],
  };
}

function readIssuer(reference: Json | undefined, issuer: JsonObject | null): Issuer {
  return {
    id: readId(issuer ?? undefined) ?? readId(reference),
    name: readText(issuer?.name),
    ...readNames(issuer?.name),
    url: readId(issuer?.url),
    email: readText(issuer?.email),
    image: readImage(issuer?.image),
    description: readText(issuer?.description),
  };
}

/** OB 2.0 §4.4: `type` is the kind of identifier, `identity` its value or `algorithm$hex`. */
function readRecipient(assertion: JsonObject): Recipient {
  const identifiers: readonly Identifier[] = readObjects(assertion.recipient).flatMap((one) => {
    if (typeof one.identity !== 'string') return [];
    return [
      {
        identityType: readTypes(one)[0] ?? 'email',
        identity: one.identity,
        hashed: one.hashed === true || one.hashed === 'true',
        salt: typeof one.salt === 'string' && one.salt !== '' ? one.salt : null,
      },
    ];
  });
  return { id: readId(asArray<Json>(assertion.recipient)[0]), name: null, identifiers };
}

/**
 * OB 2.0 §4.3 `revocationList`. It is read only from a fetched profile, because an inline one could hide it. A list
 * that cannot be read is still an entry, because the badge may be on it. Open Badges 1 has a dictionary of reasons
 * instead (OB 1.1 §IssuerOrganization).
 */
const readRevocation = (issuer: JsonObject | null, type: string): readonly StatusEntry[] =>
  asArray<Json>(issuer?.revocationList).map((list) => {
    const id = readId(list);
    const json: JsonObject = { type, ...(id !== null && { id }) };
    return { type, json, at: '/badge/issuer/revocationList' };
  });
