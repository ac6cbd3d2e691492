#!/usr/bin/env node
// node scripts/confusables.mjs FILE: writes src/verify/trust/confusables.ts from a copy of Unicode's
// confusables.txt (unicode.org/Public/security, Unicode licence), the data of UTS #39 §4.
// Kept are single letters that are drawn as one Latin letter or digit and that lower-casing does not make one.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/confusables.mjs FILE');
  process.exit(64);
}
const text = readFileSync(file, 'utf8');
const date = /^# Date: ([\d-]+)/m.exec(text)?.[1] ?? '';
const [drawnAs, asCapital] = [new Map(), new Map()];
for (const [, from, to] of text.matchAll(/^([0-9A-F]+) ;\t([0-9A-F]+) ;\tMA/gm)) {
  const letter = String.fromCodePoint(Number.parseInt(from, 16));
  const latin = String.fromCodePoint(Number.parseInt(to, 16)).toLowerCase();
  const lower = letter.toLowerCase();
  // A capital is lower-cased before it is looked up, and may be drawn like the Latin capital only.
  const table = lower === letter ? drawnAs : asCapital;
  const isLetter = /^[\p{L}\p{N}]$/u.test(lower) && lower.codePointAt(0) > 0x7f;
  if (/^[a-z0-9]$/.test(latin) && isLetter && lower.normalize('NFKC') === lower) table.set(lower, latin);
}
for (const letter of drawnAs.keys()) asCapital.delete(letter);
const rowsOf = (table) => {
  const letters = {};
  for (const [letter, latin] of [...table].sort(([one], [other]) => (one < other ? -1 : 1)))
    letters[latin] = (letters[latin] ?? '') + letter;
  return Object.entries(letters)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([latin, others]) => `  ${/\d/.test(latin) ? `'${latin}'` : latin}: '${others}',\n`)
    .join('');
};
writeFileSync(
  fileURLToPath(new URL('../src/verify/trust/confusables.ts', import.meta.url)),
  `// Made by scripts/confusables.mjs from Unicode's confusables.txt of ${date} (UTS #39 §4). © Unicode, Inc.
/** Letters of all scripts that are drawn as one Latin letter or digit. */
export const DRAWN_AS: Readonly<Record<string, string>> = {
${rowsOf(drawnAs)}};
/** The same for letters of which only the capital is drawn so. */
export const DRAWN_AS_CAPITAL: Readonly<Record<string, string>> = {
${rowsOf(asCapital)}};
`,
);
console.log(`${drawnAs.size} letters, ${asCapital.size} capitals`);
