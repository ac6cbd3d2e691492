import type { Document } from '../credential/model.ts';
import type { View } from '../recognise/candidate.ts';

/** A document that may hold credentials, or what a platform's own data or page says. */
export type Resolved = { readonly kind: 'document'; readonly document: Document } | View;
