import { isJsonObject, type JsonObject } from '../json.ts';
import type { StatusEntry } from './model.ts';
import { pointer } from './shape/shape.ts';

/** The mechanism of Token Status List §6.1. The same claim may hold others in future. */
const STATUS_LIST = 'status_list';

/**
 * Every mechanism of a `status` claim. A mechanism that we do not know may still say "revoked", so it counts. A claim
 * that is no object (§6.1 demands one), or that names no mechanism, counts as one of an unknown kind.
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
 * The mechanisms of a `status` claim in a token whose payload is or holds a W3C credential. There the issuer may use
 * `status` for something else. So only members that are objects count as mechanisms of §6.1, known or not.
 */
export function readStatusBeside({ status }: JsonObject): readonly StatusEntry[] {
  // §6.1: it is one object. Nobody knows what a list of objects says.
  if (Array.isArray(status) && status.some(isJsonObject)) return readTokenStatuses({ status });
  if (!isJsonObject(status)) return [];
  const mechanisms = Object.entries(status).filter(
    ([name, json]) => name === STATUS_LIST || isJsonObject(json),
  );
  return mechanisms.length === 0 ? [] : readTokenStatuses({ status: Object.fromEntries(mechanisms) });
}
