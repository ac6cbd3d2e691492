import { UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const ibmSapVia: Provider = {
  // Evidence: links as people publish them
  id: 'ibm-sap-via',
  name: 'Cisco Networking Academy, IBM SkillsBuild, SAP, Intel',
  group: 'technology',
  hosts: ['https://www.netacad.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: new RegExp(
        `^https?://(?:www\\.)?netacad\\.com/certificates/?(?:\\?(?:[^#]*&)?issuanceId=)?(?<id>${UUID}).*$`,
        'i',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      hint: ['/certificate'],
      examples: ['https://www.netacad.com/certificates/?issuanceId=00000000-1111-4222-8333-444444444444'],
    },
  ],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Their badges are Credly’s; completion certificates of NetAcad have a page.',
  counterExamples: ['https://www.netacad.com/courses', 'https://www.netacad.com/certificates/'],
};
