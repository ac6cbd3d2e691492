import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

const HOST = '(?:www\\.)?verifierplus\\.org';

export const verifierPlus: Provider = {
  // Evidence: digitalcredentials/verifier-plus app/api/credentials/[publicCredentialId]/route.ts
  // Evidence: digitalcredentials/learner-credential-wallet app/lib/publicLink.ts
  id: 'dcc-verifierplus',
  name: 'VerifierPlus (Learner Credential Wallet)',
  group: 'university',
  hosts: ['https://verifierplus.org/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(HOST, '/(?:api/)?credentials/(?<id>[A-Za-z0-9-]{8,64})'),
      routes: [
        {
          via: 'record',
          address: 'https://verifierplus.org/api/credentials/{id}',
          accept: 'application/json',
          at: ['/vp', '/credential/0', '/credential'],
        },
      ],
      examples: ['https://verifierplus.org/credentials/00000000-1111-4222-8333-444444444444#verify'],
    },
    {
      kind: 'credential',
      // The viewer fetches what the link names, and so do we. Its verdict is never ours.
      pattern: /^https?:\/\/(?:www\.)?verifierplus\.org\/?#verify\?vc=(?<target>https?(?::|%3a).+)$/i,
      identity: ['target'],
      routes: [{ via: 'record', address: '{+target}' }],
      examples: ['https://verifierplus.org/#verify?vc=https://person.example/credentials/example.json'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'signature-verified',
  counterExamples: ['https://verifierplus.org/', 'https://verifierplus.org/faq'],
};
