/** Platforms that host for many issuers, under their real names so that their adapters run; ids and issuers invented. */
import { assertion, badgeClass, type Course, type Json } from '../../build/badge.ts';
import { dataUrl, emblem } from '../../build/emblem.ts';
import { html, json, type Reply } from '../reply.ts';
import type { Draft, Expectation } from '../world.ts';

const confirmed: Expectation = {
  status: 'issuer-confirmed',
  standing: 'unrecognised',
  reason: 'issuer-unknown',
};

export async function platforms(draft: Draft): Promise<void> {
  credly(draft);
  badgr(draft);
  amazon(draft);
  coursera(draft);
  courseraAward(draft);
  google(draft);
  microsoft(draft);
  learnCard(draft);
}

const CREDLY = 'https://api.credly.com/v1/obi/v2';
const CREDLY_ISSUER = `${CREDLY}/issuers/5e0c1a44-0000-4000-8000-0000000000a1`;
const CREDLY_CLASS = `${CREDLY_ISSUER}/badge_classes/5e0c1a44-0000-4000-8000-0000000000b1`;
const CREDLY_COURSE: Course = {
  id: CREDLY_CLASS,
  name: 'Data Steward Associate',
  description: 'Keeps the data of a department findable, lawful and documented.',
  criteria: 'Pass the 90-minute examination DSA-2 with 70 % or more.',
  image: dataUrl(emblem(330, 'leaf')),
  skills: [
    { name: 'data governance', framework: 'Credly skills', url: 'https://skills.example/data-governance' },
  ],
};

/** As the public OBI endpoints answer: class and issuer by address, the recipient hashed without a salt. */
function credly(draft: Draft): void {
  const issuer = 'Meridian Data Guild';
  draft.reply(
    CREDLY_ISSUER,
    json({ ...profile(CREDLY_ISSUER, issuer), url: 'https://www.meridian-guild.example/' }),
  );
  draft.reply(CREDLY_CLASS, json(badgeClass(CREDLY_COURSE, CREDLY_ISSUER)));
  const rows: readonly [id: string, uuid: string, Expectation, (good: Json) => Reply][] = [
    ['credly-valid', '5e0c1a44-0000-4000-8000-000000000001', confirmed, json],
    [
      'credly-revoked',
      '5e0c1a44-0000-4000-8000-000000000002',
      { status: 'revoked', standing: 'failed', reason: 'revoked', also: ['revoked'] },
      () => json({ revoked: true }, 410),
    ],
  ];
  for (const [id, uuid, expected, serve] of rows) {
    const record = `${CREDLY}/badge_assertions/${uuid}`;
    const [issued, expires] = [draft.day(-150), draft.day(580)];
    const good = assertion({
      id: record,
      badge: CREDLY_CLASS,
      email: draft.holder.email,
      from: issued,
      until: expires,
    });
    draft.reply(record, serve(good));
    draft.credential({
      id,
      title: CREDLY_COURSE.name,
      issuer,
      link: `https://www.credly.com/badges/${uuid}/public_url`,
      issued,
      expires,
      expected,
    });
  }
}

/** What a platform's own server says of its own award, or of an issuer on the project's list. */
const known: Expectation = { status: 'issuer-confirmed', standing: 'verified', reason: null };

/** A badge under the id that the shipped list knows as Amazon's: the id is public, the badge invented. */
function amazon(draft: Draft): void {
  const issuer = 'Amazon Web Services Training and Certification';
  const issuerId = `${CREDLY}/issuers/7b741b5c-231d-4925-8041-c64b6846f1c8`;
  const uuid = '5e0c1a44-0000-4000-8000-000000000003';
  const course: Course = {
    id: `${issuerId}/badge_classes/5e0c1a44-0000-4000-8000-0000000000b2`,
    name: 'AWS Certified Cloud Practitioner',
    description: 'Knows what the cloud is for, what it costs and who is responsible for what in it.',
    criteria: 'Pass the examination CLF-C02.',
    image: dataUrl(emblem(28, 'peak')),
    skills: [{ name: 'cloud computing', framework: 'Credly skills', url: 'https://skills.example/cloud' }],
  };
  const record = `${CREDLY}/badge_assertions/${uuid}`;
  const [issued, expires] = [draft.day(-200), draft.day(895)];
  draft.reply(issuerId, json({ ...profile(issuerId, issuer), url: 'https://aws.amazon.com/certification/' }));
  draft.reply(course.id, json(badgeClass(course, issuerId)));
  draft.reply(
    record,
    json(
      assertion({ id: record, badge: course.id, email: draft.holder.email, from: issued, until: expires }),
    ),
  );
  draft.credential({
    id: 'credly-amazon',
    title: course.name,
    issuer: 'Amazon Web Services (AWS)',
    link: `https://www.credly.com/badges/${uuid}/linked_in_profile`,
    issued,
    expires,
    expected: known,
  });
}

const BADGR = 'https://api.badgr.io/public';

/** As `?expand=badge&expand=badge.issuer` answers: the class and the issuer inlined, and each at its own address too. */
function badgr(draft: Draft): void {
  const issuer = 'Tideway Community College';
  const course: Course = {
    id: `${BADGR}/badges/tW1dEwAyBadgeClass0001`,
    name: 'Inclusive Classroom Practice',
    description: 'Plans and teaches lessons that work for every learner in the room.',
    criteria: 'Two observed lessons and a reflective journal.',
    image: dataUrl(emblem(96, 'peak')),
  };
  const issuerId = `${BADGR}/issuers/tW1dEwAyIssuer000000001`;
  const record = `${BADGR}/assertions/tW1dEwAyAssertion0001`;
  const issued = draft.day(-720);
  const whole = { ...badgeClass(course, issuerId), issuer: profile(issuerId, issuer) };
  const good = assertion({ id: record, badge: course.id, email: draft.holder.email, from: issued });
  draft.reply(`${record}.json?v=2_0&expand=badge&expand=badge.issuer`, json({ ...good, badge: whole }));
  for (const suffix of ['', '?v=2_0']) {
    draft.reply(`${record}${suffix}`, json(good));
    draft.reply(`${course.id}${suffix}`, json(badgeClass(course, issuerId)));
    draft.reply(`${issuerId}${suffix}`, json(profile(issuerId, issuer)));
  }
  draft.credential({
    id: 'badgr-valid',
    title: course.name,
    issuer,
    link: `https://badgr.com/public/assertions/tW1dEwAyAssertion0001?identity__email=${encodeURIComponent(draft.holder.email)}`,
    issued,
    expires: null,
    expected: confirmed,
  });
}

/** A certificate that exists only as a page for people: holder, title and the link's own code, nothing signed. */
function coursera(draft: Draft): void {
  const code = 'TWD4K7Q2ZX1M';
  const link = `https://www.coursera.org/account/accomplishments/verify/${code}`;
  const title = 'Introduction to Watershed Modelling';
  const granted = Date.parse(draft.day(-60));
  const state = {
    signatureTrackProfile: {
      __typename: 'AccomplishmentsSignatureTrackProfile',
      firstName: 'Mara',
      lastName: 'Ellingsen',
    },
    // A course that is no longer offered has left the page's data, and with it the name of what was awarded.
    membership: { __typename: 'AccomplishmentsVCMembership', certificateCode: code, grantedAt: granted },
  };
  draft.reply(
    link,
    html(
      `<!doctype html><html lang="en"><head><title>Completion Certificate for ${title}</title>` +
        `<link rel="canonical" href="${link}"><meta property="og:title" content="Completion Certificate for ${title}"></head>` +
        `<body><h1>${title}</h1><p>Completed by <strong>Mara Ellingsen</strong></p>` +
        `<script>window.__APOLLO_STATE__=${JSON.stringify(state)};</script></body></html>`,
    ),
  );
  draft.credential({
    id: 'coursera-page',
    title,
    issuer: 'Tideway Community College',
    link,
    issued: draft.day(-60),
    expires: null,
    expected: { status: 'page-only', standing: 'inconclusive', reason: 'page-only' },
  });
}

/** The page of a certificate carries the state that it is drawn from: the certificate by its own code, learner, course and partner. */
function courseraAward(draft: Draft): void {
  const code = 'R8MARA3LL1NG';
  const link = `https://www.coursera.org/account/accomplishments/verify/${code}`;
  const title = 'Service Design for Public Institutions';
  const partner = 'Tideway Community College';
  const issued = draft.day(-95);
  const state = {
    ROOT_QUERY: {
      accomplishments: {
        __typename: 'AccomplishmentsQueries',
        signatureTrackProfile: {
          __typename: 'AccomplishmentsSignatureTrackProfile',
          firstName: 'Mara',
          middleName: '',
          lastName: 'Ellingsen',
        },
        memberships: [
          {
            __typename: 'AccomplishmentsMembership',
            courseId: 'svc1',
            vcMembership: {
              __typename: 'AccomplishmentsVCMembership',
              certificateCode: code,
              grantedAt: Date.parse(issued),
            },
          },
        ],
      },
    },
    'Course_Course:svc1': {
      __typename: 'Course_Course',
      id: 'svc1',
      name: title,
      partners: [{ __typename: 'Partner_Partner', name: partner }],
    },
  };
  draft.reply(
    link,
    html(
      `<!doctype html><html lang="en"><head><title>Completion Certificate for ${title}</title></head><body><h1>${title}</h1><script>window.__APOLLO_STATE__ = ${JSON.stringify(state)};</script></body></html>`,
    ),
  );
  draft.credential({
    id: 'coursera-award',
    title,
    issuer: partner,
    link,
    issued,
    expires: null,
    expected: known,
  });
}

/** A public profile of Google Skills lists its badges, each with an address of its own. */
function google(draft: Draft): void {
  const profileUrl = 'https://www.skills.google/public_profiles/5e0c1a44-0000-4000-8000-00000000c0de';
  const link = `${profileUrl}/badges/40140140`;
  const title = 'Build Resilient Services on Google Cloud';
  const issued = draft.day(-40);
  const day = new Date(issued).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  draft.reply(
    profileUrl,
    html(
      `<!doctype html><html lang="en"><title>Google Skills</title><h1 class='ql-display-small'>Mara Ellingsen</h1><div class='profile-badges'><div class='profile-badge'><a class="badge-image" href="${link}"><img alt=""></a><span class='ql-title-medium l-mts'>${title}</span><span class='ql-body-medium l-mbs'>Earned ${day} EDT</span></div></div></html>`,
    ),
  );
  draft.credential({
    id: 'google-skills',
    title,
    issuer: 'Google',
    link,
    issued,
    expires: null,
    expected: known,
  });
}

/** A credential's page at Microsoft Learn: it exists, and its record is not in it. */
function microsoft(draft: Draft): void {
  const id = '5e0c1a44c0dec0de';
  const link = `https://learn.microsoft.com/en-us/users/maraellingsen-0001/credentials/${id}`;
  const title = 'Microsoft Certified: Azure Fundamentals';
  draft.reply(
    link,
    html(
      `<!doctype html><html lang="en"><head><title>Credentials - MaraEllingsen-0001 | Microsoft Learn</title><meta property="og:image" content="https://learn.microsoft.com/api/credentials/${id}/picture.png"></head><body><h1>${title}</h1><p>Mara Ellingsen</p></body></html>`,
    ),
  );
  draft.credential({
    id: 'microsoft-page',
    title,
    issuer: 'Microsoft',
    link,
    issued: draft.day(-310),
    expires: null,
    expected: { status: 'page-only', standing: 'inconclusive', reason: 'page-only' },
  });
}

/** A wallet's share link: the secret that opens it is the holder's, so nobody here may follow it. */
function learnCard(draft: Draft): void {
  draft.credential({
    id: 'wallet-share',
    title: 'Peer Mentor',
    issuer: 'Tideway Community College',
    link: 'https://learncard.app/share-boost?uri=lc%3Anetwork%3Aexample%2Fpeer-mentor&seed=not-a-seed&pin=0000',
    issued: draft.day(-30),
    expires: null,
    expected: { status: 'not-checked', standing: 'inconclusive', reason: 'wallet-bound' },
  });
}

const profile = (id: string, name: string): Json => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id,
  name,
  url: 'https://www.tideway.example/',
  email: 'badges@tideway.example',
});
