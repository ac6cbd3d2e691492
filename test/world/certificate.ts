/** A certificate of our own for every host of the world, and the fingerprint by which Chromium is told to accept it. */
import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** base64 SHA-256 of the public key, for `--ignore-certificate-errors-spki-list`. */
  readonly fingerprint: string;
}

export async function createCertificate(hosts: Iterable<string>): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'touchstone test world' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...hosts].map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key, cert, fingerprint: createHash('sha256').update(publicKey).digest('base64') };
}
