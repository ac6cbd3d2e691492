import type { Sighting, Wording } from './sighting.ts';
import type { Tree } from './tree.ts';

/** Something of interest, before the page's words about it are read. */
export interface Found {
  readonly kind: Sighting['kind'];
  readonly element: Element;
  readonly tree: Tree;
  readonly link: string | null;
  readonly text?: string;
  readonly wording?: Wording;
}
