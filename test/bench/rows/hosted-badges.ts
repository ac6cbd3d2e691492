import { assertion, badgeClass, issuerProfile } from '../../build/badge.ts';
import { allowAll, rowsOf, settled } from '../../e2e/popup.ts';
import type { View } from '../../e2e/session.ts';
import { setStageIn } from '../../e2e/stage.ts';
import { html, json, type Reply } from '../../world/reply.ts';
import type { LoggedRequest, WorldServer } from '../../world/server.ts';
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
    const chain = median(rounds.flatMap((round) => round.chains));
    const bare = median(rounds.flatMap((round) => round.bare));
    const ratio = taken / chain;
    const again = Math.max(...rounds.map((round) => round.again));
    const most = Math.max(...rounds.map((round) => round.most));
    return {
      value: `${ratio.toFixed(2)} ×, ${again} twice, ${most} to a host`,
      holds: ratio <= MAX_RATIO && again === 0 && most <= MAX_AT_ONCE,
      detail: `${ms(taken)} from the first request to the last answer, three requests in turn and nothing else ${ms(chain)}, a bare loop of all these requests ${ms(bare)}; ${ROUNDS} rounds`,
    };
  },
};

/** What the server saw of one check of the page. */
interface Round {
  readonly taken: number;
  /** One badge's requests in turn, before and after: the longest chain, as long as this browser and this server take. */
  readonly chains: readonly number[];
  /** The same of a loop that asks for all these documents and does nothing with them. */
  readonly bare: readonly number[];
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
    const first = await session.clickToolbar();
    await allowAll(first);
    const before = await bareOnce(first, server);
    await session.open(PAGE);
    server.forgetRequests();
    const popup = await session.clickToolbar();
    await settled(popup);
    const good = (await rowsOf(popup)).filter(({ status }) => status === 'issuer-confirmed').length;
    if (good !== BADGES) throw new Error(`${good} badges of ${BADGES} are confirmed`);
    const { requests } = server;
    const round = {
      taken: timeOf(requests),
      again: requests.length - new Set(requests.map(({ url }) => url)).size,
      most: mostAtOnce(requests),
    };
    const after = await bareOnce(popup, server);
    return { ...round, chains: [before.chain, after.chain], bare: [before.all, after.all] };
  } finally {
    await stage.close();
  }
}

/** Without the extension's own work: the chain of one badge, and those of all. */
async function bareOnce(popup: View, server: WorldServer): Promise<{ chain: number; all: number }> {
  const taken = async (assertions: readonly string[]): Promise<number> => {
    server.forgetRequests();
    await popup.evaluate(askInTurn, assertions);
    return timeOf(server.requests);
  };
  return { all: await taken(ASSERTIONS), chain: await taken(ASSERTIONS.slice(0, 1)) };
}

/** Runs in the popup, which may ask the same hosts as the worker. */
async function askInTurn(assertions: readonly string[]): Promise<void> {
  const issuers = new Map<string, Promise<unknown>>();
  const get = async (url: string): Promise<Record<string, string>> =>
    (await fetch(url, { cache: 'no-store', credentials: 'omit' })).json();
  await Promise.all(
    assertions.map(async (assertion) => {
      const { badge = '' } = await get(assertion);
      const { issuer = '' } = await get(badge);
      if (!issuers.has(issuer)) issuers.set(issuer, get(issuer));
      await issuers.get(issuer);
    }),
  );
}

const GUILDS = Array.from({ length: HOSTS }, (_, n) => `guild-${n}.example`);
const ASSERTIONS = GUILDS.flatMap((host) =>
  Array.from({ length: BADGES / HOSTS }, (_, n) => `https://${host}/assertions/${n}.json`),
);

function world() {
  const replies = new Map<string, Reply>();
  const links: string[] = [];
  for (const host of GUILDS) {
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
  return { replies, hosts: new Set([...GUILDS, new URL(PAGE).hostname]), latency: LATENCY };
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
const timeOf = (requests: readonly LoggedRequest[]): number => {
  const times = requests.map(({ at }) => at);
  return Math.max(...times) + LATENCY - Math.min(...times);
};
const hostOf = (url: string): string => new URL(url).hostname;
