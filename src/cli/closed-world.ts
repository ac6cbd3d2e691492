import { dirname, resolve } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isBundled } from '../json-ld/context/bundled/shelf.ts';
import { checkAddress } from '../net/address.ts';
import type { AddressCheck } from '../net/guard.ts';
import type { Transport, TransportAnswer } from '../net/transport.ts';
import type { OfferedContexts } from '../ports.ts';
import { isProblemCode, natureOf, type ProblemCode, problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { WrongUsage } from './arguments.ts';
import { readJsonFile } from './json-file.ts';
import { mediaTypeOf } from './media-type.ts';
import type { World } from './world.ts';

type Listed =
  | { readonly file: string; readonly status: number; readonly headers: Headers }
  | { readonly redirect: string; readonly status: number }
  | { readonly error: ProblemCode };

export interface ClosedWorld {
  readonly transport: Transport;
  readonly check: AddressCheck;
  readonly contexts: OfferedContexts;
  /** Contexts that a verification took from here, because they are not bundled. */
  contextsUsed(): readonly string[];
}

const WEB: ReadonlySet<string> = new Set(['https:', 'http:']);

/**
 * The world of a `--documents` file. Listed addresses are answered; everything else is `not-in-documents`. Whoever
 * runs the command vouches for the list. So listed http addresses and inner names (`localhost`) are answered too: no
 * request is made. Literal inner addresses stay refused. Redirects to an inner host, or from https to http, are
 * refused too. Throws `WrongUsage` where the file has another form or names no file.
 */
export function closeWorld(world: World, path: string): ClosedWorld {
  const listed = readDocuments(world, path);
  const used = new Set<string>();
  const find = (address: string): Listed | undefined => listed.get(normal(address));
  const bytesOf = (file: string): Uint8Array => world.readFile(file) ?? new Uint8Array();
  return {
    check(address, from) {
      if (!find(address)) return checkAddress(address);
      const downgrade = from?.protocol === 'https:';
      return checkAddress(address, downgrade ? undefined : WEB, from === null ? 'any' : 'public');
    },
    transport: { hops: 'visible', get: async ({ url }) => answer(url, find(url), bytesOf) },
    contexts: {
      get(url) {
        const entry = find(url);
        if (!entry || !('file' in entry) || entry.status !== 200) return undefined;
        if (!isBundled(url)) used.add(url);
        return bytesOf(entry.file);
      },
    },
    contextsUsed: () => [...used].sort(),
  };
}

/** The open world vouches for no context beyond the bundled ones. */
export const NO_CONTEXTS: OfferedContexts = { get: () => undefined };

function answer(
  url: string,
  entry: Listed | undefined,
  bytesOf: (file: string) => Uint8Array,
): Result<TransportAnswer> {
  if (entry === undefined) return fail('not-in-documents', { params: { url } });
  if ('error' in entry) return fail(entry.error);
  if ('redirect' in entry)
    return succeed({
      url,
      status: entry.status,
      headers: new Headers({ location: entry.redirect }),
      body: null,
    });
  const body = new Blob([new Uint8Array(bytesOf(entry.file))]).stream();
  return succeed({ url, status: entry.status, headers: entry.headers, body });
}

function readDocuments(world: World, path: string): ReadonlyMap<string, Listed> {
  const json = readJsonFile(world, '--documents', path);
  if (!isJsonObject(json)) throw new WrongUsage(`--documents: ${path} is not an object of URLs`);
  const listed = new Map<string, Listed>();
  for (const [url, value] of Object.entries(json)) {
    const entry = URL.canParse(url) && isJsonObject(value) ? readEntry(value, dirname(path)) : null;
    if (entry === null) throw new WrongUsage(`--documents: cannot make sense of ${url} in ${path}`);
    if ('file' in entry && world.sizeOf(entry.file) === null)
      throw new WrongUsage(`--documents: ${url} names a file that is not there: ${entry.file}`);
    listed.set(normal(url), entry);
  }
  return listed;
}

/** One of the three forms of docs/decisions.md#the-machine-readable-outcome; null for any other. */
function readEntry({ file, redirect, error, status, headers }: JsonObject, directory: string): Listed | null {
  const code = status ?? (redirect === undefined ? 200 : 302);
  if (typeof code !== 'number' || !Number.isInteger(code) || code < 100 || code > 999) return null;
  if (typeof error === 'string') return { error: asCode(error) };
  if (typeof redirect === 'string') return { redirect, status: code };
  if (typeof file !== 'string') return null;
  const fields = readHeaders(headers);
  if (fields === null) return null;
  const guess = mediaTypeOf(file);
  if (!fields.has('content-type') && guess !== null) fields.set('content-type', guess);
  return { file: resolve(directory, file), status: code, headers: fields };
}

/** Null where one of them is none of HTTP (RFC 9110 §5.1, §5.5). */
function readHeaders(headers: Json | undefined): Headers | null {
  const fields = Object.entries(isJsonObject(headers) ? headers : {}).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  try {
    return new Headers(fields);
  } catch {
    return null;
  }
}

/** `timeout`, `dns-failed`, … as our codes. Any other word means that no answer came, and says nothing of a record. */
const asCode = (error: string): ProblemCode =>
  isProblemCode(error) && natureOf(problem(error)) === 'network' ? error : 'network-failed';

/** Addresses are listed and asked without fragment, in the URL Standard's spelling. */
function normal(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
