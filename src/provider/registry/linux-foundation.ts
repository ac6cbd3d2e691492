import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const linuxFoundation: Provider = {
  // Evidence: links as people publish them
  id: 'linux-foundation',
  name: 'Linux Foundation and CNCF',
  group: 'association',
  hosts: [],
  shapes: [
    {
      kind: 'form',
      pattern: link('training\\.linuxfoundation\\.org', '/certification/(?<id>verify)'),
      routes: [{ via: 'none', code: 'form-asks-number-and-name' }],
      hint: ['/verif'],
      examples: ['https://training.linuxfoundation.org/certification/verify'],
    },
    {
      kind: 'file',
      pattern: /^https?:\/\/ti-user-certificates\.s3\.amazonaws\.com\/(?<id>[^?#]+\.pdf)(?:[?#].*)?$/i,
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://ti-user-certificates.s3.amazonaws.com/01234567/example-certificate.pdf'],
      hint: ['-certificate'],
    },
  ],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'issuer-confirmed',
  note: 'Their badges are Credly’s; the form needs a number and a name.',
  counterExamples: [
    'https://training.linuxfoundation.org/certification/certified-kubernetes-administrator-cka/',
  ],
};
