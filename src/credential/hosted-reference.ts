import type { JsonObject } from '../json.ts';
import type { Credential, Source } from './model.ts';
import { readOb2 } from './ob2.ts';

/** Makes a record from the address in a baked image. Only the address is known until it is fetched. */
export function readHostedReference(url: string): Credential {
  const document: JsonObject = { id: url };
  const source: Source = { securing: 'hosted', document, retrievedFrom: null };
  const read = readOb2({ assertion: document, badge: null, issuer: null }, source);
  return { ...read, format: 'ob2', types: ['Assertion'], achievements: [], defects: [] };
}

/** Whether only the address of a record is known so far. */
export const isHostedReference = ({ source }: Credential): boolean =>
  source.securing === 'hosted' && Object.keys(source.document).every((name) => name === 'id');
