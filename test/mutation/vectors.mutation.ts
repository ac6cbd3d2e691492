import { describe, expect, it } from 'vitest';
import { officialVectors, STOPPED } from '../vectors/official.ts';

// As in test/vectors, each vector alone: a mutant meets the fewest.
describe('the verifier agrees with an official vector', () => {
  for (const { suite, name, check } of officialVectors) {
    it(`${suite}: ${name}`, async () => {
      expect([null, STOPPED]).toContain(await check());
    });
  }
});
