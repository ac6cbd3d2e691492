/** The credentials in what somebody hands over: alone, in a list, in a wrapper. */
import { describe, expect, test } from 'vitest';
import { findCredentials } from '../../src/credential/find.ts';
import type { JsonObject } from '../../src/json.ts';
import { V2 } from '../build/samples.ts';

const card: JsonObject = {
  '@context': [V2],
  type: ['VerifiableCredential'],
  issuer: 'https://university.example/',
  credentialSubject: {},
};
const told = (json: JsonObject) => {
  const found = findCredentials(json, null);
  return found.ok ? found.value.credentials.map(({ securing }) => securing) : found.problem.code;
};

describe('a wrapper', () => {
  test('is opened where nothing signs it', () => {
    expect(told({ '@context': [V2], '@graph': [card] })).toEqual(['none']);
    expect(told({ credential: card, proof: null })).toEqual(['none']);
  });

  test('may hold credentials as JSON in texts, and hides none of them', () => {
    const text = JSON.stringify(card);
    expect(told({ credentials: [card, text, JSON.stringify([card])] })).toEqual(['none', 'none', 'none']);
    expect(told({ credential: text.slice(0, -9) })).toBe('json-malformed');
    expect(told({ credential: JSON.stringify([text]) })).toBe('no-credential-found');
    expect(told({ credential: '{"a":1}' })).toBe('no-credential-found');
  });

  test('with a proof is not opened: what it holds would be shown as if nobody had signed it', () => {
    const proof = { type: 'DataIntegrityProof' };
    expect(
      told({ '@context': ['https://w3id.org/security/data-integrity/v2'], '@graph': [card], proof }),
    ).toBe('no-credential-found');
  });
});
