import { expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { isUsual } from '../../src/json-ld/context/bundled/shelf.ts';
import type { Snapshot } from '../../src/json-ld/context/bundled/snapshot.ts';
import type { ContextCopy } from '../../src/json-ld/context/snapshots.ts';
import { walk } from '../../src/json-ld/walk.ts';
import { BUNDLED } from '../build/bundled.ts';

/** Every published content, at an address of its own. */
const SNAPSHOTS: readonly Snapshot[] = [...new Set([...BUNDLED.values()].flat())];
const addressOf = ({ name }: Snapshot): string => `https://contexts.example/${name}`;
const copyAt = (url: string, { name, sha256, document }: Snapshot): [string, ContextCopy] => [
  url,
  { url, name, sha256, document },
];
const COPIES = new Map([
  ...[...BUNDLED].map(([url, [likeliest]]) => copyAt(url, likeliest as Snapshot)),
  ...SNAPSHOTS.map((snapshot) => copyAt(addressOf(snapshot), snapshot)),
]);

/** Under a context of the document's own, every term of every context is defined, and every context inside one. */
const OF_ITS_OWN: JsonObject = { ownWord: 'https://words.example/own' };

function troubleUnder(contexts: readonly Json[]): string {
  const document = { '@context': contexts, '@id': 'urn:x', 'https://words.example/says': 'so' };
  const walked = walk(document, { copies: COPIES, shareable: false });
  if ('refused' in walked) return `refused: ${walked.refused}`;
  return walked.ok ? 'none' : walked.problem.code;
}

/** What differs from the same under a context of the document's own. */
function difference(contexts: readonly Snapshot[]): string | null {
  const addresses = contexts.map(addressOf);
  const [onDemand, atOnce] = [troubleUnder(addresses), troubleUnder([OF_ITS_OWN, ...addresses])];
  if (onDemand === atOnce) return null;
  return `${contexts.map(({ name }) => name).join(' + ')}: ${onDemand}, at once ${atOnce}`;
}

const isSame = (contexts: readonly Snapshot[]): boolean => difference(contexts) === null;
const USUAL = SNAPSHOTS.filter(({ name }) => isUsual(name));

it('a usual context is sound, so that a term of it that nobody uses hides nothing', () => {
  expect(USUAL.length).toBeGreaterThan(15);
  expect(USUAL.map((each) => troubleUnder([OF_ITS_OWN, addressOf(each)]))).toEqual(USUAL.map(() => 'none'));
});

it('two published contexts are refused or taken as if all their terms were defined at once', () => {
  const pairs = SNAPSHOTS.flatMap((one) => SNAPSHOTS.map((other) => [one, other]));
  expect(pairs.filter((pair) => !isSame(pair)).map(difference)).toEqual([]);
});

it('so are three usual ones', () => {
  const trios = USUAL.flatMap((one) => USUAL.flatMap((two) => USUAL.map((three) => [one, two, three])));
  const refused = trios.filter((trio) => troubleUnder(trio.map(addressOf)) === 'context-redefines-terms');
  expect(refused.length).toBeGreaterThan(100);
  expect(trios.filter((trio) => !isSame(trio)).map(difference)).toEqual([]);
});
