/** Credentials to measure on, signed by other people's libraries. Every name in them is invented. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate as generateEd25519 } from '@digitalbazaar/ed25519-multikey';
import { createSignCryptosuite as eddsaJcs2022 } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { type Award, type Json, ob3, type Skill } from '../../build/badge.ts';
import { contextLoader } from '../../build/contexts.ts';
import { deriveWith } from '../../build/derived.ts';
import { createSigner, type Signer } from '../../build/signer.ts';

const SIGNED_AT = new Date('2026-02-01T00:00:00Z');
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

const skill = (n: number): Skill => ({
  name: `Glazing, part ${n}`,
  framework: 'Crafts of the Guilds',
  url: `https://crafts.example/skills/${n}`,
  code: `GL-${n}`,
});

const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));

interface Kind {
  readonly skills: number;
  readonly description: string;
  readonly more?: Json;
}

const SMALL: Kind = { skills: 0, description: 'Cutting and fitting.' };
const TYPICAL: Kind = {
  skills: 8,
  description:
    'Measures openings, cuts float and patterned glass, beds it in putty or beads, and leaves no rattle.',
  more: {
    evidence: times(3, (n) => ({
      id: `https://guilds.example/evidence/${n}`,
      type: ['Evidence'],
      name: `Window ${n}`,
      narrative: 'A window in four panes, glazed under the eyes of a master.',
    })),
  },
};

/** A made badge. The number tells its award from others. */
export const badgeOf = (issuer: string, n: number, { skills, description, more }: Kind = SMALL): Json =>
  ob3(
    awardOf({
      issuer,
      n,
      skills: times(skills, (each) => skill(skills * n + each)),
      description,
      ...(more && { more }),
    }),
  );

interface Made {
  readonly issuer: string;
  readonly n: number;
  readonly skills: readonly Skill[];
  readonly description: string;
  readonly more?: Json;
}

const awardOf = ({ issuer, n, skills, description, more }: Made): Award => ({
  id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  issuer: { id: issuer, name: 'Guild of Glaziers' },
  course: {
    id: `https://guilds.example/glazing/${n}`,
    name: `Glazing, part ${n}`,
    description,
    criteria: 'Glaze a window.',
    ...(skills.length > 0 && { skills }),
  },
  subject: { id: `did:example:${n}` },
  from: '2026-01-01T00:00:00Z',
  ...(more && { more }),
});

/** A badge with every kind of member that OB 3.0 §B.1 knows, some 16 kB of them. */
export function completeBadge(issuer: string): Json {
  const badge = badgeOf(issuer, 7, { ...TYPICAL, skills: 16 }) as Json & {
    credentialSubject: Json & { achievement: Json };
    issuer: Json;
  };
  const { credentialSubject: subject } = badge;
  return {
    ...badge,
    description: 'What a journeyman of the guild knows.',
    issuer: { ...badge.issuer, ...PROFILE },
    credentialSubject: {
      ...subject,
      activityStartDate: '2025-01-01T00:00:00Z',
      activityEndDate: '2025-12-01T00:00:00Z',
      creditsEarned: 42,
      licenseNumber: 'GL-9320041',
      role: 'Journeyman',
      term: 'Autumn',
      source: { id: 'https://guilds.example/houses/1', type: ['Profile'], name: 'House of Glass' },
      result: times(8, (n) => ({
        type: ['Result'],
        resultDescription: `urn:uuid:10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        achievedLevel: `urn:uuid:20000000-0000-4000-8000-${String(4 * n).padStart(12, '0')}`,
        value: `${60 + n}`,
        alignment: [alignment(200 + n)],
      })),
      achievement: {
        ...subject.achievement,
        creator: { id: issuer, type: ['Profile'], name: 'Guild of Glaziers', ...PROFILE },
        creditsAvailable: 50,
        fieldOfStudy: 'Glass',
        humanCode: 'GL-1',
        inLanguage: 'en',
        specialization: 'Lead lights',
        tag: times(6, (n) => `glass ${n}`),
        version: '2.1',
        otherIdentifier: times(3, (n) => ({
          type: 'IdentifierEntry',
          identifier: `GL-1-${n}`,
          identifierType: 'identifier',
        })),
        related: times(3, (n) => ({
          id: `https://guilds.example/glazing/${n}`,
          type: ['Related'],
          inLanguage: 'en',
          version: `1.${n}`,
        })),
        resultDescription: times(8, (n) => ({
          id: `urn:uuid:10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
          type: ['ResultDescription'],
          name: `Piece ${n}`,
          resultType: 'RubricCriterionLevel',
          alignment: [alignment(300 + n)],
          rubricCriterionLevel: times(4, (level) => ({
            id: `urn:uuid:20000000-0000-4000-8000-${String(4 * n + level).padStart(12, '0')}`,
            type: ['RubricCriterionLevel'],
            level: `Level ${level}`,
            name: `Panes without a bubble: ${level}`,
            description: 'How clear the piece is when it is held against the light.',
            points: `${level}`,
          })),
        })),
      },
    },
  };
}

const alignment = (n: number): Json => {
  const { name, framework, url, code } = skill(n);
  return {
    type: ['Alignment'],
    targetName: name,
    targetFramework: framework,
    targetUrl: url,
    targetCode: code,
  };
};

const PROFILE: Json = {
  url: 'https://guilds.example/',
  phone: '+1-202-555-0100',
  description: 'Glaziers since there are windows.',
  email: 'glaziers@guilds.example',
  address: {
    type: ['Address'],
    addressCountry: 'Exampleland',
    addressCountryCode: 'EX',
    addressLocality: 'Glasston',
    streetAddress: 'Pane Street 1',
    postalCode: '12345',
    geo: { type: 'GeoCoordinates', latitude: 1.5, longitude: 2.5 },
  },
};

const signed = (signer: Signer, credential: Json): Promise<Json> => signer.sign(credential, SIGNED_AT);

/** What every row is measured on. */
export interface Made50 {
  readonly badges: readonly Json[];
  readonly clr: Json;
}

export async function smallBadge(): Promise<Json> {
  const signer = await createSigner('eddsa-rdfc-2022');
  return signed(signer, badgeOf(signer.controller, 1));
}

export async function typicalBadge(): Promise<Json> {
  const signer = await createSigner('eddsa-rdfc-2022');
  return signed(signer, badgeOf(signer.controller, 1, TYPICAL));
}

export async function signedCompleteBadge(): Promise<Json> {
  const signer = await createSigner('eddsa-rdfc-2022');
  return signed(signer, completeBadge(signer.controller));
}

/** Fifty typical badges of five issuers, and a transcript with all of them in it. */
export async function fifty(): Promise<Made50> {
  const signers = await Promise.all(times(5, () => createSigner('eddsa-rdfc-2022')));
  const badges = await Promise.all(
    times(50, (n) => {
      const signer = signers[n % 5] as Signer;
      return signed(signer, badgeOf(signer.controller, n, TYPICAL));
    }),
  );
  const keeper = signers[0] as Signer;
  const { '@context': contexts } = badges[0] as Json & { '@context': readonly string[] };
  const clr = await signed(keeper, {
    '@context': [contexts[0], CLR, contexts[1]],
    id: 'urn:uuid:30000000-0000-4000-8000-000000000000',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Transcript',
    issuer: { id: keeper.controller, type: ['Profile'], name: 'Guild of Glaziers' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:1', type: ['ClrSubject'], verifiableCredential: badges },
  });
  return { badges, clr };
}

/** The text of a document is signed, not what it says. */
export async function jcsBadge(): Promise<Json> {
  const key = await generateEd25519();
  const controller = `did:key:${key.publicKeyMultibase}`;
  Object.assign(key, { id: `${controller}#${key.publicKeyMultibase}`, controller });
  return issue({
    credential: structuredClone(badgeOf(controller, 1, TYPICAL)),
    suite: new DataIntegrityProof({
      signer: key.signer(),
      cryptosuite: eddsaJcs2022(),
      date: '2026-02-01T00:00:00Z',
    }),
    documentLoader: contextLoader(),
    now: SIGNED_AT,
  });
}

export const bbsBadge = (): Promise<Json> =>
  deriveWith('bbs-2023', (issuer) => ({
    ...badgeOf(issuer, 1, TYPICAL),
    validUntil: '2036-01-01T00:00:00Z',
  }));
