/** The part of the Digital Bazaar library that signs presentations. */
declare module '@digitalbazaar/vc' {
  export function signPresentation(options: {
    presentation: DigitalBazaar.Json;
    suite: unknown;
    documentLoader: DigitalBazaar.Loader;
    challenge: string;
    domain?: string;
  }): Promise<DigitalBazaar.Json>;
}
