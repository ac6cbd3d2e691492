import { link, linkWithQuery } from '../link.ts';
import type { Provider } from '../provider.ts';

export const ecCouncil: Provider = {
  // Evidence: links as people publish them
  id: 'ec-council',
  name: 'EC-Council',
  group: 'association',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern: linkWithQuery('aspen\\.eccouncil\\.org', '/VerifyBadge', 'a=(?<id>[^&#]{8,})'),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      hint: ['/verif'],
      examples: [
        'https://aspen.eccouncil.org/VerifyBadge?type=certification&a=AbCdEf0123456789/GhIjKl=',
        'https://aspen.eccouncil.org/VerifyBadge?&type=certification&a=AbCdEf0123456789GhIjKl=',
      ],
    },
    {
      kind: 'form',
      pattern: link('aspen\\.eccouncil\\.org', '/(?<id>verify|VerifyUser|VerifyEval)'),
      routes: [{ via: 'none', code: 'form-asks-number' }],
      hint: ['/verif'],
      examples: ['https://aspen.eccouncil.org/verify', 'https://aspen.eccouncil.org/VerifyUser'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  counterExamples: [
    'https://aspen.eccouncil.org/',
    'https://www.eccouncil.org/train-certify/certified-ethical-hacker-ceh/',
  ],
};
