import type { IssuerRegistry, Recognition } from '../../ports.ts';
import { succeed } from '../../result.ts';
import { comparableIssuerId, type SameId } from './issuer-id.ts';

/** An issuer that the operator of the program recognises. */
export interface ListedIssuer {
  readonly id: string;
  readonly name: string;
}

/** The issuers of a list, by id and never by name. An empty list recognises nobody. */
export function listedIssuers(list: readonly ListedIssuer[], same: SameId): IssuerRegistry {
  const trusted = new Map<string, Recognition[]>();
  for (const { id, name } of list) {
    const known = trusted.get(comparableIssuerId(id)) ?? [];
    known.push({ source: 'reader', name });
    trusted.set(comparableIssuerId(id), known);
  }
  const inOtherForm = (issuerId: string): readonly Recognition[] =>
    list.filter(({ id }) => same(issuerId, id)).map(({ name }) => ({ source: 'reader', name }));
  return {
    lookUp: async (issuerId) => succeed(trusted.get(comparableIssuerId(issuerId)) ?? inOtherForm(issuerId)),
  };
}
