import { createBench } from './bench.ts';
import { table, writeSection } from './page.ts';
import type { Row } from './row.ts';
import { ROWS } from './rows/index.ts';

/** Takes those figures whose name holds `wanted`, and prints each beside its target. True where all hold. */
export async function run(wanted: string, print: (line: string) => void): Promise<boolean> {
  const rows = ROWS.filter(({ figure }) => figure.includes(wanted));
  const bench = createBench();
  let allHold = true;
  const cells: string[][] = [];
  print(line('figure', 'target', 'measured', 'holds', ''));
  try {
    for (const row of rows) {
      const { text, holds, shown } = await take(row, bench);
      allHold &&= holds;
      print(text);
      cells.push(shown);
    }
  } finally {
    await bench.close();
  }
  if (wanted === '') writeSection('browser', table(['figure', 'target', 'measured', '', ''], cells));
  return allHold;
}

async function take(
  row: Row,
  bench: Parameters<Row['measure']>[0],
): Promise<{ text: string; holds: boolean; shown: string[] }> {
  const { figure, target } = row;
  try {
    const { value, holds, detail } = await row.measure(bench);
    const shown = [figure, target, value, holds ? 'met' : '**short**', detail];
    return { text: line(figure, target, value, holds ? 'yes' : 'NO', detail), holds, shown };
  } catch (error) {
    return {
      text: line(figure, target, 'broke', 'NO', String(error)),
      holds: false,
      shown: [figure, target, 'broke', '**short**', ''],
    };
  }
}

const line = (figure: string, target: string, value: string, holds: string, detail: string): string =>
  `${figure.padEnd(58)} ${target.padEnd(28)} ${value.padEnd(12)} ${holds.padEnd(6)} ${detail}`.trimEnd();
