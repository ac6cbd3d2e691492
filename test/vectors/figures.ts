/** How many vectors of which suite the verifier agrees with. */
import { complaint } from '../fixtures/complaint.ts';
import { type CorpusEntry, credentialEntries, demandOf } from '../fixtures/corpus.ts';
import { verifyEntry } from '../fixtures/verify-entry.ts';
import { officialVectors, STOPPED } from './official.ts';

export interface Figure {
  readonly suite: string;
  readonly vectors: number;
  readonly passed: number;
  /** Stopped by a limit that no credential meets: neither right nor wrong. */
  readonly stopped: number;
  /** Documents of the suite without an expectation of their own: read to the end, nothing claimed. */
  readonly others: number;
}

/** Folders of the corpus, by the suite that they come from. Order: as in the table. */
const SUITES: readonly (readonly [prefix: string, suite: string])[] = [
  ['w3c/vc-data-model-2.0', 'W3C Verifiable Credentials Data Model 2.0'],
  ['w3c/vc-di-eddsa', 'W3C Data Integrity EdDSA'],
  ['w3c/vc-di-ecdsa', 'W3C Data Integrity ECDSA'],
  ['w3c/vc-di-bbs', 'W3C Data Integrity BBS'],
  ['w3c/vc-jose-cose', 'W3C Securing with JOSE and COSE'],
  ['w3c/', 'W3C, other examples'],
  ['1edtech/ob20', '1EdTech Open Badges 2.0'],
  ['1edtech/ob30', '1EdTech Open Badges 3.0'],
  ['1edtech/clr20', '1EdTech CLR 2.0'],
  ['1edtech/validator-core', '1EdTech validator-core'],
  ['1edtech/', '1EdTech, other examples'],
  ['dcc/', 'Digital Credentials Consortium'],
  ['jff-plugfest', 'JFF Plugfest'],
  ['waltid', 'walt.id'],
  ['ssi', 'ssi (Spruce)'],
  ['blockcerts', 'Blockcerts'],
  ['ob1-era', 'Open Badges 0.5 to 1.1'],
  ['platform', 'Badges of real platforms'],
  ['derived', 'Official documents, tampered with'],
  ['synthetic', 'Made for the corpus'],
];

const suiteOf = ({ file }: CorpusEntry): string =>
  SUITES.find(([prefix]) => file.startsWith(prefix))?.[1] ?? 'Others';

type Count = { vectors: number; passed: number; stopped: number; others: number };

/** Runs every vector. Empty where the corpus is absent. */
export async function measureVectors(): Promise<readonly Figure[]> {
  const counts = new Map<string, Count>();
  const countOf = (suite: string): Count => {
    const count = counts.get(suite) ?? { vectors: 0, passed: 0, stopped: 0, others: 0 };
    counts.set(suite, count);
    return count;
  };
  for (const [, suite] of SUITES) countOf(suite);
  for (const entry of credentialEntries) {
    const count = countOf(suiteOf(entry));
    const { items, exit } = await verifyEntry(entry);
    const agrees = complaint(entry, items, exit) === null;
    if (demandOf(entry) === 'survives' && agrees) count.others++;
    else {
      count.vectors++;
      if (agrees) count.passed++;
    }
  }
  for (const { suite, check } of officialVectors) {
    const [count, trouble] = [countOf(suite), await check()];
    count.vectors++;
    if (trouble === null) count.passed++;
    if (trouble === STOPPED) count.stopped++;
  }
  return [...counts]
    .filter(([, { vectors, others }]) => vectors + others > 0)
    .map(([suite, count]) => ({ suite, ...count }));
}

/** Markdown. */
export function vectorsTable(figures: readonly Figure[]): string {
  const sum = (of: (figure: Figure) => number): number => figures.reduce((total, one) => total + of(one), 0);
  const rows = figures.map(
    ({ suite, vectors, passed, stopped, others }) =>
      `| ${suite} | ${vectors} | ${passed}${stopped > 0 ? ` (${stopped} stopped by the work limit)` : ''} | ${others} |`,
  );
  return [
    '| Suite | Vectors | Passed | Others, read to the end |',
    '|---|--:|--:|--:|',
    ...rows,
    `| **All** | **${sum(({ vectors }) => vectors)}** | **${sum(({ passed }) => passed)}** | **${sum(({ others }) => others)}** |`,
  ].join('\n');
}
