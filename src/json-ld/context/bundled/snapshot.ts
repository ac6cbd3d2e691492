import type { Json } from '../../../json.ts';

export interface Snapshot {
  /** File name, and the name by which facts speak of it. */
  readonly name: string;
  readonly sha256: string;
  readonly document: Json;
}
