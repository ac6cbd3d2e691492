import { describe, expect, it } from 'vitest';
import { hosting } from '../../src/provider/hosting.ts';
import { machineReadableHosts } from '../../src/provider/hosts.ts';
import type { LinkShape } from '../../src/provider/provider.ts';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { fill } from '../../src/resolve/address.ts';

const shapes = PROVIDERS.flatMap((provider) => provider.shapes.map((shape) => ({ provider, shape })));

/** Nobody may be asked, but the reader may have the page open. */
const isReadInView = ({ kind, anyHost, routes }: LinkShape): boolean =>
  kind === 'credential' &&
  !anyHost &&
  routes.some((route) => route.via === 'none' && route.code === 'reading-not-allowed');

describe.each(PROVIDERS)('$id', (provider) => {
  const examples = provider.shapes.flatMap((shape) => shape.examples.map((example) => ({ shape, example })));

  it.each(examples)('knows $example as its own', ({ shape, example }) => {
    const candidate = recogniseLink(example);
    expect(candidate?.kind).toBe(shape.kind);
    expect(candidate?.provider?.id ?? null).toBe(provider.anonymous ? null : provider.id);
    expect(candidate?.routes).toEqual(shape.routes);
  });

  it.each(provider.counterExamples)('takes %s for no credential', (decoy) => {
    const candidate = recogniseLink(decoy);
    expect(candidate === null || candidate.kind === 'form').toBe(true);
  });

  it('has a name, a true ceiling and, where it recognises by path alone, something to find the path by', () => {
    expect(provider.name).not.toBe('');
    const reaches = provider.shapes.some(({ routes }) => routes.some(({ via }) => via !== 'none'));
    const isThrough = (provider.through ?? []).length > 0;
    const isText = provider.shapes.some(({ routes }) => routes.length === 0);
    const isRead = provider.ceiling === 'page-only' && provider.shapes.some(isReadInView);
    expect(provider.ceiling === 'not-checked' || reaches || isThrough || isText || isRead).toBe(true);
    for (const { anyHost, hint } of provider.shapes)
      expect(anyHost !== true || hint !== undefined).toBe(true);
  });
});

it('knows the issuer of every award that it reads', () => {
  const nobodys = shapes.filter(
    ({ provider, shape }) =>
      provider.issues === undefined &&
      shape.routes.some((route) => route.via === 'award' && route.issuer === undefined),
  );
  expect(nobodys.map(({ provider }) => `${provider.id}: an award needs \`issues\``)).toEqual([]);
});

it('gives every provider an id of its own', () => {
  expect(new Set(PROVIDERS.map(({ id }) => id)).size).toBe(PROVIDERS.length);
});

it('asks only https addresses whose every placeholder the link fills', () => {
  for (const { shape } of shapes)
    for (const route of shape.routes) {
      if (!('address' in route) || route.address === undefined) continue;
      for (const example of shape.examples) {
        const first = 'first' in route ? route.first : undefined;
        const params = { ...recogniseLink(example)?.params, ...(first && { [first.as]: 'found-first' }) };
        if (first) expect(fill(first.address, params)).toMatch(/^https:\/\/[^{}]+$/);
        const address = fill(route.address, params);
        expect(address, `${example} → ${route.address}`).toMatch(/^https:\/\/[^{}]+$/);
      }
    }
});

it('lists among a provider’s hosts every host of its own that is asked', () => {
  for (const { provider, shape } of shapes)
    for (const route of shape.routes) {
      const host = 'address' in route ? /^https:\/\/[a-z0-9.-]+\//.exec(route.address ?? '')?.[0] : undefined;
      if (host) expect(hosting.providerAt(host)?.id, `${provider.id}: ${host}`).toBeDefined();
    }
});

it('asks at install for machine-readable endpoints only, never for pages that people read', () => {
  const hosts = machineReadableHosts();
  expect(hosts).toContain('https://api.credly.com/*');
  expect(hosts).toContain('https://api.eu.badgr.io/*');
  expect(hosts).not.toContain('https://www.coursera.org/*');
  // A transcript is all that a person has: asked for at run time.
  expect(hosts).not.toContain('https://learn.microsoft.com/*');
  for (const host of hosts) expect(host).toMatch(/^https:\/\/[a-z0-9.-]+\/\*$/);
});

it('starts no pattern loosely: every shape is bound to the beginning of the address and to its scheme', () => {
  for (const { shape } of shapes) expect(shape.pattern.source).toMatch(/^\^(?:\(|https\?|data:)/);
});

it('has no alias but an address by https, or the DID that a host has of it', () => {
  const aliases = PROVIDERS.flatMap(({ aliases = [] }) => aliases);
  expect(aliases.length).toBeGreaterThan(3);
  for (const { source } of aliases)
    expect(source).toMatch(/^\^(?:https:|\(\?:https:[^|]+(?:\|[^|]*)*\|did:web:)/);
});
