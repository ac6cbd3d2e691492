import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

const HOST = '(?:www\\.)?openbadgefactory\\.com';
const ID = '(?<id>[0-9a-f]{40})(?:\\.html|\\.json)?';

export const openBadgeFactory: Provider = {
  // Evidence: openbadgefactory/salava src/clj/salava/badge/main.clj
  id: 'openbadgefactory',
  name: 'Open Badge Factory',
  group: 'badge-platform',
  hosts: ['https://openbadgefactory.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(HOST, `/v1/assertion/${ID}`),
      routes: [
        {
          via: 'record',
          address: 'https://openbadgefactory.com/v1/assertion/{id}.json',
          accept: 'application/json',
          elsewhere: true,
        },
        {
          via: 'record',
          address: 'https://openbadgefactory.com/v1/assertion/{id}',
          accept: 'application/json',
        },
      ],
      examples: [
        'https://openbadgefactory.com/v1/assertion/0123456789abcdef0123456789abcdef01234567',
        'https://openbadgefactory.com/v1/assertion/0123456789abcdef0123456789abcdef01234567.html',
      ],
    },
    {
      kind: 'credential',
      pattern: link(HOST, `/obv3/credentials/${ID}`),
      routes: [
        {
          via: 'record',
          address: 'https://openbadgefactory.com/obv3/credentials/{id}',
          accept: 'application/json',
        },
        {
          via: 'record',
          address: 'https://openbadgefactory.com/obv3/credentials/{id}.json',
          accept: 'application/json',
        },
      ],
      examples: [
        'https://openbadgefactory.com/obv3/credentials/0123456789abcdef0123456789abcdef01234567',
        'https://openbadgefactory.com/obv3/credentials/0123456789abcdef0123456789abcdef01234567.html',
      ],
    },
  ],
  aliases: [
    /^https:\/\/(?:www\.)?openbadgefactory\.com\/v1\/assertion\/(?<id>[0-9a-f]{40})(?:\.json)?$/i,
    /^https:\/\/(?:www\.)?openbadgefactory\.com\/obv3\/credentials\/(?<id>[0-9a-f]{40})(?:\.json)?$/i,
  ],
  notFound: 'unknown',
  ceiling: 'signature-verified',
  counterExamples: [
    'https://openbadgefactory.com/en/',
    'https://openbadgefactory.com/v1/badge/_/AAAAAAAAAAAAAA.png?event=BBBBBBBBBBBBBBB',
    'https://openbadgefactory.com.evil.example/v1/assertion/0123456789abcdef0123456789abcdef01234567',
  ],
};
