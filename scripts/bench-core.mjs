#!/usr/bin/env node
// node scripts/bench-core.mjs [words of a row]: how fast credentials are verified, beside other people's libraries. Needs the built library.
// Without words it writes its section of docs/speed.md.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const touchstone = await import(new URL('../dist/lib/node.js', import.meta.url).href);
const { module } = await runnerImport(
  fileURLToPath(new URL('../test/bench/verifying/run.ts', import.meta.url)),
);
const wanted = process.argv[2] ?? '';
const rows = await module.verifyingRows(touchstone, {
  wanted,
  told: ({ work, target, value, holds, detail }) =>
    console.log(
      `${work.padEnd(38)} ${target.padEnd(36)} ${value.padEnd(9)} ${holds ? 'met  ' : 'short'}  ${detail}`,
    ),
});
if (wanted === '') module.writeVerifying(rows);
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
