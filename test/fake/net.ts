/** A closed world: what is listed answers, everything else is unreachable. */
import type { Instant, Net, NetAnswer, NetRequest } from '../../src/ports.ts';
import type { ProblemCode } from '../../src/problem.ts';
import { fail, type Result, succeed } from '../../src/result.ts';

/** A body (text, bytes, or JSON), or how it fails. */
export interface FakeDocument {
  readonly body?: string | Uint8Array | object;
  readonly status?: number;
  readonly contentType?: string;
  /** The address that answers, after redirects. */
  readonly finalUrl?: string;
  readonly error?: ProblemCode;
}

export interface FakeNet extends Net {
  /** Every address asked for, in order. */
  readonly asked: readonly string[];
}

/** Serves documents by address, as of one moment, and remembers what was asked. */
export function fakeNet(documents: Readonly<Record<string, FakeDocument>> = {}, at: Instant = 0): FakeNet {
  const asked: string[] = [];
  return {
    asked,
    async get({ url }: NetRequest): Promise<Result<NetAnswer>> {
      asked.push(url);
      const document = documents[url];
      if (!document || document.error)
        return fail(document?.error ?? 'not-in-documents', { params: { url } });
      const { body = '', status = 200, contentType = 'application/json', finalUrl = url } = document;
      return succeed({
        url,
        finalUrl,
        status,
        contentType,
        charset: 'utf-8',
        maxAgeSeconds: null,
        bytes: bytesOf(body),
        at,
        cached: false,
      });
    },
  };
}

function bytesOf(body: string | Uint8Array | object): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}
