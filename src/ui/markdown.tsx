import type { VNode } from 'preact';
import type { Block, Inline } from '../present/markdown.ts';
import { OutLink } from './out-link.tsx';

/** Renders the safe tree of present/markdown.ts: elements and text nodes, nothing else. */
export const Markdown = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <div class="prose" dir="auto">
    {blocks.map(renderBlock)}
  </div>
);

function renderBlock(block: Block): VNode {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.children.map(renderInline)}</p>;
    case 'heading':
      // An issuer's heading must not break our own outline.
      return <p class="prose-heading">{block.children.map(renderInline)}</p>;
    case 'list': {
      const items = block.items.map((item) => <li>{item.map(renderBlock)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return <blockquote>{block.blocks.map(renderBlock)}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
  }
}

function renderInline(inline: Inline): VNode | string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'strong':
      return <strong>{inline.children.map(renderInline)}</strong>;
    case 'emphasis':
      return <em>{inline.children.map(renderInline)}</em>;
    case 'link':
      return <OutLink href={inline.href}>{inline.children.map(renderInline)}</OutLink>;
    case 'break':
      return <br />;
  }
}
