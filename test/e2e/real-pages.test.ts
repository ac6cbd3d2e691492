/** Pages that real people have published, under the addresses they have. They are not part of this project. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recogniseLink } from '../../src/provider/recognise.ts';
import { drop, html, type Reply } from '../world/reply.ts';
import { rowsOf, settled } from './popup.ts';
import { type Stage, setStageIn } from './stage.ts';

interface Entry {
  readonly file: string;
  readonly source_repo: string;
  readonly source_path: string;
  readonly page_stratum?: string;
  readonly links?: readonly { readonly url: string; readonly target?: string; readonly kind: string }[];
}

const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures');
const present = existsSync(join(FIXTURES, 'INDEX.json'));
/** Two pages list hundreds; finding all of those is measured without a browser. */
const MANY = 100;

const entries: readonly Entry[] = present
  ? (JSON.parse(readFileSync(join(FIXTURES, 'INDEX.json'), 'utf8')) as readonly Entry[]).filter(
      ({ file, links = [] }) => /^pages\/(html|md-rendered)\//.test(file) && links.length < MANY,
    )
  : [];

/** Where the page stands on the web: a README on GitHub, anything else on GitHub's pages. */
function addressOf({ source_repo, source_path, file }: Entry): string {
  const [owner = '', name = ''] = source_repo.toLowerCase().split('/');
  if (/readme/i.test(file)) return `https://github.com/${owner}/${name}`;
  const root = name === `${owner}.github.io` ? '' : `${name}/`;
  return `https://${owner}.github.io/${root}${encodeURI(source_path)}`;
}

/** Credentials that stand on the page and are of a platform that we know, by what tells two of them apart. */
const expectedOn = ({ links = [] }: Entry): ReadonlySet<string> =>
  new Set(
    links
      .filter(({ kind }) => kind === 'credential')
      .flatMap(({ url, target }) => recogniseLink(target ?? url)?.key ?? []),
  );

const world = {
  replies: new Map<string, Reply>(
    entries.map((entry) => [addressOf(entry), html(readFileSync(join(FIXTURES, entry.file), 'utf8'))]),
  ),
  hosts: new Set(entries.map((entry) => new URL(addressOf(entry)).hostname)),
  elsewhere: drop,
};

describe.skipIf(!present)('pages that people have published, in chromium,', () => {
  let stage: Stage<typeof world>;
  beforeAll(async () => {
    stage = await setStageIn(world, 'chromium');
  });
  afterAll(() => stage?.close());

  it('are ten at least', () => {
    expect(entries.filter((entry) => expectedOn(entry).size > 0).length).toBeGreaterThanOrEqual(10);
  });

  it.each(entries.map((entry) => [entry.file, entry] as const))(
    '%s: every credential is a row, and none is called good while nobody answers for it',
    async (_, entry) => {
      const page = await stage.session.open(addressOf(entry));
      const popup = await stage.session.clickToolbar();
      await settled(popup);
      const rows = await rowsOf(popup);
      const keys = rows.map(({ key }) => key);
      expect([...expectedOn(entry)].filter((key) => !keys.includes(key))).toEqual([]);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { status } of rows) expect(['not-checked', 'unreachable']).toContain(status);
      await popup.close();
      await page.close();
    },
  );
});
