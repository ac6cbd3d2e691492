import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import base from '../../manifest.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { LANGUAGES } from '../../src/languages.ts';
import { manifestFor, TARGETS } from '../../vite.config.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A listing: the name, the summary, and what follows. */
function listingOf(language: string): {
  readonly name: string;
  readonly summary: string;
  readonly body: string;
} {
  const [head = '', summary = '', ...body] = read(`store/listing/${language}.md`).split('\n\n');
  return {
    name: head.replace(/^# /, ''),
    summary: summary.replace(/^> /, ''),
    body: body.join('\n\n').trim(),
  };
}
const messagesOf = (language: string): Record<string, { readonly message: string }> =>
  JSON.parse(read(`public/_locales/${language}/messages.json`));

describe('the listings', () => {
  it('are in every language that the extension speaks, and in no other', () => {
    const files = readdirSync(join(ROOT, 'store', 'listing'));
    expect(files.sort()).toEqual(LANGUAGES.map((language) => `${language}.md`).sort());
  });

  it.each(LANGUAGES)('%s: name and summary are those of the package, and fit every store', (language) => {
    const { name, summary } = listingOf(language);
    const messages = messagesOf(language);
    expect(name).toBe(messages.appName?.message);
    expect(summary).toBe(messages.appDescription?.message);
    // Chrome Web Store: 75 and 132 characters; AMO: 50 for the name without the summary, 250 for the summary.
    expect(name.length).toBeLessThanOrEqual(75);
    expect(summary.length).toBeLessThanOrEqual(132);
  });

  it.each(LANGUAGES)(
    '%s: the description says what the groups are called, and as much as the English one',
    (language) => {
      const { body } = listingOf(language);
      const messages = messagesOf(language);
      expect(body.length).toBeLessThanOrEqual(16_000);
      expect(body.split('\n\n')).toHaveLength(listingOf('en').body.split('\n\n').length);
      for (const group of ['look', 'confirmed', 'unknown', 'unchecked', 'waiting'])
        expect(body).toContain(messages[`group_${group}`]?.message);
    },
  );
});

describe('the words beside the pictures', () => {
  const captions: Record<string, Record<string, readonly [string, string]>> = JSON.parse(
    read('store/captions.json'),
  );

  it.each(LANGUAGES)('%s: are there for each picture, in that language, and fit their place', (language) => {
    const own = captions[language] ?? {};
    expect(Object.keys(own)).toEqual(['card', 'panel', 'fix']);
    for (const [picture, [title, text]] of Object.entries(own)) {
      expect(title.length).toBeLessThanOrEqual(50);
      expect(text.length).toBeLessThanOrEqual(200);
      if (language !== 'en') expect(captions.en?.[picture]).not.toContain(title);
    }
  });
});

describe('the words for permissions', () => {
  const page = read('store/permissions.md');
  const named = [...page.matchAll(/^\| `([A-Za-z]+)` \| (.+) \|$/gm)];

  it('name exactly the permissions of the manifest, each with a reason', () => {
    expect(named.map(([, permission]) => permission)).toEqual(base.permissions);
    for (const [, , reason = ''] of named) expect(reason.length).toBeGreaterThan(40);
  });

  it('name the optional hosts as the manifest has them', () => {
    for (const host of base.optional_host_permissions) expect(page).toContain(`\`${host}\` (optional)`);
  });
});

describe.each(TARGETS)('the manifest for %s', (target) => {
  const manifest = manifestFor(target) as unknown as Record<string, unknown>;

  it('names a home page exactly where the project has a public address', () => {
    expect(manifest.homepage_url).toBe((packageJson as { readonly homepage?: string }).homepage);
  });

  it('names the author in the form that the browser takes', () => {
    expect(manifest.author).toBe(target === 'firefox' ? packageJson.author : undefined);
  });
});
