import type { Json } from '../../../json.ts';
import { lazy } from '../../../lazy.ts';

export interface Snapshot {
  /** The file name, which also names the content in facts. */
  readonly name: string;
  readonly sha256: string;
  readonly document: Json;
}

/** A snapshot whose text is parsed when its document is first asked for. */
export function snapshot({
  name,
  sha256,
  text,
}: Omit<Snapshot, 'document'> & { readonly text: string }): Snapshot {
  const document = lazy((): Json => JSON.parse(text));
  return {
    name,
    sha256,
    get document() {
      return document();
    },
  };
}
