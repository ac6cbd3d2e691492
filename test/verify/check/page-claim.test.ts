import { describe, expect, it } from 'vitest';
import type { Credential, Document } from '../../../src/credential/model.ts';
import { inspectDocument } from '../../../src/inspect.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { Recognition } from '../../../src/ports.ts';
import { succeed } from '../../../src/result.ts';
import { checkPageClaim } from '../../../src/verify/check/page-claim.ts';
import type { CheckContext } from '../../../src/verify/check-context.ts';
import { fileOf } from '../../build/file.ts';
import { assertion, badgeClass, CLASS, ISSUER, issuer, servers } from '../../build/hosted-badge.ts';
import { badge, issueFor } from '../../build/issue.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';

describe('a page beside its record', () => {
  const date = (text: string) => ({ text, instant: Date.parse(text) });
  const record = {
    name: 'AWS Certified Developer – Associate',
    achievements: [],
    issuer: { name: 'Amazon Web Services' },
    recipient: { id: null, name: 'Ann Example', identifiers: [] },
    issued: date('2026-03-14T00:00:00Z'),
    validFrom: date('2026-03-14T00:00:00Z'),
    validUntil: date('2029-03-14T00:00:00Z'),
  } as unknown as Credential;
  const NOTHING = { title: null, issuer: null, issued: null, expires: null, credentialId: null };
  const ask = (claim: object | null) => {
    const context = { record, claim: claim && { ...NOTHING, ...claim }, ports: fakePorts(), hosting: null };
    const { outcome } = checkPageClaim(context as unknown as CheckContext);
    return [
      outcome.state,
      ...[outcome.problem, ...(outcome.others ?? [])].flatMap((one) => (one ? [one.code] : [])),
    ];
  };

  it('that says the same passes', () => {
    expect(
      ask({ title: 'AWS Developer Associate', issuer: 'AWS', issued: 'Mar 2026', expires: 'Mar 2029' }),
    ).toEqual(['passed']);
  });
  it('that says Professional where the record says Associate is warned about', () => {
    expect(ask({ title: 'AWS Certified Developer – Professional' })).toEqual([
      'warned',
      'claim-title-differs',
    ]);
  });
  it('that has only the name of its holder above it does not name it', () => {
    expect(ask({ title: 'Ann EXAMPLE' })).toEqual(['not-applicable']);
    expect(ask({ title: 'Bob Example' })).toEqual(['warned', 'claim-title-differs']);
    // What stands behind the name is what the page says of them.
    expect(ask({ title: 'Ann Example, PMP' })).toEqual(['warned', 'claim-title-differs']);
  });
  it('that has the name of its holder where others name the issuer does not speak of the issuer', () => {
    expect(ask({ issuer: 'Ann EXAMPLE' })).toEqual(['not-applicable']);
    expect(ask({ issuer: 'Bob Example' })).toEqual(['warned', 'claim-issuer-differs']);
  });
  it('that gives the record under several names has that told of those that the record does not bear', () => {
    const alsoNamed = ['AWS Certified Developer – Associate', 'Welding'];
    expect(ask({ title: 'Cooking', alsoNamed })).toEqual([
      'warned',
      'claim-title-differs',
      'claim-names-several',
    ]);
    expect(ask({ title: 'AWS Developer Associate', alsoNamed: ['Welding'] })).toEqual(['passed']);
  });
  it('that puts a word of its own title into the name of the issuer has that word told', () => {
    expect(ask({ title: 'AWS Developer', issuer: 'AWS' })).toEqual(['passed']);
    expect(ask({ title: 'AWS Certified Architect', issuer: 'AWS Architect' })).toEqual([
      'warned',
      'claim-title-differs',
    ]);
  });
  it('has every difference told', () => {
    expect(ask({ title: 'Welding', issuer: 'IBM', issued: '2020', expires: '2035' })).toEqual([
      'warned',
      'claim-title-differs',
      'claim-issuer-differs',
      'claim-date-differs',
      'claim-date-differs',
    ]);
  });
  it('says nothing against what the record itself leaves out', () => {
    const bare = {
      ...record,
      name: null,
      issuer: { name: null },
      issued: null,
      validFrom: null,
      validUntil: null,
    };
    const undated = { ...record, issued: { text: 'soon', instant: null }, validFrom: null };
    const claim = { ...NOTHING, title: 'Welding', issuer: 'IBM', issued: '2020', expires: '2035' };
    const of = (changed: object, said: object) =>
      checkPageClaim({
        record: changed,
        claim: said,
        ports: fakePorts(),
        hosting: null,
      } as unknown as CheckContext).outcome.state;
    expect(of(bare, claim)).toBe('not-applicable');
    expect(of(undated, { ...NOTHING, issued: '2020' })).toBe('not-applicable');
    expect(of(record, { ...NOTHING, issuer: '  ' })).toBe('not-applicable');
  });

  it('may name the platform that answered in place of the issuer', () => {
    const base = fakePorts();
    const hosting = { ...base.hosting, providerAt: () => ({ id: 'credly', name: 'Credly' }) };
    const of = (issuer: string, answered: object | null) =>
      checkPageClaim({
        record,
        claim: { ...NOTHING, issuer },
        ports: { ...base, hosting },
        hosting: answered,
      } as unknown as CheckContext).outcome.state;
    const answered = { address: 'https://credly.example/1', withdrawal: null };
    expect([of('Credly', answered), of('Credly', null), of('IBM', answered)]).toEqual([
      'passed',
      'warned',
      'warned',
    ]);
  });

  it('may name the issuer as those do who vouch for it, and as nobody does who does not', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const of = async (recognisedBy: readonly Recognition[]) => {
      const issuers = { lookUp: async () => succeed(recognisedBy) };
      const subject = { key: 'k', link: null, provider: null, places: [] };
      const claim = { ...NOTHING, issuer: 'Technical School of Example' };
      const [item] = await inspectDocument(fileOf(credential), fakePorts({ issuers }), { ...subject, claim });
      return item?.report.outcomes['page-claim'].state;
    };
    const listed = { source: 'reader', name: 'Example University' };
    expect(await of([listed])).toBe('warned');
    expect(await of([{ ...listed, aka: ['Technical School of Example'] }])).toBe('passed');
    expect(await of([listed, { source: 'policy', name: 'Technical School of Example' }])).toBe('passed');
  });

  it('that says nothing is not compared', () => {
    expect([ask(null), ask({}), ask({ title: ' ', expires: 'No expiration' })]).toEqual([
      ['not-applicable'],
      ['not-applicable'],
      ['not-applicable'],
    ]);
  });
});

describe('a page in one language beside a record in several', () => {
  const states = async (document: Document, documents: Record<string, FakeDocument>, claimed: object) => {
    const claim = { title: null, issuer: null, issued: null, expires: null, credentialId: null, ...claimed };
    const subject = { key: 'k', link: null, provider: null, claim, places: [] };
    const ports = fakePorts({ net: fakeNet(documents, NOW) });
    const [item] = await inspectDocument(document, ports, subject);
    return item?.report.outcomes['page-claim'].state;
  };
  const names = { en: 'Welding', de: 'Schweißen' };
  const issuers = { en: 'Example Academy', de: 'Beispiel-Akademie' };

  it.each([
    [{ title: 'Schweißen' }, 'passed'],
    [{ title: 'Welding' }, 'passed'],
    [{ issuer: 'Beispiel-Akademie' }, 'passed'],
    [{ title: 'Kochen' }, 'warned'],
    [{ issuer: 'Andere Schule' }, 'warned'],
  ])('agrees in any of them: %j %s', async (claimed, expected) => {
    const served = servers({
      [CLASS]: { body: badgeClass({ name: names }) },
      [ISSUER]: { body: issuer({ name: issuers }) },
    });
    expect(await states(fileOf(assertion()), served, claimed)).toBe(expected);
    const texts = (map: object) =>
      Object.entries(map).map(([language, value]) => ({ '@value': value, '@language': language }));
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (id) => {
        const whole = badge(id);
        const subject = whole.credentialSubject as JsonObject;
        const achievement = { ...(subject.achievement as JsonObject), name: texts(names) };
        const by = { ...(whole.issuer as JsonObject), name: texts(issuers) };
        return { ...whole, issuer: by, credentialSubject: { ...subject, achievement } } as JsonObject;
      },
    });
    expect(await states(fileOf(credential), {}, claimed)).toBe(expected);
    // One that is no badge has a name of its own (VCDM 2.0 §4.5).
    const { credential: plain } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (id) => ({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: { id, name: texts(issuers) },
        name: texts(names),
        credentialSubject: { id: 'did:example:learner' },
      }),
    });
    expect(await states(fileOf(plain), {}, claimed)).toBe(expected);
  });
});
