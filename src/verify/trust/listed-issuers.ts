import type { IssuerRegistry, Recognition } from '../../ports.ts';
import { succeed } from '../../result.ts';

/** An issuer that whoever runs the program recognises. */
export interface ListedIssuer {
  readonly id: string;
  readonly name: string;
}

/** The issuers of a list, by id and never by name. An empty one recognises nobody. */
export function listedIssuers(list: readonly ListedIssuer[]): IssuerRegistry {
  const trusted = new Map<string, Recognition[]>();
  for (const { id, name } of list) {
    const known = trusted.get(comparable(id)) ?? [];
    known.push({ source: 'reader', name });
    trusted.set(comparable(id), known);
  }
  return { lookUp: async (issuerId) => succeed(trusted.get(comparable(issuerId)) ?? []) };
}

/** Two spellings of one web address (case of the host, default port) are one id; everything else is compared to the letter. */
const comparable = (id: string): string => (/^https:/i.test(id) && URL.canParse(id) ? new URL(id).href : id);
