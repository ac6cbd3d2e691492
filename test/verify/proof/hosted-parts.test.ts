/** The BadgeClass and the issuer’s profile of a hosted badge: where they may come from, and what they may say. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import {
  ASSERTION,
  assertion,
  badgeClass,
  CLASS,
  ISSUER,
  issuer,
  servers,
} from '../../build/hosted-badge.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { verifyBadge } from './told.ts';

describe('the class and the profile of a hosted badge', () => {
  it('an issuer profile that is redirected elsewhere is nobody’s profile', async () => {
    const documents = servers({
      [ISSUER]: {
        body: issuer({ verification: { allowedOrigins: 'badges.example.org' } }),
        finalUrl: 'https://evil.example/i',
      },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('inconclusive issuer-unreachable');
  });

  it('pitfall 6: a BadgeClass on another origin is out of scope', async () => {
    const elsewhere = 'https://evil.example/class.json';
    const documents = servers({
      [ASSERTION]: { body: assertion({ badge: elsewhere }) },
      [elsewhere]: { body: badgeClass({ id: elsewhere }) },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('failed badge-class-out-of-scope');
  });

  it('a class or profile that calls itself by an id on another origin is disproved', async () => {
    const badge = servers({ [CLASS]: { body: badgeClass({ id: 'https://good.example/class' }) } });
    expect((await verifyBadge({ documents: badge })).stateOf('proof')).toBe('failed id-mismatch');
    const profile = servers({ [ISSUER]: { body: issuer({ id: 'https://good.example/issuer' }) } });
    expect((await verifyBadge({ documents: profile })).stateOf('key-binding')).toBe('failed id-mismatch');
  });

  it('a class or profile under the id that it has where its own party moved it is no oddity', async () => {
    for (const host of ['badges.example.org/new', 'www.badges.example.org']) {
      const [newClass, newIssuer] = [`https://${host}/class.json`, `https://${host}/issuer.json`];
      const moved = servers({
        [CLASS]: { body: badgeClass({ id: newClass }), finalUrl: newClass },
        [ISSUER]: { body: issuer({ id: newIssuer }), finalUrl: newIssuer },
      });
      const { stateOf, record } = await verifyBadge({ documents: moved });
      expect([stateOf('proof'), stateOf('key-binding')]).toEqual(['passed', 'passed']);
      expect(record.issuer.id).toBe(ISSUER);
    }
  });

  it('a profile is known by the address that served it, whatever it calls itself on the same origin', async () => {
    const documents = servers({
      [ISSUER]: { body: issuer({ id: 'https://badges.example.org/someone-else' }) },
    });
    const { stateOf, record } = await verifyBadge({ documents });
    expect(stateOf('key-binding')).toBe('warned id-mismatch');
    expect(record.issuer.id).toBe(ISSUER);
  });

  it('scope rules of an inline issuer are not read', async () => {
    const home = 'https://evil.example/1.json';
    const claimed = issuer({ verification: { startsWith: 'https://evil.example/' } });
    const documents = servers({
      [home]: { body: assertion({ id: home, badge: badgeClass({ issuer: claimed }) }) },
    });
    const { stateOf } = await verifyBadge({ copy: assertion({ id: home }), documents });
    expect(stateOf('key-binding')).toBe('failed hosting-out-of-scope');
  });

  it('pitfall 6: an inline class and issuer of the copy are claims; the fetched ones count', async () => {
    const forged = badgeClass({ name: 'Brain surgery', issuer: issuer({ name: 'Harvard' }) });
    const documents = servers({ [ASSERTION]: { body: assertion({ badge: forged }) } });
    const { record } = await verifyBadge({ copy: assertion({ badge: forged }), documents });
    expect([record.name, record.issuer.name]).toEqual(['Welding', 'Example Issuer']);
  });
});

describe('an inline copy that contradicts what is served', () => {
  const told = async (badge: JsonObject | string, over: Record<string, FakeDocument> = {}) => {
    const documents = servers({ [ASSERTION]: { body: assertion({ badge }) }, ...over });
    const { stateOf, verdict, record, report } = await verifyBadge({
      copy: assertion({ badge }),
      documents,
    });
    expect(record.name).toBe('Welding');
    return { proof: stateOf('proof'), standing: verdict.standing, problem: report.outcomes.proof.problem };
  };
  const DIFFERS = 'warned inlined-differs';

  it.each<[string, JsonObject, string]>([
    ['name', { name: 'Brain surgery' }, '/badge/name'],
    ['description', { description: 'Can operate.' }, '/badge/description'],
    ['criteria', { criteria: { narrative: 'Operate.' } }, '/badge/criteria'],
    ['issuer’s name', { issuer: issuer({ name: 'Harvard' }) }, '/badge/issuer/name'],
    ['issuer’s address', { issuer: issuer({ url: 'https://harvard.example' }) }, '/badge/issuer/url'],
    ['issuer', { issuer: 'https://badges.example.org/other.json' }, '/badge/issuer/id'],
  ])('in its %s asks for caution, and says where', async (_, over, at) => {
    const { proof, problem, standing } = await told(badgeClass(over));
    expect([proof, problem?.at, standing]).toEqual([DIFFERS, at, 'caution']);
  });

  it('in the profile that its class inlines asks for caution', async () => {
    const inlining = { [CLASS]: { body: badgeClass({ issuer: issuer({ name: 'Harvard' }) }) } };
    expect((await told(CLASS, inlining)).proof).toBe(DIFFERS);
  });

  it('contradicts no profile that is silent on what it says', async () => {
    const { email: _, ...silent } = issuer();
    const served = { [ISSUER]: { body: silent } };
    expect((await told(badgeClass({ issuer: issuer() }), served)).proof).toBe('passed');
  });

  it('in the copy in hand alone asks for caution too', async () => {
    const copy = assertion({ badge: badgeClass({ name: 'Brain surgery' }) });
    expect((await verifyBadge({ copy, documents: servers() })).stateOf('proof')).toBe(DIFFERS);
  });

  it.each<[string, JsonObject]>([
    ['the same', badgeClass({ issuer: issuer() })],
    ['less', { id: CLASS, type: 'BadgeClass', name: 'Welding' }],
    [
      'other spelling',
      badgeClass({ name: ' Welding\n', issuer: issuer({ url: 'http://badges.example.org/' }) }),
    ],
    ['what the served one is silent on', badgeClass({ alignment: [{ targetName: 'Steel' }] } as never)],
  ])('with %s contradicts nothing', async (_, badge) => {
    expect((await told(badge)).proof).toBe('passed');
  });
});

describe('the vocabulary of an assertion of Open Badges 2', () => {
  const told = async (over: JsonObject) => {
    const body = assertion(over);
    const { stateOf, verdict } = await verifyBadge({
      copy: body,
      documents: servers({ [ASSERTION]: { body } }),
    });
    return [stateOf('conformance'), verdict.status];
  };

  it.each<[string, JsonObject]>([
    ['another', { '@context': 'https://schema.org/' }],
    ['one that only looks like it', { '@context': 'https://evil.example/openbadges/v2' }],
    ['its own terms alone', { '@context': { badge: 'https://w3id.org/openbadges#badge' } }],
  ])('is not %s: then nothing is confirmed', async (_, over) => {
    expect(await told(over)).toEqual(['failed member-malformed', 'failed']);
  });

  it.each<[JsonObject]>([
    [{ '@context': 'https://w3id.org/openbadges/v2' }],
    [{ '@context': ['https://school.example/own/v1', 'https://w3id.org/openbadges/v2'] }],
    [{ '@context': 'https://openbadgespec.org/v2/context.json' }],
    [{ '@context': 'https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld' }],
  ])('may be named as it is published: %j', async (over) => {
    expect(await told(over)).toEqual(['passed', 'issuer-confirmed']);
  });
});

describe('a class whose address leads elsewhere', () => {
  it('is out of scope, though the address itself is within', async () => {
    const documents = servers({
      [CLASS]: { body: badgeClass(), finalUrl: 'https://evil.example/class.json' },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('failed badge-class-out-of-scope');
  });

  it('may lead to where the profile allows', async () => {
    const rule = { verification: { allowedOrigins: ['badges.example.org', 'cdn.example.org'] } };
    const documents = servers({
      [ISSUER]: { body: issuer(rule) },
      [CLASS]: { body: badgeClass(), finalUrl: 'https://cdn.example.org/class.json' },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('passed');
    const elsewhere = { ...documents, [CLASS]: { body: badgeClass(), finalUrl: 'https://evil.example/c' } };
    expect((await verifyBadge({ documents: elsewhere })).stateOf('key-binding')).toBe(
      'failed badge-class-out-of-scope',
    );
  });
});

describe('the parts of a hosted badge', () => {
  it('may each stand alone in a list', async () => {
    const listed = servers({
      [ASSERTION]: { body: [assertion()] },
      [CLASS]: { body: [badgeClass()] },
      [ISSUER]: { body: [issuer()] },
    });
    expect((await verifyBadge({ documents: listed })).verdict.status).toBe('issuer-confirmed');
    const two = { ...listed, [ASSERTION]: { body: [assertion(), assertion()] } };
    expect((await verifyBadge({ documents: two })).verdict.reason).toBe('answer-not-understood');
  });

  it('a BadgeClass that calls itself by no address is not the one that was asked for', async () => {
    const documents = servers({ [CLASS]: { body: badgeClass({ id: 'urn:uuid:2' }) } });
    expect((await verifyBadge({ documents })).stateOf('proof')).toBe('failed id-mismatch');
  });

  it('a BadgeClass under another address of its provider is no oddity', async () => {
    const alias = 'https://badges.example.org/api/class';
    const documents = servers({ [CLASS]: { body: badgeClass({ id: alias }) } });
    const sameRecord = (one: string, other: string) =>
      one === other || [one, other].sort().join() === [alias, CLASS].sort().join();
    expect((await verifyBadge({ documents })).stateOf('proof')).toBe('warned id-mismatch');
    expect((await verifyBadge({ documents, hosting: { sameRecord } })).stateOf('proof')).toBe('passed');
  });

  it.each([['welding'], [7], [null]])('a BadgeClass that is %j is not had', async (badge) => {
    const documents = servers({ [ASSERTION]: { body: assertion({ badge }) } });
    const { stateOf, verdict } = await verifyBadge({ documents });
    expect(stateOf('proof')).toMatch(/^inconclusive (?:badge-class-unreachable|answer-not-understood)$/);
    expect(verdict.status).not.toBe('issuer-confirmed');
  });

  it.each([
    ['allowedOrigins', 5],
    ['startsWith', 5],
    ['startsWith', ['https://badges.example.org/']],
  ])('a rule with %s: [%j] allows nothing', async (name, entry) => {
    const documents = servers({ [ISSUER]: { body: issuer({ verification: { [name]: [entry] } as never }) } });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toMatch(/^failed .*out-of-scope$/);
  });

  it.each([404, 410, 500])('a class that answers %i leaves the badge open, never revoked', async (status) => {
    const { verdict } = await verifyBadge({ documents: servers({ [CLASS]: { status, body: '' } }) });
    expect(verdict).toMatchObject({ status: 'unreachable', reason: 'badge-class-unreachable', also: [] });
  });

  it.each([404, 410, 500])(
    'a profile that answers %i leaves the badge open, never revoked',
    async (status) => {
      const { verdict } = await verifyBadge({ documents: servers({ [ISSUER]: { status, body: '' } }) });
      expect(verdict).toMatchObject({ status: 'unreachable', reason: 'issuer-unreachable', also: [] });
    },
  );
});

describe('a part that its server takes back while it shows it', () => {
  it.each([404, 410, 500])('with status %i is not had', async (status) => {
    const told = async (over: Parameters<typeof servers>[0]) => {
      const { stateOf } = await verifyBadge({ documents: servers(over) });
      return [stateOf('proof'), stateOf('key-binding')];
    };
    expect(await told({ [CLASS]: { status, body: badgeClass() } })).toEqual([
      'inconclusive badge-class-unreachable',
      'not-run',
    ]);
    expect(await told({ [ISSUER]: { status, body: issuer() } })).toEqual([
      'passed',
      'inconclusive issuer-unreachable',
    ]);
  });
});

describe('an endorsement that is only an address', () => {
  it('is told as not checked, not left out', async () => {
    const endorsed = { [CLASS]: { body: badgeClass({ endorsement: 'https://a.example/endorsement' }) } };
    const { report } = await verifyBadge({ documents: servers(endorsed) });
    expect(report.outcomes.endorsements).toMatchObject({
      state: 'inconclusive',
      problem: { code: 'endorsement-unchecked', at: '/badge/endorsement' },
    });
  });
});

describe('extensions of what was fetched', () => {
  const broken = { 'extensions:ApplyLink': { type: ['Extension', 'extensions:ApplyLink'] } };

  it.each<[string, Record<string, FakeDocument>, string]>([
    ['BadgeClass', { [CLASS]: { body: badgeClass(broken) } }, '/badge/extensions:ApplyLink'],
    ['issuer', { [ISSUER]: { body: issuer(broken) } }, '/badge/issuer/extensions:ApplyLink'],
    ['assertion', { [ASSERTION]: { body: assertion(broken) } }, '/extensions:ApplyLink'],
  ])('are held to their schema: %s', async (_, over, at) => {
    const { report } = await verifyBadge({ documents: servers(over) });
    expect(report.outcomes.conformance).toMatchObject({
      state: 'failed',
      problem: { code: 'schema-violated', at },
    });
  });
});
