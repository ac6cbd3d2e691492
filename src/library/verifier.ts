/**
 * The core as a library: input → the report that the command line prints (schema `touchstone/1`). The entry for Node or
 * for browsers supplies the world, and every part of it can be replaced.
 */
import { fileDocument } from '../credential/file-document.ts';
import type { Document } from '../credential/model.ts';
import { copyOfPlain } from '../encoding/plain-json.ts';
import { inspect, inspectDocument, inspectJson, inspectLink, inspectUnopened } from '../inspect.ts';
import type { Item } from '../item.ts';
import { createNet } from '../net/guard.ts';
import type { Transport } from '../net/transport.ts';
import { problem } from '../problem.ts';
import { hosting } from '../provider/hosting.ts';
import type { ExaminedPage } from '../report/examination.ts';
import { type JsonReport, toJson } from '../report/json.ts';
import { fail } from '../result.ts';
import { memoryStore } from '../verify/memory-store.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { listedIssuers } from '../verify/trust/listed-issuers.ts';
import { isBuiltIn } from './is-built-in.ts';
import { checkOptions, type VerifierOptions } from './options.ts';

/**
 * A credential in any form: a link, a text (JSON, a token, a `data:` address), parsed JSON, or a file (its bytes of any
 * type, or a `Blob`).
 */
export type Input = string | URL | ArrayBufferView | ArrayBuffer | Blob | object;

export interface Page {
  readonly html: string;
  /** The page's address: its links are relative to it. */
  readonly url: string | URL;
}

/**
 * Verifies one thing after another. Documents that several rest on are fetched once and remembered for some minutes.
 */
export interface Verifier {
  /**
   * Never rejects for bad input: the report says what is wrong with it. What is no form of a credential at all is
   * `unknown-format`; a `Blob` that cannot be read, `file-unreadable`.
   */
  verify(input: Input): Promise<JsonReport>;
  /** Every credential on a page. Rejects only where no text or no address is given. */
  inspect(page: Page): Promise<JsonReport>;
}

/** The parts of the world that differ between Node and browsers. */
export type Surroundings = Required<Pick<VerifierOptions, 'transport' | 'heavy' | 'clock'>>;

/** What the package exports. */
export interface Library {
  /** A verifier for many calls. */
  createVerifier(options?: VerifierOptions): Verifier;
  /** One credential, or many in one container. Never rejects for bad input. */
  verify(input: Input, options?: VerifierOptions): Promise<JsonReport>;
  /** Every credential on a page. Rejects only where no text or no address is given. */
  inspect(page: Page, options?: VerifierOptions): Promise<JsonReport>;
}

export function libraryIn(world: Surroundings): Library {
  const createVerifier = (options: VerifierOptions = {}): Verifier => createVerifierIn(world, options);
  return {
    createVerifier,
    verify: async (input, options) => createVerifier(options).verify(input),
    inspect: async (page, options) => createVerifier(options).inspect(page),
  };
}

function createVerifierIn(world: Surroundings, given: VerifierOptions): Verifier {
  const options = withoutNothing(given);
  checkOptions(options);
  const { transport, heavy, clock } = { ...world, ...options };
  const contexts = new Map(Object.entries(options.contexts ?? {}));
  const limits = options.limits && withoutNothing(options.limits);
  const shared: Omit<VerifyPorts, 'clock'> = {
    net: options.net ?? createNet({ transport: settled(transport), clock, ...(limits && { limits }) }),
    heavy,
    store: options.store ?? memoryStore(),
    hosting,
    issuers: listedIssuers(options.trust ?? [], hosting.sameRecord),
    contexts: { get: (url) => contexts.get(url) },
    holder: options.holder ?? {},
  };
  // One call is judged as of one moment, however long it takes.
  const examine = async (look: (ports: VerifyPorts) => Promise<Looked>): Promise<JsonReport> => {
    const at = options.at?.getTime() ?? clock.now();
    const looked = await look({ ...shared, clock: { now: () => at } });
    return toJson({ ...looked, at, contexts: [...contexts.keys()], explain: false }, null);
  };
  return {
    verify: (input) => {
      const items = take(input);
      return examine(async (ports) => ({ page: null, items: await items(ports) }));
    },
    async inspect(page) {
      const { html, url } = textsOf(page);
      return examine(async (ports) => {
        const found = await heavy.run('readPage', { html, url });
        if (!found.ok) return { page: { url, title: '', problem: found.problem }, items: [] };
        const { title } = found.value;
        return { page: { url, title }, items: await inspect(found.value, ports) };
      });
    },
  };
}

interface Looked {
  readonly page: ExaminedPage | null;
  readonly items: readonly Item[];
}

/** In JavaScript, a member that is undefined or null is as good as absent. */
const withoutNothing = <Members extends object>(members: Members): Members =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as Members;

/** A transport of the caller's own, made on `fetch`, may throw where it should tell of a failure. */
const settled = (transport: Transport): Transport => ({
  hops: transport.hops,
  async get(request) {
    try {
      return await transport.get(request);
    } catch {
      return fail('network-failed');
    }
  },
});

/** The page as plain data, which a thread can be given. In JavaScript, anything may be handed in. */
function textsOf(page: Page): { readonly html: string; readonly url: string } {
  const { html, url }: Partial<Page> = page ?? {};
  if (typeof html !== 'string' || !url || !URL.canParse(url))
    throw new TypeError('A page is { html, url }: its text and its address.');
  return { html, url: String(url) };
}

type Look = (ports: VerifyPorts) => Promise<readonly Item[]>;

/** Takes the input over at once, because whoever handed it in may change it while it is verified. */
function take(input: Input): Look {
  try {
    if (isLink(input)) return lookAtLink(String(input).trim());
    if (typeof input === 'string') return lookAt(fileDocument(input));
    const bytes = bytesOf(input);
    if (bytes) return lookAt(fileDocument(bytes));
    // What is in a blob never changes.
    if (isBuiltIn<Blob>(input, 'Blob', 'File')) return (ports) => itemsInBlob(input, ports);
    return lookAtData(input);
  } catch {
    // A getter or a proxy that throws, bytes that were given away, or a value that contains itself.
    return async (ports) => inspectUnopened(problem('unknown-format'), ports);
  }
}

const lookAtLink =
  (link: string): Look =>
  (ports) =>
    inspectLink(link, ports);

const lookAt =
  (document: Document): Look =>
  (ports) =>
    inspectDocument(document, ports);

/** Data is copied. Where a copy may say less than its text, its text is looked at. */
function lookAtData(input: object): Look {
  const json = copyOfPlain(input);
  if (json !== undefined) return (ports) => inspectJson(json, ports);
  const text = JSON.stringify(input);
  if (text === undefined) throw new TypeError('no JSON');
  return lookAt(fileDocument(text, 'application/json'));
}

async function itemsInBlob(blob: Blob, ports: VerifyPorts): Promise<readonly Item[]> {
  const buffer = await Promise.resolve(blob)
    .then((each) => each.arrayBuffer())
    .catch(() => null);
  if (buffer === null) return inspectUnopened(problem('file-unreadable'), ports);
  return lookAt(fileDocument(new Uint8Array(buffer)))(ports);
}

/** One link. The URL Standard leaves out the ends of lines, and would join several. */
const isLink = (input: Input): boolean =>
  typeof input === 'string' ? /^https?:\/\/[^\t\r\n]*$/i.test(input.trim()) : isBuiltIn(input, 'URL');

/** A copy; null for what is no bytes. */
function bytesOf(input: object): Uint8Array | null {
  if (ArrayBuffer.isView(input))
    return new Uint8Array(input.buffer, input.byteOffset, input.byteLength).slice();
  return isBuiltIn<ArrayBuffer>(input, 'ArrayBuffer') ? new Uint8Array(input).slice() : null;
}
