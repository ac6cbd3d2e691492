/**
 * The library in real browsers beside the library on Node. Each of them has cryptography, streams and a reader of HTML of
 * its own, and every credential has to get the same report.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../src/library/verifier.ts';
import type { JsonReport } from '../../src/report/json.ts';
import { credlyBadge } from '../build/links.ts';
import {
  CORPUS_CLOCK,
  corpus,
  corpusBytes,
  corpusIsHere,
  corpusWorld,
  credentialEntries,
} from '../fixtures/corpus.ts';
import { bytes, html, json, type Reply } from '../world/reply.ts';
import { buildWorld } from '../world/world.ts';
import { until } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const LIBRARY = join(import.meta.dirname, '..', '..', 'dist', 'lib');
const HERE = 'https://library.example/';

/** One question to the library. A file is named by its place among all files. */
type Input = { readonly name: string } & (
  | { readonly kind: 'file'; readonly file: number }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'page'; readonly file: number; readonly url: string }
);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: number;
}

interface ClosedWorld {
  readonly at: string;
  /** What answers, by address. Everything else is out of reach. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly inputs: readonly Input[];
}

const files: Uint8Array[] = [];
const fileOf = (content: Uint8Array): number => files.push(content) - 1;
const pageOf = (name: string, content: Uint8Array): Input => ({
  name,
  kind: 'page',
  file: fileOf(content),
  url: 'https://profiles.example/ana',
});

/** The world of all end-to-end tests: its links, and its pages. */
async function ownWorld(): Promise<ClosedWorld> {
  const world = await buildWorld(new Date());
  const given = [...world.replies].flatMap(([url, reply]) =>
    reply.kind === 'answer' ? [{ url, ...reply, file: fileOf(reply.body) }] : [],
  );
  const isPage = ({ headers }: Answer): boolean => /html/.test(headers['content-type'] ?? '');
  return {
    at: world.now.toISOString(),
    answers: Object.fromEntries(
      given.map(({ url, status, headers, file }) => [url, { status, headers, file }]),
    ),
    inputs: [
      ...[...world.credentials.values()].map(
        ({ link }) => ({ name: link, kind: 'link', url: link }) as const,
      ),
      ...given.filter(isPage).map(({ url, file }) => ({ name: url, kind: 'page', url, file }) as const),
    ],
  };
}

const TAGS =
  'p b i a div span h2 h3 ul li dl dt dd table tr td th br noscript template iframe title head body svg';
const WORDS = [
  'Certifications',
  'Welding II',
  'Acme Guild',
  'Issued May 2024',
  '&amp;',
  '<!-- a -->',
  '<img alt="First Aid">',
];
/** Tags that need not match, the words of credentials, and links to them. */
const piece = fc.oneof(
  fc.constantFrom(...TAGS.split(' ')).map((tag) => `<${tag}>`),
  fc.constantFrom(...TAGS.split(' ')).map((tag) => `</${tag}>`),
  fc.constantFrom(...WORDS),
  fc.nat(9).map((n) => `<a href="${credlyBadge(n)}">Show credential`),
);

/** Pages out of order. HTML §13.2 has one answer to each of them. */
function brokenPages(): ClosedWorld {
  const pages = fc.sample(fc.array(piece, { minLength: 8, maxLength: 40 }), { seed: 20261130, numRuns: 500 });
  const inputs = pages.map((pieces) => pageOf(pieces.join(''), Buffer.from(pieces.join(''))));
  return { at: CORPUS_CLOCK, answers: {}, inputs };
}

/** The credentials and pages of the corpus, each in a world closed to what its INDEX line says it needs. */
const corpusWorlds = (): readonly ClosedWorld[] =>
  corpus.flatMap((entry) => {
    const isPage = entry.file.endsWith('.html');
    if (!isPage && !credentialEntries.includes(entry)) return [];
    const content = corpusBytes(entry.file);
    const answers = Object.entries(corpusWorld(entry)).map(
      ([url, { body, status = 200 }]): [string, Answer] => [
        url,
        { status, headers: {}, file: fileOf(body as Uint8Array) },
      ],
    );
    return {
      at: CORPUS_CLOCK,
      answers: Object.fromEntries(answers),
      inputs: [
        isPage ? pageOf(entry.file, content) : { name: entry.file, kind: 'file', file: fileOf(content) },
      ],
    };
  });

/** Runs on Node, and travels to the browsers as text. */
async function reportsOf(
  { createVerifier }: Library,
  worlds: readonly ClosedWorld[],
  read: (file: number) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<JsonReport[]> {
  const reports: JsonReport[] = [];
  for (const { at, answers, inputs } of worlds) {
    const moment = new Date(at);
    const verifier = createVerifier({
      at: moment,
      clock: { now: () => moment.getTime() },
      transport: {
        hops: 'visible',
        async get({ url }) {
          const answer = answers[url];
          if (answer === undefined)
            return { ok: false, problem: { code: 'network-failed', params: {}, at: '' } };
          const body = new Blob([await read(answer.file)]).stream();
          return {
            ok: true,
            value: { url, status: answer.status, headers: new Headers(answer.headers), body },
          };
        },
      },
    });
    for (const input of inputs) {
      if (input.kind === 'link') reports.push(await verifier.verify(input.url));
      else if (input.kind === 'file') reports.push(await verifier.verify(await read(input.file)));
      else {
        const text = new TextDecoder().decode(await read(input.file));
        reports.push(await verifier.inspect({ html: text, url: input.url }));
      }
    }
  }
  return reports;
}

/** What is asked at the same time may be answered in any order. */
const inOrder = (report: JsonReport): JsonReport => ({
  ...report,
  items: report.items.map((item) => ({
    ...item,
    contacted: item.contacted.toSorted((one, other) => (one.url < other.url ? -1 : 1)),
  })),
});

let worlds: Readonly<Record<'own' | 'broken' | 'corpus', readonly ClosedWorld[]>>;
let onNode: readonly JsonReport[];
const all = (): readonly ClosedWorld[] => Object.values(worlds).flat();
beforeAll(async () => {
  worlds = { own: [await ownWorld()], broken: [brokenPages()], corpus: corpusWorlds() };
  const library = (await import(join(LIBRARY, 'node.js'))) as Library;
  const reports = await reportsOf(library, all(), async (file) => new Uint8Array(files[file] ?? []));
  onNode = JSON.parse(JSON.stringify(reports)) as JsonReport[];
});

describe.each(BROWSERS)('the library, in %s,', (browser) => {
  let stage: Stage<{ readonly replies: ReadonlyMap<string, Reply>; readonly hosts: ReadonlySet<string> }>;
  let inBrowser: readonly JsonReport[];
  beforeAll(async () => {
    const script = `
      import * as library from '/browser.js';
      const read = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
      const worlds = JSON.parse(new TextDecoder().decode(await read('/worlds')));
      const reports = await (${reportsOf})(library, worlds, (file) => read('/file/' + file));
      const main = document.querySelector('main');
      main.textContent = JSON.stringify(reports);
      main.id = 'done';`;
    const code = (name: string): [string, Reply] => [
      HERE + name,
      bytes(readFileSync(join(LIBRARY, name)), 'text/javascript'),
    ];
    const replies = new Map<string, Reply>([
      [
        HERE,
        html(
          '<!doctype html><title>Reports</title><main></main><script type="module" src="/run.js"></script>',
        ),
      ],
      [`${HERE}run.js`, bytes(Buffer.from(script), 'text/javascript')],
      [`${HERE}worlds`, json(all())],
      ...files.map((file, at): [string, Reply] => [
        `${HERE}file/${at}`,
        bytes(file, 'application/octet-stream'),
      ]),
      ...readdirSync(LIBRARY)
        .filter((name) => name.endsWith('.js'))
        .map(code),
    ]);
    stage = await setStageIn({ replies, hosts: new Set([new URL(HERE).host]) }, browser);
    const view = await stage.session.open(HERE);
    const told = await until(view, () => document.querySelector('#done')?.textContent);
    inBrowser = JSON.parse(told) as JsonReport[];
    await view.close();
  });
  afterAll(() => stage?.close());

  /** How many inputs such worlds have, and the names of those whose report is another than on Node. */
  function compared(kind: keyof typeof worlds): {
    readonly count: number;
    readonly unlike: readonly string[];
  } {
    const inputs = all().flatMap((world) => world.inputs.map((input) => ({ world, input })));
    const unlike: string[] = [];
    let count = 0;
    inputs.forEach(({ world, input }, at) => {
      if (!worlds[kind].includes(world)) return;
      count += 1;
      const [here, there] = [inBrowser[at], onNode[at]].map((report) => report && inOrder(report));
      if (here === undefined || !isDeepStrictEqual(here, there)) unlike.push(input.name);
    });
    return { count, unlike };
  }

  it('reports of the links and pages of a world what it reports on Node', () => {
    const { count, unlike } = compared('own');
    expect(count).toBeGreaterThan(50);
    expect(unlike).toEqual([]);
  });

  it('finds on broken pages what it finds on Node', () => {
    expect(compared('broken')).toEqual({ count: 500, unlike: [] });
  });

  it.skipIf(!corpusIsHere)('reports of the corpus what it reports on Node', () => {
    const { count, unlike } = compared('corpus');
    expect(count).toBeGreaterThan(credentialEntries.length);
    expect(unlike).toEqual([]);
  });
});
