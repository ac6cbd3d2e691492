import type { Provider } from '../provider.ts';

/**
 * Public code asks `api-2.0/certificates/<id>` for code, day, learner and course. But Udemy's robots file bars programs
 * from its certificates, so no request is made. The page counts where the reader has it open.
 */
export const udemy: Provider = {
  // Evidence: links as people publish them
  id: 'udemy',
  name: 'Udemy',
  group: 'learning-platform',
  hosts: ['https://*.udemy.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern:
        /^https?:\/\/(?:(?:[a-z0-9-]+\.)?udemy\.com\/certificate|ude\.my)\/(?<id>UC-[0-9A-Za-z-]{8,40})\/?(?:[?#].*)?$/i,
      routes: [{ via: 'none', code: 'reading-not-allowed' }],
      examples: [
        'https://www.udemy.com/certificate/UC-ABCD1234/',
        'https://organisation.udemy.com/certificate/UC-ABCD1234/',
        'https://ude.my/UC-ABCD1234',
      ],
    },
    {
      kind: 'file',
      pattern:
        /^https?:\/\/udemy-certificate\.s3\.amazonaws\.com\/(?:pdf|image)\/(?<id>UC-[0-9A-Za-z-]+)\.(?:pdf|jpg).*$/i,
      routes: [{ via: 'none', code: 'reading-not-allowed' }],
      examples: [
        'https://udemy-certificate.s3.amazonaws.com/pdf/UC-00000000-1111-4222-8333-444444444444.pdf',
      ],
      hint: ['-certificate'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Udemy lets no program ask for its certificate pages: read only where you have the page open.',
  counterExamples: ['https://www.udemy.com/', 'https://www.udemy.com/course/example/'],
};
