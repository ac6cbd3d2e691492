/** Credentials of platforms with vocabularies of their own: each verifies, since what they publish is at hand. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../build/badge.ts';
import { ED25519_2020, OB_3_0_1, OB_3_0_3, VC_1, VC_2 } from '../build/contexts.ts';
import { createSigner } from '../build/signer.ts';
import { run } from './machine.ts';

const AT = new Date('2026-02-01T00:00:00Z');
const signer = await createSigner('Ed25519Signature2020');
const verify = async (credential: Json) => {
  const signed = await signer.sign(credential, AT);
  const told = await run(['verify', 'x', '--json'], { files: { x: JSON.stringify(signed) } });
  const changed = JSON.stringify(signed).replaceAll('Weaver', 'Master');
  const forged = await run(['verify', 'x', '--json'], { files: { x: changed } });
  const [item, other] = [told, forged].map(({ out }) => JSON.parse(out).items[0]);
  return [item.status, other.status];
};

const boost = (context: readonly string[], dates: Json): Json => ({
  '@context': [...context],
  type: ['VerifiableCredential', 'OpenBadgeCredential', 'BoostCredential'],
  id: 'urn:uuid:00000000-0000-4000-8000-0000000000b1',
  issuer: signer.controller,
  ...dates,
  name: 'Weaver',
  boostId: 'lc:network:school.example/boost:1',
  display: { backgroundColor: '#40cba6', displayType: 'badge' },
  credentialSubject: {
    id: 'did:example:ann',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:00000000-0000-4000-8000-0000000000a1',
      type: ['Achievement'],
      achievementType: 'Badge',
      name: 'Weaver',
      description: 'Weaves.',
      criteria: { narrative: 'Weave.' },
    },
  },
});

describe('a LearnCard boost', () => {
  it.each(['1.0.1', '1.0.2', '1.0.3'])('of %s is verified, and a changed one has failed', async (version) => {
    const context = [VC_2, OB_3_0_3, `https://ctx.learncard.com/boosts/${version}.json`];
    expect(await verify(boost(context, { validFrom: '2026-01-01T00:00:00Z' }))).toEqual([
      'signature-verified',
      'failed',
    ]);
  });

  it('of the data model before is verified too', async () => {
    const context = [VC_1, OB_3_0_1, 'https://ctx.learncard.com/boosts/1.0.0.json'];
    const { boostId: _, ...before } = boost(context, { issuanceDate: '2026-01-01T00:00:00Z' });
    expect(await verify(before)).toEqual(['signature-verified', 'failed']);
  });
});

describe('an Open edX credential', () => {
  it('in the words of schema.org is verified, and a changed one has failed', async () => {
    const credential = {
      '@context': [VC_1, ED25519_2020, 'https://schema.org/'],
      type: ['VerifiableCredential', 'EducationalOccupationalCredential'],
      id: 'urn:uuid:00000000-0000-4000-8000-0000000000e1',
      issuer: { id: signer.controller, type: 'Profile', name: 'School of Looms' },
      issued: '2026-01-01T00:00:00Z',
      issuanceDate: '2026-01-01T00:00:00Z',
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: {
        id: 'did:example:ann',
        hasCredential: {
          id: 'https://schema.org/EducationalOccupationalCredential',
          name: 'Weaver',
          description: '00000000000040008000000000000001',
          program: {
            id: 'https://schema.org/EducationalOccupationalProgram',
            name: 'Weaver',
            description: 'p',
          },
        },
      },
    };
    expect(await verify(credential)).toEqual(['signature-verified', 'failed']);
  });

  it('in a vocabulary that is not at hand says which one is missing', async () => {
    const unknown = 'https://looms.example/context/v1';
    const signed = await signer.sign(
      boost([VC_2, OB_3_0_3, 'https://ctx.learncard.com/boosts/1.0.3.json'], {}),
      AT,
    );
    const context = [...(signed['@context'] as string[]), unknown];
    const told = await run(['verify', 'x', '--json'], {
      files: { x: JSON.stringify({ ...signed, '@context': context }) },
    });
    const [item] = JSON.parse(told.out).items;
    expect(item).toMatchObject({ status: 'not-checked', reason: 'context-unknown' });
    expect(item.checks.find(({ id }: Json) => id === 'proof').params).toMatchObject({ context: unknown });
    const table = await run(['verify', 'x'], {
      files: { x: JSON.stringify({ ...signed, '@context': context }) },
    });
    expect(table.out.replace(/\s+/g, ' ')).toContain(unknown);
  });
});
