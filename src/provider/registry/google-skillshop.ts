import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const googleSkillshop: Provider = {
  id: 'google-skillshop',
  name: 'Google Skillshop',
  group: 'technology',
  hosts: ['https://skillshop.exceedlms.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('skillshop\\.exceedlms\\.com', '/(?:student|profiles)/award/(?<id>[A-Za-z0-9]{6,32})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://skillshop.exceedlms.com/student/award/12345678'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'New awards are Accredible credentials.',
  decoys: ['https://skillshop.exceedlms.com/student/catalog'],
};
