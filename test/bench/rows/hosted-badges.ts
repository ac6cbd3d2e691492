import { assertion, badgeClass, issuerProfile } from '../../build/badge.ts';
import { allowAll, rowsOf, settled } from '../../e2e/popup.ts';
import { setStageIn } from '../../e2e/stage.ts';
import { html, json, type Reply } from '../../world/reply.ts';
import type { LoggedRequest } from '../../world/server.ts';
import { median, ms } from '../figures.ts';
import type { Row } from '../row.ts';

const HOSTS = 5;
const BADGES = 20;
const LATENCY = 100;
/** The assertion, its badge class, the issuer's profile. */
const CHAIN = 3;
const MAX_RATIO = 1.15;
const MAX_AT_ONCE = 6;
const ROUNDS = 5;
const PAGE = 'https://person.example/badges';
/**
 * Links to records that are not there, as many as badges. So the hosts are granted and connected, as far as one request
 * in turn goes, and nothing of them is known: one process of the test shakes all hands, which would be measured here.
 */
const ABSENT = 'https://person.example/absent';

export const hostedBadges: Row = {
  figure: `${BADGES} hosted badges on ${HOSTS} hosts, ${LATENCY} ms a request ÷ ${CHAIN} requests in turn`,
  target: `≤ ${MAX_RATIO} ×, none twice, ≤ ${MAX_AT_ONCE} to a host`,
  async measure() {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await checkedOnce());
    const taken = median(rounds.map((round) => round.taken));
    const ratio = taken / (CHAIN * LATENCY);
    const again = Math.max(...rounds.map((round) => round.again));
    const most = Math.max(...rounds.map((round) => round.most));
    return {
      value: `${ratio.toFixed(2)} ×, ${again} twice, ${most} to a host`,
      holds: ratio <= MAX_RATIO && again === 0 && most <= MAX_AT_ONCE,
      detail: `${ms(taken)} from the first request to the last answer; ${ROUNDS} rounds`,
    };
  },
};

/** What the server saw of one check of the page. */
interface Round {
  readonly taken: number;
  /** Requests for what had been asked before. */
  readonly again: number;
  /** The most requests to one host at once. */
  readonly most: number;
}

async function checkedOnce(): Promise<Round> {
  const stage = await setStageIn(world(), 'chromium');
  try {
    const { session, server } = stage;
    await session.open(ABSENT);
    await allowAll(await session.clickToolbar());
    await session.open(PAGE);
    server.forgetRequests();
    const popup = await session.clickToolbar();
    await settled(popup);
    const good = (await rowsOf(popup)).filter(({ status }) => status === 'issuer-confirmed').length;
    if (good !== BADGES) throw new Error(`${good} badges of ${BADGES} are confirmed`);
    const { requests } = server;
    const times = requests.map(({ at }) => at);
    return {
      taken: Math.max(...times) + LATENCY - Math.min(...times),
      again: requests.length - new Set(requests.map(({ url }) => url)).size,
      most: mostAtOnce(requests),
    };
  } finally {
    await stage.close();
  }
}

function world() {
  const hosts = Array.from({ length: HOSTS }, (_, n) => `guild-${n}.example`);
  const replies = new Map<string, Reply>();
  const links: string[] = [];
  for (const host of hosts) {
    const issuer = `https://${host}/issuer.json`;
    replies.set(issuer, json(issuerProfile(issuer, `Guild of ${host}`)));
    for (let n = 0; n < BADGES / HOSTS; n += 1) {
      const [id, badge] = [`https://${host}/assertions/${n}.json`, `https://${host}/badges/${n}.json`];
      const course = {
        id: badge,
        name: `Glazing ${n}`,
        description: 'Glazing.',
        criteria: 'Glaze a window.',
      };
      replies.set(badge, json(badgeClass(course, issuer)));
      replies.set(
        id,
        json(assertion({ id, badge, email: 'ann@person.example', from: '2026-01-01T00:00:00Z' })),
      );
      links.push(linkTo(id));
    }
  }
  replies.set(PAGE, pageOf(links));
  replies.set(ABSENT, pageOf(links.map((link) => link.replace('/assertions/', '/assertions/absent-'))));
  return { replies, hosts: new Set([...hosts, new URL(PAGE).hostname]), latency: LATENCY };
}

const linkTo = (url: string): string => `<a href="${url}">Glazing</a>`;
const pageOf = (links: readonly string[]): Reply =>
  html(`<!doctype html><html lang="en"><title>Badges</title>${links.join('')}`);

function mostAtOnce(requests: readonly LoggedRequest[]): number {
  const open = (one: LoggedRequest): number =>
    requests.filter(({ url, at }) => hostOf(url) === hostOf(one.url) && at <= one.at && one.at < at + LATENCY)
      .length;
  return Math.max(...requests.map(open));
}
const hostOf = (url: string): string => new URL(url).hostname;
