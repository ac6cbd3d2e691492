/** Hosts that strangers share, and redirects that leave what an issuer named: what is published beside an issuer is not its own. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { assertion, badgeClass, CLASS, issuer } from '../../build/hosted-badge.ts';
import { home, KEY, key, keyDocument, signed, stranger } from '../../build/signed-ob2.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { verifyBadge, verifySigned } from './told.ts';

/** An issuer at one address, its class at another, and an assertion at a third. */
const world = (at: { issuer: string; badge: string; assertion: string }, profile: JsonObject = {}) => {
  const copy = assertion({ id: at.assertion, badge: at.badge });
  const documents: Record<string, FakeDocument> = {
    [at.issuer]: { body: issuer({ id: at.issuer, ...profile }) },
    [at.badge]: { body: badgeClass({ id: at.badge, issuer: at.issuer }) },
    [at.assertion]: { body: copy },
  };
  return { copy, documents };
};

describe('pitfall 21: a hosted badge on a host that strangers share', () => {
  it.each([
    [
      'https://raw.githubusercontent.com/college/badges/main/',
      'https://raw.githubusercontent.com/mallory/x/main/',
    ],
    [
      'https://raw.githubusercontent.com/college/badges/main/',
      'https://raw.githubusercontent.com/college/badges/0a1b2c/',
    ],
    ['https://storage.googleapis.com/college/', 'https://storage.googleapis.com/mallory/'],
    ['https://s3.eu-central-1.amazonaws.com/college/', 'https://s3.eu-central-1.amazonaws.com/mallory/'],
    ['https://cdn.jsdelivr.net/gh/college/badges/', 'https://cdn.jsdelivr.net/gh/mallory/x/'],
    ['https://college.github.io/badges/', 'https://college.github.io/students/'],
    ['https://drive.google.com/uc?id=', 'https://drive.google.com/uc?id=x'],
    ['https://college.example/', 'https://college.example/~mallory/'],
    // RFC 3986 §6.2.2.2: to a server, `%73` is `s`.
    ['https://college.example/', 'https://college.example/%73/mallory/download/'],
    ['https://college.example/', 'https://college.example/ip%66s/mallory/'],
    ['https://college.example/', 'https://college.example/nextcloud/s/mallory/download/'],
    ['https://college.example/', 'https://college.example/cloud/index.php/s/mallory/download/'],
    ['https://college.example/', 'https://college.example/cloud/public.php/dav/files/mallory/'],
    ['https://college.example/', 'https://college.example/a/team/of/mallory/x/-/raw/main/'],
    ['https://college.example/', 'https://college.example/git/mallory/x/raw/branch/main/'],
    ['https://college.example/', 'https://college.example/mallory/x/raw/tag/v1/'],
  ])('issued at %s and published at %s is nobody’s word', async (own, elsewhere) => {
    const { copy, documents } = world({
      issuer: `${own}issuer`,
      badge: `${own}class`,
      assertion: `${elsewhere}a`,
    });
    const { verdict, stateOf } = await verifyBadge({ copy, documents });
    expect(stateOf('key-binding')).toBe('inconclusive shared-host');
    expect(verdict).toMatchObject({ status: 'not-checked', standing: 'inconclusive' });
  });

  it('whose class is a neighbour’s is nobody’s word', async () => {
    const own = 'https://storage.googleapis.com/college/';
    const { copy, documents } = world({
      issuer: `${own}issuer`,
      badge: 'https://storage.googleapis.com/mallory/class',
      assertion: `${own}a`,
    });
    const { stateOf } = await verifyBadge({ copy, documents });
    expect(stateOf('key-binding')).toBe('inconclusive shared-host');
  });

  it('is confirmed within the path of its issuer, where no domain is claimed for it', async () => {
    const own = 'https://raw.githubusercontent.com/college/badges/main/';
    const at = { issuer: `${own}issuer`, badge: `${own}class`, assertion: `${own}a/1` };
    const { copy, documents } = world(at);
    const { verdict, report } = await verifyBadge({ copy, documents });
    expect(verdict.status).toBe('issuer-confirmed');
    expect(report.issuer).toMatchObject({ rung: 'bound', domain: null });
  });

  it('is confirmed below another tenant’s path that the issuer’s profile names', async () => {
    const at = {
      issuer: 'https://college.example/issuer',
      badge: 'https://storage.googleapis.com/college/class',
      assertion: 'https://storage.googleapis.com/college/1',
    };
    const verification = { startsWith: 'https://storage.googleapis.com/college/' };
    const { copy, documents } = world(at, { verification });
    expect((await verifyBadge({ copy, documents })).verdict.status).toBe('issuer-confirmed');
  });

  it('a profile that is redirected to a neighbour is nobody’s profile', async () => {
    const own = 'https://storage.googleapis.com/college/';
    const at = { issuer: `${own}issuer`, badge: `${own}class`, assertion: `${own}a` };
    const { copy, documents } = world(at);
    const strayed = { ...documents[at.issuer], finalUrl: 'https://storage.googleapis.com/mallory/issuer' };
    const { stateOf } = await verifyBadge({ copy, documents: { ...documents, [at.issuer]: strayed } });
    expect(stateOf('key-binding')).toBe('inconclusive issuer-unreachable');
  });
});

describe('pitfall 22: a redirect that leaves what the issuer named', () => {
  const at = {
    issuer: 'https://college.example/issuer',
    badge: 'https://college.example/badges/class',
    assertion: 'https://college.example/badges/go?to=1',
  };
  const named = { verification: { startsWith: 'https://college.example/badges/' } };

  it.each([
    ['an assertion', at.assertion, 'failed hosting-out-of-scope'],
    ['a BadgeClass', at.badge, 'failed badge-class-out-of-scope'],
  ])('of %s, on the same host, is out of scope', async (_what, address, state) => {
    const { copy, documents } = world(at, named);
    const strayed = { ...documents[address], finalUrl: 'https://college.example/uploads/a.json' };
    const { stateOf, verdict } = await verifyBadge({ copy, documents: { ...documents, [address]: strayed } });
    expect(stateOf('key-binding')).toBe(state);
    expect(verdict.status).toBe('failed');
  });

  it('and ends within it again is followed', async () => {
    const { copy, documents } = world(at, named);
    const moved = { ...documents[at.assertion], finalUrl: 'https://college.example/badges/2/a.json' };
    const { verdict } = await verifyBadge({ copy, documents: { ...documents, [at.assertion]: moved } });
    expect(verdict.status).toBe('issuer-confirmed');
  });

  it('to a member’s pages is nobody’s word, though the issuer names nothing', async () => {
    const { copy, documents } = world(at);
    const strayed = { ...documents[at.assertion], finalUrl: 'https://college.example/~mallory/a.json' };
    const { stateOf } = await verifyBadge({ copy, documents: { ...documents, [at.assertion]: strayed } });
    expect(stateOf('key-binding')).toBe('inconclusive shared-host');
  });
});

describe('pitfall 23: a badge in the form of Open Badges 1, signed with a key of the writer’s own choice', () => {
  const HOME = 'https://college.example';
  const payload = (url: string): JsonObject => ({
    uid: '1',
    recipient: { type: 'email', hashed: false, identity: 'mallory@evil.example' },
    badge: `${HOME}/class`,
    issuedOn: '2026-01-01T00:00:00Z',
    verify: { type: 'signed', url },
  });
  const told = async (profile: JsonObject, url: string) => {
    const documents: Record<string, FakeDocument> = {
      [`${HOME}/issuer`]: { body: profile },
      [`${HOME}/class`]: {
        body: { name: 'Welding', description: 'd', criteria: 'c', issuer: `${HOME}/issuer` },
      },
      [url]: { body: key.publicPem, contentType: 'text/plain' },
    };
    const { stateOf } = await verifyBadge({ copy: await key.sign(payload(url)), documents });
    return stateOf('key-binding');
  };
  const named = { id: `${HOME}/issuer`, name: 'College', url: HOME };

  it.each<[string, JsonObject]>([
    ['2.0', { '@context': 'https://w3id.org/openbadges/v2', type: 'Issuer', ...named }],
    [
      '2.0, beside 1.1',
      { '@context': ['https://w3id.org/openbadges/v1', 'https://w3id.org/openbadges/v2'], ...named },
    ],
    [
      '3.0',
      { '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', type: 'Profile', ...named },
    ],
    [
      '1.1, beside a vocabulary of another',
      { '@context': ['https://w3id.org/openbadges/v1', 'https://schema.org'], ...named },
    ],
    [
      '1.1, beside words of its own',
      { '@context': ['https://w3id.org/openbadges/v1', { x: 'urn:x' }], ...named } as JsonObject,
    ],
    ['no context, but the type of 2.0', { type: 'Profile', ...named }],
    ['no context, but a type, which 1.0 has not', { type: 'Issuer', ...named }],
    ['no context in a list, but a type', { '@context': [], '@type': 'Issuer', ...named }],
    ['no context, but a rule of 2.0', { verification: { startsWith: HOME }, ...named }],
    [
      '1.1, but keys of its own',
      { '@context': 'https://w3id.org/openbadges/v1', publicKey: `${HOME}/k`, ...named },
    ],
  ])('is not bound to an issuer whose profile is of %s', async (_what, profile) => {
    expect(await told(profile, `${HOME}/uploads/key.pem`)).toBe('failed key-not-bound');
  });

  it.each<[string, JsonObject]>([
    ['1.1', { '@context': 'https://w3id.org/openbadges/v1', type: 'Issuer', ...named }],
    ['1.0', { name: 'College', url: HOME }],
  ])('is bound to an issuer of %s by the key at verify.url', async (_what, profile) => {
    expect(await told(profile, `${HOME}/key.pem`)).toBe('passed');
    expect(await told(profile, `${HOME}/~mallory/key.pem`)).toBe('failed key-not-bound');
  });

  it('a class or a key that a redirector serves from elsewhere is not had', async () => {
    const elsewhere = 'https://badges.example.org/~mallory/x';
    const own = home();
    const fromClass = await verifySigned({ ...own, [CLASS]: { ...own[CLASS], finalUrl: elsewhere } });
    expect(fromClass.stateOf('proof')).toBe('inconclusive badge-class-unreachable');
    const forged = { body: keyDocument({ publicKeyPem: stranger.publicPem }), finalUrl: elsewhere };
    const fromKey = await verifySigned({ ...own, [KEY]: forged }, signed(), stranger);
    expect(fromKey.stateOf('proof')).toBe('inconclusive key-unresolvable');
  });
});
