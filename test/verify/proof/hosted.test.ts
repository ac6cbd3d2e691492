import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../src/problem.ts';
import type { FakeDocument } from '../../fake/net.ts';
import {
  ASSERTION,
  assertion,
  badgeClass,
  CLASS,
  ISSUER,
  issuer,
  servers,
  verifyBadge,
} from './badge-world.ts';

const BODY = { id: ASSERTION, revoked: true, revocationReason: 'Copied homework' };

describe('a hosted badge', () => {
  it('is confirmed where its own address serves it and issuer, class and assertion lie on one origin', async () => {
    const { stateOf, verdict, record, asked } = await verifyBadge({});
    expect([stateOf('proof'), stateOf('key-binding'), stateOf('revocation')]).toEqual([
      'passed',
      'passed',
      'passed',
    ]);
    expect(verdict).toMatchObject({
      status: 'issuer-confirmed',
      standing: 'caution',
      reason: 'issuer-unknown',
    });
    expect(record.name).toBe('Welding');
    expect(asked).toEqual([ASSERTION, CLASS, ISSUER]);
  });

  it('pitfall 6: an uploaded copy only names the address: what that serves is the record', async () => {
    const copy = assertion({
      expires: '2099-01-01T00:00:00Z',
      recipient: { type: 'email', hashed: false, identity: 'forger@example.com' },
    });
    const documents = servers({ [ASSERTION]: { body: assertion({ expires: '2026-02-01T00:00:00Z' }) } });
    const { record, verdict } = await verifyBadge({ copy, documents });
    expect(record.recipient.identifiers[0]?.identity).toBe('ann@example.com');
    expect(verdict.status).toBe('expired');
  });

  it('pitfall 6: an inline class and issuer of the copy are claims; the fetched ones count', async () => {
    const forged = badgeClass({ name: 'Brain surgery', issuer: issuer({ name: 'Harvard' }) });
    const documents = servers({ [ASSERTION]: { body: assertion({ badge: forged }) } });
    const { record } = await verifyBadge({ copy: assertion({ badge: forged }), documents });
    expect([record.name, record.issuer.name]).toEqual(['Welding', 'Example Issuer']);
  });

  it('pitfall 6: an id other than the address that served it is id-mismatch', async () => {
    const documents = servers({
      [ASSERTION]: { body: assertion({ id: 'https://badges.example.org/assertions/2.json' }) },
    });
    const { stateOf, verdict } = await verifyBadge({ documents });
    expect(stateOf('proof')).toBe('failed id-mismatch');
    expect(verdict).toMatchObject({ status: 'failed', reason: 'id-mismatch' });
  });

  it('pitfall 6: ?v=2_0 is another address, unless its provider says that both name one record', async () => {
    const versioned = `${ASSERTION}?v=2_0`;
    const documents = servers({ [ASSERTION]: { body: assertion({ id: versioned }) } });
    expect((await verifyBadge({ documents })).stateOf('proof')).toBe('failed id-mismatch');
    const sameRecord = (one: string, other: string) => one.split('?')[0] === other.split('?')[0];
    expect((await verifyBadge({ documents, hosting: { sameRecord } })).stateOf('proof')).toBe('passed');
  });

  it('the address that served the copy is asked again where its provider says that it is the same record', async () => {
    const api = 'https://api.example.org/v1/1';
    const documents = servers({ [api]: { body: assertion() } });
    const sameRecord = (one: string, other: string) => new Set([one, other, api, ASSERTION]).size === 2;
    const { asked } = await verifyBadge({ documents, retrievedFrom: api, hosting: { sameRecord } });
    expect(asked[0]).toBe(api);
  });

  it('pitfall 6: a redirect off the issuer’s origin is out of scope', async () => {
    const documents = servers({
      [ASSERTION]: { body: assertion(), finalUrl: 'https://evil.example/1.json' },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('failed hosting-out-of-scope');
  });

  it('a redirect within the issuer’s origin is followed', async () => {
    const documents = servers({
      [ASSERTION]: { body: assertion(), finalUrl: 'https://badges.example.org/v2/1.json' },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('passed');
  });

  it('an issuer profile that is redirected elsewhere is nobody’s profile', async () => {
    const documents = servers({
      [ISSUER]: {
        body: issuer({ verification: { allowedOrigins: 'badges.example.org' } }),
        finalUrl: 'https://evil.example/i',
      },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('inconclusive issuer-unreachable');
  });

  it('pitfall 6: a BadgeClass on another origin is out of scope', async () => {
    const elsewhere = 'https://evil.example/class.json';
    const documents = servers({
      [ASSERTION]: { body: assertion({ badge: elsewhere }) },
      [elsewhere]: { body: badgeClass({ id: elsewhere }) },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('failed badge-class-out-of-scope');
  });

  it('a class or profile that calls itself by an id on another origin is disproved', async () => {
    const badge = servers({ [CLASS]: { body: badgeClass({ id: 'https://good.example/class' }) } });
    expect((await verifyBadge({ documents: badge })).stateOf('proof')).toBe('failed id-mismatch');
    const profile = servers({ [ISSUER]: { body: issuer({ id: 'https://good.example/issuer' }) } });
    expect((await verifyBadge({ documents: profile })).stateOf('key-binding')).toBe('failed id-mismatch');
  });

  it('a profile is known by the address that served it, whatever it calls itself on the same origin', async () => {
    const documents = servers({
      [ISSUER]: { body: issuer({ id: 'https://badges.example.org/someone-else' }) },
    });
    const { stateOf, record } = await verifyBadge({ documents });
    expect(stateOf('key-binding')).toBe('warned id-mismatch');
    expect(record.issuer.id).toBe(ISSUER);
  });

  it('scope rules of an inline issuer are not read', async () => {
    const home = 'https://evil.example/1.json';
    const claimed = issuer({ verification: { startsWith: 'https://evil.example/' } });
    const documents = servers({
      [home]: { body: assertion({ id: home, badge: badgeClass({ issuer: claimed }) }) },
    });
    const { stateOf } = await verifyBadge({ copy: assertion({ id: home }), documents });
    expect(stateOf('key-binding')).toBe('failed hosting-out-of-scope');
  });

  it('pitfall 7: a SignedBadge offered as plain JSON is refused', async () => {
    const copy = assertion({
      verification: { type: 'SignedBadge', creator: 'https://badges.example.org/key' },
    });
    expect((await verifyBadge({ copy })).stateOf('proof')).toBe('failed verification-type-mismatch');
  });

  it('a hosted badge with an id that is no address cannot be asked for', async () => {
    const { stateOf, verdict } = await verifyBadge({ copy: assertion({ id: 'urn:uuid:1' }) });
    expect(stateOf('proof')).toBe('inconclusive no-hosted-id');
    expect(verdict.status).toBe('not-checked');
  });
});

describe('an endorsement that is only an address', () => {
  it('is told as not checked, not left out', async () => {
    const endorsed = { [CLASS]: { body: badgeClass({ endorsement: 'https://a.example/endorsement' }) } };
    const { report } = await verifyBadge({ documents: servers(endorsed) });
    expect(report.outcomes.endorsements).toMatchObject({
      state: 'inconclusive',
      problem: { code: 'endorsement-unchecked', at: '/badge/endorsement' },
    });
  });
});

describe('extensions of what was fetched', () => {
  const broken = { 'extensions:ApplyLink': { type: ['Extension', 'extensions:ApplyLink'] } };
  it.each<[string, Record<string, FakeDocument>, string]>([
    ['BadgeClass', { [CLASS]: { body: badgeClass(broken) } }, '/badge/extensions:ApplyLink'],
    ['issuer', { [ISSUER]: { body: issuer(broken) } }, '/badge/issuer/extensions:ApplyLink'],
    ['assertion', { [ASSERTION]: { body: assertion(broken) } }, '/extensions:ApplyLink'],
  ])('are held to their schema: %s', async (_, over, at) => {
    const { report } = await verifyBadge({ documents: servers(over) });
    expect(report.outcomes.conformance).toMatchObject({
      state: 'failed',
      problem: { code: 'schema-violated', at },
    });
  });
});

describe('what its server answers', () => {
  it('pitfall 8: a 404 is not revoked, and not failed where private records may hide behind it', async () => {
    const { verdict } = await verifyBadge({ documents: servers({ [ASSERTION]: { status: 404, body: '' } }) });
    expect(verdict).toMatchObject({ status: 'unreachable', reason: 'record-absent-or-private' });
  });

  it('a 404 of a provider that hides nothing is failed, record-not-found', async () => {
    const { verdict } = await verifyBadge({
      documents: servers({ [ASSERTION]: { status: 404, body: '' } }),
      hosting: { notFound: () => 'absent' },
    });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'record-not-found' });
  });

  it.each([
    ['with a JSON body', { body: BODY }, 'revoked'],
    ['with a whole record', { body: assertion({ revoked: true }) }, 'revoked'],
    ['with nothing', { body: '' }, 'record-gone'],
    ['with a page', { body: '<html>Gone</html>' }, 'record-gone'],
  ])('pitfall 8: 410 %s is revoked', async (_what, answer, reason) => {
    const { verdict } = await verifyBadge({
      documents: servers({ [ASSERTION]: { ...answer, status: 410 } }),
    });
    expect(verdict).toMatchObject({ status: 'revoked', standing: 'failed', reason, also: ['revoked'] });
  });

  it.each([
    ['alone', BODY],
    ['on a whole record', assertion({ revoked: true, revocationReason: 'Copied homework' })],
  ])('revoked: true %s in a 200 is revoked, with the issuer’s reason', async (_what, body) => {
    const { verdict, report } = await verifyBadge({ documents: servers({ [ASSERTION]: { body } }) });
    expect(verdict.status).toBe('revoked');
    expect(report.outcomes.revocation.problem?.params).toMatchObject({ reason: 'Copied homework' });
  });

  it('a revoked badge that has expired shows both', async () => {
    const body = assertion({ revoked: true, expires: '2026-02-01T00:00:00Z' });
    const { verdict } = await verifyBadge({ documents: servers({ [ASSERTION]: { body } }) });
    expect(verdict).toMatchObject({ status: 'revoked', also: ['revoked', 'expired'] });
  });

  it.each<[string, object, ProblemCode]>([
    ['500', { status: 500 }, 'server-error'],
    ['503', { status: 503 }, 'server-error'],
    ['429', { status: 429 }, 'rate-limited'],
    ['403', { status: 403 }, 'access-denied'],
    ['a time-out', { error: 'timeout' }, 'timeout'],
    ['a page', { body: '<!doctype html><p>Hello' }, 'html-not-json'],
    ['nothing', { body: '' }, 'empty-document'],
    ['a list', { body: [] }, 'answer-not-understood'],
    ['another thing', { body: { error: 'no' } }, 'answer-not-understood'],
  ])('pitfall 8 and 20: %s leaves it open, never failed', async (_what, answer, reason) => {
    const { verdict } = await verifyBadge({ documents: servers({ [ASSERTION]: answer }) });
    expect(verdict).toMatchObject({ standing: 'inconclusive', reason });
  });

  it('a grant that is missing is not-checked', async () => {
    const { verdict } = await verifyBadge({
      documents: servers({ [ASSERTION]: { error: 'permission-needed' } }),
    });
    expect(verdict).toMatchObject({ status: 'not-checked', reason: 'permission-needed' });
  });

  it.each([404, 410, 500])('a class that answers %i leaves the badge open, never revoked', async (status) => {
    const { verdict } = await verifyBadge({ documents: servers({ [CLASS]: { status, body: '' } }) });
    expect(verdict).toMatchObject({ status: 'unreachable', reason: 'badge-class-unreachable', also: [] });
  });

  it.each([404, 410, 500])(
    'a profile that answers %i leaves the badge open, never revoked',
    async (status) => {
      const { verdict } = await verifyBadge({ documents: servers({ [ISSUER]: { status, body: '' } }) });
      expect(verdict).toMatchObject({ status: 'unreachable', reason: 'issuer-unreachable', also: [] });
    },
  );
});

describe('older badges', () => {
  const url = 'https://old.example/a.json';
  const old = {
    uid: 'abc',
    recipient: { type: 'email', hashed: false, identity: 'ann@example.com' },
    badge: 'https://old.example/b.json',
    verify: { type: 'hosted', url },
    issuedOn: 1700000000,
  };
  const badge = {
    name: 'B',
    description: 'd',
    image: 'https://old.example/b.png',
    criteria: 'https://old.example/c',
    issuer: 'https://old.example/i.json',
  };
  const documents = {
    [url]: { body: old },
    'https://old.example/b.json': { body: badge },
    'https://old.example/i.json': { body: { name: 'Old', url: 'https://old.example' } },
  };

  it('an OB 1.0 badge is confirmed at verify.url', async () => {
    const { verdict, record } = await verifyBadge({ copy: old, documents });
    expect(verdict.status).toBe('issuer-confirmed');
    expect(record.issuer).toMatchObject({ name: 'Old', id: 'https://old.example/i.json' });
  });

  it('an OB 1.0 badge without any address of its own is confirmed where it was fetched from', async () => {
    const nameless = { ...old, verify: { type: 'hosted' } };
    const served = { ...documents, [url]: { body: nameless } };
    const { verdict, asked } = await verifyBadge({ copy: nameless, documents: served, retrievedFrom: url });
    expect([asked[0], verdict.status]).toEqual([url, 'issuer-confirmed']);
    expect((await verifyBadge({ copy: nameless, documents: served })).verdict.status).not.toBe(
      'issuer-confirmed',
    );
  });

  it.each([[{}], [{ url: ASSERTION }], [[]]])(
    'a badge whose verification is %j, of no kind, is hosted',
    async (verification) => {
      const documents = servers({ [ASSERTION]: { body: assertion({ verification }) } });
      expect((await verifyBadge({ documents })).stateOf('proof')).toBe('passed');
    },
  );

  it('an address that does not answer is not asked again in the same breath', async () => {
    const { asked } = await verifyBadge({ documents: { [ASSERTION]: { error: 'network-failed' } } });
    expect(asked.filter((address) => address === ASSERTION)).toHaveLength(1);
  });

  it('an OB 1.0 badge whose server names another verify.url is id-mismatch', async () => {
    const moved = { ...old, verify: { type: 'hosted', url: 'https://old.example/other.json' } };
    const { stateOf } = await verifyBadge({ copy: old, documents: { ...documents, [url]: { body: moved } } });
    expect(stateOf('proof')).toBe('failed id-mismatch');
  });

  it('an OB 1.0 badge whose issuer is on another origin is out of scope', async () => {
    const foreign = { ...badge, issuer: 'https://good.example/i.json' };
    const { stateOf } = await verifyBadge({
      copy: old,
      documents: {
        ...documents,
        'https://old.example/b.json': { body: foreign },
        'https://good.example/i.json': { body: { name: 'Good', url: 'https://good.example' } },
      },
    });
    expect(stateOf('key-binding')).toBe('failed hosting-out-of-scope');
  });

  it('an http address is asked by https, and its origin is the same party', async () => {
    const plain = ASSERTION.replace('https:', 'http:');
    const documents = servers({
      [plain]: { error: 'not-https' },
      [ASSERTION]: { body: assertion({ id: plain }) },
    });
    const { verdict, asked } = await verifyBadge({ copy: assertion({ id: plain }), documents });
    expect(asked.slice(0, 2)).toEqual([plain, ASSERTION]);
    expect(verdict.status).toBe('issuer-confirmed');
  });

  it.each([{ id: 'did:web:good.example' }, { '@id': 'https://good.example/issuer' }])(
    'an origin beside an issuer’s id binds that id to nobody: %o',
    async (identity) => {
      const forged = {
        type: 'Issuer',
        name: 'Good',
        url: 'https://good.example',
        email: 'badges@good.example',
        origin: new URL(ASSERTION).origin,
        ...identity,
      };
      const copy = assertion({ badge: badgeClass({ id: 'urn:uuid:1', issuer: forged }) });
      const { stateOf, verdict } = await verifyBadge({ copy, documents: { [ASSERTION]: { body: copy } } });
      expect(stateOf('key-binding')).toMatch(/^inconclusive (?:no-hosted-id|issuer-unreachable)$/);
      expect(verdict.status).not.toBe('issuer-confirmed');
    },
  );
});
