import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { signPresentation } from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { type Json, ob3 } from '../build/badge.ts';
import { contextLoader, OB_3_0_3, VC_2 } from '../build/contexts.ts';
import { createJwtKey } from '../build/jwt.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { createSigner } from '../build/signer.ts';
import { closedFiles, run } from './machine.ts';

const signer = await createSigner('eddsa-rdfc-2022');
const AT = new Date('2026-02-01T00:00:00Z');
const badge = (name: string): Json =>
  ob3({
    id: `urn:uuid:00000000-0000-4000-8000-0000000000${name}`,
    issuer: { id: signer.controller, name: 'Guild of Glaziers' },
    course: {
      id: 'https://a.example/course',
      name: `Glazing ${name}`,
      description: 'd',
      criteria: 'Glaze a window.',
    },
    subject: { id: 'did:example:ann' },
    from: '2026-01-01T00:00:00Z',
  });
const [first, second] = await Promise.all(['01', '02'].map((name) => signer.sign(badge(name), AT)));

const HOLDER = 'did:web:holder.example';
const presentation = (holder: string | undefined, over: Json = {}): Json => ({
  '@context': [VC_2],
  type: ['VerifiablePresentation'],
  ...(holder !== undefined && { holder }),
  verifiableCredential: [first, second],
  ...over,
});

/** A holder's key, and the DID document that lists it under these relationships. */
async function createHolder(listedUnder: readonly string[]) {
  const key = await generate();
  const id = `${HOLDER}#key-1`;
  Object.assign(key, { id, controller: HOLDER });
  const method = {
    id,
    type: 'Multikey',
    controller: HOLDER,
    publicKeyMultibase: key.publicKeyMultibase,
  };
  const document = {
    id: HOLDER,
    verificationMethod: [method],
    ...Object.fromEntries(listedUnder.map((name) => [name, [id]])),
  };
  const suite = new DataIntegrityProof({
    signer: key.signer(),
    cryptosuite,
    date: '2026-02-01T00:00:00Z',
  });
  const sign = (unsigned: Json) =>
    signPresentation({
      presentation: structuredClone(unsigned),
      suite,
      documentLoader: contextLoader(),
      challenge: 'asked-by-somebody-else',
      domain: 'https://somebody.example',
    });
  return { document, sign };
}

async function verify(value: Json | string, documents: Record<string, Json> = {}) {
  const files: Record<string, string> = {
    x: typeof value === 'string' ? value : JSON.stringify(value),
    ...closedFiles('/w/documents.json', documents),
  };
  const told = await run(['verify', 'x', '--json', '--documents', '/w/documents.json'], { files });
  const items: readonly Json[] = JSON.parse(told.out).items;
  return {
    exit: told.exit,
    items: items.map(({ status, reason, within, presenter, checks }) => {
      const states = Object.fromEntries(
        (checks as { id: string; state: string; code: string | null }[]).map(({ id, state, code }) => [
          id,
          code ? `${state} ${code}` : state,
        ]),
      );
      return {
        status,
        reason,
        within,
        presenter,
        conformance: states.conformance,
        proof: states.proof,
        binding: states['key-binding'],
      };
    }),
  };
}
const ALONE = { status: 'signature-verified', within: undefined, proof: 'passed', binding: 'passed' };
const INNER = { ...ALONE, within: 0 };
const didWeb = 'https://holder.example/.well-known/did.json';

describe('a presentation', () => {
  it('that nobody signed has no row: its rows are the credentials in it, and the exit code is theirs', async () => {
    const { exit, items } = await verify(presentation(undefined));
    expect(items).toMatchObject([ALONE, ALONE]);
    expect(items.map(({ presenter }) => presenter)).toEqual([undefined, undefined]);
    expect(exit).toBe(0);
  });

  it('that a program hands out in a wrapper of its own has none either', async () => {
    expect((await verify({ verifiablePresentation: presentation(undefined) })).items).toMatchObject([
      ALONE,
      ALONE,
    ]);
  });

  it('vouches for nothing in it: a changed credential fails alone', async () => {
    const { sign, document } = await createHolder(['authentication']);
    const changed = structuredClone(second) as Json;
    changed.name = 'Glazing for masters';
    const signed = await sign(presentation(HOLDER, { verifiableCredential: [first, changed] }));
    const { exit, items } = await verify(signed, { [didWeb]: document });
    expect(items).toMatchObject([
      ALONE,
      { status: 'failed', reason: 'signature-invalid', within: undefined },
    ]);
    expect(exit).toBe(1);
  });

  it('that its holder signed for another verifier’s challenge says beside each row who presents', async () => {
    const { sign, document } = await createHolder(['authentication']);
    const { exit, items } = await verify(await sign(presentation(HOLDER)), { [didWeb]: document });
    const presenter = { id: HOLDER, proof: 'passed', keyBinding: 'passed', code: null };
    expect(items).toMatchObject([
      { ...ALONE, presenter },
      { ...ALONE, presenter },
    ]);
    expect(exit).toBe(0);
  });

  it('needs a key that its holder lists for what it was used for, or nobody presents it', async () => {
    const { sign, document } = await createHolder(['assertionMethod']);
    const { exit, items } = await verify(await sign(presentation(HOLDER)), { [didWeb]: document });
    const presenter = { id: HOLDER, keyBinding: 'failed', code: 'key-purpose-wrong' };
    expect(items).toMatchObject([{ ...ALONE, presenter }, ALONE]);
    expect(exit).toBe(0);
  });

  it('of one holder, signed by another, is not that holder’s', async () => {
    const { sign, document } = await createHolder(['authentication']);
    const { items } = await verify(await sign(presentation('did:web:other.example')), {
      [didWeb]: document,
    });
    expect(items[0]?.presenter).toMatchObject({
      proof: 'passed',
      keyBinding: 'failed',
      code: 'key-not-bound',
    });
  });

  it('that names no holder is bound to nobody', async () => {
    const { sign, document } = await createHolder(['authentication']);
    const { items } = await verify(await sign(presentation(undefined)), { [didWeb]: document });
    expect(items[0]).toMatchObject({
      ...ALONE,
      presenter: { id: null, proof: 'passed', keyBinding: 'inconclusive', code: 'presenter-not-named' },
    });
  });

  it('that was changed after it was signed says so beside what is in it', async () => {
    const { sign, document } = await createHolder(['authentication']);
    const signed = { ...(await sign(presentation(HOLDER))), verifiableCredential: [first] };
    const { items } = await verify(signed, { [didWeb]: document });
    expect(items).toMatchObject([{ ...ALONE, presenter: { proof: 'failed', code: 'signature-invalid' } }]);
  });

  it('as a JWT may be signed with a key for authentication alone', async () => {
    const key = await createJwtKey('ES256');
    const id = `${HOLDER}#key-1`;
    const { kty, crv, x, y } = key.publicJwk;
    const method = { id, type: 'JsonWebKey', controller: HOLDER, publicKeyJwk: { kty, crv, x, y } };
    const document = { id: HOLDER, verificationMethod: [method], authentication: [id] };
    const token = await key.sign(
      { ...presentation(HOLDER), nonce: 'n', aud: 'https://somebody.example' },
      { typ: 'vp+jwt', kid: id },
    );
    const { items } = await verify(token, { [didWeb]: document });
    const presenter = { id: HOLDER, proof: 'passed', keyBinding: 'passed' };
    expect(items).toMatchObject([{ ...ALONE, presenter }, ALONE]);
    const credential = await key.sign(
      { ...badge('03'), issuer: { id: HOLDER, type: ['Profile'] } },
      { typ: 'vc+jwt', kid: id },
    );
    const alone = await verify(credential, { [didWeb]: document });
    expect(alone.items[0]).toMatchObject({ status: 'failed', binding: 'failed key-purpose-wrong' });
  });

  it('with a presenter whom nobody recognises leaves the standing of what is in it alone', async () => {
    const { sign, document } = await createHolder(['authentication']);
    const signed = JSON.stringify(await sign(presentation(HOLDER)));
    const files = {
      x: signed,
      '/w/documents.json': JSON.stringify({ [didWeb]: { file: '/w/0.json' } }),
      '/w/0.json': JSON.stringify(document),
      '/w/trust.json': JSON.stringify([{ id: signer.controller, name: 'Guild of Glaziers' }]),
    };
    const given = ['--documents', '/w/documents.json', '--trust', '/w/trust.json'];
    const told = await run(['verify', 'x', '--json', ...given], { files });
    expect(JSON.parse(told.out).items.map(({ standing }: Json) => standing)).toEqual([
      'verified',
      'verified',
    ]);
    const table = await run(['verify', 'x', ...given], { files });
    expect(table.out).toContain(`Presented by ${HOLDER}, who signed the presentation.`);
    expect(table.out).not.toContain('calls itself did:web:holder');
    expect(table.exit).toBe(0);
  });

  it.each<[string, Json]>([
    ['nothing', { verifiableCredential: undefined }],
    ['an empty list', { verifiableCredential: [] }],
  ])('of %s is well-formed, and says that nothing is in it', async (_, over) => {
    const { exit, items } = await verify(presentation(undefined, over));
    expect(items).toMatchObject([
      { status: 'not-checked', reason: 'presentation-empty', conformance: 'passed' },
    ]);
    expect(exit).toBe(2);
  });

  it('of this data model that holds a bare token is not in its form; the token is looked at all the same', async () => {
    const issuer = await createJwtIssuer();
    const token = await issuer.badge({
      ...badge('06'),
      issuer: { id: issuer.did, type: ['Profile'], name: 'Guild' },
    });
    const { exit, items } = await verify(presentation(undefined, { verifiableCredential: [token] }));
    expect(items).toMatchObject([
      { status: 'failed', reason: 'member-malformed', conformance: 'failed member-malformed' },
      INNER,
    ]);
    expect(exit).toBe(1);
    const before = { '@context': ['https://www.w3.org/2018/credentials/v1'], verifiableCredential: [token] };
    expect((await verify(presentation(undefined, before))).items).toMatchObject([ALONE]);
    const enveloped = {
      '@context': VC_2,
      id: `data:application/vc+jwt,${token}`,
      type: 'EnvelopedVerifiableCredential',
    };
    const carried = presentation(undefined, { verifiableCredential: [enveloped] });
    expect((await verify(carried)).items).toMatchObject([ALONE]);
  });

  it('of strings that are no tokens says that they are no credentials', async () => {
    const { exit, items } = await verify(presentation(undefined, { verifiableCredential: ['a', 'b'] }));
    expect(items.map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      'failed member-malformed',
      'not-checked no-credential-found',
      'not-checked no-credential-found',
    ]);
    expect(exit).toBe(1);
  });
});

describe('a credential', () => {
  it('that was signed to authenticate its holder is none', async () => {
    const { sign, document } = await createHolder(['authentication', 'assertionMethod']);
    const { items } = await verify(await sign({ ...badge('04'), issuer: HOLDER }), { [didWeb]: document });
    expect(items[0]).toMatchObject({ status: 'failed', proof: 'failed proof-purpose-wrong' });
  });

  it('that calls itself a presentation as well is held to the rules of a credential', async () => {
    const { sign, document } = await createHolder(['authentication', 'assertionMethod']);
    const both = { ...badge('05'), issuer: HOLDER, holder: HOLDER };
    const signed = await sign({ ...both, type: ['VerifiableCredential', 'VerifiablePresentation'] });
    const { items } = await verify(signed, { [didWeb]: document });
    expect(items[0]).toMatchObject({ status: 'failed', proof: 'failed proof-purpose-wrong' });
  });
});

describe('an endorsement that stands by itself', () => {
  const endorsement = {
    '@context': [VC_2, OB_3_0_3],
    id: 'urn:uuid:00000000-0000-4000-8000-0000000000e1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: signer.controller, type: ['Profile'], name: 'Guild of Glaziers' },
    name: 'Endorsement of a course',
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: 'https://a.example/course',
      type: ['EndorsementSubject'],
      endorsementComment: 'We take its graduates.',
    },
  };

  it('is verified as any other credential, and awards nothing', async () => {
    const signed = JSON.stringify(await signer.sign(endorsement, AT));
    const told = await run(['verify', 'x', '--json'], { files: { x: signed } });
    expect(JSON.parse(told.out).items).toMatchObject([
      {
        status: 'signature-verified',
        credential: {
          format: 'ob3',
          name: 'Endorsement of a course',
          description: 'We take its graduates.',
          achievements: [],
          recipient: { id: 'https://a.example/course' },
        },
      },
    ]);
  });

  it('without a subject to endorse does not conform', async () => {
    const { id: _, ...nobody } = endorsement.credentialSubject;
    const signed = await signer.sign({ ...endorsement, credentialSubject: nobody }, AT);
    const told = await run(['verify', 'x', '--json'], { files: { x: JSON.stringify(signed) } });
    expect(JSON.parse(told.out).items[0]).toMatchObject({ status: 'failed', reason: 'member-missing' });
  });
});

describe('a CLR', () => {
  const clr = (inner: readonly (Json | string | undefined)[]): Json => ({
    '@context': [VC_2, OB_3_0_3, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'],
    id: 'urn:uuid:00000000-0000-4000-8000-000000000099',
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: { id: signer.controller, type: ['Profile'], name: 'Guild of Glaziers' },
    name: 'Transcript',
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:ann', type: ['ClrSubject'], verifiableCredential: inner },
  });

  it('is one item, and each credential in it another, from JSON and from a token', async () => {
    const issuer = await createJwtIssuer();
    const token = await issuer.badge({
      ...badge('03'),
      issuer: { id: issuer.did, type: ['Profile'], name: 'Guild' },
    });
    const { exit, items } = await verify(await signer.sign(clr([first, token]), AT));
    expect(items).toMatchObject([{ status: 'signature-verified', within: undefined }, INNER, INNER]);
    expect(items).toHaveLength(3);
    expect(exit).toBe(0);
  });

  it('vouches for nothing in it: what it carries is unsigned, expired or nothing, each by itself', async () => {
    const lapsed = await signer.sign({ ...badge('04'), validUntil: '2026-03-01T00:00:00Z' }, AT);
    const { exit, items } = await verify(await signer.sign(clr([lapsed, badge('05'), 'no token']), AT));
    // A set has no order: they come in that of their content.
    expect(items.map(({ status, reason }) => `${status} ${reason}`).sort()).toEqual([
      'expired expired',
      'not-checked no-credential-found',
      'not-checked no-proof',
      'signature-verified issuer-unknown',
    ]);
    expect(exit).toBe(1);
  });
});
