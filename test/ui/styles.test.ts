/** Chrome lays a popup out twice, at its narrowest and at its own width, in each frame that moves anything in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..', '..', 'src');
const sheets = ['ui', 'popup'].flatMap((room) =>
  readdirSync(join(SRC, room)).flatMap((file) =>
    file.endsWith('.css') ? [[file, readFileSync(join(SRC, room, file), 'utf8')] as const] : [],
  ),
);
const found = (pattern: RegExp): readonly string[] =>
  sheets.flatMap(([, text]) => [...text.matchAll(pattern)].map(([whole]) => whole));

describe('the styles of the popup', () => {
  it('move without end only what is painted, never what is laid out', () => {
    const frames = found(/@keyframes [\s\S]*?\n\}/g);
    expect(frames.length).toBeGreaterThan(0);
    const moved = frames.flatMap((each) => [...each.matchAll(/^\s+([a-z-]+):/gm)].map(([, name]) => name));
    expect(new Set(moved)).toEqual(new Set(['stroke-dashoffset']));
  });

  it('change for a narrow window, and not where Chrome tries how narrow a popup may be', () => {
    const narrow = found(/@media [^{]*max-width[^{]*\{/g);
    expect(narrow.length).toBeGreaterThan(0);
    expect(narrow.filter((each) => !each.includes('(min-width: 8rem)'))).toEqual([]);
  });
});
