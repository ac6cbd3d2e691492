/** What the built extension loads, in bytes over the wire. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = join(import.meta.dirname, '..', '..', '..', 'dist');
export const CHROME = join(DIST, 'chrome');
export const FIREFOX = join(DIST, 'firefox');

export const textOf = (file: string, built = CHROME): string => readFileSync(join(built, file), 'utf8');
export const overTheWire = (file: string): number => gzipSync(textOf(file)).length;

/** The parts of the worker that come when they are first asked for, each with its bytes over the wire. */
export const partsOfWorker = (): ReadonlyMap<string, number> =>
  new Map(
    textOf('worker/later.js')
      .split(/^(?=definePart\()/m)
      .map((part) => [/^definePart\("\.\/([^"]+)"/.exec(part)?.[1] ?? '', gzipSync(part).length]),
  );

/** Every file that a page reads before it can paint: its scripts, what these import, its styles. */
export function firstFiles(page: string): ReadonlySet<string> {
  const files = new Set<string>([page]);
  for (const [, path = ''] of textOf(page).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g))
    for (const file of withImports(path)) files.add(file);
  return files;
}

/** A script, and what it and others of these import. */
export function withImports(script: string, built = CHROME): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    for (const [, path = ''] of textOf(file, built).matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g))
      add(join(dirname(file), path));
  };
  add(script);
  return files;
}

export const firstPaint = (page: string): number =>
  [...firstFiles(page)].reduce((sum, file) => sum + overTheWire(file), 0);

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
