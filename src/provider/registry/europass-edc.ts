import type { Provider } from '../provider.ts';

export const europassEdc: Provider = {
  // Evidence: links as people publish them
  id: 'europass-edc',
  name: 'European Digital Credentials (Europass)',
  group: 'university',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern:
        /^https?:\/\/(?:webgate\.acceptance\.ec\.)?europa\.eu\/europass\/(?:digital-credentials|edci-viewer)\/(?:viewer\/?)?#\/(?!home)(?<id>[^?]{4,}).*$/i,
      routes: [{ via: 'none', code: 'europass-sealed' }],
      examples: ['https://europa.eu/europass/digital-credentials/viewer/#/view/AbCd1234'],
      hint: ['/europass/'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'Sealed with JAdES, which this version does not carry.',
  counterExamples: [
    'https://europa.eu/europass/en',
    'https://europa.eu/europass/digital-credentials/viewer/#/home',
  ],
};
