import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { canonizeJson } from '../../../src/verify/proof/jcs.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { DID, multikey, sign } from '../../build/hand-signed.ts';
import { badge, issueWith } from '../../build/issue.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';
import { toldOf } from './told.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';

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

describe('a proof over JSON as text', () => {
  const jcs = async (change: (proof: JsonObject) => JsonObject, more: JsonObject = {}, explain = false) => {
    const { proof, ...rest } = await issueWith('eddsa-jcs-2022');
    const credential = credentialOf({ ...rest, ...more, proof: change(proof as JsonObject) });
    const { proof: outcome } = await checkSecuring(credential, fakePorts({ explain }));
    return { said: outcome.problem ? `${outcome.state} ${outcome.problem.code}` : outcome.state, outcome };
  };

  it('needs no contexts of its own, but is another proof without them', async () => {
    expect((await jcs((same) => same)).said).toBe('passed');
    const { '@context': _, ...bare } = (await issueWith('eddsa-jcs-2022')).proof as JsonObject;
    expect((await jcs(() => bare)).said).toBe('failed signature-invalid');
  });

  it('has no half of a surrogate pair, in the document or in itself', async () => {
    const half = { name: '\ud83d' };
    expect((await jcs((same) => same, half)).said).toBe('failed text-not-unicode');
    expect((await jcs((same) => ({ ...same, ...half }))).said).toBe('failed text-not-unicode');
  });

  it('is laid open with the forms that were compared', async () => {
    for (const change of [(same: JsonObject) => same, ({ '@context': _, ...bare }: JsonObject) => bare]) {
      const { outcome } = await jcs(change, { name: 'Forged' }, true);
      const signing = outcome.facts?.signing as JsonObject;
      expect(signing).toMatchObject({ canonicalisation: 'JCS', digest: 'sha256', algorithm: 'Ed25519' });
      expect(String(signing.document)).toContain('"name":"Forged"');
      expect(String(signing.document)).toContain('"@context":[');
    }
  });
});

describe('a proof over JSON itself', () => {
  it('may have members with a colon, and tells of no contexts', async () => {
    const signed = await sign(badge(DID), 'eddsa-jcs-2022', { 'ext:note': 'x' });
    const { proof, facts } = await toldOf(signed);
    expect(proof).toBe('passed');
    expect(facts).toEqual({
      suite: 'eddsa-jcs-2022',
      created: '2026-02-01T00:00:00Z',
      verificationMethod: `${DID}#${multikey}`,
    });
  });

  it('of a presentation is its holder’s', async () => {
    const presentation = { '@context': [V2], type: ['VerifiablePresentation'], holder: DID };
    const purpose = { proofPurpose: 'assertionMethod' };
    expect(await toldOf(await sign(presentation, 'eddsa-jcs-2022', purpose))).toMatchObject({
      proof: 'passed',
      binding: 'passed',
    });
    const { holder: _, ...nobodys } = presentation;
    expect((await toldOf(await sign(nobodys, 'eddsa-jcs-2022', purpose))).binding).toBe(
      'inconclusive presenter-not-named /holder',
    );
  });

  it('of a credential that names no issuer is nobody’s', async () => {
    const { issuer: _, ...nobodys } = badge(DID);
    expect((await toldOf(await sign(nobodys, 'eddsa-jcs-2022'))).binding).toMatch(/^failed key-not-bound/);
  });
});
