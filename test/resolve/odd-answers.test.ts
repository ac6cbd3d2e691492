/** What a server sends by mishap or malice says nothing about a badge, on every route of every provider. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/encoding/text.ts';
import { inspectCandidate } from '../../src/inspect.ts';
import type { Net } from '../../src/ports.ts';
import { hosting } from '../../src/provider/hosting.ts';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { succeed } from '../../src/result.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { fakeHeavy } from '../fake/ports.ts';

const NOW = Date.UTC(2026, 10, 23);
const asking = PROVIDERS.flatMap((provider) =>
  provider.shapes
    .filter(({ routes }) => routes.some(({ via }) => via !== 'none' && via !== 'follow'))
    .map(({ examples }) => [provider.id, examples[0] ?? ''] as const),
);

interface Odd {
  readonly body: Uint8Array;
  readonly type: string | null;
  readonly status: number;
}
function portsAnswering({ body, type, status }: Odd): VerifyPorts {
  const net: Net = {
    get: async ({ url }) =>
      succeed({
        url,
        finalUrl: url,
        status,
        contentType: type,
        charset: null,
        maxAgeSeconds: null,
        bytes: body,
        at: NOW,
        cached: false,
      }),
  };
  return {
    heavy: fakeHeavy,
    net,
    clock: { now: () => NOW },
    store: { get: async () => undefined, set: async () => undefined, remove: async () => undefined },
    hosting,
    issuers: { lookUp: async () => succeed([]) },
    contexts: { get: () => undefined },
    holder: {},
  };
}

/** Names that adapters look at, so that the noise is of nearly the right shape. */
const NAME = fc.constantFrom(
  ...[
    'data',
    'uuid',
    'id',
    'type',
    '@context',
    'badge',
    'issuer',
    'recipient',
    'revoked',
    'revoked_at',
    'url',
  ],
  ...[
    'private',
    'name',
    'certTitle',
    'username',
    'userName',
    'credential',
    'vp',
    'assertion_url',
    'verify',
    'x',
  ],
);
const odd = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      null,
      true,
      false,
      0,
      1,
      '',
      'x',
      [],
      {},
      'Assertion',
      'VerifiableCredential',
      'https://x.example/1',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(NAME, tie('value'), { maxKeys: 5 }),
  ),
})).value;
const BODY = fc.oneof(
  odd.map((value) => utf8(JSON.stringify(value))),
  odd.map((value) => utf8(JSON.stringify(value).slice(0, -1))),
  fc.string({ unit: 'binary', maxLength: 300 }).map(utf8),
  fc.uint8Array({ maxLength: 300 }),
  fc
    .constantFrom(
      '<html><body>Sign in</body></html>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'eyJ.eyJ.x',
      '{"a":1}{"b":2}',
    )
    .map(utf8),
);
const TYPE = fc.constantFrom(
  'application/json',
  'application/ld+json',
  'application/vc+jwt',
  'text/html',
  'image/png',
  null,
);
const STATUS = fc.constantFrom(
  200,
  200,
  200,
  201,
  204,
  206,
  300,
  304,
  400,
  401,
  403,
  404,
  406,
  418,
  429,
  500,
  503,
  999,
);

/** What has the marks of a record is one, however broken, and its own faults may be told; so may its one word `revoked`. */
const MARKS =
  /"(?:Assertion|VerifiableCredential|badge|recipient|verify)"|"revoked(?:_at)?":(?!false|null|""|0|\{|\[)/;
const GOOD = ['signature-verified', 'issuer-confirmed', 'page-only', 'expired', 'holder-mismatch'];
const HARMLESS = ['unreachable', 'not-checked'];

describe('an odd answer', () => {
  it.each(asking)('of %s about %s leaves the credential neither good nor bad', async (_, link) => {
    const candidate = recogniseLink(link) ?? expect.fail('not recognised');
    await fc.assert(
      fc.asyncProperty(BODY, TYPE, STATUS, async (body, type, status) => {
        const isMarked = MARKS.test(new TextDecoder().decode(body));
        for (const { verdict } of await inspectCandidate(candidate, portsAnswering({ body, type, status }))) {
          expect(verdict.standing).not.toBe('verified');
          if (isMarked) expect(GOOD).not.toContain(verdict.status);
          else expect(HARMLESS).toContain(verdict.status);
        }
      }),
    );
  });
});
