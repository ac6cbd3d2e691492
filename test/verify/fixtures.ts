/** The corpus beside the repository, where it is at hand. Never copied into it. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Document } from '../../src/credential/model.ts';
import { type FakeNet, fakeNet } from '../fake/net.ts';
import { NOW } from '../fake/ports.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures');
export const fixturesPresent = existsSync(join(ROOT, 'INDEX.json'));

export interface FixtureEntry {
  readonly file: string;
  readonly format: string;
  readonly what: string;
  readonly expected: 'valid' | 'invalid' | 'n/a';
  readonly why: string;
  readonly needs: readonly { readonly url: string; readonly file: string | null; readonly status?: number }[];
  readonly status_check?: readonly string[] | null;
  readonly proof_check?: string;
  readonly issuer_bound?: boolean;
  readonly recipient_check?: {
    readonly email: string;
    readonly result: 'match' | 'mismatch' | 'cannot be checked';
  };
}

export const fixtureIndex = (): readonly FixtureEntry[] =>
  fixturesPresent ? JSON.parse(readFileSync(join(ROOT, 'INDEX.json'), 'utf8')) : [];

const fixtureBytes = (file: string): Uint8Array => new Uint8Array(readFileSync(join(ROOT, file)));

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.jwt': 'application/jwt',
};

export const fixtureDocument = (file: string): Document => ({
  bytes: fixtureBytes(file),
  contentType: TYPES[extname(file)] ?? null,
  charset: null,
  url: null,
  origin: 'file',
});

/** A network that serves what a fixture needs, and nothing else. */
export const fixtureNet = ({ needs }: Pick<FixtureEntry, 'needs'>): FakeNet =>
  fakeNet(
    Object.fromEntries(
      needs.flatMap(({ url, file, status = 200 }) =>
        file === null ? [] : [[url, { body: fixtureBytes(file), status }]],
      ),
    ),
    NOW,
  );
