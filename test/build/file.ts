/** A file that a reader hands over: bytes, a text, or JSON. */
import type { Document } from '../../src/credential/model.ts';

export const fileOf = (
  content: Uint8Array | string | Readonly<Record<string, unknown>> | readonly unknown[],
  over: Partial<Document> = {},
): Document => ({
  content: content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content),
  contentType: null,
  charset: null,
  url: null,
  origin: 'file',
  ...over,
});

/** What a document says, as text. */
export const textIn = ({ content }: Pick<Document, 'content'>): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
