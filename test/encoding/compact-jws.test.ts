import { CompactSign } from 'jose';
import { describe, expect, it } from 'vitest';
import { splitCompactJws } from '../../src/encoding/compact-jws.ts';

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const codeOf = (text: string) => {
  const result = splitCompactJws(text);
  return result.ok ? 'accepted' : [result.problem.code, result.problem.cause?.code];
};

describe('splitCompactJws', () => {
  it('takes apart what jose has put together', async () => {
    const key = new Uint8Array(32);
    const token = await new CompactSign(new TextEncoder().encode('payload'))
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(key);
    const result = splitCompactJws(token);
    expect(result.ok && result.value.header).toEqual({ alg: 'HS256', kid: 'one' });
    expect(result.ok && Buffer.from(result.value.payload).toString()).toBe('payload');
    expect(result.ok && Buffer.from(result.value.signingInput).toString()).toBe(
      token.replace(/\.[^.]*$/, ''),
    );
    expect(result.ok && result.value.signature.length).toBe(32);
  });

  it('keeps an empty signature for the verifier to refuse', () => {
    expect(codeOf(`${part({ alg: 'none' })}.e30.`)).toBe('accepted');
  });

  it.each([
    ['two parts', 'e30.e30'],
    ['four parts', 'e30.e30.e30.e30'],
    ['padding', 'e30=.e30.e30'],
    ['white space', ' e30.e30.e30'],
    ['a respelled signature', 'e30.e30.QR'],
    ['a header that is an array', `${part([])}.e30.e30`],
  ])('refuses %s', (_, text) => {
    expect(codeOf(text)[0]).toBe('jwt-malformed');
  });

  it('refuses a header that names its algorithm twice', () => {
    expect(codeOf(`${part('{"alg":"none","alg":"ES256"}')}.e30.e30`)).toEqual([
      'jwt-malformed',
      'json-duplicate-name',
    ]);
  });
});
