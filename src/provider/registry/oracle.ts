import { linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const oracle: Provider = {
  // Evidence: links as people publish them
  id: 'oracle',
  name: 'Oracle CertView',
  group: 'technology',
  hosts: ['https://catalog-education.oracle.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery(
        '(?:catalog-education|brm-certview)\\.oracle\\.com',
        '/(?:pls|ords)/certview/sharebadge',
        'id=(?<id>[0-9A-F]{64})',
      ),
      routes: [
        {
          via: 'page',
          carries: 'id',
          address: 'https://catalog-education.oracle.com/ords/certview/sharebadge?id={id}',
        },
      ],
      examples: [
        'https://catalog-education.oracle.com/ords/certview/sharebadge?id=0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF',
        'https://brm-certview.oracle.com/pls/certview/sharebadge?id=0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF',
      ],
    },
    {
      // The certificate itself, as a PDF.
      kind: 'file',
      pattern:
        /^https?:\/\/(?:catalog-education|brm-certview)\.oracle\.com\/(?:pls|ords)\/certview\/ecertificate\/?\?(?=(?:[^#]*&)?ssn=(?<person>[0-9a-z]{4,16})(?:[&#]|$))(?=(?:[^#]*&)?trackid=(?<id>[0-9a-z_-]{2,40})(?:[&#]|$)).*$/i,
      identity: ['person', 'id'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://brm-certview.oracle.com/ords/certview/ecertificate?ssn=OC0000000&trackId=OCI25EXAMPLE&key=0123456789abcdef0123456789abcdef01234567',
        'https://catalog-education.oracle.com/pls/certview/ecertificate?ssn=OC0000000&trackId=OCAEXAMPLE8&key=0123456789abcdef0123456789abcdef01234567',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Oracle awards Credly badges as well, and those can be confirmed.',
  counterExamples: [
    'https://catalog-education.oracle.com/pls/certview/sharebadge',
    'https://education.oracle.com/certification',
  ],
};
