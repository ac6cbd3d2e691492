import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { providerTable } from '../../scripts/provider-table.ts';
import { PROVIDERS } from '../../src/provider/registry/index.ts';

it('the README says of every provider what the registry does', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  // On a difference: `npm run generate`.
  expect(readme).toContain(providerTable(PROVIDERS));
});
