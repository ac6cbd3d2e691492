import { isJsonObject, type JsonObject } from '../json.ts';
import type { StatusEntry } from './model.ts';

/** The mechanism of Token Status List §6.1. Others may come to stand beside it in the same claim. */
const STATUS_LIST = 'status_list';

/** Every mechanism of a `status` claim: one of which nobody knows what it says may say "revoked". */
export const readTokenStatuses = ({ status }: JsonObject): readonly StatusEntry[] =>
  Object.entries(isJsonObject(status) ? status : {}).flatMap(([name, json]) => {
    if (!isJsonObject(json)) return [];
    const type = name === STATUS_LIST ? 'TokenStatusList' : name;
    return [{ type, json, at: `/status/${name}` }];
  });

/**
 * The status list that a token names whose payload is a W3C credential, or holds one. There `status` may be a word of
 * the issuer's own, so that only the one mechanism with a specification is read.
 */
export const readStatusBeside = (claims: JsonObject): readonly StatusEntry[] =>
  readTokenStatuses(claims).filter(({ type }) => type === 'TokenStatusList');
