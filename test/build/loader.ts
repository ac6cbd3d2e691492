/** A JSON-LD document loader over published contexts, and nothing else: never the network. */
import { BUNDLED } from './bundled.ts';

export interface Loaded {
  readonly documentUrl: string;
  readonly document: unknown;
  readonly contextUrl: null;
}

/** Of several published contents of one address, the one at this place, or the last there is. */
export const loaderFor =
  (place = 0, offered?: (url: string) => unknown) =>
  async (url: string): Promise<Loaded> => {
    const snapshots = BUNDLED.get(url);
    const document = snapshots?.[Math.min(place, snapshots.length - 1)]?.document ?? offered?.(url);
    if (document === undefined) throw new Error(`no context ${url}`);
    return { documentUrl: url, document, contextUrl: null };
  };

/** Of several published contents of one address, the one of this name, or the first. */
export const loaderNamed =
  (name: string) =>
  (url: string): Promise<Loaded> =>
    loaderFor(Math.max(0, BUNDLED.get(url)?.findIndex((one) => one.name === name) ?? 0))(url);
