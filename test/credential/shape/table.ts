import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { defectsOf } from '../reading.ts';

/** The member is not there at all. */
export const GONE = Symbol('gone');

/** A member by its JSON Pointer, what stands there instead, and every defect of the document then. */
export type Row = readonly [at: string, instead: Json | typeof GONE, ...defects: readonly string[]];

/** A copy of the document in which one member has another value, or is gone. */
export function changed(whole: JsonObject, at: string, instead: Json | typeof GONE): JsonObject {
  const copy: Record<string, Json> = JSON.parse(JSON.stringify(whole));
  const path = at.split('/').slice(1);
  const name = path.pop() ?? '';
  let owner = copy;
  for (const step of path) owner = owner[step] as Record<string, Json>;
  if (!(name in owner)) throw new Error(`${at} is not in the document`);
  if (instead === GONE) delete owner[name];
  else owner[name] = instead;
  return copy;
}

/** The document has no defect, and each change of it exactly those of its row. */
export function holdsTable(whole: JsonObject, rows: readonly Row[]): void {
  test('the whole document has no defect', async () => {
    expect(await defectsOf(whole)).toEqual([]);
  });
  const named = rows.map(
    ([at, instead, ...defects]) =>
      [
        `${at} ${instead === GONE ? 'left out' : `as ${JSON.stringify(instead)}`}`,
        changed(whole, at, instead),
        defects,
      ] as const,
  );
  test.each(named)('%s is a defect with its place', async (_, document, defects) => {
    expect(await defectsOf(document)).toEqual(defects);
  });
}
