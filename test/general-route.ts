/** `npm run test:general`: everything again without the walk, as if it knew nothing. */
import { vi } from 'vitest';

if (process.env.GENERAL_ROUTE !== undefined)
  vi.doMock('../src/json-ld/walk.ts', () => ({ walk: () => ({ refused: 'switched off' }) }));
