/** Where verifiers differ: by which clause, and who is right. */
import type { Recipe } from './recipe.ts';

export type Peer = 'digitalbazaar' | 'verifier-core';

export interface Difference {
  readonly recipe: Recipe;
  readonly peer: Peer;
  /** What Touchstone says; the peer says the opposite. */
  readonly weHold: boolean;
}

export interface Explanation {
  readonly name: string;
  /** The clause that decides. */
  readonly clause: string;
  readonly explains: (difference: Difference) => boolean;
}

/** In order: what comes first decides first. */
export const EXPLANATIONS: readonly Explanation[] = [
  {
    name: '__proto__ added after signing',
    clause:
      'VCDM 2.0 §4.2: what is said is what is signed; JSON-LD processors drop this member before hashing',
    explains: ({ recipe, weHold }) => !weHold && recipe.change === 'a __proto__ added',
  },
  {
    name: 'a false proof beside a good one',
    clause:
      'Data Integrity 1.0 §4.5: a set is verified where each of its proofs is; jsonld-signatures is content with one',
    explains: ({ recipe, weHold }) => !weHold && recipe.change === 'a second proof, false',
  },
  {
    name: 'a badge without an id',
    clause: 'OB 3.0 §B.1.1: id [1]; VCDM 2.0 §4.4: optional',
    explains: ({ recipe, weHold }) =>
      !weHold && recipe.make === 'without an id' && recipe.profile === 'badge',
  },
  {
    name: 'a credential without an id',
    clause: 'VCDM 2.0 §4.4: id is optional; verifier-core wants one',
    explains: ({ recipe, weHold, peer }) =>
      weHold && peer === 'verifier-core' && recipe.make === 'without an id',
  },
  {
    name: 'a suite that one of them does not carry',
    clause: 'VC-DI-ECDSA §3.2; an unsupported suite is not a bad signature (Data Integrity 1.0 §4.4)',
    explains: ({ recipe, weHold, peer }) =>
      weHold && peer === 'verifier-core' && recipe.suite === 'ecdsa-rdfc-2019 P-256',
  },
  {
    name: 'a status of the age before',
    clause:
      'VCDM 2.0 §4.10, OB 3.0 “Revocation”: an entry is looked up; verifier-core lets these pass unread',
    explains: ({ recipe, weHold, peer }) =>
      !weHold &&
      peer === 'verifier-core' &&
      ['StatusList2021Entry', '1EdTechRevocationList'].includes(recipe.status),
  },
  {
    name: 'a list that somebody else signed',
    clause:
      'Bitstring Status List 1.0 §3.2 lets lists be issued by others: read, with a caution; vc wants the same issuer',
    explains: ({ recipe, weHold, peer }) =>
      weHold && peer === 'digitalbazaar' && recipe.status === 'list of a stranger',
  },
];

/** Which of them explains a difference; none is a finding. */
export const explanationOf = (difference: Difference): Explanation | undefined =>
  EXPLANATIONS.find(({ explains }) => explains(difference));
