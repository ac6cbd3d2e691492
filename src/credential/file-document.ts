import type { Document } from './model.ts';

/** What somebody hands over, as a document. Nobody served it, so at most its name suggests a type. */
export const fileDocument = <Content extends Document['content']>(
  content: Content,
  contentType: string | null = null,
) => ({ content, contentType, charset: null, url: null, origin: 'file' }) as const;
