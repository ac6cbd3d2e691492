/** Work of verifying whose end nobody can foresee. It is done behind the door of `Heavy`. */
import { readPdf } from '../encoding/pdf.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ContextSet } from '../json-ld/context/context-set.ts';
import { general } from '../json-ld/general.ts';
import type { Tasks } from '../ports.ts';
import { validate } from './schema/validate.ts';

export const VERIFY_TASKS = {
  /** A document, held against a schema that a stranger wrote. */
  validate: ({ schema, document }: { readonly schema: JsonObject; readonly document: Json }) =>
    validate(schema, document, 'elsewhere'),
  /** The links and files of a PDF that a stranger wrote. */
  readPdf: ({ bytes }: { readonly bytes: Uint8Array }) => readPdf(bytes),
  /** What a large document says, by the general processor of JSON-LD: nothing can stop that from within. */
  general: ({ document, contexts }: { readonly document: JsonObject; readonly contexts: ContextSet }) =>
    general(document, contexts),
} as const satisfies Tasks;
export type VerifyTasks = typeof VERIFY_TASKS;
