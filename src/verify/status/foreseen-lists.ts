import type { Credential } from '../../credential/model.ts';
import type { NetRequest } from '../../ports.ts';
import { FAMILIES } from './bitstring.ts';
import { listRequest } from './list-source.ts';

/** A badge names one list or two. What more it names waits for its proof. */
const MAX_FORESEEN_LISTS = 4;

/** The member of an entry that names its list, by the type of the entry. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(FAMILIES).map(([type, { list }]) => [type, list] as const),
  ['1EdTechRevocationList', 'id'],
  ['TokenStatusList', 'uri'],
]);

/**
 * Requests for the status lists that a record names. The record need not be proved yet: nothing is believed of an
 * answer before the proof holds. What is looked up is then read from what was signed.
 */
export const foreseenLists = ({ statuses }: Credential): readonly NetRequest[] =>
  statuses.slice(0, MAX_FORESEEN_LISTS).flatMap(({ type, json }) => {
    const url = json[MEMBERS.get(type) ?? ''];
    return typeof url === 'string' ? [listRequest(url)] : [];
  });
