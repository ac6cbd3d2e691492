import type { JsonObject } from '../../json.ts';
import { part } from '../../part.ts';
import type { Suite, SuiteInput } from './suite/suite.ts';
import { verifyWhole, verifyWholeJcs } from './suite/whole-document.ts';

const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';
const ED25519 = new Map([['Ed25519', { algorithm: 'Ed25519', digest: 'sha256' }]] as const);
/** VC-DI-ECDSA §3: the digest follows the curve. */
const ECDSA = new Map([
  ['P-256', { algorithm: 'ES256', digest: 'sha256' }],
  ['P-384', { algorithm: 'ES384', digest: 'sha384' }],
] as const);
const P256 = new Map([['P-256', { algorithm: 'ES256', digest: 'sha256' }]] as const);
const BLS = new Map([['Bls12381G2', { algorithm: 'ES256', digest: 'sha256' }]] as const);

const rdfc = {
  canonical: 'rdfc',
  signatureIn: 'proofValue',
  multibase: 'z',
  context: DATA_INTEGRITY,
  verify: verifyWhole,
} as const;
const jcs = { ...rdfc, canonical: 'jcs', verify: verifyWholeJcs } as const;

/** A suite of selective disclosure. It is loaded at its first use, because it is rare and its curve is large. */
function disclosing(load: () => Promise<Required<Pick<Suite, 'verify' | 'trace'>>>) {
  const loaded = part(load);
  return {
    ...rdfc,
    multibase: 'u' as const,
    verify: async (input: SuiteInput) => {
      const suite = await loaded();
      return suite.ok ? suite.value.verify(input) : suite;
    },
    trace: async (input: SuiteInput) => {
      const suite = await loaded();
      return suite.ok ? suite.value.trace(input) : null;
    },
  };
}

const ROWS: readonly (readonly [string, Omit<Suite, 'name'>])[] = [
  [
    'Ed25519Signature2020',
    { ...rdfc, keys: ED25519, context: 'https://w3id.org/security/suites/ed25519-2020/v1' },
  ],
  [
    'Ed25519Signature2018',
    {
      ...rdfc,
      keys: ED25519,
      signatureIn: 'jws',
      context: 'https://w3id.org/security/suites/ed25519-2018/v1',
    },
  ],
  ['eddsa-rdfc-2022', { ...rdfc, keys: ED25519 }],
  // The suite's name before it was split in two.
  ['eddsa-2022', { ...rdfc, keys: ED25519 }],
  ['eddsa-jcs-2022', { ...jcs, keys: ED25519 }],
  ['ecdsa-rdfc-2019', { ...rdfc, keys: ECDSA }],
  ['ecdsa-jcs-2019', { ...jcs, keys: ECDSA }],
  ['ecdsa-sd-2023', { ...disclosing(() => import('./suite/ecdsa-sd-2023.ts')), keys: P256 }],
  ['bbs-2023', { ...disclosing(() => import('./suite/bbs-2023.ts')), keys: BLS }],
];

/** By the name in the facts and the README: the cryptosuite, or the type where the type is the suite. */
const SUITES: ReadonlyMap<string, Suite> = new Map(ROWS.map(([name, row]) => [name, { name, ...row }]));

/** The name of a proof's suite, as in the table. Null where the proof names none. */
export function suiteName(proof: JsonObject): string | null {
  const name = proof.type === 'DataIntegrityProof' ? proof.cryptosuite : proof.type;
  return typeof name === 'string' ? name : null;
}

/**
 * The suite of a proof. A cryptosuite's name used as a type is no suite, and neither is a type's name used as a
 * cryptosuite.
 */
export function suiteOf(proof: JsonObject): Suite | undefined {
  const suite = SUITES.get(suiteName(proof) ?? '');
  const isCryptosuite = suite?.context === DATA_INTEGRITY;
  return suite && isCryptosuite === (proof.type === 'DataIntegrityProof') ? suite : undefined;
}
