import ContextResolver from 'jsonld/lib/ContextResolver.js';
import type { ContextSet } from './context/context-set.ts';

/** Thrown inside the processor for an address outside the set. `contextSets` makes sure that this never happens. */
export class ContextMissing extends Error {
  readonly url: string;
  constructor(url: string) {
    super(url);
    this.url = url;
  }
}

/** A document loader that serves only the contexts of the set. */
export function loaderFor(contexts: ContextSet) {
  return async (url: string) => {
    const copy = contexts.copies.get(url);
    if (!copy) throw new ContextMissing(url);
    return { contextUrl: undefined, documentUrl: url, document: copy.document, tag: 'static' };
  };
}

interface Cache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/**
 * Parsed contexts of the bundle, shared by all credentials. Only credentials that use bundled contexts alone read and
 * write it. A context that one credential brings must never reach another credential.
 */
const shared = new Map<string, unknown>();

/** The general processor's resolver for a document with these contexts. */
export function resolverFor(contexts: ContextSet): ContextResolver {
  const cache: Cache = contexts.shareable ? shared : new Map<string, unknown>();
  return new ContextResolver({ sharedCache: cache });
}
