/** The rows of docs/speed.md that are taken in Node: how fast a credential is verified, beside others. */
import { ms } from '../figures.ts';
import { table, writeSection } from '../page.ts';
import type { Touchstone } from './contestants.ts';
import { measured, type Patience, takeTurns } from './measure.ts';
import { type Comparison, comparisons, type Name, type Target } from './works.ts';

const PATIENCE: Patience = { rounds: 9, turn: 800, warm: 8_000 };

/** One row, as it is told and written. */
export interface SpeedRow {
  readonly work: string;
  readonly target: string;
  readonly value: string;
  readonly holds: boolean;
  readonly detail: string;
}

/** Measures those works whose name holds `wanted`. */
export async function verifyingRows(
  touchstone: Touchstone,
  {
    wanted = '',
    patience = PATIENCE,
    told,
  }: { wanted?: string; patience?: Patience; told(row: SpeedRow): void },
): Promise<readonly SpeedRow[]> {
  const rows: SpeedRow[] = [];
  for (const comparison of comparisons(touchstone)) {
    if (!comparison.work.includes(wanted)) continue;
    const times = await measured(comparison, patience);
    for (const row of rowsOf(comparison, times)) {
      rows.push(row);
      told(row);
    }
  }
  return rows;
}

/** The process of one contestant (scripts/bench-contestant.mjs). */
export async function contestant(touchstone: Touchstone, work: string, name: string): Promise<void> {
  const comparison = comparisons(touchstone).find((each) => each.work === work);
  const make = comparison?.contestants.get(name as Name);
  if (!make) throw new Error(`nobody is called ${name} in ${work}`);
  takeTurns(await make());
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
      value: `${ratio.toFixed(1)} ×`,
      holds: ratio >= wanted,
    };
  }
  const ratio = own / other;
  // Two runs of the same thing differ by some hundredths.
  return { target: `≤ ${wanted} × ${than}`, value: `${ratio.toFixed(2)} ×`, holds: ratio <= wanted * 1.05 };
}
