import type { FakeDocument } from '../fake/net.ts';

/** A credential that holds, and all that its verification needs of the world. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly documents: Readonly<Record<string, FakeDocument>>;
  /** Mutants of a source that takes long to verify are fewer. */
  readonly share: number;
}
