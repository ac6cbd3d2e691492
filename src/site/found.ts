import type { Sighting, Wording } from './sighting.ts';
import type { Tree } from './tree.ts';

/** An element of the page, and the tree that it stands in. */
export interface Placed {
  readonly element: Element;
  readonly tree: Tree;
}

/** Something of interest, before the page's words about it are read. */
export interface Found extends Placed {
  readonly kind: Sighting['kind'];
  readonly link: string | null;
  readonly text?: string;
  readonly wording?: Wording | null;
}

/** What the page marks as a name (person.ts). */
export interface Named extends Placed {
  readonly kind: 'name';
}

export type Finding = Found | Named;
