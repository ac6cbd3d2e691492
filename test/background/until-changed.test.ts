import { expect, it, vi } from 'vitest';
import { untilChanged } from '../../src/background/until-changed.ts';
import { event } from '../platform/fake-browser.ts';

/** A source that is read, changes and may break. */
function source() {
  const changed = event<() => void>();
  const read = vi.fn(async () => read.mock.calls.length);
  return { read, change: changed.emit, ask: untilChanged(read, changed.addListener) };
}

it('what hundreds ask for is read once, until it changes', async () => {
  const { read, change, ask } = source();
  expect(await Promise.all(Array.from({ length: 300 }, ask))).toEqual(Array(300).fill(1));
  change();
  expect([await ask(), await ask()]).toEqual([2, 2]);
  expect(read).toHaveBeenCalledTimes(2);
});

it('what changes while it is read is read again by whoever asks next', async () => {
  const { change, ask } = source();
  const early = ask();
  change();
  expect([await ask(), await early]).toEqual([2, 1]);
});

it('a reading that fails is not kept', async () => {
  const { read, ask } = source();
  read.mockRejectedValueOnce(new Error('storage is gone'));
  await expect(ask()).rejects.toThrow('gone');
  await expect(ask()).resolves.toBe(2);
});
