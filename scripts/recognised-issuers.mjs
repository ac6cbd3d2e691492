#!/usr/bin/env node
// node scripts/recognised-issuers.mjs: holds the list of recognised issuers to its rules, and names the entries that
// nobody has confirmed for 18 months. Exits with 1 where a rule is broken.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const load = async (path) => (await runnerImport(fileURLToPath(new URL(path, import.meta.url)))).module;
const { RECOGNISED_ISSUERS, NEVER_RAISED } = await load('../src/verify/trust/recognised-issuers.ts');
const { newestOf } = await load('../src/verify/trust/recognised.ts');
const { monthsSince, STALE_MONTHS } = await load('../src/verify/trust/age.ts');
const { hosting } = await load('../src/provider/hosting.ts');
const { complaintsAbout } = await load('./recognised-issuers.ts');

const complaints = complaintsAbout({
  issuers: RECOGNISED_ISSUERS,
  never: NEVER_RAISED,
  same: hosting.sameRecord,
  today: new Date().toISOString().slice(0, 10),
});
for (const { name, evidence } of RECOGNISED_ISSUERS) {
  const months = monthsSince(newestOf(evidence), Date.now());
  if (months >= STALE_MONTHS)
    console.log(`${name}: last confirmed ${newestOf(evidence)}, ${months} months ago`);
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
