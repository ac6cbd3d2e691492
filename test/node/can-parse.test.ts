import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canParse } from '../../src/node/can-parse.ts';

const BUILT = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..', 'dist');

describe('whether a text is an address', () => {
  it('is told in the same way however often it is asked, also of letters beyond ASCII', () => {
    // Node 20 compiles its own function after some thousand calls, and then refuses the first of these.
    const told = new Set<string>();
    for (let call = 0; call < 30_000; call += 1)
      told.add(
        [
          canParse('https://münchen.example/'),
          canParse('/größe', 'https://münchen.example/'),
          canParse('größe'),
          canParse('https://a.example/'),
          canParse('a b'),
          canParse('https://例え.example/'),
        ].join(),
      );
    expect([...told]).toEqual(['true,true,false,true,false,true']);
  });

  it.skipIf(!existsSync(join(BUILT, 'cli')))(
    'is asked of no other function in what is built for Node',
    () => {
      const files = ['cli', 'cli/parts', 'lib'].flatMap((folder) =>
        readdirSync(join(BUILT, folder))
          .filter((file) => /\.m?js$/.test(file))
          .map((file) => readFileSync(join(BUILT, folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')),
      );
      expect(files.filter((text) => text.includes('canNodeParse')).length).toBeGreaterThan(0);
      expect(files.filter((text) => text.includes('URL.canParse'))).toEqual([]);
    },
  );
});
