/** What may call itself an endorsement of this badge. */
import { beforeAll, describe, expect, it } from 'vitest';
import { asArray, type JsonObject } from '../../../src/json.ts';
import { fail } from '../../../src/result.ts';
import { endorsed, endorsementBy, type Json, ob3 } from '../../build/badge.ts';
import { controllerDocument } from '../../build/controller.ts';
import { ASSERTION, assertion, servers } from '../../build/hosted-badge.ts';
import { createJwtKey, signVcJwt } from '../../build/jwt.ts';
import { COURSE, createJwtIssuer, type JwtIssuer, unsignedBadge } from '../../build/jwt-issuer.ts';
import { createSigner, type Signer } from '../../build/signer.ts';
import { statusEntry, statusList } from '../../build/status-list.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import { fakePorts, knowing, NOW } from '../../fake/ports.ts';

const AT = new Date(NOW - 1000);
let issuer: JwtIssuer;
let university: Signer;
beforeAll(async () => {
  [issuer, university] = await Promise.all([createJwtIssuer(), createSigner('eddsa-rdfc-2022')]);
});

const TYPES = ['VerifiableCredential', 'EndorsementCredential'];
const unsignedStatement = (subject: Json, types: readonly string[] = TYPES): Json =>
  endorsementBy(university.controller, subject, { type: types });
const statement = (types: readonly string[], subject: Json): Promise<Json> =>
  university.sign(unsignedStatement(subject, types), AT);

async function endorsements(endorsement: Json) {
  const { report, stateOf } = await verifyInClosedWorld({
    credential: await issuer.badge({ endorsement: [endorsement] }),
    ports: knowing(university.controller),
  });
  return { said: stateOf('endorsements'), facts: report.outcomes.endorsements.facts };
}

describe('an endorsement inside the achievement', () => {
  const endorsementOf = (id: string) => statement(TYPES, endorsed(id));
  const inAchievement = async (
    change: (endorsement: Json, achievement: Json) => Json,
    known = [university.controller, issuer.did],
  ) => {
    const subject = unsignedBadge(issuer.did).credentialSubject as Json;
    const achievement = subject.achievement as Json;
    const endorsement = change(await endorsementOf(String(achievement.id)), achievement);
    const more = {
      credentialSubject: { ...subject, achievement: { ...achievement, endorsement: [endorsement] } },
    };
    const credential = await issuer.badge(more);
    const { report } = await verifyInClosedWorld({ credential, ports: knowing(...known) });
    const { state, problem } = report.outcomes.endorsements;
    return problem ? `${state} ${problem.code} ${problem.at}` : state;
  };
  const PLACE = '/credentialSubject/achievement/endorsement/0';

  it('of that achievement passes', async () => {
    expect(await inAchievement((endorsement) => endorsement)).toBe('passed');
  });

  it('of that achievement counts nothing for an issuer unknown: anybody can copy its id into a badge of his own', async () => {
    expect(await inAchievement((endorsement) => endorsement, [university.controller])).toBe(
      `inconclusive endorsement-unbound ${PLACE}`,
    );
  });

  it('that was changed fails, and is found where it stands', async () => {
    const forged = (endorsement: Json) => ({
      ...endorsement,
      credentialSubject: { ...(endorsement.credentialSubject as Json), endorsementComment: 'Superb.' },
    });
    expect(await inAchievement(forged)).toBe(`warned endorsement-failed ${PLACE}`);
  });

  it('that was made for something else, the issuer included, is of another subject', async () => {
    const issuers = await endorsementOf(issuer.did);
    expect(await inAchievement(() => issuers)).toBe(`warned endorsement-other-subject ${PLACE}`);
  });

  it('whose subject was replaced by this achievement does not hold', async () => {
    const other = await endorsementOf('https://other.example/course');
    const moved = (_: Json, { id }: Json) => ({
      ...other,
      credentialSubject: { ...(other.credentialSubject as Json), id },
    });
    expect(await inAchievement(moved)).toBe(`warned endorsement-failed ${PLACE}`);
  });
});

describe('pitfall 43: an endorsement of what another has made', () => {
  const WEB = 'did:web:university.example';
  const OWN = 'https://university.example/achievements/1';
  /** A badge of an unknown issuer with a domain, which carries a genuine endorsement of this id. */
  const endorsedAs = async (
    subject: Json,
    place: (endorsement: Json) => Json,
    controller = WEB,
  ): Promise<string> => {
    const maker = await createSigner('eddsa-rdfc-2022', controller);
    const endorsement = await statement(TYPES, { type: ['EndorsementSubject'], ...subject });
    const course = { name: 'Analysis', description: 'Limits.', criteria: 'An examination.' };
    const plain = ob3({
      id: 'urn:uuid:00000000-0000-4000-8000-0000000000b2',
      issuer: { id: controller, name: 'Unknown' },
      course: { id: String(subject.id), ...course },
      subject: { id: 'did:example:learner' },
      from: '2026-01-01T00:00:00Z',
    });
    const credential = await maker.sign({ ...plain, ...place(endorsement) }, AT);
    const document = controllerDocument(controller, [maker.method]);
    const path = controller.split(':').slice(3).join('/') || '.well-known';
    const documents = { [`https://${controller.split(':')[2]}/${path}/did.json`]: document };
    const ports = knowing(university.controller);
    const { stateOf } = await verifyInClosedWorld({ credential, documents, ports });
    expect(stateOf('key-binding')).toBe('passed');
    return stateOf('endorsements');
  };
  const whole = (endorsement: Json): Json => ({ endorsement: [endorsement] });

  it('counts where the id lies on the issuer’s own domain, or is the issuer’s', async () => {
    expect(await endorsedAs({ id: OWN }, whole)).toBe('passed');
    expect(await endorsedAs({ id: WEB }, whole)).toBe('passed');
  });

  it.each([
    ['on another’s domain', 'https://other.example/achievements/1'],
    ['on a host below the issuer’s', 'https://sub.university.example/achievements/1'],
    ['that is on no domain', 'urn:uuid:00000000-0000-4000-8000-0000000000a1'],
  ])('counts nothing under an id %s', async (_, id) => {
    expect(await endorsedAs({ id }, whole)).toBe('inconclusive endorsement-unbound');
  });

  it('counts nothing where the id is that of a neighbour on a host that gives everybody a DID', async () => {
    const user = (name: string) => `did:web:network.learncard.com:users:${name}`;
    expect(await endorsedAs({ id: user('ann') }, whole, user('ann'))).toBe('passed');
    expect(await endorsedAs({ id: user('ann') }, whole, user('eve'))).toBe(
      'inconclusive endorsement-unbound',
    );
  });

  it('counts nothing while nobody can tell whether the issuer is who it says', async () => {
    const id = 'https://university.example/issuer';
    const endorsement = await statement(TYPES, { type: ['EndorsementSubject'], id });
    const key = await createJwtKey('ES256');
    const withKey = { ...key, sign: (payload: Json) => key.sign(payload, { jwk: key.publicJwk }) };
    const credential = await signVcJwt(unsignedBadge(id, whole(endorsement)), withKey);
    const { report } = await verifyInClosedWorld({ credential, ports: knowing(university.controller) });
    expect(report.outcomes['key-binding'].state).toBe('inconclusive');
    expect(report.outcomes.endorsements.problem?.code).toBe('endorsement-unbound');
  });

  it('counts nothing where the badge calls itself by another badge’s id', async () => {
    const id = 'https://other.example/badges/7';
    const said = await endorsedAs({ id }, (endorsement) => ({ id, endorsement: [endorsement] }));
    expect(said).toBe('inconclusive endorsement-unbound');
  });

  it('counts nothing where it is of the one whom the badge names as its achievement’s creator', async () => {
    const id = 'https://creator.example/';
    const said = await endorsedAs({ id }, (endorsement) => ({
      credentialSubject: {
        id: 'did:example:learner',
        type: ['AchievementSubject'],
        achievement: {
          id: OWN,
          type: ['Achievement'],
          name: 'Analysis',
          description: 'Limits.',
          criteria: { narrative: 'An examination.' },
          creator: { id, type: ['Profile'], endorsement: [endorsement] },
        },
      },
    }));
    expect(said).toBe('inconclusive endorsement-unbound');
  });
});

describe('an endorsement that counts', () => {
  it('is told with what it is of', async () => {
    const CREATOR = 'https://creator.example/';
    const badge = unsignedBadge(issuer.did) as { id: string; credentialSubject: { achievement: Json } };
    const { achievement } = badge.credentialSubject;
    const aboutOf = async (id: string, place: (endorsement: Json) => Json) => {
      const endorsement = [await statement(TYPES, endorsed(id))];
      const credential = await issuer.badge(place({ endorsement }));
      const ports = knowing(university.controller, issuer.did);
      return (await verifyInClosedWorld({ credential, ports })).report.outcomes.endorsements.facts;
    };
    const counts = (about: string) => ({
      endorsements: [{ endorser: 'Known', status: 'signature-verified', about, says: 'Good.' }],
    });
    const created = (endorsement: Json): Json => ({
      credentialSubject: {
        ...badge.credentialSubject,
        achievement: { ...achievement, creator: { id: CREATOR, type: ['Profile'], ...endorsement } },
      },
    });
    const whole = (endorsement: Json): Json => endorsement;
    expect(await aboutOf(badge.id, whole)).toEqual(counts('credential'));
    expect(await aboutOf(issuer.did, whole)).toEqual(counts('issuer'));
    expect(await aboutOf(COURSE, whole)).toEqual(counts('achievement'));
    expect(await aboutOf(CREATOR, created)).toEqual(counts('creator'));
  });
});

describe('an endorsement in a form that nobody here reads', () => {
  const foreign = async () => {
    const one = await statement(TYPES, endorsed(ASSERTION));
    return { ...one, proof: { ...(one.proof as Json), cryptosuite: 'other-2030' } };
  };

  it('is a doubt in what its holder may have written, and none in what the issuer’s server returned', async () => {
    expect((await endorsements(await foreign())).said).toBe('warned endorsement-unchecked');
    const { stateOf } = await verifyInClosedWorld({
      credential: assertion({ endorsement: [await foreign()] }),
      documents: servers({ [ASSERTION]: { body: assertion({ endorsement: [await foreign()] }) } }),
    });
    expect(stateOf('proof')).toBe('passed');
    expect(stateOf('endorsements')).toBe('inconclusive endorsement-unchecked');
  });
});

describe('a good credential about the issuer', () => {
  it('endorses it where it is an endorsement', async () => {
    const { said } = await endorsements(await statement(TYPES, endorsed(issuer.did)));
    expect(said).toBe('passed');
  });

  // A diploma that somebody once got is no word of its university's for the badges that he now issues himself.
  it('endorses nothing where it is something else', async () => {
    const { said, facts } = await endorsements(await statement(['VerifiableCredential'], { id: issuer.did }));
    expect(said).toBe('inconclusive endorsement-unchecked');
    expect(facts as JsonObject).toEqual({ endorsements: [{ endorser: 'Known', status: null }] });
  });
});

describe('endorsements without end', () => {
  const subject = () => endorsed(issuer.did);

  it('whose signer cannot be asked are not checked, which is no doubt', async () => {
    const signed = await statement(TYPES, subject());
    const proof = signed.proof as Json;
    const away = { ...signed, proof: { ...proof, verificationMethod: 'did:web:gone.example#k' } };
    expect((await endorsements(away)).said).toBe('inconclusive endorsement-unchecked');
  });

  it('are looked at to a number, and the rest is said not to be', async () => {
    const one = await statement(TYPES, subject());
    const many = async (count: number) => {
      const credential = await issuer.badge({ endorsement: Array(count).fill(one) });
      const { report } = await verifyInClosedWorld({ credential, ports: knowing(university.controller) });
      const { state, facts } = report.outcomes.endorsements;
      return [state, asArray(facts?.endorsements).length];
    };
    expect(await many(10)).toEqual(['passed', 10]);
    expect(await many(40)).toEqual(['warned', 11]);
  });

  it('of endorsements are not looked at: they say nothing about the badge', async () => {
    const inner = await statement(TYPES, { ...subject(), id: university.controller });
    const outer = await university.sign(
      {
        ...unsignedStatement(subject()),
        id: 'urn:uuid:00000000-0000-4000-8000-0000000000ef',
        endorsement: [inner],
      },
      AT,
    );
    const ports = knowing(university.controller);
    const { report } = await verifyInClosedWorld({ credential: outer, depth: 1, ports });
    const { state, problem, facts } = report.outcomes.endorsements;
    expect([state, problem?.code]).toEqual(['inconclusive', 'endorsement-unchecked']);
    expect(facts).toEqual({ endorsements: [{ endorser: null, status: null }] });
  });

  it('that name nobody they endorse, or are none that can be read, endorse nobody', async () => {
    const nobody = await statement(TYPES, { type: ['EndorsementSubject'], endorsementComment: 'Good.' });
    expect((await endorsements(nobody)).said).toBe('warned endorsement-other-subject');
    expect((await endorsements({ type: 'Nothing' })).said).toBe('warned endorsement-unchecked');
  });
});

describe('pitfall 30: an endorsement that does not hold, written so that it is not found', () => {
  const LIST = 'https://status.example/1';

  /** A badge with a revoked endorsement, signed as a graph: its holder may write that graph as he likes. */
  const revoked = async () => {
    const list = {
      id: LIST,
      issuer: university.controller,
      purpose: 'revocation',
      set: [5],
      at: AT,
    } as const;
    const body = await statusList(list, university);
    const maker = await createSigner('eddsa-rdfc-2022');
    const about = await university.sign(
      {
        ...unsignedStatement(endorsed(maker.controller)),
        credentialStatus: statusEntry(LIST, 5, 'revocation'),
      },
      AT,
    );
    const signed = await maker.sign(badge(maker.controller, { endorsement: [about] }), AT);
    return { signed, about, documents: { [LIST]: { body } }, maker };
  };
  const badge = (id: string, more: Json): Json => ({
    ...ob3({
      id: 'urn:uuid:00000000-0000-4000-8000-0000000000b1',
      issuer: { id, name: 'Known' },
      course: { id: 'urn:x-course:1', name: 'Analysis', description: 'Limits.', criteria: 'An examination.' },
      subject: { id: 'did:example:learner' },
      from: '2026-01-01T00:00:00Z',
    }),
    ...more,
  });

  it.each<[string, (signed: Json, about: Json) => Json]>([
    ['as it was signed', (signed) => signed],
    [
      'in another place, and named only where it was',
      (signed, about) => ({ ...signed, endorsement: [{ id: about.id }], '@included': [about] }),
    ],
    [
      'without the contexts that the badge around it names too',
      (signed, { '@context': _, ...about }) => ({ ...signed, endorsement: [about] }),
    ],
    [
      'with its contexts in another order',
      (signed, about) => ({
        ...signed,
        endorsement: [{ ...about, '@context': (about['@context'] as string[]).toReversed() }],
      }),
    ],
    [
      'twice, in part and as a whole',
      (signed, about) => ({ ...signed, endorsement: [{ id: about.id }, about] }),
    ],
  ])('is a doubt %s', async (_, written) => {
    const { signed, about, documents, maker } = await revoked();
    const ports = knowing(maker.controller, university.controller);
    const { verdict } = await verifyInClosedWorld({ credential: written(signed, about), documents, ports });
    expect(verdict).toMatchObject({ status: 'signature-verified', standing: 'caution' });
  });
});

describe('a badge that nobody endorses', () => {
  it('raises no question', async () => {
    const { report } = await verifyInClosedWorld({
      credential: await issuer.badge(),
      ports: knowing(university.controller),
    });
    expect(report.outcomes.endorsements).toEqual({ state: 'not-applicable' });
  });
});

describe('several endorsements', () => {
  it('are each told of once, whatever stands against them', async () => {
    const other = await statement(['VerifiableCredential', 'EndorsementCredential'], {
      id: 'https://other.example/course',
      type: ['EndorsementSubject'],
    });
    const diploma = await statement(['VerifiableCredential'], { id: issuer.did });
    const credential = await issuer.badge({ endorsement: [diploma, other] });
    const { report } = await verifyInClosedWorld({ credential, ports: knowing(university.controller) });
    const { problem, others = [] } = report.outcomes.endorsements;
    expect([problem, ...others].map((each) => each?.code)).toEqual([
      'endorsement-other-subject',
      'endorsement-unchecked',
    ]);
  });
});

describe('pitfall 30: whose endorsement counts', () => {
  const subject = () => endorsed(issuer.did);
  const told = async (endorsement: Json | string, ports = {}) => {
    const credential = await issuer.badge({ endorsement: [endorsement] });
    const { report, stateOf, verdict } = await verifyInClosedWorld({ credential, ports });
    const { problem, facts } = report.outcomes.endorsements;
    return { said: stateOf('endorsements'), verdict, problem, facts };
  };

  it('a known endorser’s, and nobody’s who only calls itself so', async () => {
    const one = await statement(TYPES, subject());
    expect((await told(one, knowing(university.controller))).said).toBe('passed');
    const { said, verdict } = await told(one);
    expect(said).toBe('inconclusive endorser-unknown');
    expect(verdict.standing).toBe('unrecognised');
  });

  it('not one that has ended', async () => {
    const ended = await university.sign(
      { ...unsignedStatement(subject()), validUntil: '2026-02-01T00:00:00Z' },
      AT,
    );
    const { said, facts } = await told(ended, knowing(university.controller));
    expect(said).toBe('warned endorsement-failed');
    // What it says is not shown, because it does not count.
    expect(facts).toEqual({ endorsements: [{ endorser: 'Known', status: 'expired' }] });
  });

  it('not one that has ended, even of what need not be the issuer’s', async () => {
    const ended = { ...unsignedStatement(endorsed(COURSE)), validUntil: '2026-02-01T00:00:00Z' };
    const { said } = await told(await university.sign(ended, AT), knowing(university.controller));
    expect(said).toBe('warned endorsement-failed');
  });

  it('not one that does not hold, whatever else was changed in it', async () => {
    const one = await statement(TYPES, subject());
    const stranger = await createSigner('eddsa-rdfc-2022');
    const other = { ...unsignedStatement(endorsed('https://other.example/course')), type: TYPES.slice(0, 1) };
    for (const forged of [
      { ...one, type: TYPES.slice(0, 1) },
      { ...one, credentialSubject: endorsed('https://other.example/course') },
      await stranger.sign({ ...other, type: TYPES }, AT),
      await stranger.sign(other, AT),
    ])
      expect((await told(forged, knowing(university.controller))).said).toBe('warned endorsement-failed');
  });

  it('not one whose signer, or whose list, cannot be asked now: which is no doubt', async () => {
    const LIST = 'https://status.example/1';
    const listed = { ...unsignedStatement(subject()), credentialStatus: statusEntry(LIST, 5, 'revocation') };
    const signed = await university.sign(listed, AT);
    for (const code of ['network-failed', 'permission-needed', 'internal'] as const) {
      const net = { get: async () => fail(code) };
      const { said } = await told(signed, { ...knowing(university.controller), net });
      expect([code, said]).toEqual([code, 'inconclusive endorsement-unchecked']);
    }
  });

  it('not one whose signer a directory names, while nobody vouches for it', async () => {
    const hosting = { ...fakePorts().hosting, membersOnly: () => ({ name: 'Members', date: '2026-01-01' }) };
    const { said, problem } = await told(await statement(TYPES, subject()), { hosting });
    expect([said, problem?.cause?.code]).toEqual(['inconclusive endorsement-unchecked', 'issuer-identified']);
  });

  it('not one about which there is a doubt', async () => {
    const other = { ...unsignedStatement(subject()) };
    const renamed = {
      ...other,
      issuer: { id: university.controller, type: ['Profile'], name: 'Another Name' },
    };
    const { said, problem } = await told(await university.sign(renamed, AT), knowing(university.controller));
    expect([said, problem?.cause?.code]).toEqual([
      'inconclusive endorsement-unchecked',
      'issuer-name-differs',
    ]);
  });

  it('not the issuer’s own', async () => {
    const own = await issuer.badge({
      ...unsignedStatement(subject()),
      issuer: { id: issuer.did, name: 'Known' },
    });
    expect((await told(own, knowing(issuer.did))).said).toBe('inconclusive endorser-is-issuer');
  });

  it('not the issuer’s own under its id in another spelling', async () => {
    const id = 'https://university.example/issuer';
    const key = await createJwtKey('ES256');
    const signed = (by: string, unsigned: Json) =>
      signVcJwt({ ...unsigned, issuer: { id: by, name: 'Known' } }, key);
    const own = await signed('https://UNIVERSITY.example:443/issuer', unsignedStatement(endorsed(id)));
    const { stateOf } = await verifyInClosedWorld({
      credential: await signed(id, unsignedBadge(id, { endorsementJwt: [own] })),
      documents: { 'https://university.example/.well-known/jwks.json': { body: { keys: [key.publicJwk] } } },
      ports: knowing(id, 'https://UNIVERSITY.example:443/issuer'),
    });
    expect(stateOf('endorsements')).toBe('inconclusive endorser-is-issuer');
  });
});
