/** How a badge is to be verified is what its issuer's server says now, not what the copy says that somebody offers. */
import { describe, expect, it } from 'vitest';
import { ASSERTION, assertion, servers } from '../../build/hosted-badge.ts';
import { verifyBadge } from './told.ts';

it.each([
  ['SignedBadge', 'failed verification-type-mismatch', 'failed'],
  ['signed', 'failed verification-type-mismatch', 'failed'],
  [['Verification', 'SignedBadge'], 'failed verification-type-mismatch', 'failed'],
  ['MerkleProofVerification2017', 'inconclusive suite-unsupported', 'not-checked'],
])('pitfall 7: a copy that calls itself hosted, of a record that is %j', async (type, proof, status) => {
  const documents = servers({ [ASSERTION]: { body: assertion({ verification: { type } }) } });
  const { stateOf, verdict } = await verifyBadge({ copy: assertion(), documents });
  expect([stateOf('proof'), verdict.status]).toEqual([proof, status]);
});

it('a record that its server has revoked is revoked, however it was to be verified', async () => {
  const body = assertion({ verification: { type: 'SignedBadge' }, revoked: true });
  const { verdict } = await verifyBadge({ copy: assertion(), documents: servers({ [ASSERTION]: { body } }) });
  expect(verdict.also).toContain('revoked');
});

describe('a hosted badge', () => {
  it('pitfall 7: a SignedBadge offered as plain JSON is refused', async () => {
    const copy = assertion({
      verification: { type: 'SignedBadge', creator: 'https://badges.example.org/key' },
    });
    expect((await verifyBadge({ copy })).stateOf('proof')).toBe('failed verification-type-mismatch');
  });

  it.each([[5], [[5, null]]])('whose verification has the type %j has none, and is hosted', async (type) => {
    const documents = servers({ [ASSERTION]: { body: assertion({ verification: { type } }) } });
    expect((await verifyBadge({ documents })).stateOf('proof')).toBe('passed');
  });

  it.each([[{}], [{ url: ASSERTION }], [[]]])(
    'a badge whose verification is %j, of no kind, is hosted',
    async (verification) => {
      const documents = servers({ [ASSERTION]: { body: assertion({ verification }) } });
      expect((await verifyBadge({ documents })).stateOf('proof')).toBe('passed');
    },
  );
});
