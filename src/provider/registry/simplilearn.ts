import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const simplilearn: Provider = {
  // Evidence: links as people publish them
  id: 'simplilearn',
  name: 'Simplilearn SkillUp',
  group: 'learning-platform',
  hosts: [],
  shapes: [
    {
      kind: 'short',
      pattern: link('simpli-web\\.app\\.link', '/e/(?<id>[A-Za-z0-9]{8,14})'),
      routes: [{ via: 'follow' }],
      examples: ['https://simpli-web.app.link/e/AbCd1EfGhIj'],
    },
    {
      kind: 'file',
      pattern:
        /^https?:\/\/(?:success|certificates)\.simplicdn\.net\/share\/(?:thumb_)?(?<id>[0-9]{5,12}(?:_[0-9]+){0,2})\.(?:pdf|png)(?:[?#].*)?$/i,
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://success.simplicdn.net/share/thumb_1234567.png',
        'https://certificates.simplicdn.net/share/1234567_7654321_1700000000000.png',
      ],
    },
    {
      // Its token is no signature: it says who finished what, and where the picture lies.
      kind: 'credential',
      pattern: linkWithQuery(
        '(?:www\\.)?simplilearn\\.com',
        '/skillup-certificate-landing',
        'token=(?<id>[\\w-]{20,2000})(?:%3D|=){0,2}',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://www.simplilearn.com/skillup-certificate-landing?token=eyJjb3Vyc2VfaWQiOiIxIiwidXNlcm5hbWUiOiJBIn0%3D&utm_source=shared-certificate',
      ],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  counterExamples: ['https://www.simplilearn.com/'],
};
