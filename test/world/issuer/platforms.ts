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
  coursera(draft);
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
