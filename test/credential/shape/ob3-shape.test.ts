import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { achievement, ob3, subject, token } from '../../build/samples.ts';
import { defectsOf } from '../reading.ts';
import { changed, GONE, holdsTable, type Row } from './table.ts';

const CLR_CONTEXT = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

const identifier: JsonObject = {
  type: 'IdentityObject',
  hashed: true,
  identityHash: `sha256$${'0a'.repeat(32)}`,
  identityType: 'emailAddress',
  salt: 'sea',
};
const earned = subject({
  identifier: [identifier],
  achievement: achievement({
    alignment: [
      { type: ['Alignment'], targetName: 'Baking', targetUrl: 'https://skills.example.org/baking' },
    ],
  }),
});
const profile: JsonObject = {
  id: 'https://issuer.example.org/profile',
  type: ['Profile'],
  name: 'Example Academy',
  parentOrg: { id: 'https://parent.example.org', type: ['Profile'], name: 'Example Schools' },
  otherIdentifier: [{ type: 'IdentifierEntry', identifier: '0815', identifierType: 'identifier' }],
};
const whole = ob3({ issuer: profile, credentialSubject: earned });

const identity: readonly Row[] = [
  ['/credentialSubject/identifier/0/type', 'Identity', 'type-unknown /credentialSubject/identifier/0/type'],
  ...(['hashed', 'identityHash', 'identityType'] as const).flatMap((name): readonly Row[] => [
    [
      `/credentialSubject/identifier/0/${name}`,
      GONE,
      `member-missing /credentialSubject/identifier/0/${name}`,
    ],
    [
      `/credentialSubject/identifier/0/${name}`,
      5,
      `member-malformed /credentialSubject/identifier/0/${name}`,
    ],
  ]),
  ['/credentialSubject/identifier/0', 'x', 'member-malformed /credentialSubject/identifier/0'],
];

const entry = '/issuer/otherIdentifier/0';
const kind = '/credentialSubject/achievement';
const target = `${kind}/alignment/0`;

describe('a badge of Open Badges 3.0', () => {
  holdsTable(whole, [
    ['/id', GONE, 'member-missing /id'],
    ['/type', ['VerifiableCredential', 'EndorsementCredentials'], 'type-unknown /type'],
    // The data model underneath demands an address, and the badge a text.
    ['/issuer/id', 5, 'member-malformed /issuer/id', 'member-malformed /issuer/id'],
    ['/issuer/type', ['Bakery'], 'type-unknown /issuer/type'],
    ['/issuer/parentOrg', 'Example Schools', 'member-malformed /issuer/parentOrg'],
    ['/issuer/parentOrg/type', ['School'], 'type-unknown /issuer/parentOrg/type'],
    [entry, '0815', `member-malformed ${entry}`],
    [`${entry}/type`, GONE, `member-missing ${entry}/type`],
    [`${entry}/type`, 'Identifier', `type-unknown ${entry}/type`],
    [`${entry}/identifier`, GONE, `member-missing ${entry}/identifier`],
    [`${entry}/identifier`, 815, `member-malformed ${entry}/identifier`],
    [`${entry}/identifierType`, GONE, `member-missing ${entry}/identifierType`],
    [`${entry}/identifierType`, 5, `member-malformed ${entry}/identifierType`],
    ['/credentialSubject/type', GONE, 'member-missing /credentialSubject/type'],
    ['/credentialSubject/type', 'Learner', 'type-unknown /credentialSubject/type'],
    ...identity,
    [kind, 5, `member-malformed ${kind}`],
    [`${kind}/id`, GONE, `member-missing ${kind}/id`],
    [`${kind}/id`, 5, `member-malformed ${kind}/id`],
    [`${kind}/type`, ['Skill'], `type-unknown ${kind}/type`],
    [`${kind}/name`, GONE, `member-missing ${kind}/name`],
    [`${kind}/description`, GONE, `member-missing ${kind}/description`],
    [`${kind}/criteria`, GONE, `member-missing ${kind}/criteria`],
    [`${kind}/criteria`, 'Bake.', `member-malformed ${kind}/criteria`],
    [`${kind}/alignment`, 'Baking', `member-malformed ${kind}/alignment`],
    [target, 'Baking', `member-malformed ${target}`],
    [`${target}/type`, 'Skill', `type-unknown ${target}/type`],
    [`${target}/targetName`, GONE, `member-missing ${target}/targetName`],
    [`${target}/targetName`, 5, `member-malformed ${target}/targetName`],
    [`${target}/targetUrl`, GONE, `member-missing ${target}/targetUrl`],
    [`${target}/targetUrl`, 5, `member-malformed ${target}/targetUrl`],
  ]);

  test('that nobody signed yet may have no issuer, though no issuer without an id', async () => {
    const unsigned = changed(whole, '/proof', GONE);
    expect(await defectsOf(changed(unsigned, '/issuer', GONE))).toEqual([]);
    expect(await defectsOf(changed(unsigned, '/issuer/id', GONE))).toEqual(['member-missing /issuer/id']);
  });
});

const carried = ob3({
  credentialSubject: subject({ achievement: achievement({ id: 'urn:example:carried' }) }),
});
const clr: JsonObject = {
  ...whole,
  '@context': [...(whole['@context'] as readonly Json[]), CLR_CONTEXT],
  type: ['VerifiableCredential', 'ClrCredential'],
  credentialSubject: {
    id: 'did:example:learner',
    type: ['ClrSubject'],
    identifier: [identifier],
    achievement: [achievement({ id: 'urn:example:own' })],
    verifiableCredential: [carried],
    association: [
      {
        type: 'Association',
        associationType: 'isChildOf',
        sourceId: 'urn:example:own',
        targetId: 'urn:example:carried',
      },
    ],
  },
};

describe('a record of many (CLR 2.0)', () => {
  const relation = '/credentialSubject/association/0';
  holdsTable(clr, [
    ['/id', GONE, 'member-missing /id'],
    ['/credentialSubject/type', GONE, 'member-missing /credentialSubject/type'],
    ...identity,
    [
      '/credentialSubject/verifiableCredential',
      GONE,
      'member-missing /credentialSubject/verifiableCredential',
      `reference-dangling ${relation}/targetId`,
    ],
    [relation, 'isChildOf', `member-malformed ${relation}`],
    ...(['associationType', 'sourceId', 'targetId'] as const).flatMap((name): readonly Row[] => [
      [`${relation}/${name}`, GONE, `member-missing ${relation}/${name}`],
      [`${relation}/${name}`, 5, `member-malformed ${relation}/${name}`],
    ]),
  ]);

  test.each([
    ['a token', token(carried)],
    ['a token with statements that may be kept back', `${token(carried)}~`],
  ])('looks into %s for what an association names', async (_, text) => {
    const kept = changed(clr, '/credentialSubject/verifiableCredential', [text]);
    expect(await defectsOf(kept)).toEqual([]);
    expect(await defectsOf(changed(kept, `${relation}/targetId`, 'urn:example:elsewhere'))).toEqual([
      `reference-dangling ${relation}/targetId`,
    ]);
  });
});
