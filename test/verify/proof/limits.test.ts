import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { canonizeJson } from '../../../src/verify/proof/jcs.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { fakePorts } from '../../fake/ports.ts';
import { badge, credentialOf, issueWith } from './issue.ts';

const signed = await issueWith('eddsa-rdfc-2022');
async function told(change: JsonObject): Promise<string> {
  const { proof } = await checkSecuring(credentialOf({ ...signed, ...change }), fakePorts());
  return proof.problem ? `${proof.state} ${proof.problem.code}` : proof.state;
}

describe('a graph', () => {
  it('deeper than any badge is not begun', async () => {
    let evidence: Json = { type: ['Evidence'], name: 'x' };
    for (let depth = 0; depth < 200; depth++) evidence = { type: ['Evidence'], name: 'x', evidence };
    expect(await told({ evidence })).toBe('inconclusive graph-too-complex');
  });

  it('of more statements than any badge is not sorted', async () => {
    const achievement = (badge('').credentialSubject as JsonObject).achievement as JsonObject;
    const tag = Array.from({ length: 60_000 }, (_, index) => `${index}`);
    expect(
      await told({ credentialSubject: { id: 'did:example:x', achievement: { ...achievement, tag } } }),
    ).toBe('inconclusive graph-too-complex');
  });
});

describe('JSON to be signed as text (RFC 8785 §3.2.2.2)', () => {
  const HALF = '\ud83d';
  it.each<[string, JsonObject]>([
    ['a value', { a: HALF }],
    ['a name', { [HALF]: 1 }],
    ['a list', { a: ['fine', [HALF]] }],
    ['an object in a list', { a: [null, 7, true, { b: HALF }] }],
  ])('has no half of a surrogate pair in %s', (_, value) => {
    expect(canonizeJson(value)).toMatchObject({ problem: { code: 'text-not-unicode' } });
  });

  it('may spell one out in its text', () => {
    const value = { a: ['\\ud83d', null, 7, true, { b: '😀' }], c: null };
    expect(canonizeJson(value)).toMatchObject({ ok: true });
  });
});
