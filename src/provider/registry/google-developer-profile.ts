import type { Provider } from '../provider.ts';

export const googleDeveloperProfile: Provider = {
  id: 'google-developer-profile',
  name: 'Google Developer Profile',
  group: 'technology',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern:
        /^https?:\/\/developers\.google\.com\/profile\/badges\/(?<id>[a-z0-9/_-]+?)(?:\/award)?\/?\?(?:[^#]*&)?u=(?<user>[^&#]+).*$/i,
      identity: ['user', 'id'],
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://developers.google.com/profile/badges/events/cloud/example?u=100000000000000000000'],
      hint: ['/profile/badges/'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'Without the person’s number the link is a page of the catalogue.',
  decoys: [
    'https://developers.google.com/profile/badges/events/cloud/example',
    'https://developers.google.com/profile/badges',
  ],
};
