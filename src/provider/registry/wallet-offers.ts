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
    {
      // OpenID4VCI §4.1: a wallet may have an address of the web for its offers.
      kind: 'offer',
      pattern: /^(?<id>https?:.*[?&]credential_offer(?:_uri)?=.*)$/i,
      routes: [{ via: 'none', code: 'claim-link' }],
      examples: [
        'https://wallet.example/offer?credential_offer_uri=https%3A%2F%2Fissuer.example%2Foffers%2F1',
      ],
      hint: ['credential_'],
      anyHost: true,
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'An offer to issue, with a one-time code: never opened.',
  counterExamples: [
    'openid://',
    'mailto:person@example.org',
    'https://wallet.example/credential_offer',
    'https://blog.example/?q=credential_offer',
  ],
};
