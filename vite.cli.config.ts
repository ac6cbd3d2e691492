import { defineConfig } from 'vite';

/** The command line: one executable file that needs nothing but Node. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/cli',
    emptyOutDir: true,
    ssr: 'src/cli/main.ts',
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      output: {
        banner: '#!/usr/bin/env node',
        codeSplitting: false,
        entryFileNames: 'touchstone.mjs',
        format: 'es',
      },
    },
  },
  ssr: { noExternal: true },
});
