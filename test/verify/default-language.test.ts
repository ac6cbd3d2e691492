/** A context may set a language for every text without a type (JSON-LD 1.1 §4.2.4): also for codes and indexes. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../build/badge.ts';
import { badge } from '../build/issue.ts';
import { createSigner } from '../build/signer.ts';
import { statusEntry, statusList } from '../build/status-list.ts';
import { verifyInClosedWorld } from '../fake/closed-world.ts';
import { NOW } from '../fake/ports.ts';

const LIST = 'https://university.example/status/1';
const AT = new Date(NOW);
const signer = await createSigner('eddsa-rdfc-2022');

function badgeInEnglish(): Json {
  const plain = badge(signer.controller) as Json;
  const issuer = plain.issuer as Json;
  return {
    ...plain,
    '@context': [...(plain['@context'] as readonly string[]), { '@language': 'en' }],
    issuer: {
      ...issuer,
      otherIdentifier: [{ type: 'IdentifierEntry', identifier: 'u-1', identifierType: 'identifier' }],
    },
    credentialStatus: statusEntry(LIST, 5, 'revocation'),
    credentialSubject: {
      ...(plain.credentialSubject as Json),
      identifier: {
        type: 'IdentityObject',
        hashed: false,
        identityHash: 'ann@example.com',
        identityType: 'emailAddress',
      },
    },
  };
}

const verified = async (set: readonly number[], email: string) => {
  const list = await statusList(
    { id: LIST, issuer: signer.controller, purpose: 'revocation', set, at: AT },
    signer,
  );
  const { verdict } = await verifyInClosedWorld({
    credential: await signer.sign(badgeInEnglish(), AT),
    documents: { [LIST]: { body: list } },
    ports: { holder: { email } },
  });
  return verdict.status;
};

describe('a badge whose context says that its texts are English', () => {
  it('is verified, and so are its identifiers and its status', async () => {
    expect(await verified([], 'ann@example.com')).toBe('signature-verified');
    expect(await verified([], 'bob@example.com')).toBe('holder-mismatch');
    expect(await verified([5], 'ann@example.com')).toBe('revoked');
  });
});
