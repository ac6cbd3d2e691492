import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readDate } from './date.ts';
import { endorsementsIn } from './endorsements.ts';
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
import { readAlignments, readEvidence } from './ob3.ts';
import { recognise } from './recognise.ts';
import { checkOb1Shape, checkOb2Shape } from './shape/ob2-shape.ts';
import { readId, readObjects, readText, readTexts, readTypes } from './text.ts';
import { readImage } from './vc.ts';

export interface Ob2Documents extends Parts {
  /** The address that served the assertion; null where it did not come from its own address. */
  readonly retrievedFrom: string | null;
}

/**
 * One credential out of an assertion (any version before 3.0), its BadgeClass and its issuer: those that were fetched,
 * or else those that stand inline and are claims.
 *
 * Problems: `no-credential-found` where the assertion is none.
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

/** Blockcerts v2 is an OB 2 assertion with a proof of its own beside it: never a question of hosting. */
const hasChainProof = (assertion: JsonObject): boolean =>
  readTypes(readObjects(assertion.signature)[0] ?? {}).some((type) => type.startsWith('Merkle'));

/** An assertion as it stands: a hosted one, a signed one (`source` says), or a Blockcert. */
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
    issued,
    validFrom: issued,
    validUntil: readDate(assertion.expires),
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

/** OB 2.0 §4.8: one of the assertion is about all three, one of the BadgeClass or the issuer about that one. */
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
  // The 2.0 context makes `verify` another name of `verification`.
  const verification = assertion.verification ?? assertion.verify;
  return {
    assertion: verification === undefined ? assertion : { ...assertion, verification },
    badge: inner,
    issuer: profile,
  };
}

/** The three parts as one tree, so that a defect has one JSON Pointer whoever served which part. */
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
    description: readText(badge?.description),
    type: null,
    image: readImage(badge?.image),
    criteria: { id: readId(asArray<Json>(criteria)[0]), narrative: readText(object?.narrative) },
    creator: null,
    alignments: readAlignments(badge?.alignment),
    tags: readTexts(badge?.tags),
    evidence: readNarratedEvidence(assertion),
    results: [],
  };
}

/** OB 2.0 §4.2: `narrative` describes how the badge was earned, and stands beside the evidence. */
function readNarratedEvidence(assertion: JsonObject): Achievement['evidence'] {
  const narrative = readText(assertion.narrative);
  const evidence = readEvidence(assertion.evidence);
  if (narrative === null) return evidence;
  const told = { id: null, name: null, narrative, description: null, genre: null, audience: null };
  return [told, ...evidence];
}

function readIssuer(reference: Json | undefined, issuer: JsonObject | null): Issuer {
  return {
    id: readId(issuer ?? undefined) ?? readId(reference),
    name: readText(issuer?.name),
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
    const salted = typeof one.salt === 'string' && one.salt !== '';
    return [
      {
        identityType: readTypes(one)[0] ?? 'email',
        identity: one.identity,
        hashed: one.hashed === true || one.hashed === 'true',
        salt: salted ? (one.salt as string) : null,
      },
    ];
  });
  return { id: readId(asArray<Json>(assertion.recipient)[0]), name: null, identifiers };
}

/**
 * OB 2.0 §4.3 `revocationList`, only from a profile that was fetched: one that stands inline could hide it. One that
 * cannot be read is an entry all the same: the badge may be in it. Open Badges 1 has a dictionary of reasons in its
 * place (OB 1.1 §IssuerOrganization).
 */
const readRevocation = (issuer: JsonObject | null, type: string): readonly StatusEntry[] =>
  asArray<Json>(issuer?.revocationList).map((list) => {
    const id = readId(list);
    const json: JsonObject = { type, ...(id !== null && { id }) };
    return { type, json, at: '/badge/issuer/revocationList' };
  });

/** What an address in an image's chunk gives before anybody asked it: a record known by its address only. */
export function readHostedReference(url: string): Credential {
  const document: JsonObject = { id: url };
  const source: Source = { securing: 'hosted', document, retrievedFrom: null };
  const read = readOb2({ assertion: document, badge: null, issuer: null }, source);
  return { ...read, format: 'ob2', types: ['Assertion'], achievements: [], defects: [] };
}

/** Whether only the address of a record is known so far. */
export const isHostedReference = ({ source }: Credential): boolean =>
  source.securing === 'hosted' && Object.keys(source.document).every((name) => name === 'id');
