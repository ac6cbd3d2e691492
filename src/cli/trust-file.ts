import { isJsonObject, type JsonObject } from '../json.ts';
import type { Clock, IssuerRegistry } from '../ports.ts';
import { hosting } from '../provider/hosting.ts';
import { anchorIn, type FederationAnchor, inFederations } from '../verify/trust/federation.ts';
import { isIssuerId } from '../verify/trust/issuer-id.ts';
import { type ListedIssuer, listedIssuers } from '../verify/trust/listed-issuers.ts';
import { WrongUsage } from './arguments.ts';
import { readJsonFile } from './json-file.ts';
import type { World } from './world.ts';

/**
 * The issuers of a `--trust` file, by id and never by name. Also those of the federations whose anchor it pins by key.
 * A federation is asked only about an id that the file does not list. Throws `WrongUsage` where the file has another
 * form.
 */
export function readTrust(world: World, path: string | null, clock: Clock): IssuerRegistry {
  const list = path === null ? [] : readJsonFile(world, '--trust', path);
  if (!Array.isArray(list)) throw new WrongUsage(`--trust: ${path} is not a list`);
  const entries = list.map((entry) => (isJsonObject(entry) ? entry : {}));
  const anchors: FederationAnchor[] = [];
  const issuers: ListedIssuer[] = [];
  for (const [index, entry] of entries.entries()) {
    const anchor = anchorIn(entry, clock.now());
    const issuer = issuerIn(entry);
    if (anchor) anchors.push(anchor);
    else if (issuer) issuers.push(issuer);
    else
      throw new WrongUsage(
        `--trust: entry ${index} of ${path} is not {"id": "did:… or https://…", "name": "…"} and no federation {"federation": "https://…", "name": "…", "jwks": {"keys": [ … ]}}`,
      );
  }
  const listed = listedIssuers(issuers, hosting.sameRecord);
  return {
    async lookUp(issuerId, net) {
      const known = await listed.lookUp(issuerId, net);
      return known.ok && known.value.length === 0 ? inFederations(issuerId, anchors, { net, clock }) : known;
    },
  };
}

const issuerIn = ({ id, name }: JsonObject): ListedIssuer | null =>
  typeof id === 'string' && typeof name === 'string' && isIssuerId(id) ? { id, name } : null;
