/**
 * Documents in every form that the vocabulary and JSON-LD allow, signed by other people's libraries. What these sign is
 * honest, so it is verified. `HONEST=5000 npx vitest run --project unit test/honest` asks for more.
 */
import { describe, expect, it } from 'vitest';
import ONE_ED_TECH from '../../src/verify/schema/bundled/one-ed-tech.json' with { type: 'json' };
import type { Json } from '../build/badge.ts';
import { createSigner, type Signer, SUITES } from '../build/signer.ts';
import { verifyInClosedWorld } from '../fake/closed-world.ts';
import { honestDocument, type Schemas } from './documents.ts';

const RUNS = Number(process.env.HONEST ?? 60);
/** A limit against hanging. */
const LIMIT = Math.max(120_000, RUNS * 500);
const SEED = 20_261_130;
const AT = new Date('2026-02-01T00:00:00Z');
const schemas = ONE_ED_TECH.$defs as unknown as Schemas;

/** Null where the library does not sign it: for a graph too alike to itself, or a term that another context protects. */
const signed = (signer: Signer, document: Json): Promise<Json | null> =>
  signer.sign(document, AT).catch(() => null);

async function answers(signer: Signer, isGraph: boolean): Promise<ReadonlyMap<string, readonly Json[]>> {
  const found = new Map<string, Json[]>();
  for (let run = 0; run < RUNS; run++) {
    const document = honestDocument(SEED + run, { issuer: signer.controller, isGraph, schemas });
    const credential = await signed(signer, document);
    const { verdict } = credential === null ? { verdict: null } : await verifyInClosedWorld({ credential });
    const answer = verdict === null ? 'not signed' : `${verdict.status} ${verdict.reason}`;
    found.set(answer, [...(found.get(answer) ?? []), document]);
  }
  return found;
}

describe.each(SUITES)('whatever is honestly signed by %s', (suite) => {
  it(
    'is verified',
    async () => {
      const found = await answers(await createSigner(suite), !suite.includes('jcs'));
      expect(found.get('not signed')?.length ?? 0).toBeLessThanOrEqual(RUNS / 20);
      const others = [...found].filter(([answer]) => !/^not signed|^signature-verified /.test(answer));
      expect(others.map(([answer, [first]]) => `${answer}: ${JSON.stringify(first)}`)).toEqual([]);
    },
    LIMIT,
  );
});
