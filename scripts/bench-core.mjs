#!/usr/bin/env node
// node scripts/bench-core.mjs [words of a row]: how fast credentials are verified, beside other people's libraries. Needs the built library.
// Without words it writes its section of docs/speed.md.
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
// A contestant's process runs what is built, because the tool that reads TypeScript would take its memory as well.
await build({
  root: at('..'),
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: 'test/bench/verifying/contestant.ts',
    outDir: 'dist/bench',
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
});
const { module } = await runnerImport(at('../test/bench/verifying/run.ts'));
const wanted = process.argv[2] ?? '';
const rows = await module.verifyingRows(at('../dist/bench/contestant.js'), {
  wanted,
  told: ({ work, target, value, holds, detail }) =>
    console.log(
      `${work.padEnd(38)} ${target.padEnd(36)} ${value.padEnd(9)} ${holds ? 'met  ' : 'short'}  ${detail}`,
    ),
});
if (wanted === '') module.writeVerifying(rows);
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
