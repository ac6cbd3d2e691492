import { isJsonObject } from '../json.ts';
import type { IssuerRegistry, Recognition } from '../ports.ts';
import { succeed } from '../result.ts';
import { isIssuerId } from '../verify/trust/issuer-id.ts';
import { WrongUsage } from './arguments.ts';
import { readJsonFile } from './json-file.ts';
import type { World } from './world.ts';

/** Recognises nobody. */
const NOBODY: IssuerRegistry = { lookUp: async () => succeed([]) };

/** The issuers of a `--trust` file, by id and never by name. Throws `WrongUsage` where it has another form. */
export function readTrust(world: World, path: string | null): IssuerRegistry {
  if (path === null) return NOBODY;
  const list = readJsonFile(world, '--trust', path);
  if (!Array.isArray(list)) throw new WrongUsage(`--trust: ${path} is not a list`);
  const trusted = new Map<string, Recognition[]>();
  for (const [index, entry] of list.entries()) {
    const { id, name } = isJsonObject(entry) ? entry : {};
    if (typeof id !== 'string' || typeof name !== 'string' || !isIssuerId(id))
      throw new WrongUsage(
        `--trust: entry ${index} of ${path} is not {"id": "did:… or https://…", "name": "…"}`,
      );
    const key = comparable(id);
    trusted.set(key, [...(trusted.get(key) ?? []), { source: 'reader', name }]);
  }
  return { lookUp: async (issuerId) => succeed(trusted.get(comparable(issuerId)) ?? []) };
}

/** Two spellings of one web address (case of the host, default port) are one id; everything else is compared to the letter. */
const comparable = (id: string): string => (/^https:/i.test(id) && URL.canParse(id) ? new URL(id).href : id);
