import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { canParseOnNode } from './vite.can-parse.ts';
import { plainFlatMaps } from './vite.flat-map.ts';
import { assignedSpreads } from './vite.spread.ts';

/** So that it runs by its own name. */
const executable: Plugin = {
  name: 'executable',
  writeBundle({ dir }, bundle) {
    for (const file of Object.keys(bundle)) chmodSync(join(dir ?? '', file), 0o755);
  },
};

/** The command line: an executable file and, beside it, the parts that it loads when they are needed. It needs nothing but Node. */
export default defineConfig({
  plugins: [assignedSpreads, plainFlatMaps, executable],
  publicDir: false,
  build: {
    outDir: 'dist/cli',
    emptyOutDir: true,
    ssr: 'src/cli/main.ts',
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      transform: { inject: canParseOnNode },
      output: {
        banner: ({ isEntry }) => (isEntry ? '#!/usr/bin/env node' : ''),
        entryFileNames: 'touchstone.mjs',
        chunkFileNames: 'parts/[name].mjs',
        format: 'es',
      },
    },
  },
  ssr: { noExternal: true },
});
