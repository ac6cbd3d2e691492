#!/usr/bin/env node
// node scripts/universities.mjs FILE COMMIT DATE: writes src/verify/trust/bundled/universities.json from a copy of
// world_universities_and_domains.json (github.com/Hipo/university-domains-list, MIT) at that commit of that day.
// Kept are the domains under the suffixes that a registry reserves for education, each with the one name it has.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** .edu, edu.cc and ac.cc: there a registry admitted the organisation, once. */
const RESERVED = /\.(?:edu|(?:edu|ac)\.[a-z]{2})$/;
/** Closed by court or state as selling degrees; a domain outlives that. */
const MILLS = ['columbus.edu', 'pwu.edu'];

const [file, commit, date] = process.argv.slice(2);
if (!file || !/^[0-9a-f]{40}$/.test(commit ?? '') || !/^\d{4}-\d\d-\d\d$/.test(date ?? '')) {
  console.error('usage: node scripts/universities.mjs FILE COMMIT DATE');
  process.exit(64);
}
const names = new Map();
for (const { name, domains } of JSON.parse(readFileSync(file, 'utf8')))
  for (const each of domains) {
    const domain = each.trim().toLowerCase();
    if (RESERVED.test(domain) && !MILLS.includes(domain))
      names.set(domain, new Set(names.get(domain)).add(name.trim()));
  }
const domains = [...names].filter(([, each]) => each.size === 1).map(([domain, [name]]) => [domain, name]);
domains.sort(([one], [other]) => (one < other ? -1 : 1));
const source = 'github.com/Hipo/university-domains-list';
writeFileSync(
  fileURLToPath(new URL('../src/verify/trust/bundled/universities.json', import.meta.url)),
  `${JSON.stringify({ source, licence: 'MIT', commit, date, domains: Object.fromEntries(domains) })}\n`,
);
console.log(`${domains.length} domains`);
