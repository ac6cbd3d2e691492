import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const tryhackme: Provider = {
  // Evidence: links as people publish them
  id: 'tryhackme',
  name: 'TryHackMe',
  group: 'learning-platform',
  hosts: ['https://tryhackme.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?tryhackme\\.com', '/(?<user>[\\w.-]+)/badges/(?<id>[a-z0-9-]+)'),
      identity: ['user', 'id'],
      // The id is the badge's, which many people hold.
      routes: [{ via: 'page', carries: ['user', 'id'] }],
      examples: ['https://tryhackme.com/exampleperson/badges/first-steps'],
    },
    {
      kind: 'credential',
      pattern: link('(?:www\\.)?tryhackme\\.com', '/certificate/(?<id>THM-[A-Z0-9]{6,14})'),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://tryhackme.com/certificate/THM-AB1CD2EF3G'],
    },
    {
      kind: 'file',
      pattern:
        /^https?:\/\/tryhackme-certificates\.s3[.-]eu-west-1\.amazonaws\.com\/(?<id>THM-[A-Z0-9]{6,14})\.(?:pdf|png)(?:[?#].*)?$/i,
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://tryhackme-certificates.s3-eu-west-1.amazonaws.com/THM-AB1CD2EF3G.pdf'],
      hint: ['-certificate'],
    },
    {
      kind: 'collection',
      pattern: link('(?:www\\.)?tryhackme\\.com', '/(?:r/)?p/(?<id>[\\w.-]+)'),
      routes: [{ via: 'none', code: 'collection-not-single' }],
      examples: ['https://tryhackme.com/p/exampleperson', 'https://tryhackme.com/r/p/exampleperson'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'page-only',
  note: 'Badges are activities, certificates completed paths.',
  counterExamples: ['https://tryhackme.com/', 'https://tryhackme.com/room/example'],
};
