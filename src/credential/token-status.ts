import { isJsonObject, type JsonObject } from '../json.ts';
import type { StatusEntry } from './model.ts';
import { pointer } from './shape/shape.ts';

/** The mechanism of Token Status List §6.1. Others may come to stand beside it in the same claim. */
const STATUS_LIST = 'status_list';

/**
 * Every mechanism of a `status` claim: one of which nobody knows what it says may say "revoked". So may a claim that is
 * no object (§6.1 demands one), or one without any mechanism: it counts as one of an unknown kind.
 */
export function readTokenStatuses({ status }: JsonObject): readonly StatusEntry[] {
  if (status === undefined) return [];
  const mechanisms = Object.entries(isJsonObject(status) ? status : {});
  if (mechanisms.length === 0) return [{ type: 'status', json: {}, at: '/status' }];
  return mechanisms.map(([name, json]) => ({
    type: name === STATUS_LIST ? 'TokenStatusList' : name,
    json: isJsonObject(json) ? json : {},
    at: pointer('/status', name),
  }));
}

/**
 * The mechanisms of a `status` claim of a token whose payload is a W3C credential, or holds one. There `status` may be a
 * word of the issuer's own; what is described by an object is a mechanism of §6.1, whether or not anybody knows it.
 */
export function readStatusBeside(claims: JsonObject): readonly StatusEntry[] {
  const { status } = claims;
  if (!isJsonObject(status)) return [];
  const mechanisms = Object.entries(status).filter(
    ([name, json]) => name === STATUS_LIST || isJsonObject(json),
  );
  return mechanisms.length === 0 ? [] : readTokenStatuses({ status: Object.fromEntries(mechanisms) });
}
