/** Hosted badges whose members are of another shape than the specification gives them: what decides is still asked. */
import { describe, expect, it } from 'vitest';
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

const OLD = 'https://badges.example.org/old/1.json';
/** An OB 1.0 record, which has no id. */
const old = (over: object = {}) => ({
  uid: '1',
  badge: CLASS,
  recipient: { type: 'email', hashed: false, identity: 'ann@example.com' },
  issuedOn: '2026-01-15',
  verify: { type: 'hosted', url: OLD },
  ...over,
});

describe('a hosted badge', () => {
  it.each([true, 'true'])('that says revoked: %j of itself is revoked', async (revoked) => {
    const documents = servers({ [ASSERTION]: { body: assertion({ revoked }) } });
    const { stateOf, verdict } = await verifyBadge({ documents });
    expect(stateOf('revocation')).toBe('failed revoked');
    expect(verdict.status).toBe('revoked');
  });

  it('gives a reason for being revoked where that is a text, and none otherwise', async () => {
    const reasonOf = async (revocationReason: never) => {
      const documents = servers({ [ASSERTION]: { body: assertion({ revoked: true, revocationReason }) } });
      return (await verifyBadge({ documents })).report.outcomes.revocation.problem;
    };
    expect(await reasonOf('Copied' as never)).toMatchObject({ params: { reason: 'Copied' } });
    expect((await reasonOf({ en: 'Copied' } as never))?.params).toBeUndefined();
  });

  it.each([[5], [[5, null]]])('whose verification has the type %j has none, and is hosted', async (type) => {
    const documents = servers({ [ASSERTION]: { body: assertion({ verification: { type } }) } });
    expect((await verifyBadge({ documents })).stateOf('proof')).toBe('passed');
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

  it.each([[[ASSERTION]], [5], ['urn:uuid:1']])('is not found by the id %j', async (id) => {
    const documents = servers({ [OLD]: { body: old({ id }) } });
    const { asked } = await verifyBadge({ copy: old({ id }), documents });
    expect(asked[0]).toBe(OLD);
  });

  it.each([[[OLD]], ['nowhere'], [5]])(
    'of OB 1 whose address is %j is asked for where it came from',
    async (url) => {
      const copy = old({ verify: { type: 'hosted', url } });
      const { asked } = await verifyBadge({
        copy,
        documents: servers({ [OLD]: { body: copy } }),
        retrievedFrom: OLD,
      });
      expect(asked[0]).toBe(OLD);
    },
  );
});

describe('the parts of a hosted badge', () => {
  it('a BadgeClass that calls itself by no address is not the one that was asked for', async () => {
    const documents = servers({ [CLASS]: { body: badgeClass({ id: 'urn:uuid:2' }) } });
    expect((await verifyBadge({ documents })).stateOf('proof')).toBe('failed id-mismatch');
  });

  it('a BadgeClass under another address of its provider is no oddity', async () => {
    const alias = 'https://badges.example.org/api/class';
    const documents = servers({ [CLASS]: { body: badgeClass({ id: alias }) } });
    const sameRecord = (one: string, other: string) =>
      one === other || [one, other].sort().join() === [alias, CLASS].sort().join();
    expect((await verifyBadge({ documents })).stateOf('proof')).toBe('warned id-mismatch');
    expect((await verifyBadge({ documents, hosting: { sameRecord } })).stateOf('proof')).toBe('passed');
  });

  it.each([['welding'], [7], [null]])('a BadgeClass that is %j is not had', async (badge) => {
    const documents = servers({ [ASSERTION]: { body: assertion({ badge }) } });
    const { stateOf, verdict } = await verifyBadge({ documents });
    expect(stateOf('proof')).toMatch(/^inconclusive (?:badge-class-unreachable|answer-not-understood)$/);
    expect(verdict.status).not.toBe('issuer-confirmed');
  });

  it.each([
    ['allowedOrigins', 5],
    ['startsWith', 5],
    ['startsWith', ['https://badges.example.org/']],
  ])('a rule with %s: [%j] allows nothing', async (name, entry) => {
    const documents = servers({ [ISSUER]: { body: issuer({ verification: { [name]: [entry] } as never }) } });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toMatch(/^failed .*out-of-scope$/);
  });
});
