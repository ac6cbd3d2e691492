import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { problemsPage } from '../../scripts/problems-table.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'PRIVACY.md', 'CHANGELOG.md'].concat(
  readdirSync(join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
  ['README.md', 'permissions.md', 'firefox-build.md'].map((file) => `store/${file}`),
);
/** As code hosts make anchors of headings. */
const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+\s+(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );

describe('the documents', () => {
  it('lead only to files and headings that are there', () => {
    const dead = PAGES.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(
        ([, path = '', anchor]) => {
          const file = path === '' ? page : join(dirname(page), path);
          if (!existsSync(join(ROOT, file))) return [`${page} → ${file}`];
          const missing = anchor !== undefined && !anchorsOf(read(file)).includes(anchor);
          return missing ? [`${page} → ${file}#${anchor}`] : [];
        },
      ),
    );
    expect(dead).toEqual([]);
  });

  it('tell organisations all that a policy may prescribe, and nothing else', () => {
    const { properties } = JSON.parse(read('public/policy.schema.json'));
    const page = read('docs/policy.md');
    const told = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(Object.keys(properties).sort());
    expect(page).toContain(JSON.parse(read('manifest.json')).browser_specific_settings.gecko.id);
  });

  it('name only files that are there', () => {
    const files = ['src', 'test', 'public', 'scripts'].flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => `/${room}/${file}`),
    );
    files.push(...readdirSync(ROOT).map((file) => `/${file}`));
    const missing = [...PAGES, 'test/README.md'].flatMap((page) =>
      [...read(page).matchAll(/`([\w./-]+\.tsx?|(?:src|test|public|scripts)\/[\w./-]+)`/g)]
        .map(([, path = '']) => path.replace(/\/$/, ''))
        .filter((path) => !files.some((file) => file.endsWith(`/${path}`)))
        .map((path) => `${page}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('are a README of at most 120 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(121);
  });

  it('say of every problem code what the code and the messages do', () => {
    // On a difference: npm run generate.
    expect(read('docs/problems.md')).toBe(problemsPage(messages));
  });

  it('name every room of the house', () => {
    const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const page = read('docs/architecture.md');
    expect(rooms.filter((room) => !page.includes(`\`${room}/\``))).toEqual([]);
  });
});
describe('comments in the source', () => {
  it('cite only documents that are in this repository', () => {
    const cited = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) =>
        [...read(join('src', file)).matchAll(/\b([\w-]+\.md)(?:#([\w-]+))?/g)].map(
          ([, page = '', anchor]) => ({
            file,
            page,
            anchor,
          }),
        ),
      );
    const known = new Map(PAGES.map((page) => [page.split('/').at(-1) ?? '', page]));
    const dead = cited.filter(({ page, anchor }) => {
      const path = known.get(page);
      return path === undefined || (anchor !== undefined && !anchorsOf(read(path)).includes(anchor));
    });
    expect(dead.map(({ file, page, anchor }) => `${file}: ${page}${anchor ? `#${anchor}` : ''}`)).toEqual([]);
  });
});
