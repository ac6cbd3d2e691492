import { beforeAll, expect, it } from 'vitest';
import { inspect } from '../src/inspect.ts';
import { createNet } from '../src/net/guard.ts';
import { hosting } from '../src/provider/hosting.ts';
import { NO_CLAIM, type PageScan } from '../src/site/sighting.ts';
import { rest } from './background/bench.ts';
import { assertion, badgeClass, issuerProfile } from './build/badge.ts';
import { fakePorts } from './fake/ports.ts';
import { handTime, type Reply, type Script, scriptedWire } from './net/wire.ts';

// A part that is loaded in the middle of a wave would make two of it.
beforeAll(() => import('../src/verify/proof/hosted.ts'));

/** A page of hosted badges: on each of these hosts so many, with a BadgeClass each and one issuer. */
function pageOfBadges(hosts: number, each: number): { readonly scan: PageScan; readonly script: Script } {
  const script: Record<string, Reply> = {};
  const links: string[] = [];
  const serve = (url: string, body: object): void => {
    script[url] = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  };
  for (let host = 0; host < hosts; host += 1) {
    const issuer = `https://guild-${host}.example/issuer.json`;
    serve(issuer, issuerProfile(issuer, `Guild ${host}`));
    for (let n = 0; n < each; n += 1) {
      const id = `https://guild-${host}.example/assertions/${n}.json`;
      const badge = `https://guild-${host}.example/badges/${n}.json`;
      const course = { id: badge, name: `Glazing ${n}`, description: 'Glass.', criteria: 'Glaze a window.' };
      serve(badge, badgeClass(course, issuer));
      serve(id, assertion({ id, badge, email: 'ann@person.example', from: '2026-01-01T00:00:00Z' }));
      links.push(id);
    }
  }
  const sightings = links.map((link, place) => ({
    kind: 'link' as const,
    link,
    text: null,
    claim: NO_CLAIM,
    place,
  }));
  return { scan: { url: 'https://person.example/', title: '', language: null, sightings }, script };
}

/** Checks the page. Requests wait until everything that can be asked has been asked, then all are answered at once. */
async function wavesOf({ scan, script }: ReturnType<typeof pageOfBadges>) {
  const wire = scriptedWire(script);
  const time = handTime(Date.parse('2026-06-01T00:00:00Z'));
  const net = createNet({ transport: wire.transport, clock: time, timer: time });
  wire.hold();
  let isDone = false;
  const checked = inspect(scan, fakePorts({ net, clock: time, hosting })).finally(() => {
    isDone = true;
  });
  const waves: string[][] = [];
  for (let told = 0; !isDone; told = wire.asked.length) {
    await rest();
    if (wire.asked.length > told) waves.push(wire.asked.slice(told));
    for (let open = wire.atOnce.now; open > 0; open -= 1) wire.release();
  }
  const items = await checked;
  return { waves, items, ...wire };
}

const kindsIn = (wave: readonly string[]): readonly string[] => [
  ...new Set(wave.map((url) => new URL(url).pathname.split('/')[1] ?? '')),
];

it('twenty hosted badges on five hosts take as many requests in turn as one of them', async () => {
  const { waves, items, asked } = await wavesOf(pageOfBadges(5, 4));
  expect(items.map(({ verdict }) => verdict.status)).toEqual(Array(20).fill('issuer-confirmed'));
  expect(waves.map(kindsIn)).toEqual([['assertions'], ['badges'], ['issuer.json']]);
  expect(waves.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(new Set(asked).size).toBe(asked.length);
});

it('of many badges on one host six are asked for at once, and each document once', async () => {
  const { waves, items, asked, atOnce } = await wavesOf(pageOfBadges(1, 15));
  expect(items.map(({ verdict }) => verdict.status)).toEqual(Array(15).fill('issuer-confirmed'));
  expect(atOnce.mostToOneHost).toBe(6);
  expect(new Set(asked).size).toBe(asked.length);
  // Fifteen records, fifteen classes and one profile: no wave is less than full before the last.
  expect(waves.map(({ length }) => length)).toEqual([6, 6, 6, 6, 6, 1]);
});
