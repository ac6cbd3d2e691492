import { describe, expect, it } from 'vitest';
import { inspectDocument } from '../src/inspect.ts';
import type { JsonObject } from '../src/json.ts';
import { fail } from '../src/result.ts';
import { listedIssuers } from '../src/verify/trust/listed-issuers.ts';
import { ANALYSIS } from './build/badge.ts';
import { bakeSvgCredential } from './build/bake.ts';
import { fileOf } from './build/file.ts';
import { badge, issueFor } from './build/issue.ts';
import { fakePorts, NOW } from './fake/ports.ts';

const presentationOf = (credentials: readonly JsonObject[]): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  verifiableCredential: credentials,
});
const otherBadge = (issuer: string): JsonObject => ({
  ...badge(issuer),
  id: 'urn:uuid:0d4a8f7b-3c3f-4a56-9a3c-6a5a3b6c1c2d',
  name: 'Welding',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    achievement: { ...ANALYSIS, name: 'Welding' },
  },
});

describe('a document with several credentials', () => {
  it('gives each of them an item of its own, in the place of the presentation that carries them', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const items = await inspectDocument(fileOf(presentationOf([credential, credential])), fakePorts());
    expect(items.map(({ verdict }) => verdict.status)).toEqual(['signature-verified', 'signature-verified']);
    expect(items.map(({ within, key }) => [within, key])).toEqual([
      [null, 'document'],
      [null, 'document.1'],
    ]);
  });

  it.each<[string, JsonObject]>([
    ['speaks of a subject', { credentialSubject: { id: 'did:example:learner', degree: 'Master' } }],
    ['calls itself a credential, too,', { type: ['VerifiablePresentation', 'VerifiableCredential'] }],
  ])('that %s has a row of its own, and what it carries stands in that', async (_, over) => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const items = await inspectDocument(fileOf({ ...presentationOf([credential]), ...over }), fakePorts());
    expect(items.map(({ within, verdict }) => [within, verdict.status])).toEqual([
      [null, 'not-checked'],
      ['document', 'signature-verified'],
    ]);
  });

  it.each([
    ['a presentation', presentationOf],
    ['a list', (carried: readonly JsonObject[]) => carried],
  ])(
    'holds the page’s word against each of %s, until one of them is what the page names',
    async (_, carry) => {
      const { credential } = await issueFor('eddsa-rdfc-2022');
      const { credential: other } = await issueFor('eddsa-rdfc-2022', { credentialOf: otherBadge });
      const told = async (title: string, carried: readonly JsonObject[]) => {
        const claim = { title, issuer: null, issued: null, expires: null, credentialId: null };
        const subject = { key: 'k', link: null, provider: null, claim, places: [] };
        const items = await inspectDocument(fileOf(carry(carried)), fakePorts(), subject);
        return items.map(({ report, verdict }) => [report.outcomes['page-claim'].state, verdict.standing]);
      };
      const [alone, doubted] = [
        ['not-applicable', 'unrecognised'],
        ['warned', 'caution'],
      ];
      expect(await told('Another title', [credential])).toEqual([doubted]);
      expect(await told('Another title', [credential, other])).toEqual([doubted, doubted]);
      expect(await told('Welding', [credential, other])).toEqual([alone, ['passed', 'unrecognised']]);
    },
  );

  describe('beside a recognised issuer’s that the page does not name', () => {
    const claim = { title: 'Welding', issuer: null, issued: null, expires: null, credentialId: null };
    const subject = { key: 'k', link: null, provider: null, claim, places: [] };
    /** How the last of several stands, with these issuers on the reader's list. */
    const lastOf = async (carried: readonly JsonObject[], ...ids: readonly string[]) => {
      const listed = ids.map((id) => ({ id, name: 'Example University' }));
      const issuers = listedIssuers(listed, () => false);
      const items = await inspectDocument(fileOf(carried), fakePorts({ issuers }), subject);
      return items.at(-1)?.verdict.standing;
    };

    it('a stranger’s, or one that nobody signed, does not take the page’s question away', async () => {
      const { credential, controller } = await issueFor('eddsa-rdfc-2022');
      const other = await issueFor('eddsa-rdfc-2022', { credentialOf: otherBadge });
      const { proof: _, ...unsigned } = other.credential;
      expect(await lastOf([unsigned, credential], controller)).toBe('caution');
      expect(await lastOf([unsigned, credential])).toBe('caution');
      expect(await lastOf([other.credential, credential], controller)).toBe('caution');
      expect(await lastOf([other.credential, credential], controller, other.controller)).toBe('verified');
    });
  });

  it('is held against the page’s word in the same way where it carries more than are told', async () => {
    const { credential: named } = await issueFor('eddsa-rdfc-2022', { credentialOf: otherBadge });
    const { proof: _, ...unsigned } = (await issueFor('eddsa-rdfc-2022')).credential;
    const claim = { title: 'Welding', issuer: null, issued: null, expires: null, credentialId: null };
    const subject = { key: 'k', link: null, provider: null, claim, places: [] };
    const carried = [named, ...Array.from({ length: 500 }, () => unsigned)];
    const [first, second] = await inspectDocument(fileOf(carried), fakePorts(), subject);
    const stateOf = (item: typeof first) => item?.report.outcomes['page-claim'].state;
    expect([stateOf(first), stateOf(second)]).toEqual(['passed', 'not-applicable']);
  });

  it('tells of those that cannot be read, and not of what is no credential', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const rows = async (value: unknown) =>
      (await inspectDocument(fileOf(JSON.stringify(value)), fakePorts())).map(({ key, verdict }) => [
        key,
        verdict.reason ?? verdict.status,
      ]);
    const broken = 'eyJhbGciOiJFZERTQSJ9.eyJ4.AAAA';
    const both = [
      ['document', 'issuer-unknown'],
      ['document/1', 'jwt-malformed'],
    ];
    expect(await rows([broken, credential])).toEqual(both);
    expect(await rows({ verifiableCredential: [credential, broken] })).toEqual(both);
    const cutShort = broken.slice(0, broken.lastIndexOf('.'));
    expect(await rows([cutShort, credential])).toEqual(both);
    const beside = [{ type: 'BadgeClass', name: 'Welding' }, { total: 1 }, 'page 1', 'www.example.org'];
    expect(await rows([...beside, credential])).toEqual([['document', 'issuer-unknown']]);
  });

  it('in one picture tells of the one that cannot be read', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const older = '<o:assertion xmlns:o="http://openbadges.org">{"type":"Assertion",</o:assertion>';
    const svg = bakeSvgCredential(
      `<svg xmlns="http://www.w3.org/2000/svg">${older}</svg>`,
      JSON.stringify(credential),
    );
    const items = await inspectDocument(fileOf(svg), fakePorts());
    expect(items.map(({ verdict }) => verdict.reason)).toEqual(['issuer-unknown', 'json-malformed']);
  });

  it.each([
    ['credentials', () => ({ type: ['VerifiableCredential'], credentialSubject: {} })],
    ['tokens of which nothing can be read', () => 'eyJhbGciOiJFZERTQSJ9.eyJ4.AAAA'],
  ])(
    'has five hundred of an array looked at, and says of the rest in one item that it was not: %s',
    async (_, one) => {
      const first = { type: ['VerifiableCredential'], credentialSubject: {} };
      const list = [first, ...Array.from({ length: 599 }, (): unknown => one())];
      const items = await inspectDocument(fileOf(list), fakePorts());
      expect(items).toHaveLength(501);
      expect(items.filter(({ verdict }) => verdict.reason === 'too-many-contained')).toEqual([items[500]]);
      expect(items[500]?.verdict).toMatchObject({ status: 'not-checked', standing: 'inconclusive' });
    },
  );

  it('keeps its reader waiting for so long and no longer, however many slow servers they name', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const slow = (index: number): JsonObject => {
      const issuer = `did:web:slow-${index}.example`;
      const proof = { ...(credential.proof as JsonObject), verificationMethod: `${issuer}#key-1` };
      return { ...credential, issuer: { ...(credential.issuer as JsonObject), id: issuer }, proof };
    };
    let now = NOW;
    const asked: string[] = [];
    const get = async ({ url }: { readonly url: string }) => {
      asked.push(url);
      now += 10_000;
      return fail('timeout');
    };
    const ports = fakePorts({ net: { get }, clock: { now: () => now } });
    const many = Array.from({ length: 60 }, (_, index) => slow(index));
    const inner = await inspectDocument(fileOf(presentationOf([...many, credential])), ports);
    expect(now - NOW).toBeLessThanOrEqual(130_000);
    expect(asked.length).toBeLessThanOrEqual(13);
    // Whom nobody was asked about is not disproved, and what needs nobody is verified all the same.
    expect(new Set(inner.slice(0, 60).map(({ verdict }) => verdict.status))).toEqual(
      new Set(['unreachable']),
    );
    expect(inner.at(-1)?.verdict.status).toBe('signature-verified');
  });
});
