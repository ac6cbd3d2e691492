import { fileURLToPath } from 'node:url';

/** In what is built for Node, `URL.canParse` is a function of ours (src/node/can-parse.ts). */
export const canParseOnNode: Record<string, [string, string]> = {
  'URL.canParse': [fileURLToPath(new URL('src/node/can-parse.ts', import.meta.url)), 'canParse'],
};
