/** Where a hosted badge is asked for, and what of its answer makes it its issuer’s. */
import { describe, expect, it } from 'vitest';
import {
  ASSERTION,
  assertion,
  badgeClass,
  CLASS,
  ISSUER,
  issuer,
  servers,
} from '../../build/hosted-badge.ts';
import { verifyBadge } from './told.ts';

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
      standing: 'unrecognised',
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

  it('pitfall 6: an id other than the address that served it is id-mismatch', async () => {
    const documents = servers({
      [ASSERTION]: { body: assertion({ id: 'https://badges.example.org/assertions/2.json' }) },
    });
    const { stateOf, verdict } = await verifyBadge({ documents });
    expect(stateOf('proof')).toBe('failed id-mismatch');
    expect(verdict).toMatchObject({ status: 'failed', reason: 'id-mismatch' });
  });

  it('whose id only escapes a letter, or writes its escapes small, is the record at its address', async () => {
    const address = 'https://badges.example.org/mary-ann/caf%C3%A9.json';
    for (const id of ['https://badges.example.org/mary%2Dann/caf%C3%A9.json', address.toLowerCase()]) {
      const documents = servers({ [address]: { body: assertion({ id }) } });
      const { verdict } = await verifyBadge({ copy: assertion({ id: address }), documents });
      expect(verdict.status).toBe('issuer-confirmed');
    }
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

  it('a platform’s other host for the record is no host out of the issuer’s scope', async () => {
    const api = 'https://api.example.org/v1/1';
    const documents = servers({ [api]: { body: assertion() } });
    const asked = { documents, retrievedFrom: api };
    const sameRecord = (one: string, other: string) => new Set([one, other, api, ASSERTION]).size === 2;
    expect((await verifyBadge({ ...asked, hosting: { sameRecord } })).stateOf('key-binding')).toBe('passed');
    const elsewhere = servers({ [api]: { body: assertion(), finalUrl: 'https://evil.example/1.json' } });
    const { stateOf } = await verifyBadge({ ...asked, documents: elsewhere, hosting: { sameRecord } });
    expect(stateOf('key-binding')).toBe('failed hosting-out-of-scope');
  });

  it('pitfall 6: a redirect off the issuer’s origin is out of scope', async () => {
    const documents = servers({
      [ASSERTION]: { body: assertion(), finalUrl: 'https://evil.example/1.json' },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('failed hosting-out-of-scope');
  });

  it('pitfall 6: a redirect from elsewhere onto the issuer’s origin is out of scope', async () => {
    const elsewhere = 'https://evil.example/1.json';
    const copy = assertion({ id: elsewhere });
    const documents = servers({ [elsewhere]: { body: copy, finalUrl: ASSERTION } });
    expect((await verifyBadge({ copy, documents })).stateOf('key-binding')).toBe(
      'failed hosting-out-of-scope',
    );
  });

  it('a redirect within the issuer’s origin is followed', async () => {
    const documents = servers({
      [ASSERTION]: { body: assertion(), finalUrl: 'https://badges.example.org/v2/1.json' },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('passed');
  });

  it('whose host only adds or drops its www. is the issuer’s', async () => {
    const [bare, www] = ['https://badges.example.org/', 'https://www.badges.example.org/'];
    const moved = Object.fromEntries(
      Object.entries(servers()).map(([address, document]) => [
        address,
        { ...document, finalUrl: address.replace(bare, www) },
      ]),
    );
    expect((await verifyBadge({ documents: moved })).verdict.status).toBe('issuer-confirmed');
    const rule = { verification: { startsWith: `${bare}assertions/` } };
    const ruled = (finalUrl: string) => ({
      ...moved,
      [ISSUER]: { body: issuer(rule) },
      [ASSERTION]: { body: assertion({ badge: badgeClass({ id: undefined as never }) }), finalUrl },
    });
    const stateAt = async (finalUrl: string) =>
      (await verifyBadge({ documents: ruled(finalUrl) })).stateOf('key-binding');
    expect(await stateAt(`${www}assertions/1.json`)).toBe('passed');
    expect(await stateAt(`${www}uploads/1.json`)).toBe('failed hosting-out-of-scope');
    expect(await stateAt('https://www.evil.example/assertions/1.json')).toBe('failed hosting-out-of-scope');
  });

  it('is the record at the address to which its own party moved it, under the id that it has there', async () => {
    const old = 'http://www.badges.example.org/old/1';
    const [asked, moved] = [old.replace('http:', 'https:'), 'https://badges.example.org/assertions/1/'];
    const at = (finalUrl: string, id = moved) => ({
      ...servers(),
      [old]: { error: 'not-https' } as const,
      [asked]: { body: assertion({ id }), finalUrl },
    });
    const copy = assertion({ id: old });
    const { verdict, record } = await verifyBadge({ copy, documents: at(moved) });
    expect([verdict.status, record.id]).toEqual(['issuer-confirmed', moved]);
    for (const documents of [
      at(moved, 'https://badges.example.org/assertions/2/'),
      at('https://evil.example/1', 'https://evil.example/1'),
      at('https://www.badges.example.org/~eve/1', 'https://www.badges.example.org/~eve/1'),
    ])
      expect((await verifyBadge({ copy, documents })).stateOf('proof')).toBe('failed id-mismatch');
  });

  it('a hosted badge with an id that is no address cannot be asked for', async () => {
    const { stateOf, verdict } = await verifyBadge({ copy: assertion({ id: 'urn:uuid:1' }) });
    expect(stateOf('proof')).toBe('inconclusive no-hosted-id');
    expect(verdict.status).toBe('not-checked');
  });

  it.each(['urn:uuid:1', '/assertions/another.json'])(
    'an address whose record has the id %s is not known to have served its own',
    async (id) => {
      const documents = servers({ [ASSERTION]: { body: assertion({ id }) } });
      const { stateOf, verdict } = await verifyBadge({ documents });
      expect(stateOf('proof')).toBe('inconclusive no-hosted-id');
      expect(verdict.status).toBe('not-checked');
    },
  );

  it('a record may give its address as seen from there', async () => {
    const documents = servers({ [ASSERTION]: { body: assertion({ id: new URL(ASSERTION).pathname }) } });
    expect((await verifyBadge({ documents })).stateOf('proof')).toBe('passed');
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

  it('of OB 2 without an id is not asked for at the address that it came from', async () => {
    const { id: _, ...copy } = assertion();
    const { stateOf, asked } = await verifyBadge({ copy, retrievedFrom: ASSERTION });
    expect([stateOf('proof'), asked]).toEqual(['inconclusive no-hosted-id', []]);
  });

  it('is asked for at its own id, not at an address from which somebody else served it', async () => {
    const { stateOf, asked } = await verifyBadge({ retrievedFrom: 'https://mirror.example/1.json' });
    expect([stateOf('proof'), asked[0]]).toEqual(['passed', ASSERTION]);
  });

  it('that came from no address is compared with none', async () => {
    const compared: unknown[] = [];
    const sameRecord = (one: string, other: string) => compared.push(one, other) < 0;
    expect((await verifyBadge({ hosting: { sameRecord } })).stateOf('proof')).toBe('passed');
    expect(compared).not.toContain(null);
  });

  it('is the record at its address, whether or not its provider calls it so', async () => {
    const { stateOf } = await verifyBadge({ hosting: { sameRecord: () => false } });
    expect([stateOf('proof'), stateOf('key-binding')]).toEqual(['passed', 'passed']);
  });
});
