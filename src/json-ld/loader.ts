import ContextResolver from 'jsonld/lib/ContextResolver.js';
import type { ContextSet } from './context/context-set.ts';

/** Thrown inside the processor for an address outside the set; contextSets has made sure that there is none. */
export class ContextMissing extends Error {
  readonly url: string;
  constructor(url: string) {
    super(url);
    this.url = url;
  }
}

/** A document loader that knows the set and nothing else. */
export function loaderFor(contexts: ContextSet) {
  return async (url: string) => {
    const copy = contexts.copies.get(url);
    if (!copy) throw new ContextMissing(url);
    return { contextUrl: undefined, documentUrl: url, document: copy.document as object, tag: 'static' };
  };
}

interface Cache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/**
 * Parsed contexts of the bundle, shared by all credentials. Only credentials whose every context is bundled read and
 * write it: what a credential brings along or names must not reach another one.
 */
const shared = new Map<string, unknown>();

export function resolverFor(contexts: ContextSet): ContextResolver {
  const cache: Cache = contexts.shareable ? shared : new Map<string, unknown>();
  return new ContextResolver({ sharedCache: cache });
}
