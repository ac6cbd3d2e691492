import type { FakeDocument } from '../fake/net.ts';

/** A credential that holds, and all that its verification needs of the world. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly documents: Readonly<Record<string, FakeDocument>>;
  /** How many mutants it gets, beside others: what takes long to verify gets fewer. */
  readonly share: number;
}

/** Tokens and JCS take a millisecond, a graph some thirty, pairings and long transcripts a second. */
export function shareOf(text: string): number {
  if (text.length > 20_000 || text.includes('"bbs-2023"')) return 0.2;
  if (!text.startsWith('{') || /-jcs-/.test(text)) return 5;
  return text.includes('"proof"') ? 1 : 0.5;
}
