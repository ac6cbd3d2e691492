import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const mikrotik: Provider = {
  // Evidence: links as people publish them
  id: 'mikrotik',
  name: 'MikroTik',
  group: 'technology',
  hosts: ['https://mikrotik.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?mikrotik\\.com', '/training/certificates/(?<id>[0-9a-f]{18,24})'),
      routes: [{ via: 'page', carries: 'id' }],
      hint: ['/certificate'],
      examples: ['https://mikrotik.com/training/certificates/c0123456789abcdef012'],
    },
    {
      kind: 'form',
      pattern: link('(?:www\\.)?mikrotik\\.com', '/training/(?<id>certificates)'),
      routes: [{ via: 'none', code: 'form-asks-number' }],
      hint: ['/certificate'],
      examples: ['https://mikrotik.com/training/certificates'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://mikrotik.com/training/about'],
};
