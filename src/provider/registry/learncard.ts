import type { Provider } from '../provider.ts';

export const learncard: Provider = {
  // Evidence: links as people publish them
  id: 'learncard',
  name: 'LearnCard',
  group: 'badge-platform',
  hosts: [],
  shapes: [
    {
      kind: 'private',
      pattern: /^https?:\/\/(?:www\.)?learncard\.app\/share-boost\?(?:[^#]*&)?uri=(?<id>[^&#]+).*$/i,
      routes: [{ via: 'none', code: 'wallet-bound' }],
      examples: ['https://learncard.app/share-boost?uri=credential%3Aexample&seed=seed&pin=1234'],
    },
    {
      kind: 'offer',
      pattern: /^https?:\/\/(?:www\.)?learncard\.app\/claim\/boost\?(?:[^#]*&)?boostUri=(?<id>[^&#]+).*$/i,
      routes: [{ via: 'none', code: 'claim-link' }],
      examples: ['https://learncard.app/claim/boost?claim=true&boostUri=example&challenge=example'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'Share links carry secrets, claim links are for their holder: neither is ever opened.',
  counterExamples: ['https://www.learncard.app/'],
};
