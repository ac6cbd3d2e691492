import { encodeReferences } from '../encoding/references.ts';
import type { Block, Inline } from '../present/markdown.ts';

/** Text as plain text: no markup, no control characters, and no direction marks that reorder other words. */
export const escapeText = (text: string): string =>
  encodeReferences(text.replace(/[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n\t]/gu, ''));

/** A stranger's prose: its structure and its words. Of a link there are only the words, and the host that they do not name. */
export const proseHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('');

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p dir="auto">${inlinesHtml(block.children)}</p>`;
    case 'heading':
      return `<p dir="auto"><strong>${inlinesHtml(block.children)}</strong></p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li dir="auto">${proseHtml(item)}</li>`);
      return `<${tag}>${items.join('')}</${tag}>`;
    }
    case 'quote':
      return `<blockquote>${proseHtml(block.blocks)}</blockquote>`;
    case 'code':
      return `<pre>${escapeText(block.text)}</pre>`;
    case 'rule':
      return '<hr>';
  }
}

const inlinesHtml = (inlines: readonly Inline[]): string => inlines.map(inlineHtml).join('');

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text);
    case 'code':
      return `<code>${escapeText(inline.text)}</code>`;
    case 'strong':
      return `<strong>${inlinesHtml(inline.children)}</strong>`;
    case 'emphasis':
      return `<em>${inlinesHtml(inline.children)}</em>`;
    case 'link':
      return inlinesHtml(inline.children);
    case 'break':
      return '<br>';
  }
}
