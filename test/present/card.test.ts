import { describe, expect, it } from 'vitest';
import { card } from '../../src/present/card.ts';
import { problem } from '../../src/problem.ts';
import { judge } from '../../src/verify/judge.ts';
import {
  CHECK_IDS,
  failed,
  type IssuerFinding,
  inconclusive,
  notApplicable,
  notRun,
  passed,
  warned,
} from '../../src/verify/report.ts';
import { achievement, content, ITEMS, item, NOW } from '../ui/made-up-items.ts';
import { say } from '../ui/voice.ts';

const view = (...given: Parameters<typeof item>) => card(item(...given), say);

describe('the checks of a card', () => {
  it('are all there, in the order in which they were asked, each with words', () => {
    for (const each of ITEMS) {
      const { checks } = card(each, say);
      expect(checks.map(({ id }) => id)).toEqual(CHECK_IDS);
      expect(checks.filter(({ name, sentence }) => /_/.test(name + sentence))).toEqual([]);
    }
  });

  it('give every problem and the problem behind it, once each', () => {
    const cause = problem('timeout', { params: { host: 'keys.example' } });
    const { checks } = view({
      key: 'a',
      verdict: {},
      outcomes: {
        proof: {
          ...failed(problem('signature-invalid', { cause })),
          others: [problem('proof-expired'), problem('signature-invalid')],
        },
      },
    });
    expect(checks[1]).toMatchObject({
      code: 'signature-invalid',
      reasons: [
        say('problem_signature_invalid'),
        say('problem_timeout', { host: 'keys.example' }),
        say('problem_proof_expired'),
      ],
    });
  });

  it('say who endorses what, in the endorser’s words, and nothing of an endorsement that does not count', () => {
    const facts = {
      endorsements: [
        { endorser: 'Agency', status: 'signature-verified', about: 'issuer', says: 'Thorough.' },
        { endorser: 'Guild', status: 'signature-verified', about: 'achievement', says: null },
        { endorser: 'Stranger', status: 'signature-verified' },
      ],
    };
    const { checks } = view({ key: 'a', verdict: {}, outcomes: { endorsements: passed(facts) } });
    expect(checks.find(({ id }) => id === 'endorsements')?.reasons).toEqual([
      'Agency endorses the issuer.',
      'Agency writes: “Thorough.”',
      'Guild endorses the achievement that this credential is for.',
    ]);
  });

  it('name the check on which they waited', () => {
    expect(
      view({ key: 'a', verdict: {}, outcomes: { revocation: notRun('proof') } }).checks[4]?.restsOn,
    ).toBe('Authenticity');
  });
});

describe('the values of a sentence', () => {
  const sentence = (
    params: Record<string, string | number>,
    code: 'expired' | 'key-unresolvable' = 'expired',
  ) =>
    view({ key: 'a', verdict: {}, outcomes: { proof: failed(problem(code, { params })) } }).checks[1]
      ?.reasons[0];

  it('that are dates are written as the reader writes dates', () => {
    expect(sentence({ date: '2024-06-30' })).toBe('It was valid until Jun 30, 2024.');
    expect(sentence({ date: '2024-06-30T10:00:00+02:00' })).toMatch(/Jun 30, 2024.*8:00\sAM UTC/);
  });

  it('that are times without a zone are read as the record’s dates are, whatever zone the machine is in', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Tokyo';
    const told = sentence({ date: '2024-06-30T20:00:00' });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(told).toMatch(/Jun 30, 2024.*8:00\sPM UTC/);
  });

  it('that are whole addresses give their host', () => {
    expect(sentence({ url: 'https://keys.example/jwks.json?pin=1' }, 'key-unresolvable')).toContain(
      'from keys.example,',
    );
  });
});

describe('the words for a revocation list', () => {
  it.each(['status-list-too-short', 'status-list-other-issuer', 'status-list-other-address'] as const)(
    '%s: do not say that a list was left aside whose word was taken',
    (code) => {
      const revocation = { ...failed(problem('revoked')), others: [problem(code)] };
      const { checks } = view({ key: 'a', verdict: {}, outcomes: { revocation } });
      expect(checks[4]?.reasons.join(' ')).not.toContain('not relied on');
    },
  );
});

describe('the issuer’s ladder', () => {
  const reached = (issuer: object) =>
    view({ key: 'a', verdict: {}, issuer })
      .ladder.rungs.map(({ reached: yes }) => (yes ? 1 : 0))
      .join('');

  it('shows what was reached and what was not', () => {
    expect(reached({ rung: 'none' })).toBe('0000');
    expect(reached({ rung: 'bound' })).toBe('1100');
    expect(reached({ rung: 'recognised' })).toBe('1111');
  });

  it('says of a record on a server that it is on record, and unchanged of a signed one alone', () => {
    const first = (credential: object) =>
      view({
        key: 'a',
        verdict: {},
        credential: { ...content(), ...credential } as ReturnType<typeof content>,
      }).ladder.rungs[0]?.name;
    expect(first({ securing: 'hosted' })).toBe('On record');
    expect(first({ securing: 'embedded' })).toBe('Unchanged');
  });

  it('does not claim a domain for an issuer that has none', () => {
    expect(reached({ rung: 'recognised', domain: null })).toBe('1101');
  });

  it('says under which name who lists it', () => {
    const { ladder } = view({
      key: 'a',
      verdict: {},
      issuer: {
        recognisedBy: [
          { source: 'policy', name: 'NW' },
          { source: 'DCC', name: 'Northwind' },
        ],
      },
    });
    expect(ladder.recognisedBy).toEqual(['Listed by your organisation as NW', 'Listed by DCC as Northwind']);
  });

  it.each([
    ['2026-03-09', 'Listed by Touchstone as Cisco, last confirmed Mar 9, 2026'],
    ['2023-04-01', 'Listed by Touchstone as Cisco, last confirmed 43 months ago (Apr 1, 2023)'],
  ])('says as of when a list says so, and how old its word is: %s', (date, line) => {
    const recognisedBy = [{ source: 'touchstone', name: 'Cisco', date }];
    expect(view({ key: 'a', verdict: {}, issuer: { recognisedBy } }).ladder.recognisedBy).toEqual([line]);
  });

  it('warns of a look-alike', () => {
    const look = problem('issuer-look-alike', { params: { host: 'credIy.com', resembles: 'credly.com' } });
    const { ladder } = view({
      key: 'a',
      verdict: {},
      outcomes: { 'issuer-trust': { ...warned(problem('issuer-unknown')), others: [look] } },
    });
    expect(ladder.warnings).toEqual([expect.stringContaining('looks like credly.com')]);
  });

  it.each([
    ['an issuer who is only unknown', [], true, 'Issuer not known to us'],
    ['an unknown issuer with a doubt', [problem('issuer-self')], false, 'Note'],
  ] as const)('of %s, the check is drawn as no more than that', (_what, others, unvouched, stateWord) => {
    const trust = { ...warned(problem('issuer-unknown')), others };
    const { checks } = view({ key: 'a', verdict: {}, outcomes: { 'issuer-trust': trust } });
    expect(checks.find(({ id }) => id === 'issuer-trust')).toMatchObject({ unvouched, stateWord });
  });
});

describe('the words for a status', () => {
  const meaning = (made: Omit<Parameters<typeof item>[0], 'key' | 'verdict'>) => {
    const { report } = item({ key: 'a', verdict: {}, ...made });
    return card({ ...item({ key: 'a', verdict: {} }), report, verdict: judge(report) }, say).verdict;
  };

  it.each([
    ['expired', 'validity-period'],
    ['not-yet-valid', 'validity-period'],
    ['holder-mismatch', 'holder'],
  ] as const)('%s: do not call a record good whose revocation is open', (sign, check) => {
    const open = inconclusive(problem('status-list-unverified'));
    const told = meaning({ outcomes: { revocation: open, [check]: failed(problem(sign)) } });
    expect(told.sign).toBe(sign);
    expect(told.meaning).not.toContain('in order');
  });

  it('do not say that a credential was asked for, where it was the key of its issuer', () => {
    const open = inconclusive(problem('key-unresolvable'));
    const told = meaning({ outcomes: { proof: open, 'key-binding': notRun('proof') } });
    expect(told.sign).toBe('unreachable');
    expect(told.meaning).not.toContain('credential was asked for');
  });

  it('do not say that a record is none, where only the address of its issuer’s profile is odd', () => {
    const told = meaning({
      credential: content({ format: 'ob2', securing: 'hosted' }),
      outcomes: { 'key-binding': warned(problem('id-mismatch', { at: '/badge/issuer/id' })) },
    });
    expect(told).toMatchObject({ sign: 'issuer-confirmed', code: 'id-mismatch' });
    expect(told.reason).not.toContain('not the record');
  });

  it('do not call a record unchanged that nobody signed', () => {
    const told = meaning({
      credential: content({ format: 'ob2', securing: 'hosted' }),
      outcomes: { conformance: failed(problem('member-missing')) },
    });
    expect(told.sign).toBe('not-in-form');
    expect(told.meaning).not.toContain('not changed');
  });

  it('do not say that the record has no end, where its holder may keep it back', () => {
    const { dates } = view({
      key: 'a',
      verdict: {},
      credential: content({ validUntil: null }),
      outcomes: { 'validity-period': warned(problem('statements-hidden', { at: '/validUntil' })) },
    });
    expect(dates.at(-1)).toEqual({ label: 'Valid until', value: 'No end date given' });
  });

  it('claim nothing of the part that a holder keeps back', () => {
    const kept = warned(problem('statements-hidden', { at: '/validUntil' }));
    const told = meaning({ outcomes: { 'validity-period': kept } });
    expect(told.sign).toBe('signature-verified');
    expect(told.meaning).not.toMatch(/whole record|within its dates/);
  });

  it.each([
    ['platform-confirmed', 'Northwind Institute', 'recognised'],
    ['host-confirmed', 'Another Platform', 'domain'],
    ['issuer-confirmed', 'Another Platform', 'recognised'],
  ] as const)('%s: claim no revocation asked for, and no answer of this moment', (sign, answeredBy, rung) => {
    const told = meaning({
      credential: content({ format: 'platform', securing: 'hosted' }),
      issuer: { name: 'Northwind Institute', answeredBy, rung },
      outcomes: {
        revocation: { ...notApplicable(), problem: problem('withdrawal-not-said') },
        'issuer-trust': rung === 'recognised' ? passed() : warned(problem('issuer-unknown')),
      },
      contacted: [],
    });
    expect(told.sign).toBe(sign);
    expect(told.meaning).not.toMatch(/is not revoked|just now/);
  });
});

it.each(['context-unsigned', 'digest-mismatch'] as const)(
  '%s: its words do not say when, or by whom, something was changed: nobody found that out',
  (code) => {
    const [, proof] = view({ key: 'a', verdict: {}, outcomes: { proof: warned(problem(code)) } }).checks;
    expect(proof?.reasons.join(' ')).not.toMatch(/somebody|since it was issued|after/i);
  },
);

describe('how it is known who issued it', () => {
  const of = (key: string) => card(ITEMS.find((each) => each.key === key) ?? expect.fail(key), say).how;

  it('suspects nobody where no record was read: nothing was found wanting', () => {
    for (const key of ['page', 'unreachable', 'permission', 'no-link'])
      expect(of(key)).toBe('No record was read, so nothing shows who issued it.');
  });

  it('says of a record on a server where it is kept, and never that it is signed', () => {
    const kept = (issuer: object) =>
      view({ key: 'a', verdict: {}, credential: content({ securing: 'hosted' }), issuer }).how;
    const unknown = { name: 'Friends of the River', recognisedBy: [] };
    expect(kept({ ...unknown, rung: 'integrity' })).toBe(
      'Nothing shows who issued it: anybody could have written this name.',
    );
    expect(kept({ ...unknown, rung: 'bound', domain: null })).toBe(
      'It is kept where the issuer named in it publishes. We do not know who the issuer is.',
    );
    expect(kept({ ...unknown, rung: 'domain', domain: 'river.example' })).toBe(
      'It comes from whoever runs river.example. We do not know who that is.',
    );
    expect(kept({ ...unknown, rung: 'domain', domain: 'api.badgr.io', answeredBy: 'Badgr' })).toBe(
      'Badgr keeps this record, and does not vouch for who the issuer is.',
    );
  });

  it('leaves open what could not be found out, and does not say that the key is another’s', () => {
    const open = inconclusive(problem('timeout', { params: { host: 'keys.example' } }));
    const how = (securing: 'embedded' | 'hosted' | 'none', rung: 'none' | 'integrity', outcomes: object) =>
      view({
        key: 'a',
        verdict: { status: 'unreachable', standing: 'inconclusive', reason: 'timeout' },
        credential: content({ securing }),
        issuer: { rung, recognisedBy: [] },
        outcomes,
      }).how;
    const left = 'Whether the key or server speaks for the issuer could not be found out.';
    expect(how('embedded', 'none', { proof: open })).toBe(left);
    expect(how('embedded', 'integrity', { 'key-binding': open })).toBe(left);
    expect(how('hosted', 'integrity', { 'key-binding': open })).toBe(left);
    expect(how('none', 'none', { proof: open })).toMatch(/^Nothing shows who issued it/);
    expect(how('embedded', 'integrity', { 'key-binding': failed(problem('key-not-bound')) })).toBe(
      'It is signed, but not with a key that speaks for the issuer named in it.',
    );
  });

  it.each(['key-expired', 'key-revoked', 'key-purpose-wrong'] as const)(
    '%s: calls the issuer’s own key no stranger’s, and does not say when it had ended',
    (code) => {
      const told = view({
        key: 'a',
        verdict: { status: 'failed', standing: 'failed', reason: code },
        issuer: { rung: 'integrity', recognisedBy: [] },
        outcomes: { 'key-binding': failed(problem(code)) },
      });
      expect(told.how).not.toContain('belongs to the issuer');
      expect(told.verdict.reason).not.toContain('when the signature was made');
    },
  );

  it('says of a record that nothing authentic names its issuer', () => {
    expect(of('failed')).toBe('Nothing shows who issued it: anybody could have written this name.');
  });
});

describe('what it took', () => {
  const of = (given: Parameters<typeof content>[0]) =>
    view({ key: 'a', verdict: {}, credential: content(given) });
  const award = (given: Parameters<typeof achievement>[0]) => of({ achievements: [achievement(given)] });
  const nothing = { name: 'Score', value: null, status: null, achievedLevel: null };

  it('gives all that is said of a result, for a number alone may mean anything', () => {
    const results = [
      { ...nothing, value: '42', valueMax: '100', required: '50', status: 'Failed' },
      { ...nothing, achievedLevel: 'Golden', status: 'InProgress' },
      { ...nothing, required: '50' },
    ];
    expect(award({ results }).earned[0]?.results.map(({ value }) => value)).toEqual([
      '42 of 100 · Failed · required: 50',
      'Golden · In progress',
    ]);
  });

  it('gives its kind, credits, dates and the like in the reader’s words', () => {
    const details = { creditsEarned: '7.5', activityStartDate: '2025-01-01T00:00:00Z' };
    const [told] = award({ type: 'ext:MicroDegree', details }).earned;
    expect(told?.details.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Kind: Micro Degree',
      'Credits earned: 7.5',
      'Activity began: Jan 1, 2025',
    ]);
  });

  it('gives the description of evidence beside its narrative, and for whom it was', () => {
    const [evidence] = achievement().evidence;
    if (evidence === undefined) throw new Error('there is no evidence to describe');
    const [told] = award({
      evidence: [{ ...evidence, description: 'A diagram.', audience: 'Examiners' }],
    }).earned;
    expect(JSON.stringify(told?.evidence[0]?.blocks)).toMatch(/A diagram.*Reviewed on/);
    expect(told?.evidence[0]?.kind).toBe('Project · Examiners');
  });

  it('says of several achievements what belongs to which, and describes the whole by none of them', () => {
    const several = ['Bread', 'Cake'].map((name) =>
      achievement({
        name,
        description: `Bakes ${name}.`,
        details: { humanCode: `${name}-1` },
        results: [{ ...nothing, name: 'Taste', value: name }],
      }),
    );
    const { earned } = of({ achievements: several, description: 'A year of baking.' });
    expect(earned.map(({ title, description }) => [title, description])).toEqual([
      [null, 'A year of baking.'],
      ['Bread', 'Bakes Bread.'],
      ['Cake', 'Bakes Cake.'],
    ]);
    expect(earned.map(({ results }) => results.map(({ value }) => value))).toEqual([[], ['Bread'], ['Cake']]);
    expect(JSON.stringify(earned[2]?.details)).toContain('Cake-1');
    expect(earned.map(({ criteria }) => criteria !== null)).toEqual([false, true, true]);
    expect(award({}).earned.map(({ title }) => title)).toEqual([null]);
  });

  it('gives what is said once for several achievements to none of them', () => {
    const several = [
      achievement({
        name: 'Bread',
        details: { creditsEarned: '30', version: '2' },
        results: [{ ...nothing, name: null, value: '1.3' }],
      }),
      achievement({ name: 'Cake', evidence: [], results: [] }),
    ];
    const [whole, bread] = of({ achievements: several }).earned;
    expect(whole?.details).toEqual([{ label: 'Credits earned', value: '30' }]);
    expect(whole?.results).toMatchObject([{ label: 'Result', value: '1.3' }]);
    expect(whole?.evidence).toHaveLength(1);
    expect(bread?.title).toBe('Bread');
    expect(JSON.stringify(bread)).not.toMatch(/"30"|1\.3|Threat model of/);
  });

  it('heads several achievements as what is named, for a record does not say that all were earned', () => {
    const several = of({ achievements: [achievement({ name: 'A' }), achievement({ name: 'B' })] });
    expect(several.earnedWords).toBe('Achievements named in it');
    expect(of({ format: 'clr2' }).earnedWords).toBe('Achievements named in it');
    expect(of({ achievements: [], description: 'A library card.' }).earnedWords).toBe('What it says');
  });

  it('says of a record that it is not complete, where it says so itself', () => {
    const whole = { achievements: [achievement({ name: 'A' }), achievement({ name: 'B' })] };
    const extent = { label: 'Extent', value: 'Not all the awards that its issuer knows of' };
    expect(of({ ...whole, partial: true }).earned[0]?.details).toEqual([extent]);
    expect(of({ partial: true }).earned[0]?.details).toContainEqual(extent);
    expect(of(whole).earned.flatMap(({ details }) => details)).not.toContainEqual(extent);
  });

  it('heads what an endorser writes as that, and as nothing that was earned', () => {
    const { earnedWords, earned } = of({
      types: ['VerifiableCredential', 'EndorsementCredential'],
      achievements: [],
      description: 'Careful work.',
      recipient: { id: 'did:example:ana', name: null, identifiers: [] },
    });
    expect(earnedWords).toBe('What it says');
    expect(earned[0]?.description).toBe('Careful work.');
    expect(award({}).earnedWords).toBe('What it took to earn it');
  });
});

describe('skills', () => {
  const groups = (given: Parameters<typeof achievement>[0]) =>
    view({
      key: 'a',
      verdict: {},
      credential: content({ achievements: [achievement(given), achievement(given)] }),
    }).skills;
  const alignment = { name: 'Python', url: null, framework: null, code: null, description: null, type: null };

  it('are grouped by framework, each once, keywords last', () => {
    expect(groups({}).map(({ framework, skills }) => [framework, skills.length])).toEqual([
      ['SFIA 9', 2],
      ['NIST CSF 2.0', 1],
      [null, 2],
    ]);
  });

  it('without a framework belong to the site that defines them', () => {
    expect(
      groups({ alignments: [{ ...alignment, url: 'https://skills.example/py' }], tags: [] }),
    ).toMatchObject([{ framework: 'skills.example' }]);
  });

  it('link only to the web', () => {
    expect(
      groups({ alignments: [{ ...alignment, url: 'javascript:alert(1)' }], tags: [] })[0]?.skills[0]?.href,
    ).toBeNull();
  });

  it('do not list a keyword again that is a skill already', () => {
    expect(groups({ alignments: [alignment], tags: ['Python'] })).toHaveLength(1);
  });
});

describe('who was contacted', () => {
  const contact = (outcome: string, url = 'https://keys.example/a?pin=1#s') => ({ url, at: NOW, outcome });

  it('is shown without secrets, with time and outcome', () => {
    const { contacted } = view({
      key: 'a',
      verdict: {},
      contacted: [
        contact('200'),
        contact('503'),
        contact('cached'),
        contact('timeout'),
        contact('who knows'),
      ],
    });
    expect(contacted.map(({ outcome }) => outcome)).toEqual([
      'answered',
      'answered with code 503',
      'answered then; the kept answer was used again',
      say('problem_timeout', { host: 'keys.example' }),
      'no usable answer',
    ]);
    expect(contacted[0]).toMatchObject({ address: 'keys.example/a', at: expect.stringContaining('UTC') });
    expect(JSON.stringify(contacted)).not.toContain('pin');
  });
});

describe('what the page says', () => {
  it('is kept apart from the record', () => {
    const page = view({ key: 'a', verdict: {}, credential: content({ format: 'page' }) });
    expect(page.dates).toEqual([]);
    expect(page.record).toEqual([]);
    expect(page.pageSays).toEqual([{ label: 'Issued', value: 'Mar 4, 2025' }]);
    expect(page.holder.name).toBeNull();
  });
});

describe('origins that a click could open', () => {
  it('are named where a permission is missing', () => {
    const asked = (params: Record<string, string>) =>
      view({
        key: 'a',
        verdict: { status: 'not-checked', standing: 'inconclusive', reason: 'permission-needed' },
        outcomes: { proof: failed(problem('permission-needed', { params })) },
      }).wantedOrigins;
    expect(asked({ host: 'a.example', origin: 'https://a.example' })).toEqual(['https://a.example/*']);
    expect(asked({ host: 'a.example' })).toEqual([]);
    expect(view({ key: 'a', verdict: {} }).wantedOrigins).toEqual([]);
  });
});

describe('what waits for the reader', () => {
  it.each([
    ['permission-needed', 'Waiting for your OK'],
    ['left-for-request', 'Not checked yet'],
  ] as const)('is nowhere called something that could not be checked: %s', (reason, word) => {
    const { verdict, lead } = view({
      key: 'a',
      verdict: { status: 'not-checked', standing: 'inconclusive', reason },
      credential: null,
    });
    expect(verdict.standingWord).toBe(word);
    expect([verdict.standingMeaning, lead].join(' ')).not.toContain('could not be checked');
  });
});

describe('whose it is', () => {
  const nameless = content({ recipient: { id: null, name: null, identifiers: [] } });

  it('is not checked where there is no record, and nobody’s by name where a record names nobody', () => {
    expect(view({ key: 'a', verdict: {}, credential: null }).holder.sentences).toEqual([
      'It is not known who holds it.',
    ]);
    expect(view({ key: 'a', verdict: {}, credential: nameless }).holder.sentences).toEqual([
      'The record names no person.',
    ]);
  });

  it('says that there is an address to compare with, until the reader has compared', () => {
    const to = (identity: string, identityType = 'emailAddress') => {
      const identifiers = [{ identityType, identity, hashed: false, salt: null }];
      return content({ recipient: { id: null, name: null, identifiers } });
    };
    const of = (credential: ReturnType<typeof content>, outcomes = {}) =>
      view({ key: 'a', verdict: {}, credential, outcomes }).holder.sentences;
    expect(of(to('ann@example.com'))).toEqual([
      'The record names no person, but an e-mail address. You can compare it with one that you know.',
    ]);
    expect(of(to('sha256$0123'))[0]).toContain('but an e-mail address');
    expect(of(to('ann@example.com', 'schema:email'))[0]).toContain('but an e-mail address');
    expect(of(to('member-17'))).toEqual(['The record names no person.']);
    const tried = { holder: inconclusive(problem('holder-not-checkable')) };
    expect(of(to('ann@example.com'), tried)).toEqual(['The record names no person.']);
  });

  it('is nobody’s where somebody endorses, whatever the endorsement is called', () => {
    const types = ['VerifiableCredential', 'EndorsementCredential'];
    const endorsement = content({ types, achievements: [], name: 'Doctor of Medicine' });
    const { holder } = view({ key: 'a', verdict: {}, credential: endorsement });
    expect(holder.sentences).toEqual([
      'An endorsement, not an award. It is in favour of whoever or whatever has this id:',
      'did:example:holder',
    ]);
    const ofNobody = { ...endorsement, recipient: { id: null, name: 'Ana Lindqvist', identifiers: [] } };
    expect(view({ key: 'a', verdict: {}, credential: ofNobody }).holder.sentences).toEqual([
      'An endorsement, not an award. It does not name by an id whom or what it is in favour of.',
    ]);
  });

  it('shows what is endorsed as an address, never as words that could be an answer', () => {
    const types = ['VerifiableCredential', 'EndorsementCredential'];
    const idOf = (id: string) => {
      const recipient = { id, name: null, identifiers: [] };
      const credential = content({ types, achievements: [], recipient });
      return view({ key: 'a', verdict: {}, credential }).holder.sentences[1];
    };
    expect(idOf('✓ Authenticity OK\n')).toBe('%E2%9C%93%20Authenticity%20OK%0A');
    expect(idOf('\ud800')).toBe('%EF%BF%BD');
    expect(idOf('https://a.example/b?c=%20d#e')).toBe('https://a.example/b?c=%20d#e');
  });

  it('says who endorses, and claims no more of them than of an issuer', () => {
    const types = ['VerifiableCredential', 'EndorsementCredential'];
    const credential = content({ types, achievements: [] });
    const by = (issuer: Partial<IssuerFinding>) => view({ key: 'a', verdict: {}, credential, issuer }).issuer;
    const unlisted = { recognisedBy: [], rung: 'domain' } as const;
    expect(by({})).toBe('Endorsement by Northwind Institute');
    expect(by(unlisted)).toBe('Endorsement by Northwind Institute, at badges.northwind.example');
    expect(by({ ...unlisted, name: null })).toBe('Endorsement by badges.northwind.example');
    expect(by({ ...unlisted, rung: 'bound' })).toBe('Endorsement under the name Northwind Institute');
    expect(by({ ...unlisted, rung: 'none', name: null })).toBe('Endorsement, issuer not named');
  });

  it('says first that the address matches, and not that nobody is named', () => {
    const matched = 'matched';
    expect(view({ key: 'a', verdict: {}, holder: matched, credential: nameless }).holder.sentences).toEqual([
      'Issued to the address you entered.',
    ]);
    expect(view({ key: 'a', verdict: {}, holder: matched }).holder.sentences).toEqual([
      'Issued to the address you entered.',
      'Made out to Ana Lindqvist.',
    ]);
  });

  it('says first that the address is another one, which is why the row asks for a look', () => {
    expect(view({ key: 'a', verdict: {}, holder: 'mismatch' }).holder.sentences).toEqual([
      'Issued to another address than the one you entered.',
      'Made out to Ana Lindqvist.',
    ]);
  });

  it('says after the name that it differs from what was entered', () => {
    const { sentences } = view({ key: 'a', verdict: {}, holder: 'name-differs' }).holder;
    expect(sentences[0]).toBe('Made out to Ana Lindqvist.');
    expect(sentences[1]).toContain('The name differs');
  });
});

describe('an issuer that the reader may recognise', () => {
  it.each([
    ['signature-verified', 'unrecognised', true],
    ['expired', 'caution', true],
    ['revoked', 'failed', false],
    ['failed', 'failed', false],
    ['unreachable', 'inconclusive', false],
  ] as const)('of a record that is %s and %s: %s', (status, standing, isOffered) => {
    const { recognisable } = view({ key: 'a', verdict: { status, standing }, issuer: { rung: 'domain' } });
    expect(recognisable !== null).toBe(isOffered);
  });

  it('can be taken off the reader’s list by the id that it has there', () => {
    const id = 'https://a.example/issuer';
    const idToForget = (listedAs?: string) => {
      const own = { source: 'reader', name: 'A', ...(listedAs !== undefined && { listedAs }) };
      return view({ key: 'a', verdict: {}, issuer: { id, rung: 'recognised', recognisedBy: [own] } })
        .ownRecognition?.id;
    };
    expect([idToForget(), idToForget('https://A.example/issuer')]).toEqual([id, 'https://A.example/issuer']);
  });
});

describe('a revoked credential', () => {
  it.each([
    [{ reason: 'Issued in error' }, 'The issuer has revoked this credential: “Issued in error”'],
    [{}, 'The issuer has revoked this credential.'],
  ])('gives the reason that the issuer gave, and no other: %o', (params, sentence) => {
    const { verdict } = view({
      key: 'a',
      verdict: { status: 'revoked', standing: 'failed', reason: 'revoked' },
      outcomes: { revocation: failed(problem('revoked', { params })) },
    });
    expect(verdict.reason).toBe(sentence);
  });
});
