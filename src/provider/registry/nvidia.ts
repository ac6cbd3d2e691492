import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const nvidia: Provider = {
  id: 'nvidia',
  name: 'NVIDIA Deep Learning Institute',
  group: 'technology',
  hosts: ['https://courses.nvidia.com/*', 'https://learn.nvidia.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:courses|learn)\\.nvidia\\.com', '/certificates(?:/|\\?id=)(?<id>[\\w-]{22})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://courses.nvidia.com/certificates/AbCdEf_GhIjKl3MnOp45Qr',
        'https://learn.nvidia.com/certificates?id=AbCdEf_GhIjKl3MnOp45Qr',
      ],
    },
  ],
  notFound: 'unknown',
  vouchesFor: [],
  ceiling: 'page-only',
  decoys: ['https://courses.nvidia.com/courses/example'],
};
