/** Parts of verifying that may take for ever. They run through `Heavy`. */
import { readPdf } from '../encoding/pdf.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ContextSet } from '../json-ld/context/context-set.ts';
import { general } from '../json-ld/general.ts';
import type { Tasks } from '../ports.ts';
import { validate } from './schema/validate.ts';

export const VERIFY_TASKS = {
  /** Validates a document against a schema that a stranger wrote. */
  validate: ({ schema, document }: { readonly schema: JsonObject; readonly document: Json }) =>
    validate(schema, document, 'elsewhere'),
  /** Reads the links and files of a PDF that a stranger wrote. */
  readPdf: ({ bytes }: { readonly bytes: Uint8Array }) => readPdf(bytes),
  /** Reads a large document with the general processor of JSON-LD, which cannot stop itself. */
  general: ({ document, contexts }: { readonly document: JsonObject; readonly contexts: ContextSet }) =>
    general(document, contexts),
} as const satisfies Tasks;
export type VerifyTasks = typeof VERIFY_TASKS;
