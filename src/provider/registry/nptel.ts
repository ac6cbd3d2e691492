import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const nptel: Provider = {
  // Evidence: links as people publish them
  id: 'nptel',
  name: 'NPTEL',
  group: 'university',
  hosts: ['https://nptel.ac.in/*', 'https://archive.nptel.ac.in/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        '(?:(?:www|archive|internalapp|onlinecourses)\\.)?nptel\\.ac\\.in',
        '/noc/E_?Certificate/(?<id>(?:NPTEL|NOC)[0-9]{2}[0-9A-Z]{8,40})',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://nptel.ac.in/noc/E_Certificate/NPTEL26CS01S12345678'],
    },
    {
      kind: 'credential',
      pattern: linkWithQuery(
        '(?:(?:www|archive|internalapp|onlinecourses)\\.)?nptel\\.ac\\.in',
        '/noc/E_?Certificate',
        'q=(?<id>(?:NPTEL|NOC)[0-9]{2}[0-9A-Z]{8,40})',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://archive.nptel.ac.in/noc/Ecertificate/?q=NPTEL26CS01S12345678'],
    },
    {
      kind: 'file',
      pattern:
        /^https?:\/\/(?:(?:www|internalapp|archive|onlinecourses)\.)?nptel\.ac\.in\/(?:content\/)?noc\/[^?#]*\/(?<id>(?:NPTEL|NOC)[0-9]{2}[0-9A-Z]{8,40})\.(?:pdf|jpg)(?:[?#].*)?$/i,
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://internalapp.nptel.ac.in/NOC/NOC26/SEM1/Ecertificates/106/noc26-cs01/Course/NPTEL26CS01S12345678.pdf',
        'https://nptel.ac.in/content/noc/noc21/sem1/ecertificates/106/noc21-cs01/course/nptel21cs01s12345678.jpg',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'The address shows a picture of the certificate, for people.',
  counterExamples: ['https://nptel.ac.in/courses/106105001'],
};
