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
    {
      kind: 'form',
      pattern: link('learndigital\\.withgoogle\\.com', '/[a-z-]+/(?<id>validate-certificate-code)'),
      routes: [{ via: 'none', code: 'form-asks-code' }],
      examples: ['https://learndigital.withgoogle.com/digitalgarage/validate-certificate-code'],
      hint: ['-certificate'],
    },
    {
      kind: 'collection',
      pattern: link('skillshop\\.exceedlms\\.com', '/profiles/(?<id>[0-9a-f]{32})'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://skillshop.exceedlms.com/profiles/0123456789abcdef0123456789abcdef'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'New awards are Accredible credentials; Analytics Academy is closed.',
  counterExamples: ['https://skillshop.exceedlms.com/student/catalog'],
};
