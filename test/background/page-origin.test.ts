import { describe, expect, it } from 'vitest';
import { askingOver, type Grants, mayAsk } from '../../src/background/page-origin.ts';
import type { Transport } from '../../src/net/transport.ts';
import type { ProblemCode } from '../../src/problem.ts';
import { fail } from '../../src/result.ts';

const PAGE = 'https://people.example/mara';
const grants = (granted: readonly string[], clickOpensPage = true): Grants => ({
  clickOpensPage: () => clickOpensPage,
  isPermitted: async (url) => granted.includes(new URL(url).origin),
});
const failing = (code: ProblemCode): Transport => ({ hops: 'hidden', get: async () => fail(code) });
async function codeOf(url: string, code: ProblemCode, granted: readonly string[] = []): Promise<string> {
  const transport = askingOver(PAGE, failing(code), grants(granted));
  const answer = await transport.get({ url, accept: '*/*', signal: new AbortController().signal });
  return answer.ok ? 'answered' : answer.problem.code;
}

describe('the origin of the page in view', () => {
  it('may be asked where a click opens it, and no other without a grant', async () => {
    expect(await mayAsk(PAGE, grants([]))('https://people.example')).toBe(true);
    expect(await mayAsk(PAGE, grants([]))('https://else.example')).toBe(false);
    expect(await mayAsk(PAGE, grants(['https://else.example']))('https://else.example')).toBe(true);
  });

  it('needs its grant where a click opens a page to scripts only', async () => {
    expect(await mayAsk(PAGE, grants([], false))('https://people.example')).toBe(false);
  });

  it('waits for a grant where a request to it fails without one', async () => {
    expect(await codeOf('https://people.example/b.png', 'network-failed')).toBe('permission-needed');
  });

  it('is unreachable where a request fails with a grant, or for a reason of its own', async () => {
    expect(await codeOf('https://people.example/b.png', 'network-failed', ['https://people.example'])).toBe(
      'network-failed',
    );
    expect(await codeOf('https://people.example/b.png', 'timeout')).toBe('timeout');
    expect(await codeOf('https://else.example/b.png', 'network-failed')).toBe('network-failed');
  });
});
