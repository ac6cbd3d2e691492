import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const isaca: Provider = {
  // Evidence: links as people publish them
  id: 'isaca',
  name: 'ISACA',
  group: 'association',
  hosts: [],
  shapes: [
    {
      kind: 'form',
      pattern: link('(?:www\\.)?isaca\\.org', '/credentialing/(?<id>verify-a-certification)'),
      routes: [{ via: 'none', code: 'form-asks-number-and-name' }],
      hint: ['/verif'],
      examples: ['https://www.isaca.org/credentialing/verify-a-certification'],
    },
    {
      kind: 'form',
      pattern: link('(?:www\\.)?isaca\\.org', '/(?<id>verify-certification|verify-a-certification)'),
      routes: [{ via: 'none', code: 'form-asks-number-and-name' }],
      hint: ['/verif'],
      examples: ['https://www.isaca.org/verify-certification'],
    },
  ],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'Its form needs a number and a name; its badges are Credly’s.',
  counterExamples: ['https://www.isaca.org/credentialing/cisa'],
};
