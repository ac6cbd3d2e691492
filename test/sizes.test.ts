/** What is loaded, and when: of the built extension, in bytes over the wire. `node scripts/build.mjs` prints every script. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../src/provider/registry/index.ts';
import {
  CHROME,
  FIREFOX,
  firstFiles,
  firstPaint,
  overTheWire,
  partsOfWorker,
  textOf,
  withImports,
} from './bench/extension/sizes.ts';

const isBuilt = existsSync(join(CHROME, 'worker', 'main.js'));

/** Parts of the worker that come when they are first asked for, kB over the wire. */
const PARTS: Readonly<Record<string, number>> = {
  /** what two digests share */
  '_md.js': 5,
  /** the 1EdTech schemas */
  'apply.js': 4,
  /** what a reader points at, beside what a page shows */
  'asked.js': 3,
  'bbs-2023.js': 18,
  /** what platforms answer that give no credential */
  'answers.js': 5,
  /** the times and the claims of signed tokens */
  'claims.js': 2,
  /** PNG, SVG, XML, HTML, and wrappers in JSON */
  'containers.js': 4.2,
  'did-webvh.js': 4,
  'disclosed-quads.js': 2,
  'ecdsa-sd-2023.js': 2,
  /** signed tokens: VC-JWT, vc+jwt, SD-JWT */
  'enveloping.js': 3,
  /** the schemas of Open Badges 2 extensions */
  'extensions.js': 3,
  /** what OpenID Federation says of an issuer */
  'federation.js': 3,
  /** what usual context addresses served before */
  'former.js': 9,
  /** the general JSON-LD processor */
  'general.js': 36,
  /** Open Badges 1 and 2 that their issuer's server confirms */
  'hosted.js': 3,
  /** SHA-384, SHA-512 and SHA-3, and hashed identities */
  'hashes.js': 4,
  /** what a PDF holds and links to */
  'in-pdf.js': 2,
  /** the keys that issuers publish for tokens */
  'jose-keys.js': 3,
  /** jose */
  'jws.js': 8,
  /** MD5 and SHA-1, for hashed addresses */
  'legacy.js': 3,
  /** pages that are too large to store as they are */
  'large.js': 2,
  /** what a site's pages show of their credentials, where their reader has asked for that */
  'marked.js': 4,
  'ob-revocation-list.js': 2,
  'ob2-parts.js': 2,
  /** records that a page links under several addresses */
  'one-record.js': 2,
  /** the readers of Open Badges 1 and 2 */
  'older.js': 4,
  /** markup of pages, and the record that platforms keep in it */
  'pages.js': 4.5,
  /** proofs that are only named, and the second look at one that did not hold, and its steps */
  'proofs.js': 2.8,
  /** hosts with letters beyond ASCII */
  'punycode.js': 2,
  /** rare JSON-LD contexts */
  'rare.js': 20,
  /** pages that are not read, and what a policy says of sites */
  'refused.js': 2,
  /** results of examinations, endorsements, digests, texts in several languages, and what is part of what */
  'rich.js': 4.4,
  /** JSON schemas that a credential names */
  'schemas.js': 2,
  'secp256k1.js': 10,
  /** Open Badges 2 that their issuer signed */
  'signed-ob2.js': 3,
  /** badge pictures, drawn small */
  'small-picture.js': 2,
  'token-status-list.js': 2,
  /** the readers of signed tokens, in compact and in JSON form */
  'tokens.js': 4.6,
  /** the JSON Schema validator */
  'validate.js': 10,
  /** what the two curves share */
  'weierstrass.js': 16,
};

/** What a worker finds around it. Each member of the browser's API can be called and has every member. */
function aroundWorker(importScripts: (script: string) => void): object {
  const api: unknown = new Proxy(() => api, {
    // Nothing is waited for, nothing becomes a text, and whatever is gone through is empty.
    get: (_target, name) => {
      if (name === Symbol.iterator) return () => [].values();
      return name === 'then' || typeof name === 'symbol' ? undefined : api;
    },
    has: () => true,
    apply: () => api,
  });
  const around = { chrome: api, addEventListener: api, navigator: {}, crypto, URL, TextEncoder, TextDecoder };
  return Object.defineProperty({ ...around, importScripts }, 'self', {
    get(this: object) {
      return this;
    },
  });
}

/** The target is 60 kB (docs/speed.md). */
const WORKER_KB = 148;
const POPUP_KB = 40;

describe.skipIf(!isBuilt)('over the wire, where dist/chrome is built,', () => {
  it(`the worker starts with ${WORKER_KB} kB or less; the target is 60 kB`, () => {
    expect(overTheWire('worker/main.js')).toBeLessThanOrEqual(WORKER_KB * 1000);
  });

  it('the worker starts without the script of its later parts', () => {
    const asked: string[] = [];
    runInNewContext(
      textOf('worker/main.js'),
      aroundWorker((script) => asked.push(script)),
    );
    expect(asked).toEqual([]);
  });

  it('the worker keeps the hosts of the registry’s examples, which look-alikes are told by, and no more of them', () => {
    const worker = textOf('worker/main.js');
    const examples = PROVIDERS.flatMap(({ shapes }) => shapes)
      .filter(({ anyHost }) => !anyHost)
      .flatMap((shape) => shape.examples);
    const hosts = [...new Set(examples.map((example) => new URL(example).hostname))];
    expect(hosts.filter((host) => !worker.includes(host) && !/badgr|parchment/.test(host))).toEqual([]);
    expect(worker).not.toMatch(/exampleperson|example-person/);
  });

  it('a part that comes later is known, and no larger than it was', () => {
    const parts = partsOfWorker();
    expect([...parts.keys()].sort()).toEqual(Object.keys(PARTS).sort());
    const grown = [...parts].filter(([name, bytes]) => bytes > (PARTS[name] ?? 0) * 1000);
    expect(grown).toEqual([]);
  });

  it(`the popup paints after ${POPUP_KB} kB or less`, () => {
    expect(firstPaint('src/popup/index.html')).toBeLessThanOrEqual(POPUP_KB * 1000);
  });

  it('the popup loads three scripts: its own, what all surfaces share, and the bundler’s', () => {
    const scripts = [...firstFiles('src/popup/index.html')].filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeLessThanOrEqual(3);
  });

  it.each(['popup', 'panel', 'preview', 'options', 'welcome'])(
    'the %s reads the shared styles first, so that its own come after them',
    (page) => {
      const sheets = [...textOf(`src/${page}/index.html`).matchAll(/href="([^"]+\.css)"/g)];
      expect(sheets.map(([, file]) => file)[0]).toMatch(/\/drawn-/);
    },
  );

  it('the popup paints without the list of public suffixes and without the forms that requests are held to', () => {
    const popup = [...firstFiles('src/popup/index.html')].map((file) => textOf(file)).join('');
    expect(popup).not.toMatch(/\bco[.,:].{0,20}\buk\b/);
    expect(popup).not.toContain('valibot');
  });
});

describe.skipIf(!existsSync(FIREFOX))('where dist/firefox is built,', () => {
  it('its background loads nothing that only pages draw with', () => {
    const files = [...withImports('service-worker-loader.js', FIREFOX)];
    expect(files.some((file) => /\bmain\.ts-/.test(file))).toBe(true);
    expect(files.filter((file) => /\/drawn-/.test(file))).toEqual([]);
  });
});
