import { isJsonObject, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
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

const organisation = members({ type: optional(typesWith('Profile')) });

/** OB 3.0 §B.1.21 Profile. */
const profile = stringOr(
  anything,
  members({
    id: required(text),
    type: optional(typesWith('Profile')),
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

/** OB 3.0 §B.1.10 Criteria, §B.1.2 Alignment. */
const alignment = members({
  type: optional(typesWith('Alignment')),
  targetName: required(text),
  targetUrl: required(text),
});

/** OB 3.0 §B.1.1 Achievement. */
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

/** OB 3.0 §B.1.4: who earned it is told by an id or by an identifier. */
const recipient: Shape = (value, at, defects) => {
  if (!isJsonObject(value) || isSomething(value.id) || isSomething(value.identifier)) return;
  defects.push(problem('member-missing', { at: pointer(at, 'id'), params: { member: 'id' } }));
};
const isSomething = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

const achievementSubject = both(
  recipient,
  members({
    type: required(typesWith('AchievementSubject')),
    identifier: optional(anyNumber(identity)),
    achievement: optional(anyNumber(achievement)),
  }),
);

const badge = members({
  type: required(typesWith('OpenBadgeCredential', 'AchievementCredential')),
  issuer: optional(profile),
  credentialSubject: optional(oneOrMany(achievementSubject)),
});

/** OB 3.0 §B.1.11, §B.1.12. */
const endorsement = members({
  type: required(typesWith('EndorsementCredential')),
  issuer: optional(profile),
  credentialSubject: optional(
    oneOrMany(members({ id: required(text), type: required(typesWith('EndorsementSubject')) })),
  ),
});

/** CLR 2.0 §B.1: what a record carries are credentials. */
const clr = members({
  type: required(typesWith('ClrCredential')),
  issuer: optional(profile),
  credentialSubject: optional(
    oneOrMany(
      both(
        recipient,
        members({
          type: required(typesWith('ClrSubject')),
          identifier: optional(anyNumber(identity)),
          verifiableCredential: required(anyNumber(stringOr(anything, members({})))),
        }),
      ),
    ),
  ),
});

const SHAPES = { badge, endorsement, clr } as const;

/** Departures from Open Badges 3.0 and CLR 2.0, beyond those of the data model that they build on. */
export function checkObShape(document: JsonObject, kind: keyof typeof SHAPES): readonly Problem[] {
  const defects: Problem[] = [];
  SHAPES[kind](document, '', defects);
  return defects;
}
