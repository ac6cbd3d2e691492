import { describe, expect, it } from 'vitest';
import { complaint } from '../fixtures/complaint.ts';
import { credentialEntries } from '../fixtures/corpus.ts';
import { verifyEntry } from '../fixtures/verify-entry.ts';

// What test/fixtures asks of the corpus in seven tests, in one for each entry: a mutant meets the fewest.
describe('an entry of the corpus has the outcome that is expected of it', () => {
  for (const entry of credentialEntries) {
    it(entry.file, async () => {
      const { items, exit } = await verifyEntry(entry);
      expect(complaint(entry, items, exit)).toBeNull();
    });
  }
});
