/** Three verifiers, one question: does it hold? */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import type { Json } from '../build/badge.ts';
import { didKeyLoader } from '../build/did-key-loader.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';
import { LIST, type Made } from './recipe.ts';

export interface Answer {
  readonly holds: boolean;
  /** For people: the status, or what the other one complained of. */
  readonly because: string;
}

/** Touchstone: a good status. */
export async function ours({ text, list }: Made): Promise<Answer> {
  const [item] = await inspectInClosedWorld(
    text,
    list === null ? {} : { documents: { [LIST]: { body: list } } },
  );
  const { status = 'nothing', reason = null } = item?.verdict ?? {};
  return { holds: status === 'signature-verified', because: `${status} ${reason ?? ''}`.trim() };
}

/** @digitalbazaar/vc, with every suite that it is offered here, and its own status checker. */
export async function digitalBazaar({ text, list }: Made): Promise<Answer> {
  const documentLoader = didKeyLoader((url) => (url === LIST ? (list ?? undefined) : undefined));
  const suite = [
    new Ed25519Signature2020(),
    new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 }),
    new DataIntegrityProof({ cryptosuite: ecdsaRdfc2019 }),
  ];
  try {
    const credential = JSON.parse(text) as Json;
    const { verified, error, statusResult } = await vc.verifyCredential({
      credential,
      suite,
      documentLoader,
      checkStatus,
    });
    // Version 2 of the checker says what the bits read; whether that is good is for the caller to say.
    const isSet = statusResult?.results?.some(({ status }) => status) ?? false;
    const trouble = error?.errors?.[0]?.message ?? error?.message ?? statusResult?.error?.message;
    const signature = verified ? 'verified' : 'no';
    return { holds: verified && !isSet, because: trouble ?? (isSet ? 'set' : signature) };
  } catch (trouble) {
    return { holds: false, because: (trouble as Error).message };
  }
}

/** DCC verifier-core: signature and period say yes, the status does not say no, and nothing went wrong. */
export async function verifierCore({ text }: Made): Promise<Answer> {
  const { errors, log = [] } = await verifyCredential({
    credential: JSON.parse(text) as never,
    knownDIDRegistries: [],
  });
  if (errors?.length) return { holds: false, because: errors.map(({ message }) => message).join('; ') };
  const no = log.filter(({ id, valid, error }) => id !== 'registered_issuer' && (valid !== true || error));
  return {
    holds: no.length === 0 && log.some(({ id, valid }) => id === 'valid_signature' && valid === true),
    because: no.map(({ id }) => id).join(', ') || 'verified',
  };
}
