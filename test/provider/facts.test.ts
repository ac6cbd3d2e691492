/** The registry against what is known of each provider, one by one. The facts are no part of this project. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import type { Candidate } from '../../src/recognise/candidate.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';

interface Facts {
  readonly id: string;
  readonly url_patterns: readonly { readonly kind: string; readonly examples: readonly string[] }[];
}
const FACTS = join(import.meta.dirname, '..', '..', '..', 'shared', 'providers', 'providers.json');
const present = existsSync(FACTS);
const facts: readonly Facts[] = present
  ? (JSON.parse(readFileSync(FACTS, 'utf8')) as { providers: Facts[] }).providers
  : [];
const examples = facts.flatMap(({ id, url_patterns }) =>
  url_patterns.flatMap(({ kind, examples }) => examples.map((example) => [id, kind, example] as const)),
);

/** Known by another provider's shapes, or not shown, and why. */
const OTHERWISE: Readonly<Record<string, string | null>> = {
  // Named hosts come before paths that count on any host.
  'edx open-edx-generic': 'nvidia',
  // Nobody stands behind a direct link: it has no provider.
  'blockcerts json-hint': '',
  'vc-inline data-uri': '',
  'vc-inline json-link': '',
  // Half a token carries nothing that could be checked.
  'vc-inline fragment': null,
  // The viewer's start, with no credential in it.
  'europass-edc viewer': null,
  // A profile is no credential.
  'orcid profile': null,
};

/** What is no single credential at a public address of its own. */
const KINDS: Readonly<Record<string, Candidate['kind']>> = {
  'credly short': 'short',
  'credly collection-not-single': 'collection',
  'badgr baked-image': 'image',
  'badgr private-not-shareable': 'private',
  'badgr collection-not-single': 'collection',
  'accredible image': 'file',
  'microsoft-learn transcript': 'collection',
  'google-skills profile': 'collection',
  'aws-certmetrics generic-form': 'form',
  'salesforce profile': 'collection',
  'coursera share': 'short',
  'coursera pdf': 'file',
  'coursera image': 'file',
  'udemy file': 'file',
  'linux-foundation form': 'form',
  'linux-foundation pdf': 'file',
  'learncard share': 'private',
  'learncard claim-not-credential': 'offer',
  'wallet-offers offer': 'offer',
};

describe.skipIf(!present)('the facts about providers', () => {
  it('are held by a file of the registry for each', () => {
    const known = PROVIDERS.map(({ id }) => id);
    expect(facts.map(({ id }) => id).filter((id) => !known.includes(id))).toEqual([]);
    expect(facts.length).toBeGreaterThanOrEqual(56);
  });

  it.each(examples)('%s, %s: %s', (id, kind, example) => {
    const expected = OTHERWISE[`${id} ${kind}`];
    const candidate = recogniseLink(example);
    if (expected === null) return expect(candidate).toBeNull();
    expect(candidate?.provider?.id ?? '').toBe(expected ?? id);
    expect(candidate?.kind).toBe(KINDS[`${id} ${kind}`] ?? 'credential');
  });
});
