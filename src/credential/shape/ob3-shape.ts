import { isJsonObject, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import { namesContext, readVersion } from './context-shape.ts';
import {
  anyNumber,
  anything,
  boolean,
  both,
  members,
  oneOrMany,
  optional,
  pointer,
  required,
  type Shape,
  stringOr,
  text,
  typesWith,
} from './shape.ts';

/** Somebody who is also a subject of the credential is one node of a signed graph, with the types of both. */
const agent = typesWith('Profile', 'AchievementSubject', 'ClrSubject', 'EndorsementSubject');
const organisation = members({ type: optional(agent) });

/** OB 3.0 §B.1.21 Profile. */
const profile = stringOr(
  anything,
  members({
    id: required(text),
    type: optional(agent),
    parentOrg: optional(organisation),
    otherIdentifier: optional(
      anyNumber(
        members({
          type: required(typesWith('IdentifierEntry')),
          identifier: required(text),
          identifierType: required(text),
        }),
      ),
    ),
  }),
);

/** OB 3.0 §B.1.16 IdentityObject. */
const identity = members({
  type: optional(typesWith('IdentityObject')),
  hashed: required(boolean),
  identityHash: required(text),
  identityType: required(text),
});

/**
 * OB 3.0 §B.1.2 Alignment. In a signed graph, alignments of one id are one node, with the names and addresses of all of
 * them.
 */
const alignment = members({
  type: optional(typesWith('Alignment')),
  targetName: required(oneOrMany(text)),
  targetUrl: required(oneOrMany(text)),
});

/** OB 3.0 §B.1.1 Achievement, for the published contexts. The drafts before them named no members. */
const achievement = stringOr(
  anything,
  members({
    id: required(text),
    type: optional(typesWith('Achievement')),
    name: required(anything),
    description: required(anything),
    criteria: required(members({})),
    alignment: optional(anyNumber(alignment)),
  }),
);

/** The rules of OB 3.0 at the time of a document. */
interface Era {
  /** Set for the final contexts. The drafts before them (plugfests) required less of an achievement. */
  readonly published: boolean;
  /** Set for badges on VCDM 1.1. Platforms kept the recipient to themselves and issued them without one. */
  readonly anonymous: boolean;
}

/**
 * OB 3.0 §B.1.4: an id or an identifier says who earned the badge. A name alone tells it to people, but not to
 * programs. So a name alone is noted, and not refused.
 */
const recipient =
  ({ anonymous }: Era): Shape =>
  (value, at, defects) => {
    if (!isJsonObject(value) || isSomething(value.id) || isSomething(value.identifier)) return;
    const code = anonymous || isSomething(value.name) ? 'recipient-not-identified' : 'member-missing';
    defects.push(problem(code, { at: pointer(at, 'id'), params: { member: 'id' } }));
  };
const isSomething = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

const badge = (era: Era): Shape =>
  members({
    // OB 3.0 §B.1.1: `id` [1], although a credential of the underlying data model needs none.
    id: era.published ? required(text) : optional(text),
    type: required(typesWith('OpenBadgeCredential', 'AchievementCredential')),
    issuer: optional(profile),
    credentialSubject: optional(
      oneOrMany(
        both(
          recipient(era),
          members({
            type: required(typesWith('AchievementSubject')),
            identifier: optional(anyNumber(identity)),
            // OB 3.0 §AchievementSubject: [1].
            achievement: required(oneOrMany(era.published ? achievement : anything)),
          }),
        ),
      ),
    ),
  });

/** OB 3.0 §B.1.11, §B.1.12. */
const endorsement = (): Shape =>
  members({
    type: required(typesWith('EndorsementCredential')),
    issuer: optional(profile),
    credentialSubject: optional(
      oneOrMany(members({ id: required(text), type: required(typesWith('EndorsementSubject')) })),
    ),
  });

/** CLR 2.0 §B.1, Association: two achievements and how they relate. */
const association = members({
  associationType: required(text),
  sourceId: required(text),
  targetId: required(text),
});

/** CLR 2.0 §B.1: a record has an id, and it contains credentials. */
const clr = (era: Era): Shape =>
  members({
    id: required(text),
    type: required(typesWith('ClrCredential')),
    issuer: optional(profile),
    credentialSubject: optional(
      oneOrMany(
        both(
          recipient(era),
          members({
            type: required(typesWith('ClrSubject')),
            identifier: optional(anyNumber(identity)),
            verifiableCredential: required(anyNumber(stringOr(anything, members({})))),
            association: optional(anyNumber(association)),
          }),
        ),
      ),
    ),
  });

const shapesOf = (era: Era) => ({ badge: badge(era), endorsement: endorsement(), clr: clr(era) });
type Kind = keyof ReturnType<typeof shapesOf>;

const shapesFor = (published: boolean) => ({
  anonymous: shapesOf({ published, anonymous: true }),
  named: shapesOf({ published, anonymous: false }),
});
const FINAL = shapesFor(true);
const DRAFT = shapesFor(false);

const PUBLISHED = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context/;

/** Where a document departs from Open Badges 3.0 and CLR 2.0, beyond the data model that they build on. */
export function checkObShape(document: JsonObject, kind: Kind): readonly Problem[] {
  const defects: Problem[] = [];
  const shapes = namesContext(document, (url) => PUBLISHED.test(url)) ? FINAL : DRAFT;
  shapes[readVersion(document) === '1.1' ? 'anonymous' : 'named'][kind](document, '', defects);
  return defects;
}
