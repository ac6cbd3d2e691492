import { sha256Hex } from '../../../encoding/digest.ts';
import { utf8 } from '../../../encoding/text.ts';
import { part } from '../../../part.ts';
import { fail, type Result, succeed } from '../../../result.ts';
import { type Snapshot, snapshot } from './snapshot.ts';

/** The context of schema.org, as long as all others together. */
const STATED = { name: 'schema-org-29.3', sha256: 'b7c423bfca6a92e819e2da52ae2edd38c0be44c32b42a2d39512220b8e82782c' } as const;
export type SchemaOrg = typeof STATED.name;

const textPart = part(() => import('./schema-org-29.3.json?raw'));
let read: Snapshot | null = null;

/**
 * The published context of schema.org. It is a text apart from the program (vite.worker.ts), so it is held to its digest
 * when it is read. Problem: `part-missing`.
 */
export async function schemaOrg(): Promise<Result<Snapshot>> {
  if (read !== null) return succeed(read);
  const file = await textPart();
  if (!file.ok) return file;
  const text = file.value.default;
  if ((await sha256Hex(utf8(text))) !== STATED.sha256) return fail('part-missing');
  read = snapshot({ ...STATED, text });
  return succeed(read);
}
