import { linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const speedexam: Provider = {
  // Evidence: links as people publish them
  id: 'speedexam',
  name: 'SpeedExam',
  group: 'learning-platform',
  hosts: ['https://candidate.speedexam.net/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery(
        'candidate\\.speedexam\\.net',
        '/certificate\\.aspx',
        'SSTATE=(?<id>[^&#]{20,})',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      hint: ['/certificate'],
      examples: [
        'https://candidate.speedexam.net/certificate.aspx?SSTATE=am4131EniU8ntjp4bO5mXRfPcv0iNwxiQ4Y=',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  counterExamples: ['https://candidate.speedexam.net/'],
};
