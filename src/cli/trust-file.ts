import { isJsonObject } from '../json.ts';
import type { IssuerRegistry } from '../ports.ts';
import { isIssuerId } from '../verify/trust/issuer-id.ts';
import { listedIssuers } from '../verify/trust/listed-issuers.ts';
import { WrongUsage } from './arguments.ts';
import { readJsonFile } from './json-file.ts';
import type { World } from './world.ts';

/** The issuers of a `--trust` file, by id and never by name. Throws `WrongUsage` where it has another form. */
export function readTrust(world: World, path: string | null): IssuerRegistry {
  const list = path === null ? [] : readJsonFile(world, '--trust', path);
  if (!Array.isArray(list)) throw new WrongUsage(`--trust: ${path} is not a list`);
  return listedIssuers(
    list.map((entry, index) => {
      const { id, name } = isJsonObject(entry) ? entry : {};
      if (typeof id !== 'string' || typeof name !== 'string' || !isIssuerId(id))
        throw new WrongUsage(
          `--trust: entry ${index} of ${path} is not {"id": "did:… or https://…", "name": "…"}`,
        );
      return { id, name };
    }),
  );
}
