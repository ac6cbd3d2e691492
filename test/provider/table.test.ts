import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { providerTable } from '../../scripts/provider-table.ts';
import { PROVIDERS } from '../../src/provider/registry/index.ts';

it('docs/providers.md says of every provider what the registry does', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'providers.md'), 'utf8');
  // On a difference: `npm run generate`.
  expect(page).toContain(providerTable(PROVIDERS));
});
