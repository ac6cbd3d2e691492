import type { Transport } from '../net/transport.ts';
import type { NodeTasks } from '../node/tasks.ts';
import type { Clock, Heavy } from '../ports.ts';
import type { BatchWorld } from './batch/batch-world.ts';

/** Everything that the command uses of the machine it runs on. Tests bring their own. */
export interface World {
  /** The bytes of a file; null where it cannot be read. */
  readFile(path: string): Uint8Array | null;
  /** Bytes of a file; null where there is none, or it cannot be read. */
  sizeOf(path: string): number | null;
  /** False where it could not be written. */
  writeFile(path: string, text: string): boolean;
  /** Standard input, to its end. */
  readInput(): Promise<Uint8Array>;
  /** Standard output. */
  print(text: string): void;
  /** Standard error. */
  complain(text: string): void;
  readonly clock: Clock;
  /** The open network, for commands without `--documents`. */
  readonly transport: Transport;
  /** Where work without a foreseeable end is done. */
  readonly heavy: Heavy<NodeTasks>;
  readonly batch: BatchWorld;
  readonly terminal: { readonly colours: boolean; readonly columns: number };
}
