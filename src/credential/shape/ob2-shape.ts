import { asArray, isJsonObject, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import { endsBeforeItBegins, readDate } from '../date.ts';
import {
  anyNumber,
  anything,
  boolean,
  both,
  date,
  dateText,
  members,
  oneOrMany,
  optional,
  required,
  type Shape,
  stringOr,
  text,
  typeNames,
  typesWith,
  uri,
} from './shape.ts';

/** OB 2.0 §4.2: the image of an Assertion is an address. Only a BadgeClass may have a data: URI. */
const assertionImage: Shape = (value, at, defects) => {
  if (typeof value === 'string' && /^data:/i.test(value)) {
    defects.push(problem('member-malformed', { at, params: { member: 'image' } }));
  }
};

/** OB 2.0 §4.4 IdentityObject. */
const HASHED = /^(?:md5|sha1|sha224|sha256|sha384|sha512)\$[0-9a-f]+$/i;
const hash: Shape = (value, at, defects) => {
  if (!isJsonObject(value)) return;
  if (value.hashed !== true || typeof value.identity !== 'string' || HASHED.test(value.identity)) return;
  defects.push(problem('member-malformed', { at: `${at}/identity`, params: { member: 'identity' } }));
};
const identity = both(
  members({
    type: required(typeNames),
    identity: required(text),
    hashed: required(boolean),
    salt: optional(text),
  }),
  hash,
);

/** OB 2.0 §4.3, §4.7. */
const issuer = members({ id: required(text), type: required(profileTypes()), name: required(anything) });
function profileTypes(): Shape {
  return both(typesWith('Issuer', 'Profile'), (value, at, defects) => {
    const names = Array.isArray(value) ? value : [value];
    for (const name of names) {
      if (typeof name !== 'string' || KNOWN_CLASSES.has(name) || name.includes(':')) continue;
      defects.push(problem('type-unknown', { at, params: { expected: 'Profile' } }));
    }
  });
}

/** Classes of the OB 2.0 context. Any other type must be an IRI, compact or full (OB 2.0 §5.1). */
const KNOWN_CLASSES: ReadonlySet<string> = new Set([
  'AlignmentObject',
  'Assertion',
  'BadgeClass',
  'Criteria',
  'CryptographicKey',
  'Endorsement',
  'Evidence',
  'Extension',
  'IdentityObject',
  'Image',
  'Issuer',
  'Profile',
  'RevocationList',
  'VerificationObject',
]);

const badgeClass = members({
  id: required(text),
  type: required(typesWith('BadgeClass')),
  name: required(anything),
  description: required(anything),
  criteria: required(anything),
  issuer: required(stringOr(uri, issuer)),
});

/** The address of the 2.x vocabulary, at 1EdTech or at its earlier names (OB 2.0 §5, OB 2.1 §5). */
const OB2_CONTEXT =
  /^https?:\/\/(?:www\.)?(?:w3id\.org\/openbadges\/v2|openbadgespec\.org\/v2\/context(?:\.json)?|purl\.imsglobal\.org\/spec\/ob\/v2p[01]\b.*)$/;

/** OB 2.0 §5: without this vocabulary, what looks like an assertion has no meaning that Open Badges define. */
const context: Shape = (value, at, defects) => {
  const named = asArray(value).some((one) => typeof one === 'string' && OB2_CONTEXT.test(one));
  if (!named) defects.push(problem('member-malformed', { at, params: { member: '@context' } }));
};

const assertion = members({
  '@context': required(context),
  id: required(text),
  type: required(typesWith('Assertion')),
  recipient: required(oneOrMany(identity)),
  badge: required(stringOr(uri, badgeClass)),
  verification: required(oneOrMany(members({ type: required(typeNames) }))),
  // OB 2.0 §Date: ISO 8601. Numbers belong to earlier versions.
  issuedOn: required(dateText),
  expires: optional(dateText),
  image: optional(anyNumber(assertionImage)),
});

/** A withdrawn hosted record may be reduced to its id and `revoked` (OB 2.0 §4.2, `revoked`). */
const tombstone = members({ id: required(text), revoked: required(boolean) });

const inlineBadge = members({ name: required(text), issuer: required(anything) });

/** The members that OB 0.5 (after its upgrade), 1.0 and 1.1 all required of an assertion. */
const assertion1 = members({
  recipient: required(oneOrMany(identity)),
  badge: required(stringOr(anything, inlineBadge)),
  verification: required(oneOrMany(members({ type: required(typeNames) }))),
  issuedOn: optional(date),
  expires: optional(date),
});

/** Where an assertion of Open Badges 0.5 to 1.1, after its upgrade, departs from its own specification. */
export function checkOb1Shape(document: JsonObject): readonly Problem[] {
  const defects: Problem[] = [];
  (isTombstone(document) ? tombstone : assertion1)(document, '', defects);
  checkDates(document, defects);
  return defects;
}

/**
 * Where an assertion departs from the data model of Open Badges 2.0 (§4). BadgeClass and issuer are inline. Assertions
 * of 0.5 to 1.1 are upgraded first.
 */
export function checkOb2Shape(document: JsonObject): readonly Problem[] {
  const defects: Problem[] = [];
  (isTombstone(document) ? tombstone : assertion)(document, '', defects);
  checkDates(document, defects);
  return defects;
}

const isTombstone = (document: JsonObject): boolean =>
  document.revoked === true && document.badge === undefined;

function checkDates(document: JsonObject, defects: Problem[]): void {
  if (endsBeforeItBegins(readDate(document.issuedOn), readDate(document.expires)))
    defects.push(problem('dates-contradict', { at: '/expires' }));
}
