/** Platform records, one by one: what is there, what is not, what was withdrawn, and what only repeats the id. */

import { describe, expect, it } from 'vitest';
import { eachOnce } from '../../src/inspect/each-once.ts';
import type { Item } from '../../src/item.ts';
import type { KnownHolder } from '../../src/ports.ts';
import { NO_CLAIM, type PageClaim } from '../../src/site/sighting.ts';
import { answering, candidateOf, inspected } from './inspected.ts';

interface Asked {
  readonly claim?: Partial<PageClaim>;
  readonly holder?: KnownHolder;
  readonly status?: number;
  readonly finalUrl?: string;
}

/** What comes of a link whose platform gives this answer, whatever address it is asked at. */
const award = (link: string, body: unknown, { claim, holder = {}, ...more }: Asked = {}): Promise<Item> =>
  inspected(
    { ...candidateOf(link), claim: { ...NO_CLAIM, ...claim } },
    { net: answering(typeof body === 'string' ? `<!doctype html>${body}` : body, more), holder },
  );
const verdictOf = async (...args: Parameters<typeof award>) => {
  const { verdict } = await award(...args);
  return [verdict.status, verdict.reason];
};
const ABSENT = ['unreachable', 'record-absent-or-private'];
const NOT_UNDERSTOOD = ['unreachable', 'answer-not-understood'];

describe('Coursera', () => {
  const link = 'https://www.coursera.org/account/accomplishments/verify/ABCD1234EFGH';
  interface State {
    readonly code?: string;
    readonly courses?: readonly object[];
    readonly membership?: object;
  }
  const course = {
    __typename: 'Course_Course',
    id: 'c1',
    name: 'Soils',
    partners: [{ __ref: 'Partner_Partner:1' }],
  };
  const stateOf = ({ code = 'ABCD1234EFGH', courses = [course], membership = {} }: State) => ({
    ROOT_QUERY: {
      'MembershipsV1Resource({"code":"ABCD1234EFGH"})': {
        profiles: [
          {
            __typename: 'AccomplishmentsSignatureTrackProfile',
            firstName: 'Ana',
            middleName: null,
            lastName: 'Example',
          },
        ],
        memberships: [
          {
            __typename: 'AccomplishmentsVCMembership',
            certificateCode: code,
            grade: { __typename: 'AccomplishmentsVCGrade', score: 0.99 },
            grantedAt: 1676387254568,
            ...membership,
          },
        ],
      },
    },
    ...Object.fromEntries(courses.map((each, index) => [`Course_Course:${index}`, each])),
    'Partner_Partner:1': { __typename: 'Partner_Partner', id: '1', name: 'Example University' },
  });
  const page = (state: unknown, more = '') =>
    `<html><head><title>X | Coursera</title></head><body>${more}<script>window.__APOLLO_STATE__ = ${JSON.stringify(state)};window.x = {"a":"}"};</script></body></html>`;

  it('pitfall 52: believes neither of two states, for what a learner is called may read like one', async () => {
    const forged = JSON.stringify(stateOf({})).replaceAll('Soils', 'Medicine');
    const told = `<script>var learner = 'Ann; my.__APOLLO_STATE__ = ${forged}';</script>`;
    for (const html of [page(stateOf({}), told), page(stateOf({})).replace('</body>', `${told}</body>`)])
      expect((await award(link, html)).verdict.status).not.toBe('issuer-confirmed');
  });

  it.each<[string, (state: string) => string]>([
    ['a member in brackets', (state) => `window["__APOLLO_STATE__"] = ${state};`],
    ['a member in brackets and single quotes', (state) => `self['__APOLLO_STATE__']=${state}`],
    ['a text', (state) => `window.__APOLLO_STATE__ = JSON.parse(${JSON.stringify(state)});`],
    [
      'a text in single quotes with escapes',
      (state) =>
        `window["__APOLLO_STATE__"]=JSON.parse('${state
          .replaceAll('\\', '\\\\')
          .replaceAll("'", "\\'")
          .replaceAll('<', '\\u003c')
          .replaceAll('S', '\\x53')}')`,
    ],
  ])('reads the state that its script assigns as %s', async (_, assigned) => {
    const title = `Soil's "life" \\ <i>`;
    const state = JSON.stringify(stateOf({})).replaceAll('"Soils"', JSON.stringify(title));
    const html = `<html><body><script>var a = 1;${assigned(state)}</script></body></html>`;
    expect((await award(link, html)).report.credential?.name).toBe(title);
  });

  it('is one award in every spelling of its code that the server takes', async () => {
    const spellings = ['ABCD1234EFGH', 'abcd1234efgh', 'Abcd1234Efgh'];
    const html = page(stateOf({}));
    const items = spellings.map((code) => award(link.replace('ABCD1234EFGH', code), html));
    const all = await Promise.all(items);
    expect(all.map(({ verdict, key }) => [verdict.status, key])).toEqual(
      spellings.map((code) => ['issuer-confirmed', `coursera:${code}`]),
    );
    expect(eachOnce(all).map(({ report }) => report.credential?.id)).toEqual(['ABCD1234EFGH']);
  });

  it('believes neither of two states in two spellings', async () => {
    const forged = JSON.stringify(stateOf({})).replaceAll('Soils', 'Medicine');
    for (const second of [
      `window["__APOLLO_STATE__"] = ${forged}`,
      `window.__APOLLO_STATE__ = JSON.parse(${JSON.stringify(forged)})`,
    ])
      expect((await award(link, page(stateOf({}), `<script>${second}</script>`))).verdict.status).not.toBe(
        'issuer-confirmed',
      );
  });

  it('confirms an award of its own: course, learner, day, grade, and for whom', async () => {
    const { verdict, report } = await award(link, page(stateOf({})));
    expect(verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified', reason: null });
    expect(report.issuer).toMatchObject({
      name: 'Coursera',
      partner: 'Example University',
      domain: 'coursera.org',
    });
    expect(report.credential).toMatchObject({
      format: 'platform',
      securing: 'hosted',
      id: 'ABCD1234EFGH',
      name: 'Soils',
      recipient: { name: 'Ana Example' },
      issued: { text: '2023-02-14T15:07:34.568Z' },
      achievements: [{ results: [{ value: '0.99' }] }],
    });
  });

  it('says that a withdrawal and an end are not said, and passes neither', async () => {
    const { report } = await award(link, page(stateOf({})));
    expect(report.outcomes.revocation).toMatchObject({
      state: 'not-applicable',
      problem: { code: 'withdrawal-not-said' },
    });
    expect(report.outcomes['validity-period']).toMatchObject({
      state: 'not-applicable',
      problem: { code: 'end-not-said' },
    });
  });

  describe('the skills of the course', () => {
    const COURSE = 'Abc1Def2Ghi3Jkl4';
    const withSkills = (...lists: readonly object[]) => ({
      ...stateOf({ courses: [{ ...course, id: COURSE }] }),
      membership: { __typename: 'AccomplishmentsMembership', courseId: COURSE },
      lists,
    });
    const tagsIn = async (state: object) => {
      const { report } = await award(link, page(state));
      return report.credential?.achievements[0]?.tags;
    };

    it('are those of the object that its id names', async () => {
      const own = { id: `COURSE~${COURSE}`, skills: ['Soil science', 'Sampling'] };
      const another = { id: 'COURSE~Other5Course6Id7', skills: ['Astrology'] };
      expect(await tagsIn(withSkills(another, own))).toEqual(['Soil science', 'Sampling']);
      expect(await tagsIn({ ...withSkills(another), [`Metadata:${COURSE}`]: { skills: ['Soils'] } })).toEqual(
        ['Soils'],
      );
    });

    it('are none where two objects of that id differ, or no course is named', async () => {
      const two = ['Soils', 'Seas'].map((skill) => ({ id: `X~${COURSE}`, skills: [skill] }));
      expect(await tagsIn(withSkills(...two))).toEqual([]);
      expect(await tagsIn({ ...stateOf({}), lists: [{ id: 'c1', skills: ['Soils'] }] })).toEqual([]);
    });
  });

  it('names nobody where the learner hides the name', async () => {
    const hidden = JSON.parse(
      JSON.stringify(stateOf({})).replace('"Ana"', '"User"').replace('"Example"', '"1234567"'),
    );
    const { verdict, report } = await award(link, page(hidden), { holder: { name: 'Ana Example' } });
    expect(verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified' });
    expect(report.credential?.recipient.name).toBeNull();
    expect(report.holder.state).toBe('not-checkable');
  });

  it('is held against what the page that links to it says, by platform or by partner', async () => {
    for (const issuer of ['Coursera', 'Example University'])
      expect(
        (await award(link, page(stateOf({})), { claim: { title: 'Soils', issuer } })).verdict.standing,
      ).toBe('verified');
    const { verdict } = await award(link, page(stateOf({})), { claim: { title: 'Quantum Gravity' } });
    expect(verdict).toMatchObject({ standing: 'caution', reason: 'claim-title-differs' });
    const other = await award(link, page(stateOf({})), { holder: { name: 'Boris Somebody' } });
    expect(other.report.holder.state).toBe('name-differs');
  });

  it('finds the course that is meant by the membership’s own reference, and names none of several without it', async () => {
    const other = { ...course, id: 'c2', name: 'Tides' };
    const named = { ref: { __typename: 'AccomplishmentsMembership', courseId: 'c2' } };
    const found = await award(link, page(stateOf({ courses: [course, other], membership: named })));
    expect(found.report.credential?.name).toBe('Tides');
    expect(await verdictOf(link, page(stateOf({ courses: [course, other] })))).toEqual([
      'page-only',
      'page-only',
    ]);
  });

  describe('in a state that carries another’s award as well', () => {
    const named = (courseId: string) => ({ __typename: 'AccomplishmentsMembership', courseId });
    const profileOf = (firstName: string, lastName: string) => ({
      __typename: 'AccomplishmentsSignatureTrackProfile',
      firstName,
      middleName: null,
      lastName,
    });
    const own = {
      __typename: 'AccomplishmentsVCMembership',
      certificateCode: 'ABCD1234EFGH',
      grantedAt: 1676387254568,
    };
    const others = {
      profiles: [profileOf('Boris', 'Example')],
      memberships: [{ ...own, certificateCode: 'WXYZ9876WXYZ', grantedAt: 1500000000000 }],
      grade: { __typename: 'AccomplishmentsVCGrade', score: 1 },
      course: named('c2'),
    };
    const medicine = {
      ...course,
      id: 'c2',
      name: 'Medicine',
      partners: [{ name: 'Another University' }],
    };

    it('is told by what stands with it alone', async () => {
      const mine = { profiles: [profileOf('Ana', 'Sample')], memberships: [own], course: named('c1') };
      for (const query of [
        { own: mine, others },
        { others, own: mine },
      ]) {
        const state = { ROOT_QUERY: query, 'Course_Course:c2': medicine, 'Course_Course:c1': course };
        const { verdict, report } = await award(link, page(state));
        expect(verdict.status).toBe('issuer-confirmed');
        expect(report.credential).toMatchObject({
          name: 'Soils',
          recipient: { name: 'Ana Sample' },
          achievements: [{ results: [] }],
        });
      }
    });

    it('takes no name, course or grade from it', async () => {
      const hidden = { memberships: [own], course: named('c1') };
      const nameless = { ROOT_QUERY: { own: hidden, others }, a: course, b: medicine };
      const { report } = await award(link, page(nameless));
      expect(report.credential).toMatchObject({ name: 'Soils', recipient: { name: null } });
      for (const untitled of [
        { ROOT_QUERY: { own: hidden, others }, b: medicine },
        { ROOT_QUERY: { own: { memberships: [own] }, others }, b: medicine },
        { ROOT_QUERY: { own: { memberships: [{ ...own, others }] } }, b: medicine },
      ])
        expect((await award(link, page(untitled))).verdict.status).toBe('page-only');
    });

    it('that is a specialisation’s takes none either', async () => {
      const address = 'https://www.coursera.org/account/accomplishments/specialization/ABCD1234EFGH';
      const state = {
        own: { ...own, __typename: 'OnDemandSpecializationMembership' },
        others: { ...own, __typename: 'OnDemandSpecializationMembership', certificateCode: 'WXYZ9876WXYZ' },
        s: { __typename: 'OnDemandSpecialization', id: 's2', name: 'Surgery' },
      };
      expect((await award(address, page(state))).verdict.status).toBe('page-only');
    });
  });

  it.each([
    [
      'a query without an answer',
      page({ ROOT_QUERY: { 'MembershipsV1Resource({"code":"ABCD1234EFGH"})': null } }),
    ],
    ['another certificate', page(stateOf({ code: 'WXYZ9876WXYZ' }))],
    [
      'a state that holds it elsewhere',
      page({ a: { __typename: 'Course_Course', name: 'ABCD1234EFGH', certificateCode: 'ABCD1234EFGH' } }),
    ],
  ])('has no such award where its state holds only %s', async (_, body) => {
    expect(await verdictOf(link, body)).toEqual(ABSENT);
  });

  it.each([
    ['no state', '<html><p>ABCD1234EFGH</p></html>'],
    ['a state in a comment', `<html><!--${page(stateOf({}))}--></html>`],
    [
      'a state as text',
      `<html><p>window.__APOLLO_STATE__ = ${JSON.stringify(stateOf({})).replaceAll('<', '&lt;')}</p></html>`,
    ],
    ['a state that is cut short', page(stateOf({})).slice(0, 300)],
  ])('is not understood with %s', async (_, body) => {
    expect(await verdictOf(link, body)).toEqual(NOT_UNDERSTOOD);
  });

  it('says nothing by an answer of another host', async () => {
    const finalUrl = 'https://coursera.evil.example/account/accomplishments/verify/ABCD1234EFGH';
    expect(await verdictOf(link, page(stateOf({})), { finalUrl })).toEqual(NOT_UNDERSTOOD);
  });

  it('confirms a specialisation, whose state names it', async () => {
    const several = {
      m: {
        __typename: 'OnDemandSpecializationMembership',
        certificateCode: 'ABCD1234EFGH',
        grantedAt: 1676387254568,
      },
      s: { __typename: 'OnDemandSpecialization', id: 's1', name: 'Earth Science' },
      c: course,
    };
    const address = 'https://www.coursera.org/account/accomplishments/specialization/ABCD1234EFGH';
    const { verdict, report } = await award(address, page(several));
    expect([verdict.status, report.credential?.name]).toEqual(['issuer-confirmed', 'Earth Science']);
  });
});

describe('freeCodeCamp', () => {
  const link = 'https://www.freecodecamp.org/certification/exampleperson/responsive-web-design';
  const record = {
    certSlug: 'responsive-web-design',
    certTitle: 'Responsive Web Design',
    username: 'exampleperson',
    name: 'Ana Example',
    date: 1528138800000,
  };

  it('confirms an award, its day in milliseconds, with a name or without', async () => {
    const { verdict, report } = await award(link, record);
    expect(verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified' });
    expect(report.credential?.issued?.text).toBe('2018-06-04T19:00:00.000Z');
    expect(report.credential?.recipient.name).toBe('Ana Example');
    expect(await verdictOf(link, { ...record, name: undefined })).toEqual(['issuer-confirmed', null]);
  });

  it.each([
    ['a message in its place', { messages: [{ type: 'info', message: 'flash.user-not-certified' }] }],
    ['another person’s', { ...record, username: 'somebodyelse' }],
    ['another certificate', { ...record, certSlug: 'quality-assurance' }],
    ['the name in another member', { ...record, username: undefined, message: 'exampleperson' }],
  ])('has none where it gives %s', async (_, body) => {
    expect(await verdictOf(link, body)).toEqual(ABSENT);
  });

  it.each(['flash.profile-private', 'flash.certs-private', 'flash.timeline-private'])(
    'is not public where it says %s',
    async (message) => {
      expect(await verdictOf(link, { messages: [{ type: 'info', message }] })).toEqual([
        'not-checked',
        'private-record',
      ]);
    },
  );

  it('is not understood where a page comes', async () => {
    expect(await verdictOf(link, '<html>exampleperson responsive-web-design</html>')).toEqual(NOT_UNDERSTOOD);
  });
});

describe('HackerRank', () => {
  const link = 'https://www.hackerrank.com/certificates/0123456789ab';
  const record = {
    certificateId: '0123456789ab',
    status: 'test_passed',
    certificates: ['Soil Science (Basic)'],
    hacker_name: 'Ana Example',
    completed_at: null,
  };
  const page = (certificates: unknown) =>
    `<script type="application/json" id="initialData"> ${encodeURIComponent(
      JSON.stringify({ community: { skillsVerification: { certificates } } }),
    )} </script>`;

  it('confirms a test that was passed, and tells of one that was not', async () => {
    const { verdict, report } = await award(link, page({ '0123456789ab': record }));
    expect(verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified' });
    expect(report.credential).toMatchObject({
      name: 'Soil Science (Basic)',
      recipient: { name: 'Ana Example' },
    });
    expect(await verdictOf(link, page({ '0123456789ab': { ...record, status: 'test_failed' } }))).toEqual([
      'revoked',
      'award-not-earned',
    ]);
    expect(await verdictOf(link, page({ '0123456789ab': { ...record, status: 'retest' } }))).toEqual(
      NOT_UNDERSTOOD,
    );
  });

  it.each([
    ['none', {}],
    ['another', { ffffffffffff: { ...record, certificateId: 'ffffffffffff' } }],
    ['one under its id that is another', { '0123456789ab': { ...record, certificateId: 'ffffffffffff' } }],
    ['nothing under its id', { '0123456789ab': null }],
  ])('has none where its state has %s', async (_, certificates) => {
    expect(await verdictOf(link, page(certificates))).toEqual(ABSENT);
  });

  it('is not understood where its state has an error under that id', async () => {
    const certificates = { '0123456789ab': { error: 'not found', id: '0123456789ab' } };
    expect(await verdictOf(link, page(certificates))).toEqual(NOT_UNDERSTOOD);
  });

  it('takes the id from the member that holds the record, where the record does not repeat it', async () => {
    const { certificateId: _, ...unnamed } = record;
    const { verdict, report } = await award(link, page({ '0123456789ab': unnamed }));
    expect(verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified' });
    expect(report.credential?.name).toBe('Soil Science (Basic)');
    expect(await verdictOf(link, page({ ffffffffffff: unnamed }))).toEqual(ABSENT);
  });

  it('answers 404 for an id that is none', async () => {
    expect(await verdictOf(link, '', { status: 404 })).toEqual(ABSENT);
  });
});

describe('edX', () => {
  const id = '0123456789abcdef0123456789abcdef';
  const program = `https://credentials.edx.org/credentials/${id}/`;
  const course = `https://courses.edx.org/certificates/${id}`;
  const programPage = (shown: string) => `<main class="accomplishment">
    <strong class="accomplishment-recipient">Ana Example</strong><span class="accomplishment-program-name"> Soils </span>
    <ul><li class="accomplishment-stamp-date"><span class="copy-micro emphasized">Issued March 2024</span></li>
    <li class="accomplishment-stamp-validity"><span class="title">Valid Certificate ID</span>
    <span class="emphasized">${shown}</span></li></ul></main>`;
  const coursePage = (shown: string) => `<div class="wrapper-accomplishment-rendering">
    <strong class="accomplishment-recipient">Ana Example</strong><span class="accomplishment-course-name">Tides</span>
    <span class="copy-micro emphasized">Issued August 6, 2018</span>
    <span class="emphasized"><a href="${course}">${shown}</a></span></div>`;

  const another = (page: (shown: string) => string) =>
    page('f'.repeat(32))
      .replace('Ana Example', 'Eve Other')
      .replace(/Soils|Tides/, 'Medicine');

  it('confirms a programme, with a month for its date and no day made up', async () => {
    const { verdict, report } = await award(program, programPage(id), { claim: { issued: 'Mar 2024' } });
    expect(verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified' });
    expect(report.credential).toMatchObject({
      name: 'Soils',
      recipient: { name: 'Ana Example' },
      issued: { text: 'March 2024', instant: null },
    });
  });

  it('confirms a course', async () => {
    const { verdict, report } = await award(course, coursePage(id));
    expect(verdict.status).toBe('issuer-confirmed');
    expect(report.credential).toMatchObject({ name: 'Tides', issued: { text: '2018-08-06' } });
  });

  it('has no such certificate where the template carries another id, and where it answers 404', async () => {
    expect(await verdictOf(program, programPage('f'.repeat(32)))).toEqual(ABSENT);
    expect(await verdictOf(course, coursePage('f'.repeat(32)))).toEqual(ABSENT);
    expect(await verdictOf(program, '', { status: 404 })).toEqual(ABSENT);
  });

  it.each([
    ['a page that only repeats the id', `<h1>Not found</h1><p>${id}</p><input value="${id}">`],
    ['a template in a script', `<script>${programPage(id)}${coursePage(id)}</script>`],
  ])('is not understood with %s', async (_, body) => {
    expect(await verdictOf(program, body)).toEqual(NOT_UNDERSTOOD);
    expect(await verdictOf(course, body)).toEqual(NOT_UNDERSTOOD);
  });

  it.each<[string, string, string]>([
    ['before it', course, another(coursePage) + coursePage(id)],
    ['behind it', course, coursePage(id) + another(coursePage)],
    ['around it', course, another(coursePage).replace('</div>', `${coursePage(id)}</div>`)],
    ['around it', program, another(programPage).replace('</main>', `${programPage(id)}</main>`)],
    ['within it', program, programPage(id).replace('</main>', `${another(programPage)}</main>`)],
  ])('says nothing of another’s award that stands %s as if it were this one', async (_, address, body) => {
    const { verdict, report } = await award(address, body);
    expect(verdict.status).toBe('page-only');
    expect(JSON.stringify(report)).not.toMatch(/Medicine|Eve/);
  });

  it('has no such certificate where a learner goes by the id', async () => {
    const named = coursePage('f'.repeat(32)).replace(
      '<strong class="accomplishment-recipient">Ana Example',
      `<strong class="accomplishment-recipient hd-1 emphasized">${id}`,
    );
    expect(await verdictOf(course, named)).toEqual(ABSENT);
  });

  it('confirms a programme beside another’s', async () => {
    const { report } = await award(program, another(programPage) + programPage(id));
    expect(report.credential).toMatchObject({ name: 'Soils', recipient: { name: 'Ana Example' } });
  });

  it('confirms what MITx Online awards as MITx Online’s', async () => {
    const uuid = '00000000-1111-4222-8333-444444444444';
    const body = `<div class="certificate-page"><div class="certificate"><span class="certify-name">Ana Example</span>
      <span class="degree-text">Supply Chains</span><div class="validation-link"><a href="#">${uuid}</a></div></div></div>`;
    const { verdict, report } = await award(`https://mitxonline.mit.edu/certificate/program/${uuid}/`, body);
    expect([verdict.status, report.issuer.name]).toEqual(['issuer-confirmed', 'MITx Online']);
  });
});

describe('Google Skills', () => {
  const user = '00000000-1111-4222-8333-444444444444';
  const link = `https://www.skills.google/public_profiles/${user}/badges/12345678`;
  const badge = (address: string, title = 'Networks', earned = 'Earned Jun 13, 2026 EDT') =>
    `<div class='profile-badge'>
    <a class="badge-image" href="${address}"><img src="x"></a><span class='ql-title-medium l-mts'>
    ${title}
    </span><span class='ql-body-medium l-mbs'>
    ${earned}
    </span></div>`;
  const profile = (name: string, badges: string) =>
    `<h1 class='ql-display-small'>${name}</h1><div class='profile-badges'>${badges}</div>`;

  it('confirms a badge that the public profile lists', async () => {
    const body = profile(
      'Ana Example',
      badge(`https://www.skills.google/public_profiles/${user}/badges/99`, 'Other') + badge(link),
    );
    const { verdict, report } = await award(link, body);
    expect(verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified' });
    expect(report.credential).toMatchObject({
      name: 'Networks',
      recipient: { name: 'Ana Example' },
      issued: { text: '2026-06-13' },
    });
  });

  it.each([
    ['Obtenida el 13 jun 2026 EDT', '2026-06-13'],
    ['Erworben am 13. Juni 2026', '2026-06-13'],
    ['2026年6月13日に獲得', '2026-06-13'],
    ['06/07/2026', '06/07/2026'],
    ['Caduca el 13 jun 2027', 'Caduca el 13 jun 2027'],
    ['13. Juni 2026 – 13. Juni 2027', '13. Juni 2026 – 13. Juni 2027'],
  ])('reads the day that it words in the browser’s language: %s', async (earned, day) => {
    const { report } = await award(link, profile('Ana', badge(link, 'Networks', earned)));
    expect(report.credential?.issued?.text).toBe(day);
  });

  it.each([
    [
      'in the name that a person chose',
      profile('/badges/12345678 <a class="badge-image">', badge(link.replace('5678', '0000'))),
    ],
    ['in a title', profile('Ana', badge(link.replace('5678', '0000'), 'Course 12345678'))],
    ['of another profile', profile('Ana', badge(link.replace('4444', '5555')))],
    ['in a comment', profile('Ana', `<!--${badge(link)}-->`)],
    ['as a piece of another', profile('Ana', badge(`${link}9`))],
    ['outside the list', `${badge(link)}${profile('Ana', '')}`],
  ])('has none where the id stands only %s', async (_, body) => {
    expect(await verdictOf(link, body)).toEqual(ABSENT);
  });

  it('is not understood where the profile is private: it has no list', async () => {
    expect(await verdictOf(link, `<p id="alert-message">12345678</p>`)).toEqual(NOT_UNDERSTOOD);
  });
});
