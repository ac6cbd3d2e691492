import type { Provider, Route } from './provider.ts';
import { PROVIDERS } from './registry/index.ts';

const isPage = (route: Route): boolean =>
  route.via === 'page' ||
  (route.via === 'award' && (route.atRunTime === true || route.reading.of.kind !== 'json'));

const literalOrigin = (route: Route): string | null => {
  if (!('address' in route) || !route.address || isPage(route)) return null;
  return /^(https:\/\/[a-z0-9.-]+)\//.exec(route.address)?.[1] ?? null;
};

const patternsOf = (provider: Provider): readonly string[] =>
  provider.shapes
    .filter(({ kind }) => kind !== 'collection')
    .flatMap(({ routes }) => routes)
    .map(literalOrigin)
    .filter((origin) => origin !== null)
    .map((origin) => `${origin}/*`);

/**
 * Match patterns of the named platforms' machine-readable endpoints, for the manifest's `host_permissions`. Other
 * addresses are asked for at run time, one origin at a time: pages for people, lists of a person's awards, and hosts
 * that are recognised by path alone.
 */
export const machineReadableHosts = (): readonly string[] =>
  [...new Set(PROVIDERS.flatMap(patternsOf))].sort();
