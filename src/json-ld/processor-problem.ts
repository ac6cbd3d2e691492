import { type Failure, fail } from '../result.ts';
import { ContextMissing } from './loader.ts';

/** What an error of jsonld.js may say of itself. Any other error has none of these members. */
interface ProcessorError {
  readonly name?: string;
  readonly details?: {
    readonly code?: string;
    readonly term?: string;
    readonly cause?: unknown;
    readonly event?: { readonly code?: string; readonly details?: Record<string, unknown> };
  };
}

/** Error codes of jsonld.js for a context that includes itself. */
const RECURSIVE = new Set(['recursive context inclusion', 'context overflow', 'cyclic IRI mapping']);
const REDEFINING = new Set(['protected term redefinition', 'invalid context nullification']);

/**
 * The problem that an error of jsonld.js stands for. Foreign input is expected to cause such errors. An unknown error
 * also means that the input could not be processed, so it becomes `json-ld-malformed`.
 */
export function problemOfProcessor(trouble: unknown): Failure {
  if (trouble instanceof RangeError) return fail('graph-too-complex');
  const { name = '', details } = (trouble ?? {}) as ProcessorError;
  const cause = details?.cause;
  if (cause instanceof ContextMissing) return fail('context-unknown', { params: { context: cause.url } });
  if (name === 'jsonld.ValidationError')
    return fail('term-undefined', { params: { term: termOf(details?.event) } });
  if (RECURSIVE.has(details?.code ?? '')) return fail('context-recursive');
  if (REDEFINING.has(details?.code ?? ''))
    return fail('context-redefines-terms', { params: { term: details?.term ?? '' } });
  return fail('json-ld-malformed', { params: { detail: details?.code ?? name } });
}

function termOf(
  event: { readonly code?: string; readonly details?: Record<string, unknown> } | undefined,
): string {
  const details = event?.details ?? {};
  for (const name of ['property', 'type', 'id', 'term', 'value', 'vocab']) {
    const value = details[name];
    if (typeof value === 'string') return value;
  }
  return event?.code ?? '';
}
