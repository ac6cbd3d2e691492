import { describe, expect, it } from 'vitest';
import { inPace } from '../../src/background/in-pace.ts';
import type { PageState } from '../../src/protocol.ts';

const state = (title: string) => ({ title }) as PageState;

/** With a timer whose time passes when the test says so. `next` is told once, when the first state was. */
function made(next: PageState | null = null) {
  const due: (() => void)[] = [];
  const told: (readonly [number, string | null])[] = [];
  const after = (_: number, run: () => void) => {
    due.push(run);
    return () => undefined;
  };
  const tell = inPace(
    (tabId, now) => {
      told.push([tabId, now?.title ?? null]);
      if (next !== null && told.length === 1) tell(tabId, next);
    },
    { after },
  );
  const pass = (): void => {
    for (const run of due.splice(0)) run();
  };
  return { tell, pass, told };
}

describe('what follows the states of a tab', () => {
  it('is told later, and only of the latest', () => {
    const { tell, pass, told } = made();
    tell(1, state('scanning'));
    tell(1, state('checking'));
    tell(1, state('done'));
    expect(told).toEqual([]);
    pass();
    expect(told).toEqual([[1, 'done']]);
  });

  it('is told of each tab, and of each state that comes after', () => {
    const { tell, pass, told } = made();
    tell(1, state('a'));
    tell(2, state('b'));
    pass();
    tell(1, state('c'));
    pass();
    pass();
    expect(told).toEqual([
      [1, 'a'],
      [2, 'b'],
      [1, 'c'],
    ]);
  });

  it('is told that a page has gone, and not of what it showed before', () => {
    const { tell, pass, told } = made();
    tell(1, state('a'));
    tell(1, null);
    pass();
    expect(told).toEqual([[1, null]]);
  });

  it('may itself bring the next state', () => {
    const { tell, pass, told } = made(state('with pictures'));
    tell(1, state('done'));
    pass();
    pass();
    expect(told).toEqual([
      [1, 'done'],
      [1, 'with pictures'],
    ]);
  });
});
