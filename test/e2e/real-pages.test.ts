/** Pages that real people have published, under the addresses they have. They are not part of this project. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { CORPUS, type CorpusEntry, corpus, corpusIsHere } from '../fixtures/corpus.ts';
import { bytes, drop, html, type Reply } from '../world/reply.ts';
import { rowsOf, type ShownRow, settled } from './popup.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

interface MarkedLink {
  readonly url: string;
  readonly target?: string;
  readonly kind: string;
  readonly open_badge?: string;
}
interface Entry extends CorpusEntry {
  readonly source_repo: string | null;
  readonly source_path: string;
  readonly links?: readonly MarkedLink[];
  readonly local_baked_images?: readonly { readonly src: string; readonly fixture: string }[];
  readonly extract?: { readonly name: string };
}

/** Finding what is on longer pages is measured without a browser, by `scripts/measure-detection.mjs`. */
const MANY = 15;

const index = corpus as readonly Entry[];
const entries = index.filter(({ file, links }) => /\.html$/.test(file) && links && links.length < MANY);

/** Where the page stands on the web: a profile, a README on GitHub, anything else on GitHub's pages. */
function addressOf({ source_repo, source_path, file }: Entry): string {
  const name = file.replace(/^.*\/|\.html$/g, '');
  if (file.startsWith('linkedin/'))
    return `https://www.linkedin.com/in/${name}/${/details/.test(file) ? 'details/certifications/' : ''}`;
  const [owner = '', repository = ''] = (source_repo ?? '').toLowerCase().split('/');
  if (repository === '') return `https://pages.example/${name}`;
  if (/readme/i.test(file)) return `https://github.com/${owner}/${repository}`;
  const root = repository === `${owner}.github.io` ? '' : `${repository}/`;
  return `https://${owner}.github.io/${root}${encodeURI(source_path)}`;
}

const plain = (url: string): string => (URL.canParse(url) ? new URL(url).href.replace(/[?#].*$/, '') : url);

/** Whether a row is what a person has marked: by what the registry knows it by, else by the address. */
function isMarked({ key, link }: ShownRow, { url, target }: MarkedLink): boolean {
  const address = (target ?? url).replace(/^data-share-badge-id:/, 'https://www.credly.com/badges/');
  const known = recogniseLink(address);
  return known ? known.key === key : plain(link) === plain(address);
}

/** Entries without a link are listed there too, and only links are marked. */
const isProfile = ({ file }: Entry): boolean => file.startsWith('linkedin/');

/** A person's whole list need not be there, nor the picture of a kind of badge; both may. */
const mustBeThere = ({ kind, open_badge }: MarkedLink): boolean =>
  kind !== 'profile' && open_badge !== 'badge-class image';

const world = {
  replies: new Map<string, Reply>(
    entries.map((entry) => [addressOf(entry), html(readFileSync(join(CORPUS, entry.file), 'utf8'))]),
  ),
  hosts: new Set(entries.map((entry) => new URL(addressOf(entry)).hostname)),
  elsewhere: drop,
};

describe.skipIf(!corpusIsHere).each(BROWSERS)('pages that people have published, in %s,', (browser) => {
  let stage: Stage<typeof world>;
  beforeAll(async () => {
    stage = await setStageIn(world, browser);
  });
  afterAll(() => stage?.close());
  const unmarked: string[] = [];

  it('are twenty at least, at an address each', () => {
    expect(entries.filter(({ links = [] }) => links.some(mustBeThere)).length).toBeGreaterThanOrEqual(20);
    expect(world.replies.size).toBe(entries.length);
  });

  it.each(entries.map((entry) => [entry.file, entry] as const))(
    '%s: the list is what a person has marked, each once, and none is called good while nobody answers for it',
    async (_, entry) => {
      const page = await stage.session.open(addressOf(entry));
      const popup = await stage.session.clickToolbar();
      await settled(popup);
      const rows = await rowsOf(popup);
      await popup.close();
      await page.close();
      const { links = [], local_baked_images: baked = [] } = entry;
      const missed = links.filter(mustBeThere).filter((link) => !rows.some((row) => isMarked(row, link)));
      expect(missed).toEqual([]);
      const keys = rows.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { status } of rows) expect(['not-checked', 'unreachable']).toContain(status);
      const pictures = baked.map(({ src }) => new URL(src, addressOf(entry)).href);
      unmarked.push(
        ...rows
          .filter((row) => !links.some((link) => isMarked(row, link)) && !pictures.includes(row.link))
          .filter(({ key }) => !(isProfile(entry) && key.startsWith('claim:')))
          .map(({ key }) => `${entry.file}: ${key}`),
      );
    },
  );

  it('have nothing else listed, but for one link that looks like a certificate of nobody’s that we know, and one list of badges', () => {
    const [lists, others] = [true, false].map((isList) =>
      unmarked.filter((each) => /: [a-z-]+:collection:/.test(each) === isList),
    );
    expect(others?.filter((each) => !/: url:/.test(each))).toEqual([]);
    expect(others?.length, unmarked.join('\n')).toBeLessThanOrEqual(1);
    expect(lists?.length, unmarked.join('\n')).toBeLessThanOrEqual(1);
  });
});

/** Pictures that are badges, whose bytes have been captured with the page that shows them. */
const picturesOn = (entry: Entry) =>
  (entry.local_baked_images ?? []).flatMap(({ src, fixture }) => {
    const file = join(CORPUS, fixture.replace(/\.json$/, '.png'));
    const name = index.find((other) => other.file === fixture)?.extract?.name;
    const link = new URL(src, addressOf(entry)).href;
    return existsSync(file) && name !== undefined ? [{ link, name, file }] : [];
  });
const illustrated = index.find((entry) => picturesOn(entry).length >= 3);

describe.skipIf(!illustrated)('a page whose pictures are badges', () => {
  const entry = illustrated as Entry;
  let stage: Stage<typeof world>;
  beforeAll(async () => {
    const replies = new Map<string, Reply>([
      [addressOf(entry), html(readFileSync(join(CORPUS, entry.file), 'utf8'))],
      ...picturesOn(entry).map(({ link, file }) => [link, bytes(readFileSync(file), 'image/png')] as const),
    ]);
    stage = await setStageIn(
      { replies, hosts: new Set([new URL(addressOf(entry)).hostname]), elsewhere: drop },
      'chromium',
    );
  });
  afterAll(() => stage?.close());

  it('has the records in them read, and left open while the keys of their issuers cannot be had', async () => {
    await stage.session.open(addressOf(entry));
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    const rows = await rowsOf(popup);
    const shown = picturesOn(entry).map(({ link }) => rows.find((row) => row.link === link));
    expect(shown.map((row) => row?.title)).toEqual(picturesOn(entry).map(({ name }) => name));
    expect(shown.map((row) => row?.status)).toEqual(shown.map(() => 'unreachable'));
  });
});
