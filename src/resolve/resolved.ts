import type { Document } from '../credential/model.ts';
import type { View } from '../recognise/candidate.ts';

/** A document that may hold credentials, what a platform's own data or page says, or the links of a person's list. */
export type Resolved =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'list'; readonly links: readonly string[] }
  | View;
