import { encodeReferences } from '../encoding/references.ts';
import type { Item } from '../item.ts';
import { safeLink } from './address.ts';
import { cutText } from './brief.ts';
import { plainText } from './plain-text.ts';
import { checkedRow } from './row.ts';
import type { Voice } from './sentence.ts';

/** A link to paste into a profile or a README, which verifiers find: the badge's name and the address of its record. */
export interface Snippet {
  readonly html: string;
  readonly markdown: string;
}

const MAX_CHARACTERS = 200;
/** What Markdown may read as more than a letter: emphasis, code, links, HTML, references (CommonMark 0.31 §2.4). */
const MARKUP = /[\\`*_~[\]<>&]/g;

/** Null where it does not count. Also null where it has no web address: nobody can link to a file. */
export function snippetFor(item: Item, voice: Voice): Snippet | null {
  const { title: written, titleFrom, verdict } = checkedRow(item, voice);
  if (verdict.standing === 'failed') return null;
  const link = safeLink(item.link) ?? safeLink(item.report.credential?.id ?? null);
  if (link === null || titleFrom === 'nobody') return null;
  const title = plainText(cutText(written, MAX_CHARACTERS)).replace(/\s+/g, ' ');
  return {
    html: `<a href="${encodeReferences(link)}">${encodeReferences(title)}</a>`,
    markdown: `[${title.replace(MARKUP, '\\$&')}](<${link.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  };
}
