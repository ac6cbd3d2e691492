/** One badge with a member of every kind, signed by other people’s libraries. */
import type { JsonObject } from '../../src/json.ts';
import { ANALYSIS } from './badge.ts';
import { ED25519_2020, OB_3_0_3, VC_2 } from './contexts.ts';
import { createSigner, type Signing, type Suite } from './signer.ts';

/** The claims that OB 3.0 §8.2.4 demands of a token with this badge in it. */
export const claimsOf = (issuer: string): JsonObject => ({
  iss: issuer,
  sub: 'did:example:learner',
  jti: String(badge(issuer).id),
  nbf: Date.parse('2026-01-15T00:00:00Z') / 1000,
  exp: Date.parse('2030-01-15T00:00:00Z') / 1000,
});

/** An Open Badge with a member of every kind: nested objects, arrays, numbers, dates, blank nodes. */
export const badge = (issuer: string): JsonObject => ({
  '@context': [VC_2, OB_3_0_3, ED25519_2020],
  id: 'urn:uuid:6a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
  name: 'Analysis I',
  validFrom: '2026-01-15T00:00:00Z',
  validUntil: '2030-01-15T00:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    achievement: {
      ...ANALYSIS,
      alignment: [
        { type: ['Alignment'], targetName: 'Calculus', targetUrl: 'https://skills.example/calculus' },
        { type: ['Alignment'], targetName: 'Proof', targetUrl: 'https://skills.example/proof' },
      ],
      tag: ['mathematics', 'analysis'],
      creditsAvailable: 7.5,
    },
  },
});

export interface Issued {
  readonly credential: JsonObject;
  /** The verification method, as a controller document would list it. */
  readonly method: JsonObject;
  readonly controller: string;
}

interface Issuing extends Signing {
  readonly controller?: string;
  /** The issuer that the credential names, where it is not the key's controller. */
  readonly issuer?: string;
  readonly credentialOf?: (issuer: string) => JsonObject;
}

const CREATED = new Date('2026-02-01T00:00:00Z');

/** Signs a credential with a fresh key of the suite's kind: a did:key, or a key of the given controller. */
export async function issueFor(
  suite: Suite,
  { controller, credentialOf = badge, issuer, ...signing }: Issuing = {},
): Promise<Issued> {
  const signer = await createSigner(suite, controller, controller && 'key-1');
  const credential = await signer.sign(credentialOf(issuer ?? signer.controller), CREATED, signing);
  return {
    credential: credential as JsonObject,
    method: signer.method as JsonObject,
    controller: signer.controller,
  };
}

export const issueWith = async (suite: Suite): Promise<JsonObject> => (await issueFor(suite)).credential;
