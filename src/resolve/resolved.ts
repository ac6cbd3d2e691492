import type { Document } from '../credential/model.ts';
import type { View } from '../recognise/candidate.ts';

/**
 * One of four: a document that may hold credentials, a platform's own data, what its page says, or the links of a
 * person's list.
 */
export type Resolved =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'list'; readonly links: readonly string[] }
  | View;
