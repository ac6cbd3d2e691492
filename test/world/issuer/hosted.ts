/** The Harrowgate Institute: Open Badges 2.0 on its own server, with everything that can happen to hosted badges. */
import { assertion, badgeClass, type Course, issuerProfile } from '../../build/badge.ts';
import { dataUrl, emblem } from '../../build/emblem.ts';
import { botWall, hang, json, status } from '../reply.ts';
import type { Draft, Expectation } from '../world.ts';

export const HARROWGATE = 'https://badges.harrowgate.example';
const NAME = 'Harrowgate Institute';
const ISSUER = `${HARROWGATE}/issuer.json`;
const SCOPED_ISSUER = `${HARROWGATE}/sealed/issuer.json`;

export const COURSE: Course = {
  id: `${HARROWGATE}/badges/service-design.json`,
  name: 'Service Design for Public Bodies',
  description: 'Plans, tests and introduces a public service together with the people who use it.',
  criteria:
    'Earners\n\n* interview at least **twelve** users of a running service,\n* prototype one change, and\n* present what they measured to the office that runs it.',
  image: dataUrl(emblem(206, 'arch')),
  skills: [
    {
      name: 'conduct user research',
      framework: 'Northern Skills Index',
      url: 'https://skills.example/nsi/2207',
      code: 'NSI-2207',
    },
    {
      name: 'service blueprinting',
      framework: 'Northern Skills Index',
      url: 'https://skills.example/nsi/2231',
      code: 'NSI-2231',
    },
  ],
};

interface Row {
  readonly id: string;
  readonly expected: Expectation;
  readonly until?: number;
  /** What the assertion's own address does, given the assertion that would be good. */
  readonly serve?: (good: Record<string, unknown>) => ReturnType<typeof json>;
  readonly badge?: string;
  /** A course of its own name; default: `COURSE`. */
  readonly title?: string;
}

const unreachable = (reason: Expectation['reason']): Expectation => ({
  status: 'unreachable',
  standing: 'inconclusive',
  reason,
});
const failed = (reason: Expectation['reason']): Expectation => ({
  status: 'failed',
  standing: 'failed',
  reason,
});

const ROWS: readonly Row[] = [
  {
    id: 'hosted-valid',
    expected: { status: 'issuer-confirmed', standing: 'verified', reason: null },
  },
  {
    id: 'hosted-expired',
    title: 'Facilitating Difficult Meetings',
    until: -40,
    expected: { status: 'expired', standing: 'caution', reason: 'expired', also: ['expired'] },
  },
  {
    id: 'hosted-gone',
    expected: { status: 'revoked', standing: 'failed', reason: 'revoked', also: ['revoked'] },
    serve: ({ id }) => json({ '@context': 'https://w3id.org/openbadges/v2', id, revoked: true }, 410),
  },
  {
    id: 'hosted-revoked',
    expected: { status: 'revoked', standing: 'failed', reason: 'revoked', also: ['revoked'] },
    serve: (good) => json({ ...good, revoked: true, revocationReason: 'Awarded in error' }),
  },
  {
    id: 'hosted-id-mismatch',
    expected: failed('id-mismatch'),
    // what is linked is a copy; the address that it names serves a record that is somebody else's
    serve: (good) => json({ ...good, id: `${HARROWGATE}/assertions/somebody-else.json` }),
  },
  {
    id: 'hosted-out-of-scope',
    badge: `${HARROWGATE}/sealed/badge.json`,
    expected: failed('hosting-out-of-scope'),
  },
  {
    id: 'hosted-not-found',
    expected: unreachable('record-absent-or-private'),
    serve: () => status(404, 'Not Found'),
  },
  { id: 'hosted-slow', expected: unreachable('timeout'), serve: () => hang },
  {
    id: 'hosted-bot-wall',
    title: 'Plain Language Editor',
    expected: unreachable('bot-wall'),
    serve: () => botWall,
  },
  { id: 'hosted-server-error', expected: unreachable('server-error'), serve: () => status(503, 'try later') },
];

export async function hostedIssuer(draft: Draft): Promise<void> {
  draft.reply(ISSUER, json(issuerProfile(ISSUER, NAME)));
  draft.reply(COURSE.id, json(badgeClass(COURSE, ISSUER)));
  // An issuer that says itself where its assertions may be hosted: the one below is not there.
  draft.reply(
    SCOPED_ISSUER,
    json(
      issuerProfile(SCOPED_ISSUER, `${NAME}, Registry`, {
        verification: { type: 'HostedBadge', startsWith: [`${HARROWGATE}/sealed/`] },
      }),
    ),
  );
  draft.reply(
    `${HARROWGATE}/sealed/badge.json`,
    json(badgeClass({ ...COURSE, id: `${HARROWGATE}/sealed/badge.json` }, SCOPED_ISSUER)),
  );
  draft.reply(
    `${HARROWGATE}/assertions/somebody-else.json`,
    json(
      assertion({
        id: `${HARROWGATE}/assertions/yet-another.json`,
        badge: COURSE.id,
        email: 'someone.else@posteingang.example',
        from: draft.day(-30),
      }),
    ),
  );
  for (const row of ROWS) addAssertion(draft, row);
}

function addAssertion(draft: Draft, { id, expected, until, serve = json, ...row }: Row): void {
  const slug = id.replace('hosted-', '');
  const link = `${HARROWGATE}/assertions/${slug}.json`;
  const title = row.title ?? COURSE.name;
  const badge = row.title === undefined ? (row.badge ?? COURSE.id) : `${HARROWGATE}/badges/${slug}.json`;
  if (row.title !== undefined)
    draft.reply(badge, json(badgeClass({ ...COURSE, id: badge, name: title }, ISSUER)));
  const issued = draft.day(-400);
  const expires = until === undefined ? null : draft.day(until);
  const good = assertion({
    id: link,
    badge,
    email: draft.holder.email,
    from: issued,
    ...(expires !== null && { until: expires }),
  });
  draft.reply(link, serve(good));
  draft.credential({ id, title, issuer: NAME, link, issued, expires, expected });
}
