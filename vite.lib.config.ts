import { defineConfig } from 'vite';
import { canParseOnNode } from './vite.can-parse.ts';
import { plainFlatMaps } from './vite.flat-map.ts';
import { assignedSpreads } from './vite.spread.ts';

/** The package: an entry for Node and one for everything else, with all that they need but Node itself. */
export default defineConfig({
  publicDir: false,
  plugins: [assignedSpreads, plainFlatMaps],
  build: {
    outDir: 'dist/lib',
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: {
      entry: {
        node: 'src/library/node.ts',
        thread: 'src/library/thread.ts',
        browser: 'src/library/browser.ts',
      },
      formats: ['es'],
      fileName: (_, name) => `${name}.js`,
    },
    rolldownOptions: {
      transform: { inject: canParseOnNode },
      external: /^node:/,
      output: { chunkFileNames: '[name].js' },
    },
  },
});
