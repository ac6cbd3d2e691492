import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const nvidia: Provider = {
  // Evidence: links as people publish them
  id: 'nvidia',
  name: 'NVIDIA Deep Learning Institute',
  group: 'technology',
  hosts: ['https://courses.nvidia.com/*', 'https://learn.nvidia.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:courses|learn)\\.nvidia\\.com',
        '/certificates(?:/|/?\\?(?:[^#]*&)?id=)(?<id>[\\w-]{22}|[0-9a-f]{32})(?=[/?#&]|$)[^#]*',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      hint: ['/certificate'],
      examples: [
        'https://courses.nvidia.com/certificates/AbCdEf_GhIjKl3MnOp45Qr',
        'https://courses.nvidia.com/certificates/0123456789abcdef0123456789abcdef',
        'https://learn.nvidia.com/certificates?id=AbCdEf_GhIjKl3MnOp45Qr',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  counterExamples: ['https://courses.nvidia.com/courses/example'],
};
