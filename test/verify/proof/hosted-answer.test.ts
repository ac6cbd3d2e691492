/** What the servers of a hosted badge answer: revoked, gone, away, or something else. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import type { ProblemCode } from '../../../src/problem.ts';
import { ASSERTION, assertion, badgeClass, ISSUER, issuer, servers } from '../../build/hosted-badge.ts';
import { verifyBadge } from './told.ts';

const BODY = { id: ASSERTION, revoked: true, revocationReason: 'Copied homework' };

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

  it('an address that does not answer is not asked again in the same breath', async () => {
    const { asked } = await verifyBadge({ documents: { [ASSERTION]: { error: 'network-failed' } } });
    expect(asked.filter((address) => address === ASSERTION)).toHaveLength(1);
  });
});

describe('a hosted badge', () => {
  it.each([true, 'true', 1, '1'])('that says revoked: %j of itself is revoked', async (revoked) => {
    const documents = servers({ [ASSERTION]: { body: assertion({ revoked }) } });
    const { stateOf, verdict } = await verifyBadge({ documents });
    expect(stateOf('revocation')).toBe('failed revoked');
    expect(verdict.status).toBe('revoked');
  });

  it.each([false, 'false', 0, '0', '', null, []])('that says revoked: %j stands', async (revoked) => {
    const documents = servers({ [ASSERTION]: { body: assertion({ revoked }) } });
    expect((await verifyBadge({ documents })).stateOf('revocation')).toBe('passed');
  });

  it.each([[true], [false, true], { '@value': true }].map((revoked) => ({ revoked })))(
    'that says %j is revoked: a value may stand in a list, or as an object',
    async ({ revoked }) => {
      const documents = servers({ [ASSERTION]: { body: assertion({ revoked }) } });
      expect((await verifyBadge({ documents })).stateOf('revocation')).toBe('failed revoked');
    },
  );

  it.each(
    ['2026-02-01', 'yes', 'TRUE', 2, -1, {}, { reason: 'Copied' }, ['soon'], [false, {}], [[true]]].map(
      (revoked) => ({ revoked }),
    ),
  )('pitfall 44: that says %j may be revoked, and is never good', async ({ revoked }) => {
    const documents = servers({ [ASSERTION]: { body: assertion({ revoked }) } });
    const { stateOf, verdict } = await verifyBadge({ documents });
    expect(stateOf('revocation')).toBe('inconclusive status-malformed');
    expect(verdict).toMatchObject({ status: 'not-checked', standing: 'inconclusive' });
  });

  it('that is gone is revoked, whatever the rest says', async () => {
    const body = { id: ASSERTION, revoked: 'perhaps' };
    const documents = servers({ [ASSERTION]: { status: 410, body } });
    expect((await verifyBadge({ documents })).stateOf('revocation')).toBe('failed record-gone');
  });

  it('gives a reason for being revoked where that is a text, and none otherwise', async () => {
    const reasonOf = async (revocationReason: never) => {
      const documents = servers({ [ASSERTION]: { body: assertion({ revoked: true, revocationReason }) } });
      return (await verifyBadge({ documents })).report.outcomes.revocation.problem;
    };
    expect(await reasonOf('Copied' as never)).toMatchObject({ params: { reason: 'Copied' } });
    expect((await reasonOf({ en: 'Copied' } as never))?.params).toBeUndefined();
  });
});

describe('what another party answers, to which the address leads,', () => {
  const finalUrl = 'https://parked.example/1.json';
  const verdictOf = async (answer: object, profile: JsonObject = {}, hosting = {}) => {
    const documents = servers({
      [ASSERTION]: { ...answer, finalUrl },
      [ISSUER]: { body: issuer(profile) },
    });
    return (await verifyBadge({ documents, hosting })).verdict;
  };
  const OPEN = { status: 'unreachable', standing: 'inconclusive', reason: 'redirected-elsewhere' };

  it.each([
    ['410', { status: 410 }],
    ['410 with a whole record', { status: 410, body: assertion({ revoked: true }) }],
    ['what is left of a revoked record', { body: BODY }],
    ['404', { status: 404 }],
  ])('with %s is no word of the issuer', async (_what, answer) => {
    expect(await verdictOf(answer, {}, { notFound: () => 'absent' })).toMatchObject(OPEN);
  });

  it('with a whole record is the issuer’s where its profile allows that place', async () => {
    const body = assertion({ revoked: true });
    const verification = { allowedOrigins: ['badges.example.org', 'parked.example'] };
    expect((await verdictOf({ body }, { verification })).status).toBe('revoked');
    expect(await verdictOf({ body })).toMatchObject({
      status: 'failed',
      reason: 'hosting-out-of-scope',
      also: [],
    });
  });

  it('counts where the provider says that it is the same record', async () => {
    expect((await verdictOf({ status: 410 }, {}, { sameRecord: () => true })).status).toBe('revoked');
  });
});

describe('a record that its address says is gone', () => {
  const gone = async (body: JsonObject) => {
    const { record, stateOf } = await verifyBadge({
      copy: assertion({ recipient: { type: 'email', hashed: false, identity: 'eve@example.com' } }),
      documents: servers({ [ASSERTION]: { status: 410, body } }),
    });
    return [stateOf('revocation'), record.recipient.identifiers[0]?.identity];
  };

  it('replaces the copy where it comes whole, with its own id or none', async () => {
    const inline = { badge: badgeClass({ issuer: issuer() }) };
    expect(await gone(assertion(inline))).toEqual(['failed record-gone', 'ann@example.com']);
    expect(await gone(assertion({ ...inline, id: undefined }))).toEqual([
      'failed record-gone',
      'ann@example.com',
    ]);
    expect(await gone(assertion({ ...inline, id: `${ASSERTION}2` }))).toEqual([
      'failed record-gone',
      'eve@example.com',
    ]);
    expect(await gone({ id: ASSERTION, revoked: true })).toEqual(['failed revoked', 'eve@example.com']);
  });
});
