import { link, UUID } from '../link.ts';
import type { Provider } from '../provider.ts';

export const ibm: Provider = {
  // Evidence: links as people publish them
  id: 'ibm',
  name: 'IBM SkillsBuild and Skills Network',
  group: 'technology',
  hosts: ['https://skills.yourlearning.ibm.com/*', 'https://courses.skillsbuild.skillsnetwork.site/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        'skills\\.yourlearning\\.ibm\\.com',
        '/certificate/(?:share/)?(?<id>[0-9a-z][0-9a-z_-]{9,240}={0,2})',
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://skills.yourlearning.ibm.com/certificate/share/0123456789ewogICJvYmplY3RUeXBlIiA6ICJBQ1RJVklUWSIKfQ',
        'https://skills.yourlearning.ibm.com/certificate/share/0123456789ewogICJvYmplY3RUeXBlIiA6ICJBQ1RJVklUWSIKfQ0123456789-10',
        'https://skills.yourlearning.ibm.com/certificate/PLAN-0123456789AB',
      ],
      hint: ['/certificate'],
    },
    {
      kind: 'credential',
      pattern: link('(?:[a-z0-9-]+\\.)+skillsnetwork\\.site', `/certificates/(?<id>[0-9a-f]{32,33}|${UUID})`),
      routes: [{ via: 'page', carries: 'id' }],
      examples: [
        'https://courses.skillsbuild.skillsnetwork.site/certificates/0123456789abcdef0123456789abcdef',
        'https://school.skillsnetwork.site/certificates/00000000-1111-4222-8333-444444444444',
      ],
      hint: ['/certificate'],
    },
  ],
  through: ['credly'],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Certificates of completion; its badges are Credly’s.',
  counterExamples: [
    'https://skillsbuild.org/',
    'https://openliberty.skillsnetwork.site/thanks-for-completing-our-content?guide-name=Example',
  ],
};
