#!/usr/bin/env node
// node scripts/bench-core.mjs [words of a row]: how fast credentials are verified, beside other people's libraries. Needs the built library.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const touchstone = await import(new URL('../dist/lib/node.js', import.meta.url).href);
const { module } = await runnerImport(
  fileURLToPath(new URL('../test/bench/verifying/run.ts', import.meta.url)),
);
const told = ({ work, target, value, holds, detail }) =>
  console.log(
    `${work.padEnd(38)} ${target.padEnd(36)} ${value.padEnd(9)} ${holds ? 'met' : 'short'}  ${detail}`,
  );
const quick = { rounds: 9, turn: 20, warm: Number(process.env.QUICK) };
await module.verifyingRows(touchstone, {
  wanted: process.argv[2] ?? '',
  told,
  ...(process.env.QUICK && { patience: quick }),
});
