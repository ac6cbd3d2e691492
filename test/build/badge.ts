/** Plain shapes of badges, before anybody signs or serves them. Every name in them is invented. */
import { createHash } from 'node:crypto';
import { ED25519_2020, OB_3_0_1, OB_3_0_3, VC_1, VC_2 } from './contexts.ts';

export type Json = Record<string, unknown>;

export interface Skill {
  readonly name: string;
  readonly framework: string;
  readonly url: string;
  readonly code?: string;
}

export interface Course {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Markdown. */
  readonly criteria: string;
  readonly type?: string;
  readonly skills?: readonly Skill[];
  /** A `data:` or https address. */
  readonly image?: string;
}

export interface Award {
  readonly id: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly url?: string };
  readonly course: Course;
  readonly subject: Json;
  readonly from: string;
  readonly until?: string;
  /** Members added as they are: `credentialStatus`, `evidence`, a second context … */
  readonly more?: Json;
}

/** An achievement as a credential of OB 3.0 carries it. */
export const ANALYSIS = {
  id: 'https://university.example/achievements/analysis',
  type: ['Achievement'],
  name: 'Analysis I',
  description: 'Limits, continuity, derivatives.',
  criteria: { narrative: 'Passed the written examination.' },
};

/** An unsigned OB 3.0 credential in W3C's data model 2.0. */
export const ob3 = (award: Award): Json => ({
  '@context': [VC_2, OB_3_0_3],
  ...body(award),
  validFrom: award.from,
  ...(award.until !== undefined && { validUntil: award.until }),
  ...award.more,
});

/** An unsigned OB 3.0 credential in W3C's data model 1.1, for suites of that age. */
export const ob3InVc1 = (award: Award): Json => ({
  '@context': [VC_1, OB_3_0_1, ED25519_2020],
  ...body(award),
  issuanceDate: award.from,
  ...(award.until !== undefined && { expirationDate: award.until }),
  ...award.more,
});

const body = ({ id, issuer, course, subject }: Award): Json => ({
  id,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer.id, type: ['Profile'], name: issuer.name, ...(issuer.url && { url: issuer.url }) },
  name: course.name,
  credentialSubject: {
    ...subject,
    type: ['AchievementSubject'],
    achievement: {
      id: course.id,
      type: ['Achievement'],
      name: course.name,
      description: course.description,
      criteria: { narrative: course.criteria },
      ...(course.type !== undefined && { achievementType: course.type }),
      ...(course.image !== undefined && { image: { id: course.image, type: 'Image' } }),
      ...(course.skills !== undefined && { alignment: course.skills.map(alignment) }),
    },
  },
});

const alignment = ({ name, framework, url, code }: Skill): Json => ({
  type: ['Alignment'],
  targetName: name,
  targetFramework: framework,
  targetUrl: url,
  ...(code !== undefined && { targetCode: code }),
});

/** Who or what is endorsed. */
export const endorsed = (id: string): Json => ({
  id,
  type: ['EndorsementSubject'],
  endorsementComment: 'Good.',
});

/** An unsigned endorsement of OB 3.0. */
export const endorsementBy = (issuer: string, subject: Json, more: Json = {}): Json => ({
  '@context': [VC_2, OB_3_0_3],
  id: 'urn:uuid:00000000-0000-4000-8000-0000000000ee',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Known' },
  name: 'Endorsement',
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: subject,
  ...more,
});

export interface HostedAward {
  readonly id: string;
  readonly badge: string | Json;
  /** Plain e-mail address; the salted hash is made here. */
  readonly email: string;
  readonly from: string;
  readonly until?: string;
  readonly more?: Json;
}

/** An OB 2.0 Assertion, hosted unless `more` says otherwise. */
export const assertion = ({ id, badge, email, from, until, more }: HostedAward): Json => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id,
  recipient: hashedEmail(email, 'tansy'),
  badge,
  verification: { type: 'HostedBadge' },
  issuedOn: from,
  ...(until !== undefined && { expires: until }),
  ...more,
});

export const badgeClass = (course: Course, issuer: string): Json => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'BadgeClass',
  id: course.id,
  name: course.name,
  description: course.description,
  ...(course.image !== undefined && { image: course.image }),
  criteria: { narrative: course.criteria },
  issuer,
  ...(course.skills !== undefined && {
    alignment: course.skills.map(({ name, framework, url, code }) => ({
      targetName: name,
      targetFramework: framework,
      targetUrl: url,
      ...(code !== undefined && { targetCode: code }),
    })),
  }),
});

export const issuerProfile = (id: string, name: string, more: Json = {}): Json => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id,
  name,
  url: new URL('/', id).href,
  email: `badges@${new URL(id).hostname}`,
  ...more,
});

const hashOf = (email: string, salt: string): string =>
  `sha256$${createHash('sha256')
    .update(email + salt)
    .digest('hex')}`;

const hashedEmail = (email: string, salt: string): Json => ({
  type: 'email',
  hashed: true,
  salt,
  identity: hashOf(email, salt),
});

/** OB 3.0 IdentityObject: the recipient named by a salted hash of the e-mail address alone. */
export const hashedIdentifier = (email: string, salt: string): Json => ({
  type: 'IdentityObject',
  hashed: true,
  identityType: 'emailAddress',
  identityHash: hashOf(email, salt),
  salt,
});
