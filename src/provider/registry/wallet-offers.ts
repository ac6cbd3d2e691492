import type { Provider } from '../provider.ts';

export const walletOffers: Provider = {
  // Evidence: https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html
  id: 'wallet-offers',
  name: 'Wallet offers',
  group: 'badge-platform',
  hosts: [],
  shapes: [
    {
      kind: 'offer',
      pattern:
        /^(?<id>(?:openid-credential-offer|openid-initiate-issuance|haip|dccrequest|org\.dcconsortium):.*)$/i,
      routes: [{ via: 'none', code: 'claim-link' }],
      examples: ['openid-credential-offer://?credential_offer=%7B%7D', 'dccrequest://request?issuer=example'],
      hint: ['openid-', 'haip:', 'dccrequest:', 'org.dcconsortium:'],
      anyHost: true,
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'An offer to issue, with a one-time code: never opened.',
  counterExamples: ['openid://', 'mailto:person@example.org'],
};
