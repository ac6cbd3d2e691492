/** docs/speed.md, section by section: each bench writes its own and leaves the others as they are. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'speed.md');

const beginOf = (section: string): string => `<!-- begin ${section} -->`;
const endOf = (section: string): string => `<!-- end ${section} -->`;

/** Puts lines of Markdown between the marks of a section, with when and on what they were measured. */
export function writeSection(section: string, lines: readonly string[]): void {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const [begin, end] = [page.indexOf(beginOf(section)), page.indexOf(endOf(section))];
  if (begin < 0 || end < begin) throw new Error(`docs/speed.md has no section ${section}`);
  const body = [beginOf(section), measuredOn(), '', ...lines, ''].join('\n');
  writeFileSync(PAGE, page.slice(0, begin) + body + page.slice(end));
}

const measuredOn = (): string =>
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine()}, Node ${process.version}.`;

/** The class of the machine, not its name. */
export const machine = (): string =>
  `${availableParallelism()} processors (${(cpus()[0]?.model ?? 'unknown').replaceAll(/\s+/g, ' ').trim()})`;

/** Rows of cells as a Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
