#!/usr/bin/env node
// node scripts/bench-bulk.mjs [records]: verifies made badges of a hundred issuers with `touchstone verify --batch`, and with a peer.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('../test/bench/bulk.ts', import.meta.url)));
await module.run(Number(process.argv[2] ?? 10_000), (line) => console.log(line));
