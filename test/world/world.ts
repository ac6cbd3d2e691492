/**
 * The world of the tests and of the demo: issuers, platforms and profile pages, all invented, some under the names
 * of real platforms so that their adapters run. One declarative description; the servers, the fake net, the
 * end-to-end tests and the demo read it. What each credential is expected to earn stands here and nowhere else.
 */
import type { ProblemCode } from '../../src/problem.ts';
import type { SideFact, Standing, Status } from '../../src/verify/report.ts';
import { hostedIssuer } from './issuer/hosted.ts';
import { integrityIssuer } from './issuer/integrity.ts';
import { jwtIssuer } from './issuer/jwt.ts';
import { platforms } from './issuer/platforms.ts';
import { signedIssuer } from './issuer/signed.ts';
import { troublesomeIssuer } from './issuer/trouble.ts';
import { demoProfile } from './page/demo-profile.ts';
import { portfolio } from './page/portfolio.ts';
import { readme } from './page/readme.ts';
import { register } from './page/register.ts';
import { staffPage } from './page/staff-page.ts';
import { traps } from './page/traps.ts';
import type { Reply } from './reply.ts';

export interface Expectation {
  readonly status: Status;
  readonly standing: Standing;
  readonly reason: ProblemCode | null;
  readonly also?: readonly SideFact[];
  /** Where fetch cannot tell the cases apart (rulings.md), what a browser says instead. */
  readonly reasonInBrowser?: ProblemCode;
}

export interface WorldCredential {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  /** The address that a page shows for it. */
  readonly link: string;
  /** ISO dates as a page would state them. */
  readonly issued: string | null;
  readonly expires: string | null;
  readonly expected: Expectation;
}

export interface WorldPage {
  readonly id: string;
  readonly url: string;
  /** Credentials that it shows, by id, in order of appearance. */
  readonly shows: readonly string[];
}

/** The person of the demo, as a recruiter knows her. */
export const HOLDER = { email: 'mara.ellingsen@posteingang.example', name: 'Mara Ellingsen' } as const;

/** Issuers that the reader of the demo has listed as her own. */
export const TRUSTED = [
  { id: 'https://credentials.aldermoor.example/issuers/registry', name: 'Aldermoor University' },
  { id: 'https://badges.harrowgate.example/issuer.json', name: 'Harrowgate Institute' },
] as const;

export interface World {
  readonly now: Date;
  /** By address without fragment. A missing one answers 404. */
  readonly replies: ReadonlyMap<string, Reply>;
  readonly credentials: ReadonlyMap<string, WorldCredential>;
  readonly pages: ReadonlyMap<string, WorldPage>;
  readonly hosts: ReadonlySet<string>;
}

/** A world under construction. */
export interface Draft {
  readonly now: Date;
  readonly holder: typeof HOLDER;
  /** Date and time this many days from now, in whole seconds. */
  day(offset: number): string;
  reply(url: string, reply: Reply): void;
  credential(credential: WorldCredential): void;
  page(page: WorldPage): void;
  shown(id: string): WorldCredential;
  all(): readonly WorldCredential[];
}

const ISSUERS = [hostedIssuer, signedIssuer, jwtIssuer, integrityIssuer, platforms, troublesomeIssuer];
const PAGES = [demoProfile, portfolio, readme, staffPage, traps, register];

/** Issues every credential afresh, with dates around `now`. */
export async function buildWorld(now: Date): Promise<World> {
  const replies = new Map<string, Reply>();
  const credentials = new Map<string, WorldCredential>();
  const pages = new Map<string, WorldPage>();
  const draft: Draft = {
    now,
    holder: HOLDER,
    day: (offset) => `${new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 19)}Z`,
    reply: (url, reply) => put(replies, new URL(url).href, reply),
    credential: (credential) => put(credentials, credential.id, credential),
    page: (page) => put(pages, page.id, page),
    shown: (id) => {
      const credential = credentials.get(id);
      if (credential === undefined) throw new Error(`no credential ${id} in this world`);
      return credential;
    },
    all: () => [...credentials.values()],
  };
  for (const issuer of ISSUERS) await issuer(draft);
  for (const page of PAGES) page(draft);
  const hosts = new Set([...replies.keys()].map((url) => new URL(url).hostname));
  return { now, replies, credentials, pages, hosts };
}

function put<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.has(key)) throw new Error(`twice in this world: ${key}`);
  map.set(key, value);
}
