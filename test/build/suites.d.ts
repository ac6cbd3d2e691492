/** The parts of further issuers' libraries that the tests use; the packages carry no types of their own. */
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): unknown;
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): unknown;
}

declare module '@digitalbazaar/bbs-2023-cryptosuite' {
  export function createVerifyCryptosuite(): unknown;
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): unknown;
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): unknown;
}

declare module '@digitalbazaar/bls12-381-multikey' {
  export const ALGORITHMS: { readonly BBS_BLS12381_SHA256: string };
  export function generateBbsKeyPair(options: { algorithm: string }): Promise<DigitalBazaar.KeyPair>;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): unknown;
  export function createVerifyCryptosuite(): unknown;
}
