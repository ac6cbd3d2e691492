import type { Document } from '../credential/model.ts';
import type { HumanPage } from '../verify/unresolved.ts';

export type Resolved =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'page'; readonly page: HumanPage };
