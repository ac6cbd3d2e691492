import { encodeReferences } from '../encoding/references.ts';
import type { Item } from '../item.ts';
import { safeLink } from './address.ts';
import { checkedRow } from './row.ts';
import type { Voice } from './sentence.ts';

/** A link to paste into a profile or a README, which verifiers find: the badge's name and the address of its record. */
export interface Snippet {
  readonly html: string;
  readonly markdown: string;
}

/** Null where it does not count. Also null where it has no web address: nobody can link to a file. */
export function snippetFor(item: Item, voice: Voice): Snippet | null {
  const { title, titleFrom, verdict } = checkedRow(item, voice);
  if (verdict.standing === 'failed') return null;
  const link = safeLink(item.link) ?? safeLink(item.report.credential?.id ?? null);
  if (link === null || titleFrom === 'nobody') return null;
  return {
    html: `<a href="${encodeReferences(link)}">${encodeReferences(title)}</a>`,
    markdown: `[${title.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ')}](<${link.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  };
}
