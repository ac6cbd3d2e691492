/** Two entries of one id are one node of the graph that is signed, with the lists and the purposes of both. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../build/badge.ts';
import { BADGE, COURSE, createJwtIssuer, unsignedBadge } from '../../build/jwt-issuer.ts';
import { createSigner } from '../../build/signer.ts';
import { statusEntry, statusList } from '../../build/status-list.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import { NOW } from '../../fake/ports.ts';

const signer = await createSigner('eddsa-rdfc-2022');
const issuer = await createJwtIssuer();
const [REVOCATIONS, SUSPENSIONS] = ['https://lists.example/1', 'https://lists.example/2'];
const at = new Date(NOW);
const EVIDENCE = { id: 'https://a.example/1', type: ['Evidence'], name: 'A weld' };
const IMAGE = { id: 'https://a.example/1', type: 'Image' };

interface Set {
  readonly revoked?: readonly number[];
  readonly suspended?: readonly number[];
}
const listed = async ({ revoked = [], suspended = [] }: Set) => {
  const made = { issuer: signer.controller, at };
  const order = { ...made, id: REVOCATIONS, purpose: 'revocation', set: revoked } as const;
  const other = { ...made, id: SUSPENSIONS, purpose: 'suspension', set: suspended } as const;
  return {
    [REVOCATIONS]: { body: await statusList(order, signer) },
    [SUSPENSIONS]: { body: await statusList(other, signer) },
  };
};

/** What is said of a badge whose two entries have one id. */
async function said(set: Set, over: Json = {}) {
  const entries = [
    statusEntry(REVOCATIONS, 7, 'revocation'),
    { ...statusEntry(SUSPENSIONS, 7, 'suspension'), id: `${REVOCATIONS}#7`, ...over },
  ];
  const badge = unsignedBadge(signer.controller, { credentialStatus: entries });
  const credential = await signer.sign(badge, at);
  const { stateOf, verdict } = await verifyInClosedWorld({ credential, documents: await listed(set) });
  return [stateOf('revocation'), verdict.status];
}

describe('entries of one id', () => {
  it('are each looked up in the list for its purpose', async () => {
    expect(await said({})).toEqual(['passed', 'signature-verified']);
    expect(await said({ revoked: [7] })).toEqual(['failed revoked', 'revoked']);
    expect(await said({ suspended: [7] })).toEqual(['warned suspended', 'revoked']);
  });

  it('with an index each say nothing where only one of the bits is set', async () => {
    const over = { statusListIndex: '9' };
    expect(await said({}, over)).toEqual(['passed', 'signature-verified']);
    expect(await said({ revoked: [7, 9] }, over)).toEqual(['failed revoked', 'revoked']);
    expect(await said({ revoked: [7] }, over)).toEqual(['inconclusive status-malformed', 'not-checked']);
    expect(await said({ revoked: [9] }, over)).toEqual(['inconclusive status-malformed', 'not-checked']);
  });
});

it('no badge makes us ask for hundreds of lists', async () => {
  const lists = (from: number) => Array.from({ length: 8 }, (_, at) => `https://lists.example/${from + at}`);
  const entries = Array.from({ length: 20 }, (_, at) => ({
    ...statusEntry(REVOCATIONS, 7, 'revocation'),
    statusListCredential: lists(at * 8),
  }));
  const credential = await issuer.sign(unsignedBadge(issuer.did, { credentialStatus: entries }));
  const { asked, verdict } = await verifyInClosedWorld({ credential });
  expect(new Set(asked).size).toBeLessThanOrEqual(100);
  expect(verdict.status).toBe('unreachable');
});

describe('a badge', () => {
  const told = async (over: Json, more: Json, revoked: readonly number[]) => {
    const entry = { ...statusEntry(REVOCATIONS, 7, 'revocation'), ...over };
    const badge = unsignedBadge(signer.controller, { credentialStatus: entry, ...more });
    const credential = await signer.sign(badge, at);
    const { verdict } = await verifyInClosedWorld({ credential, documents: await listed({ revoked }) });
    return verdict.status;
  };
  const named = (more: Json): Json => ({ id: REVOCATIONS, ...more });
  it.each<[string, Json, Json]>([
    ['whose entry has the id of its list', named({}), {}],
    ['that also says what the list is', {}, { relatedResource: named({ mediaType: 'application/vc' }) }],
    ['that has the list for an image, too', {}, { image: named({ type: 'Image' }) }],
    ['whose entry has the id of the badge', { id: BADGE }, {}],
    ['whose entry has the id of what was achieved', { id: COURSE }, {}],
    ['whose entry has the id of its evidence', { id: 'https://a.example/1' }, { evidence: EVIDENCE }],
    ['whose entry has the id of its image', { id: 'https://a.example/1' }, { image: IMAGE }],
    ['whose entry has the id of its issuer', { id: signer.controller }, {}],
  ])('%s: its bit is looked up', async (_, over, more) => {
    expect(await told(over, more, [])).toBe('signature-verified');
    expect(await told(over, more, [7])).toBe('revoked');
  });
});

it('a kind of status that nobody knows stays one, beside a kind that is known', async () => {
  const type = ['BitstringStatusListEntry', 'https://a.example/vocabulary#Withdrawal'];
  const credentialStatus = { ...statusEntry(REVOCATIONS, 7, 'revocation'), type };
  const credential = await signer.sign(unsignedBadge(signer.controller, { credentialStatus }), at);
  const { stateOf } = await verifyInClosedWorld({ credential, documents: await listed({}) });
  expect(stateOf('revocation')).toBe('inconclusive status-unsupported');
});
