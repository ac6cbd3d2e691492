import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { EnvelopingSource } from '../../src/credential/model.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { ob2, ob3, token, V1, V2, vc } from '../build/samples.ts';
import { codeOf, defectsOf, readOne } from './reading.ts';

const { proof: _proof, ...bare } = ob3();
const sourceOf = async (text: string): Promise<EnvelopingSource> => {
  const { source } = await readOne(text);
  if (source.securing !== 'enveloping') throw new Error(source.securing);
  return source;
};

describe('tokens', () => {
  test('each flavour is known by what it carries and how it is typed', async () => {
    const flavour = async (payload: JsonObject, typ: string | undefined) =>
      (await sourceOf(token(payload, { alg: 'ES256', ...(typ && { typ }) }))).flavour;
    expect(await flavour(bare, 'JWT')).toBe('vc-jwt');
    expect(await flavour(bare, undefined)).toBe('vc-jwt');
    expect(await flavour({ vc: bare }, 'JWT')).toBe('vc-jwt');
    expect(await flavour(bare, 'vc+jwt')).toBe('vc+jwt');
    expect(await flavour(bare, 'vc+ld+json+jwt')).toBe('vc+jwt');
    expect(await flavour(ob2({ verification: { type: 'signed' } }), undefined)).toBe('ob2-jws');
    expect(await flavour({ vct: 'https://x.example/t', iss: 'https://i.example' }, 'dc+sd-jwt')).toBe(
      'sd-jwt-vc',
    );
  });

  test('registered claims say what `vc` leaves out, and never overrule it', async () => {
    const inner: JsonObject = { ...vc(), issuer: { name: 'Library' }, credentialSubject: { card: 7 } };
    const claims = {
      iss: 'did:example:i',
      sub: 'did:example:s',
      jti: 'urn:j',
      nbf: 1700000000,
      exp: 1800000000,
    };
    const read = await readOne(token({ ...claims, vc: { ...inner, '@context': [V1] } }));
    expect([read.issuer.id, read.issuer.name, read.recipient.id, read.id]).toEqual([
      'did:example:i',
      'Library',
      'did:example:s',
      'urn:j',
    ]);
    expect([read.validFrom?.instant, read.validUntil?.instant]).toEqual([1700000000000, 1800000000000]);
    const said = await readOne(
      token({ ...claims, vc: vc({ issuer: 'did:example:other', id: 'urn:other' }) }),
    );
    expect([said.issuer.id, said.id]).toEqual(['did:example:other', 'urn:other']);
  });

  test('`exp` is the end of an Open Badge, and no end of a `vc+jwt` credential', async () => {
    const { validUntil: _until, ...endless } = bare;
    expect((await readOne(token({ ...endless, exp: 1800000000 }))).validUntil?.instant).toBe(1800000000000);
    const typed = token({ ...endless, exp: 1800000000 }, { alg: 'ES256', typ: 'vc+jwt' });
    expect((await readOne(typed)).validUntil).toBeNull();
  });

  test('a `vc` claim beside a whole credential is a contradiction', async () => {
    expect(await defectsOf(token({ ...bare, vc: vc() }))).toContain('claims-contradict /vc');
    expect(await defectsOf(token({ ...bare, vc: 'oops' }))).toEqual(['claims-contradict /vc']);
    expect(await defectsOf(token({ ...bare, vc: vc() }, { alg: 'ES256', typ: 'vc+jwt' }))).toContain(
      'claims-contradict /vc',
    );
  });

  test('a `vc` claim that is all there is in a `vc+jwt` is the wrong form, and contradicts nothing', async () => {
    expect(await defectsOf(token({ vc: vc() }, { alg: 'ES256', typ: 'vc+jwt' }))).toEqual([
      'member-malformed',
    ]);
  });

  test('a `vc` claim beside a `vp` claim is a contradiction: what is presented would not be seen', async () => {
    const vp = { '@context': [V2], type: ['VerifiablePresentation'], verifiableCredential: [vc()] };
    expect(await defectsOf(token({ vc: vc(), vp }))).toContain('claims-contradict /vc');
    expect(await defectsOf(token({ vc: vc(), vp: null }))).not.toContain('claims-contradict /vc');
  });

  test('a token that was typed as something else is a defect', async () => {
    expect(await defectsOf(token(bare, { alg: 'ES256', typ: 'at+jwt' }))).toEqual(['member-malformed']);
  });

  const inside = token(bare, { alg: 'ES256', typ: 'vc+jwt' });
  test.each([
    ['as it is', `data:application/vc+jwt,${inside}`],
    ['in base64', `data:application/vc+jwt;base64,${Buffer.from(inside).toString('base64')}`],
    ['percent-encoded', `data:application/vc+jwt,${inside.replaceAll('.', '%2E')}`],
  ])('an enveloped credential is the token in its address, %s', async (_, id) => {
    const enveloped = { '@context': V2, type: 'EnvelopedVerifiableCredential', id };
    expect((await readOne(enveloped)).name).toBe('Bread Baking');
  });

  test('an envelope whose address cannot be decoded holds no token', async () => {
    for (const data of [',%', ';base64,!', ';base64,/w=='])
      expect(await codeOf(JSON.stringify({ id: `data:application/vc+jwt${data}` }))).toBe('jwt-malformed');
  });

  test('a payload that is no object, or names a member twice, is malformed', async () => {
    const b64 = (text: string) => Buffer.from(text).toString('base64url');
    expect(await codeOf(`${b64('{"alg":"ES256"}')}.${b64('[]')}.AA`)).toBe('jwt-malformed');
    expect(await codeOf(`${b64('{"alg":"ES256"}')}.${b64('{"vc":1,"vc":2}')}.AA`)).toBe('jwt-malformed');
  });
});

describe('selective disclosure', () => {
  const digest = (disclosure: string) => createHash('sha256').update(disclosure).digest('base64url');
  const disclosure = (...parts: readonly Json[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const sdJwt = (payload: JsonObject, ...disclosures: readonly string[]) =>
    [
      token(
        { vct: 'https://x.example/card', iss: 'https://i.example', ...payload },
        { alg: 'ES256', typ: 'dc+sd-jwt' },
      ),
      ...disclosures,
      '',
    ].join('~');

  test.each(['exp', 'nbf', 'status', 'cnf'])(
    '%s is never among the disclosures: it could be kept back',
    async (name) => {
      const value = name === 'status' || name === 'cnf' ? {} : 1800000000;
      const disclosed = disclosure('salt', name, value);
      const hidden = await defectsOf(sdJwt({ _sd: [digest(disclosed)] }, disclosed));
      expect(hidden).toEqual([`member-malformed /${name}`]);
      expect(await defectsOf(sdJwt({ [name]: value }))).toEqual([]);
    },
  );

  test('a disclosed value stands where its digest stood; the others leave no trace', async () => {
    const name = disclosure('salt', 'given_name', 'Ada');
    const nation = disclosure('salt', 'DE');
    const source = await sourceOf(
      sdJwt(
        {
          _sd: [digest(name), digest('hidden')],
          nationalities: [{ '...': digest(nation) }, { '...': digest('no') }],
          _sd_alg: 'sha-256',
        },
        name,
        nation,
      ),
    );
    expect(source.document).toEqual({
      vct: 'https://x.example/card',
      iss: 'https://i.example',
      given_name: 'Ada',
      nationalities: ['DE'],
    });
    expect(source.disclosures).toEqual([name, nation]);
    expect(source.token.split('.')).toHaveLength(3);
  });

  test('a tilde behind a VC-JWT makes no SD-JWT of it, to which milder rules would apply', async () => {
    const jwt = token(bare, { alg: 'ES256', typ: 'JWT' });
    expect((await sourceOf(`${jwt}~`)).flavour).toBe('vc-jwt');
    expect((await sourceOf(sdJwt({ vct: 'https://x.example/t', iss: 'https://i.example' }))).flavour).toBe(
      'sd-jwt-vc',
    );
  });

  test('a disclosure within a disclosure is opened', async () => {
    const street = disclosure('s', 'street', 'Mill Lane');
    const address = disclosure('s', 'address', { _sd: [digest(street)] });
    const source = await sourceOf(sdJwt({ _sd: [digest(address)] }, address, street));
    expect(source.document.address).toEqual({ street: 'Mill Lane' });
  });

  test.each<[string, (honest: string) => string]>([
    ['that nobody signed', () => disclosure('s', 'degree', 'PhD')],
    ['that comes twice', (honest) => honest],
  ])('a disclosure %s is a defect and is not shown', async (_, other) => {
    const honest = disclosure('s', 'given_name', 'Ada');
    const text = sdJwt({ _sd: [digest(honest)] }, honest, other(honest));
    expect(await defectsOf(text)).toContain('selective-disclosure-unbound');
    expect((await sourceOf(text)).document.degree).toBeUndefined();
  });

  test('a disclosure never overwrites what the issuer said in the open', async () => {
    const forged = disclosure('s', 'iss', 'https://evil.example');
    const text = sdJwt({ _sd: [digest(forged)] }, forged);
    expect((await sourceOf(text)).document.iss).toBe('https://i.example');
    expect(await defectsOf(text)).toContain('selective-disclosure-unbound');
  });

  test('a disclosure cannot forge the mechanism or the object', async () => {
    const forged = disclosure('s', '__proto__', { vct: 'x' });
    expect(await defectsOf(sdJwt({ _sd: [digest(forged)] }, forged))).toContain('encoding-malformed');
  });

  test('a digest that stands twice discloses once, and is a defect', async () => {
    const name = disclosure('s', 'given_name', 'Ada');
    const text = sdJwt({ _sd: [digest(name)], inner: { _sd: [digest(name)] } }, name);
    expect(await defectsOf(text)).toContain('selective-disclosure-unbound');
    expect(JSON.stringify((await sourceOf(text)).document).split('Ada')).toHaveLength(2);
  });

  test('a hash is known in any letter case', async () => {
    const name = disclosure('s', 'given_name', 'Ada');
    const text = sdJwt({ _sd: [digest(name)], _sd_alg: 'SHA-256' }, name);
    expect((await sourceOf(text)).document.given_name).toBe('Ada');
  });

  test('an unknown hash opens nothing, and is no fault of the credential', async () => {
    const name = disclosure('s', 'given_name', 'Ada');
    const text = sdJwt({ _sd: [digest(name)], _sd_alg: 'md5' }, name);
    expect(await defectsOf(text)).toEqual([]);
    expect((await sourceOf(text)).document.given_name).toBeUndefined();
  });

  test('a tower of disclosures ends where JSON itself would', async () => {
    let inner = disclosure('s', 'end', true);
    const tower = [inner];
    for (let level = 0; level < 500; level++) {
      inner = disclosure('s', `n${level}`, { _sd: [digest(inner)] });
      tower.push(inner);
    }
    expect(await defectsOf(sdJwt({ _sd: [digest(inner)] }, ...tower))).toContain('json-too-deep');
  });

  test('its claims are the credential: type, issuer, dates, status', async () => {
    const read = await readOne(
      sdJwt({
        sub: 'did:x:s',
        iat: 1700000000,
        exp: 1800000000,
        status: { status_list: { idx: 1, uri: 'https://l.example' } },
      }),
    );
    expect(read).toMatchObject({
      format: 'sd-jwt-vc',
      types: ['https://x.example/card'],
      issuer: { id: 'https://i.example' },
      validUntil: { instant: 1800000000000 },
      statuses: [{ type: 'TokenStatusList', at: '/status/status_list' }],
      defects: [],
    });
  });
});
