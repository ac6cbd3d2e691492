import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { contentOf } from '../../src/verify/content.ts';
import { achievement, badgeClass, issuer, ob2, ob3, subject, vc } from '../build/samples.ts';
import { readOne } from './reading.ts';

/** All that is shown of a credential, without what it is verified by. */
async function shown(document: JsonObject) {
  const one = await readOne(document);
  const { statuses, schemas, refreshServices, endorsements, contained, defects } = one;
  return { ...contentOf(one), statuses, schemas, refreshServices, endorsements, contained, defects };
}
const nothingBeside = {
  statuses: [],
  schemas: [],
  refreshServices: [],
  endorsements: [],
  contained: [],
  defects: [],
};
/** A skill as Open Badges write it, from 2.0 on, and as it is read. */
const alignment = {
  targetName: 'Baking',
  targetUrl: 'https://skills.example.org/baking',
  targetFramework: 'Crafts',
  targetCode: 'C1',
  targetDescription: 'Heats dough.',
};
const skill = {
  name: 'Baking',
  url: 'https://skills.example.org/baking',
  framework: 'Crafts',
  code: 'C1',
  description: 'Heats dough.',
};
const loaf = {
  id: 'https://learner.example.org/loaf',
  name: 'Loaf',
  narrative: 'It rose.',
  description: 'A photograph.',
  genre: 'Photograph',
  audience: 'Everybody',
};
const dated = (text: string) => ({ text, instant: Date.parse(text) });

describe('a document in which every member is present is read whole:', () => {
  test('a badge of Open Badges 2.0', async () => {
    const profile = issuer({ image: 'https://badges.example.org/bakery.png', description: 'Bakes.' });
    const badge = badgeClass({
      issuer: profile,
      tags: ['bread', 'oven'],
      alignment: [alignment],
    });
    const document = ob2({
      badge,
      recipient: { type: 'url', hashed: false, identity: 'https://learner.example.org' },
      expires: '2029-05-01T10:00:00Z',
      image: 'https://badges.example.org/7.png',
      narrative: 'Baked all day.',
      evidence: [loaf],
    });
    expect(await shown(document)).toEqual({
      ...nothingBeside,
      format: 'ob2',
      securing: 'hosted',
      vcdm: null,
      types: ['Assertion'],
      id: 'https://badges.example.org/assertions/7',
      name: 'Bread Baking',
      description: 'Bakes bread.',
      image: 'https://badges.example.org/7.png',
      issuer: {
        id: 'https://badges.example.org/issuer',
        name: 'Example Bakery',
        url: 'https://example.org',
        email: 'badges@example.org',
        image: 'https://badges.example.org/bakery.png',
        description: 'Bakes.',
      },
      recipient: {
        id: null,
        name: null,
        identifiers: [
          { identityType: 'url', identity: 'https://learner.example.org', hashed: false, salt: null },
        ],
      },
      achievements: [
        {
          id: 'https://badges.example.org/class',
          name: 'Bread Baking',
          description: 'Bakes bread.',
          type: null,
          image: 'https://badges.example.org/class.png',
          criteria: { id: 'https://badges.example.org/criteria', narrative: 'Bake.' },
          creator: null,
          alignments: [{ ...skill, type: null }],
          tags: ['bread', 'oven'],
          evidence: [
            {
              id: null,
              name: null,
              narrative: 'Baked all day.',
              description: null,
              genre: null,
              audience: null,
            },
            loaf,
          ],
          results: [],
        },
      ],
      issued: dated('2024-05-01T10:00:00Z'),
      validFrom: dated('2024-05-01T10:00:00Z'),
      validUntil: dated('2029-05-01T10:00:00Z'),
    });
  });

  test('a badge of Open Badges 3.0', async () => {
    const kind = achievement({
      achievementType: 'Certificate',
      image: { id: 'https://issuer.example.org/loaf.png', type: 'Image' },
      criteria: { id: 'https://issuer.example.org/criteria', narrative: 'Bake **three** loaves.' },
      creator: { id: 'https://creator.example.org', type: ['Profile'], name: 'Guild' },
      tag: ['bread'],
      alignment: [{ ...alignment, type: ['Alignment'], targetType: 'CFItem' }],
      resultDescription: [
        {
          id: 'urn:result:crust',
          type: ['ResultDescription'],
          name: 'Crust',
          resultType: 'RubricCriterionLevel',
          rubricCriterionLevel: [
            { id: 'urn:level:1', type: ['RubricCriterionLevel'], name: 'Golden', level: 'First' },
            { id: 'urn:level:2', type: ['RubricCriterionLevel'], level: 'Second' },
          ],
        },
      ],
    });
    const result = (achievedLevel: string): JsonObject => ({
      type: ['Result'],
      resultDescription: 'urn:result:crust',
      achievedLevel,
      value: '9',
      status: 'Completed',
    });
    const academy = {
      id: 'https://issuer.example.org/profile',
      name: 'Example Academy',
      url: 'https://issuer.example.org',
      email: 'badges@issuer.example.org',
      description: 'Teaches.',
    };
    const document = ob3({
      name: 'Of the credential',
      description: 'Awarded in summer.',
      image: { id: 'https://issuer.example.org/1.png', type: 'Image' },
      awardedDate: '2026-01-10T00:00:00Z',
      issuer: {
        ...academy,
        type: ['Profile'],
        image: { id: 'https://issuer.example.org/logo.png', type: 'Image' },
      },
      credentialSubject: subject({
        name: 'Ada Baker',
        identifier: [
          {
            type: 'IdentityObject',
            hashed: true,
            identityHash: 'sha256$0a',
            identityType: 'emailAddress',
            salt: 'sea',
          },
        ],
        achievement: kind,
        result: [result('urn:level:1'), result('urn:level:2')],
      }),
    });
    const read = { name: 'Crust', value: '9', status: 'Completed', valueMax: null, required: null };
    expect(await shown(document)).toEqual({
      ...nothingBeside,
      format: 'ob3',
      securing: 'embedded',
      vcdm: '2.0',
      types: ['VerifiableCredential', 'OpenBadgeCredential'],
      id: 'https://issuer.example.org/credentials/1',
      name: 'Bread Baking',
      description: 'Awarded in summer.',
      image: 'https://issuer.example.org/1.png',
      issuer: { ...academy, image: 'https://issuer.example.org/logo.png' },
      recipient: {
        id: 'did:example:learner',
        name: 'Ada Baker',
        identifiers: [{ identityType: 'emailAddress', identity: 'sha256$0a', hashed: true, salt: 'sea' }],
      },
      achievements: [
        {
          id: 'https://issuer.example.org/achievements/1',
          name: 'Bread Baking',
          description: 'Bakes bread that rises.',
          type: 'Certificate',
          image: 'https://issuer.example.org/loaf.png',
          criteria: { id: 'https://issuer.example.org/criteria', narrative: 'Bake **three** loaves.' },
          creator: { id: 'https://creator.example.org', name: 'Guild' },
          alignments: [{ ...skill, type: 'CFItem' }],
          tags: ['bread'],
          evidence: [],
          results: [
            { ...read, achievedLevel: 'Golden' },
            { ...read, achievedLevel: 'Second' },
          ],
          details: {},
        },
      ],
      issued: dated('2026-01-10T00:00:00Z'),
      validFrom: dated('2026-01-15T00:00:00Z'),
      validUntil: dated('2028-01-15T00:00:00Z'),
    });
  });

  test('a credential of another profile', async () => {
    const schema = { id: 'https://library.example.org/schema.json', type: 'JsonSchema' };
    const refresh = { id: 'https://library.example.org/refresh', type: 'Refresh' };
    const status = { id: 'https://library.example.org/status', type: 'Status' };
    const card = {
      id: 'urn:example:card',
      name: 'Library Card',
      description: 'Lends books.',
      image: 'https://library.example.org/card.png',
    };
    const document = vc({
      ...card,
      issuer: { id: 'did:example:library', name: 'Library' },
      credentialSubject: { id: 'did:example:reader', name: 'Ada Reader' },
      awardedDate: '2026-01-10T00:00:00Z',
      validFrom: '2026-01-15T00:00:00Z',
      validUntil: '2028-01-15T00:00:00Z',
      credentialSchema: schema,
      refreshService: refresh,
      credentialStatus: status,
    });
    expect(await shown(document)).toEqual({
      ...nothingBeside,
      format: 'vc',
      securing: 'embedded',
      vcdm: '2.0',
      types: ['VerifiableCredential', 'LibraryCard'],
      ...card,
      issuer: {
        id: 'did:example:library',
        name: 'Library',
        url: null,
        email: null,
        image: null,
        description: null,
      },
      recipient: { id: 'did:example:reader', name: 'Ada Reader', identifiers: [] },
      achievements: [],
      issued: dated('2026-01-10T00:00:00Z'),
      validFrom: dated('2026-01-15T00:00:00Z'),
      validUntil: dated('2028-01-15T00:00:00Z'),
      schemas: [schema],
      refreshServices: [refresh],
      statuses: [{ type: 'Status', json: status, at: '/credentialStatus' }],
    });
  });
});
