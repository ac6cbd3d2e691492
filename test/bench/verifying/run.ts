/** The rows of docs/speed.md that are taken in Node: how fast a credential is verified, beside others. */
import { ms } from '../figures.ts';
import { table, writeSection } from '../page.ts';
import { measured } from './measure.ts';
import { COMPARISONS, type Comparison, type Name, type Target } from './works.ts';

const PATIENCE = { rounds: 9, turn: 800, warm: 8_000 } as const;

/** One row, as it is told and written. */
export interface SpeedRow {
  readonly work: string;
  readonly target: string;
  readonly value: string;
  readonly holds: boolean;
  readonly detail: string;
}

/** Measures those works whose name holds `wanted`. `script` is the process of a contestant, as it is built. */
export async function verifyingRows(
  script: string,
  { wanted, told }: { readonly wanted: string; told(row: SpeedRow): void },
): Promise<readonly SpeedRow[]> {
  const rows: SpeedRow[] = [];
  for (const comparison of COMPARISONS) {
    if (!comparison.work.includes(wanted)) continue;
    const times = await measured(comparison, { script, ...PATIENCE });
    for (const row of rowsOf(comparison, times)) {
      rows.push(row);
      told(row);
    }
  }
  return rows;
}

/** Writes all of them into docs/speed.md. */
export const writeVerifying = (rows: readonly SpeedRow[]): void =>
  writeSection(
    'verifying',
    table(
      ['work', 'target for Touchstone', 'measured', '', 'processor time'],
      rows.map(({ work, target, value, holds, detail }) => [
        work,
        target,
        value,
        holds ? 'met' : '**short**',
        detail,
      ]),
    ),
  );

function rowsOf({ work, targets }: Comparison, times: ReadonlyMap<Name, number>): readonly SpeedRow[] {
  const detail = [...times].map(([name, time]) => `${name} ${ms(time)}`).join(', ');
  return targets.map((target) => ({ work, detail, ...judged(target, times) }));
}

function judged(
  { than, kind, times: wanted }: Target,
  times: ReadonlyMap<Name, number>,
): Pick<SpeedRow, 'target' | 'value' | 'holds'> {
  const [own, other] = [times.get('ours') ?? Number.NaN, times.get(than) ?? Number.NaN];
  if (kind === 'faster') {
    const ratio = other / own;
    return {
      target: `≥ ${wanted} × faster than ${than}`,
      // With one digit, 9.96 would be told as 10.0, and short.
      value: `${ratio.toFixed(2)} ×`,
      holds: ratio >= wanted,
    };
  }
  const ratio = own / other;
  // Two runs of the same thing differ by some hundredths.
  return { target: `≤ ${wanted} × ${than}`, value: `${ratio.toFixed(2)} ×`, holds: ratio <= wanted * 1.05 };
}
