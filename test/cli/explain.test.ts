import { createHash, createPublicKey, type JsonWebKey, verify as verifyBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assertion, badgeClass, issuerProfile, type Json, ob3 } from '../build/badge.ts';
import { type DerivingSuite, deriveWith } from '../build/derived.ts';
import { createJwtKey, tamperJwt } from '../build/jwt.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { createSigner } from '../build/signer.ts';
import { closedFiles, run } from './machine.ts';

const signer = await createSigner('eddsa-rdfc-2022');
const badge = (issuer: string): Json =>
  ob3({
    id: 'urn:uuid:6a2f62a4-6f6c-4c1e-9b0c-0f8f0a7e4b11',
    issuer: { id: issuer, name: 'Guild of Glaziers' },
    course: {
      id: 'https://a.example/course',
      name: 'Glazing',
      description: 'Glass and putty',
      criteria: 'Glaze a window.',
    },
    subject: { id: 'did:example:ann' },
    from: '2026-01-01T00:00:00Z',
  });
const signed = await signer.sign(badge(signer.controller), new Date('2026-02-01T00:00:00Z'));
const changed = JSON.stringify(signed).replaceAll('Glass and putty', 'Glass and lead');

interface Told {
  readonly id: string;
  readonly facts: { readonly signing?: Record<string, string> & { readonly key?: JsonWebKey } };
  readonly explanations?: readonly Record<string, string | null>[];
}
async function checksOf(content: string, ...more: readonly string[]): Promise<Map<string, Told>> {
  const told = await run(['verify', 'x', '--json', ...more], { files: { x: content } });
  const checks: readonly Told[] = JSON.parse(told.out).items[0].checks;
  return new Map(checks.map((check) => [check.id, check]));
}
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

describe('--explain', () => {
  it('lays a signature that does not hold open, so that the change can be found by comparing', async () => {
    const { signing } = (await checksOf(changed, '--explain')).get('proof')?.facts ?? {};
    if (!signing) throw new Error('nothing was laid open');
    const { document = '', proofOptions = '', proofOptionsHash, documentHash, signingInput } = signing;
    expect(document).toContain('"Glass and lead"');
    expect(proofOptions).toContain('DataIntegrityProof');
    expect([proofOptionsHash, documentHash]).toEqual(
      [proofOptions, document].map((text) => sha256(text).toString('hex')),
    );
    expect(signingInput).toBe(`${proofOptionsHash}${documentHash}`);
    // What the issuer signed differs in this one line.
    const original = document.replaceAll('Glass and lead', 'Glass and putty');
    const key = createPublicKey({ key: signing.key as JsonWebKey, format: 'jwk' });
    const bytes = Buffer.concat([sha256(proofOptions), sha256(original)]);
    expect(verifyBytes(null, bytes, key, Buffer.from(signing.signature ?? '', 'hex'))).toBe(true);
    expect(verifyBytes(null, Buffer.from(signingInput ?? '', 'hex'), key, Buffer.alloc(64))).toBe(false);
  });

  it('names the kind of key that cannot be followed', async () => {
    const elsewhere = JSON.stringify(signed).replaceAll(signer.controller, 'did:example:guild');
    const [explanation] = (await checksOf(elsewhere, '--explain')).get('proof')?.explanations ?? [];
    expect(explanation).toMatchObject({
      code: 'key-method-unsupported',
      developer: expect.stringContaining('did:example.'),
    });
  });

  it('lays a token open as the text that was signed', async () => {
    const issuer = await createJwtIssuer();
    const { did, key } = issuer;
    const { kty, crv, x, y } = key.publicJwk;
    const token = tamperJwt(await issuer.badge(badge(did)), 'putty', 'lead!');
    const { signing } = (await checksOf(token, '--explain')).get('proof')?.facts ?? {};
    expect(signing).toMatchObject({
      algorithm: 'ES256',
      header: { kid: `${did}#0` },
      signingInput: token.slice(0, token.lastIndexOf('.')),
      keys: [{ kty, crv, x, y }],
    });
  });

  it('lays an Open Badges 2.0 signature open, with the keys that were tried', async () => {
    const HOST = 'https://badges.example.org';
    const key = await createJwtKey('RS256');
    const payload = {
      ...assertion({
        id: 'urn:uuid:1',
        badge: `${HOST}/class`,
        email: 'a@b.example',
        from: '2026-01-01T00:00:00Z',
      }),
      verification: { type: 'SignedBadge', creator: `${HOST}/key` },
    };
    const course = { id: `${HOST}/class`, name: 'Glazing', description: 'd', criteria: 'c' };
    const documents = {
      [`${HOST}/class`]: badgeClass(course, `${HOST}/issuer`),
      [`${HOST}/issuer`]: { ...issuerProfile(`${HOST}/issuer`, 'Guild'), publicKey: `${HOST}/key` },
      [`${HOST}/key`]: {
        id: `${HOST}/key`,
        type: 'CryptographicKey',
        owner: `${HOST}/issuer`,
        publicKeyPem: key.publicPem,
      },
    };
    const token = tamperJwt(await key.sign(payload), '2026-01-01', '2026-01-02');
    const files = { x: token, ...closedFiles('/w/d.json', documents) };
    const told = await run(['verify', 'x', '--json', '--explain', '--documents', '/w/d.json'], { files });
    const proof = JSON.parse(told.out).items[0].checks.find(({ id }: Told) => id === 'proof');
    expect(proof).toMatchObject({ state: 'failed', code: 'signature-invalid' });
    expect(proof.facts.signing).toMatchObject({
      signingInput: token.slice(0, token.lastIndexOf('.')),
      keys: [{ kty: 'RSA', n: key.publicJwk.n }],
    });
    const plain = await run(['verify', 'x', '--json', '--documents', '/w/d.json'], { files });
    expect(plain.out).not.toContain('signingInput');
  });

  it.each<DerivingSuite>(['ecdsa-sd-2023', 'bbs-2023'])('lays a derived proof open: %s', async (suite) => {
    const derived = await deriveWith(suite, (did) => ({ ...badge(did), validUntil: '2030-01-01T00:00:00Z' }));
    const altered = JSON.stringify(derived).replaceAll('Glass and putty', 'Glass and lead');
    const { signing } = (await checksOf(altered, '--explain')).get('proof')?.facts ?? {};
    if (!signing) throw new Error('nothing was laid open');
    const { proofOptions = '', proofOptionsHash, mandatory = '', mandatoryHash, disclosed = '' } = signing;
    expect(proofOptionsHash).toBe(sha256(proofOptions).toString('hex'));
    expect(mandatoryHash).toBe(sha256(mandatory).toString('hex'));
    expect(mandatory).toContain('credentials#validUntil');
    expect(disclosed).toContain('"Glass and lead"');
    if (suite === 'bbs-2023') expect(signing.header).toBe(`${proofOptionsHash}${mandatoryHash}`);
    else {
      expect(signing.signingInput).toBe(`${proofOptionsHash}${signing.publicKey}${mandatoryHash}`);
      const issuers = createPublicKey({ key: signing.key as JsonWebKey, format: 'jwk' });
      const bytes = Buffer.from(signing.signingInput ?? '', 'hex');
      const signature = Buffer.from(signing.signature ?? '', 'hex');
      // The issuer's own signature holds: what was changed is one of the statements that are signed one by one.
      expect(verifyBytes('sha256', bytes, { key: issuers, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
    }
  });

  it('is asked for: without it nothing long is kept', async () => {
    const checks = await checksOf(changed);
    expect(checks.get('proof')?.facts.signing).toBeUndefined();
    expect(checks.get('proof')?.explanations).toBeUndefined();
    const fine = await checksOf(JSON.stringify(signed), '--explain');
    expect(fine.get('proof')?.facts.signing).toBeUndefined();
    expect(fine.get('proof')?.explanations).toEqual([]);
  });

  it('gives every problem its code, its place and two sets of words', async () => {
    const broken = JSON.stringify({ ...signed, validFrom: 'soon', name: 7 });
    const explanations = (await checksOf(broken, '--explain')).get('conformance')?.explanations;
    expect(explanations?.map(({ code, at }) => `${code} ${at}`)).toEqual(
      expect.arrayContaining(['date-malformed /validFrom', 'member-malformed /name']),
    );
    for (const { sentence, developer } of explanations ?? []) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(developer).toMatch(/\.$/);
      expect(developer).not.toBe(sentence);
    }
  });

  it('says the same in the terminal, where no text can repaint the screen', async () => {
    const evil = changed.replaceAll('Glass and lead', 'Glass\\u001b[2J\\u202eand lead');
    const { out } = await run(['verify', 'x', '--explain'], { files: { x: evil } });
    expect(out).toContain('proof: signature-invalid');
    expect(out).toContain('canonical forms and hashes below');
    expect(out).toMatch(/documentHash {2}[0-9a-f]{64}/);
    expect(out).toContain('<https://www.w3.org/2018/credentials#VerifiableCredential>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for, to be absent
    expect(out).not.toMatch(/[\u001b\u202e]/);
    expect((await run(['verify', 'x'], { files: { x: evil } })).out).not.toContain('documentHash');
  });
});
