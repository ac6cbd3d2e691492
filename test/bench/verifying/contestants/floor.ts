import canonicalJson from 'canonicalize';
import jsonld from 'jsonld';
import { decodeMultibase } from '../../../../src/encoding/multibase.ts';
import type { Json } from '../../../build/badge.ts';
import { loaderFor } from '../../../build/loader.ts';
import { documentsIn, expect, type Inputs, type Work } from '../inputs.ts';

/** What nobody can do without: the digests of what is signed, in canonical form, and the signature. */
export async function floor(inputs: Inputs): Promise<Work> {
  const signed = await Promise.all(documentsIn(inputs).map((each) => signedParts(each, inputs.suite)));
  return async () => {
    for (const { halves, key, signature } of signed) {
      const digests = await Promise.all(halves.map((half) => crypto.subtle.digest('SHA-256', half)));
      const data = Buffer.concat(digests.map((digest) => Buffer.from(digest)));
      expect(await crypto.subtle.verify('Ed25519', key, signature, data), 'the floor');
    }
  };
}

async function signedParts({ proof, ...document }: Json, suite: Inputs['suite']) {
  const { proofValue, ...options } = proof as Json & { proofValue: string; verificationMethod: string };
  const config = { ...options, '@context': document['@context'] };
  const bytes = async (each: Json): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(Buffer.from(suite === 'jcs' ? (canonicalJson(each) ?? '') : await canonicalGraph(each)));
  const multikey = decoded(options.verificationMethod.split('#')[1] ?? '');
  return {
    halves: [await bytes(config), await bytes(document)],
    key: await crypto.subtle.importKey('raw', multikey.slice(2), 'Ed25519', false, ['verify']),
    signature: decoded(proofValue),
  };
}

const canonicalGraph = (document: Json): Promise<string> =>
  jsonld.canonize(
    document as never,
    { algorithm: 'RDFC-1.0', documentLoader: loaderFor() } as never,
  ) as never;

function decoded(multibase: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeMultibase(multibase);
  if (!bytes.ok) throw new Error(bytes.problem.code);
  return new Uint8Array(bytes.value);
}
