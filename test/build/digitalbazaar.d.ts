/** The parts of the Digital Bazaar libraries that the tests use; the packages carry no types of their own. */
declare namespace DigitalBazaar {
  type Json = Record<string, unknown>;
  interface KeyPair {
    readonly id: string;
    readonly controller: string;
    readonly publicKeyMultibase: string;
    signer(): unknown;
  }
  type Loader = (url: string) => Promise<{
    readonly contextUrl: null;
    readonly document: unknown;
    readonly documentUrl: string;
  }>;
  interface Verification {
    readonly verified: boolean;
    readonly error?: Error & { readonly errors?: readonly Error[] };
    readonly statusResult?: Verification;
    readonly results?: readonly { readonly status?: boolean }[];
  }
  interface StatusList {
    setStatus(index: number, value: boolean): void;
  }
}

declare module '@digitalbazaar/vc' {
  interface Options {
    credential: DigitalBazaar.Json;
    suite: unknown;
    documentLoader: DigitalBazaar.Loader;
    now?: Date;
    checkStatus?: unknown;
  }
  /** Knows the W3C contexts; rejects for any other address. */
  export const defaultDocumentLoader: DigitalBazaar.Loader;
  export function issue(options: Options): Promise<DigitalBazaar.Json>;
  export function derive(options: {
    verifiableCredential: DigitalBazaar.Json;
    suite: unknown;
    documentLoader: DigitalBazaar.Loader;
  }): Promise<DigitalBazaar.Json>;
  export function verifyCredential(options: Options): Promise<DigitalBazaar.Verification>;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; cryptosuite: unknown; date?: string });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: unknown;
}

declare module '@digitalbazaar/ed25519-multikey' {
  interface Naming {
    id?: string;
    controller?: string;
    seed?: Uint8Array;
  }
  export function generate(options?: Naming): Promise<DigitalBazaar.KeyPair>;
}

declare module '@digitalbazaar/ecdsa-multikey' {
  interface Naming {
    id?: string;
    controller?: string;
    curve: 'P-256' | 'P-384';
  }
  export function generate(options: Naming): Promise<DigitalBazaar.KeyPair>;
}

declare module '@digitalbazaar/ed25519-verification-key-2020' {
  export const Ed25519VerificationKey2020: {
    generate(options?: { controller?: string; seed?: Uint8Array }): Promise<DigitalBazaar.KeyPair>;
  };
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export const suiteContext: { readonly contexts: ReadonlyMap<string, unknown> };
  export class Ed25519Signature2020 {
    constructor(options?: { key?: unknown; date?: string });
  }
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function createList(options: { length: number }): Promise<DigitalBazaar.StatusList>;
  export function createCredential(options: {
    id: string;
    list: DigitalBazaar.StatusList;
    statusPurpose: string;
  }): Promise<DigitalBazaar.Json>;
  export function checkStatus(options: {
    credential: DigitalBazaar.Json;
    documentLoader: DigitalBazaar.Loader;
    suite: unknown;
  }): Promise<DigitalBazaar.Verification>;
}
