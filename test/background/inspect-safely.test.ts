import { describe, expect, it, vi } from 'vitest';
import { inspectSafely } from '../../src/background/inspect-safely.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { candidate } from './bench.ts';

const ports = { clock: { now: () => 5 } } as unknown as VerifyPorts;

describe('a bug in one check', () => {
  it('is that credential’s `internal`, inconclusive and never verified', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const inspect = inspectSafely(async () => {
      throw new TypeError('x is undefined');
    });
    const [item] = await inspect(candidate('a'), ports);
    expect(item).toMatchObject({ key: 'a', verdict: { status: 'unreachable', reason: 'internal' } });
    log.mockRestore();
  });

  it('is `part-missing` where a part of the program could not be had, and never a failure', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const inspect = inspectSafely(async () => {
      throw Object.assign(new Error('no later.js'), { name: 'PartMissing' });
    });
    const [item] = await inspect(candidate('a'), ports);
    expect(item?.verdict).toMatchObject({ standing: 'inconclusive', reason: 'part-missing' });
    log.mockRestore();
  });

  it('is logged without the link, which may carry secrets', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const inspect = inspectSafely(() => Promise.reject('https://a.example/?identity__email=x'));
    await inspect(candidate('a', { link: 'https://a.example/?pin=1234' }), ports);
    expect(JSON.stringify(log.mock.calls)).not.toMatch(/1234|identity__email/);
    log.mockRestore();
  });
});
