#!/usr/bin/env node
// node scripts/measure-detection.mjs [fixtures]: precision and recall of detection, per provider, with what was missed.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module } = await runnerImport(at('./measure-detection.ts'));
console.log(module.report(module.measure(process.argv[2] ?? at('../../shared/fixtures'))));
