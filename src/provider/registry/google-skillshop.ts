import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const googleSkillshop: Provider = {
  // Evidence: links as people publish them
  id: 'google-skillshop',
  name: 'Google Skillshop and Analytics Academy',
  group: 'technology',
  hosts: ['https://skillshop.exceedlms.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('skillshop\\.exceedlms\\.com', '/(?:student|profiles)/award/(?<id>[A-Za-z0-9]{6,32})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://skillshop.exceedlms.com/student/award/12345678'],
    },
    {
      kind: 'credential',
      pattern: link('analytics\\.google\\.com', '/analytics/academy/certificate/(?<id>[\\w-]{20,24})'),
      routes: [{ via: 'none', code: 'service-closed' }],
      examples: ['https://analytics.google.com/analytics/academy/certificate/AbCdEfGhIjKlMnOpQrStUv'],
      hint: ['/academy/certificate/'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'New awards are Accredible credentials; Analytics Academy is closed.',
  counterExamples: ['https://skillshop.exceedlms.com/student/catalog'],
};
