import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { pointer } from './shape.ts';

/** An object and its place. */
export interface Placed {
  readonly value: JsonObject;
  readonly at: string;
}

/** The objects of a member, one or many, each with its place. */
export function placed(owner: Placed, member: string): readonly Placed[] {
  const value = owner.value[member];
  const at = pointer(owner.at, member);
  if (isJsonObject(value)) return [{ value, at }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: Json, index) =>
    isJsonObject(one) ? [{ value: one, at: pointer(at, index) }] : [],
  );
}
