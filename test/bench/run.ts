import { createBench } from './bench.ts';
import type { Row } from './row.ts';
import { ROWS } from './rows/index.ts';

/** Takes those figures whose name holds `wanted`, and prints each beside its target. True where all hold. */
export async function run(wanted: string, print: (line: string) => void): Promise<boolean> {
  const rows = ROWS.filter(({ figure }) => figure.includes(wanted));
  const bench = createBench();
  let allHold = true;
  print(line('figure', 'target', 'measured', 'holds', ''));
  try {
    for (const row of rows) {
      const { text, holds } = await take(row, bench);
      allHold &&= holds;
      print(text);
    }
  } finally {
    await bench.close();
  }
  return allHold;
}

async function take(
  row: Row,
  bench: Parameters<Row['measure']>[0],
): Promise<{ text: string; holds: boolean }> {
  const { figure, target } = row;
  try {
    const { value, holds, detail } = await row.measure(bench);
    return { text: line(figure, target, value, holds ? 'yes' : 'NO', detail), holds };
  } catch (error) {
    return { text: line(figure, target, 'broke', 'NO', String(error)), holds: false };
  }
}

const line = (figure: string, target: string, value: string, holds: string, detail: string): string =>
  `${figure.padEnd(58)} ${target.padEnd(28)} ${value.padEnd(12)} ${holds.padEnd(6)} ${detail}`.trimEnd();
