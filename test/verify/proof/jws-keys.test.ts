import { expect, it } from 'vitest';
import type { PublicJwk } from '../../../src/verify/key/jwk.ts';
import { verifyCompactJws } from '../../../src/verify/proof/jws.ts';
import { createJwtKey } from '../../build/jwt.ts';

it('a signature that none of more keys than are tried has made is left open: it may be one of the others', async () => {
  const [key, other] = await Promise.all([createJwtKey('EdDSA'), createJwtKey('EdDSA')]);
  const { kty, crv, x } = other.publicJwk as PublicJwk;
  const jwk: PublicJwk = { kty, crv: crv ?? '', x: x ?? '' };
  const token = await key.sign({ name: 'Welding' });
  const codeWith = async (count: number) => {
    const verified = await verifyCompactJws({ token, keys: Array<PublicJwk>(count).fill(jwk) });
    return verified.ok ? 'holds' : verified.problem?.code;
  };
  expect(await codeWith(256)).toBe('signature-invalid');
  expect(await codeWith(257)).toBe('key-unresolvable');
  expect(await codeWith(0)).toBe('key-unresolvable');
});
