/** SD-JWT VC §3.2.2: `nbf` and `exp` are the credential's own period, not its signature's. */
import { expect, it } from 'vitest';
import { createJwtIssuer } from '../../build/jwt-issuer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import { NOW } from '../../fake/ports.ts';

const DAY = 86_400;
const now = NOW / 1000;

it.each([
  [{ nbf: now + DAY }, 'passed', 'failed not-yet-valid', ['not-yet-valid']],
  [{ exp: now - DAY }, 'passed', 'failed expired', ['expired']],
  [{ nbf: now - DAY, exp: now + DAY }, 'passed', 'passed', []],
  // What was signed tomorrow was not signed.
  [{ iat: now + DAY }, 'failed proof-created-in-future', 'not-run', []],
])('%j', async (claims, proof, period, also) => {
  const issuer = await createJwtIssuer();
  const token = await issuer.sign(
    { iss: issuer.did, vct: 'https://types.example/licence', iat: now - 2 * DAY, ...claims },
    { typ: 'dc+sd-jwt' },
  );
  const { stateOf, verdict } = await verifyInClosedWorld({ credential: `${token}~` });
  expect([stateOf('proof'), stateOf('validity-period'), verdict.also]).toEqual([proof, period, also]);
});

it('a time of null is none', async () => {
  const issuer = await createJwtIssuer();
  const payload = { iss: issuer.did, vct: 'https://types.example/licence', iat: null, nbf: null, exp: null };
  const token = await issuer.sign(payload, { typ: 'dc+sd-jwt' });
  const { verdict } = await verifyInClosedWorld({ credential: `${token}~` });
  expect(verdict.status).toBe('signature-verified');
});
