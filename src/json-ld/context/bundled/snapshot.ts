import type { Json } from '../../../json.ts';

export interface Snapshot {
  /** The file name, which also names the content in facts. */
  readonly name: string;
  readonly sha256: string;
  readonly document: Json;
}
