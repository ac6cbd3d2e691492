import { describe, expect, it } from 'vitest';
import { parse } from '../../src/credential/parse.ts';
import { type Verified, verifyInClosedWorld } from '../fake/closed-world.ts';
import { type CorpusEntry, corpus, corpusFile, corpusIsHere, corpusWorld } from '../fixtures/corpus.ts';

const GOOD = ['signature-verified', 'issuer-confirmed'];
const OPEN = ['unreachable', 'not-checked'];

async function verdictsOf(entry: CorpusEntry, email?: string): Promise<readonly Verified[]> {
  const parsed = await parse(corpusFile(entry.file));
  if (!parsed.ok) return [];
  const documents = corpusWorld(entry);
  const ports = { holder: email === undefined ? {} : { email } };
  return Promise.all(
    parsed.value.credentials.map((credential) => verifyInClosedWorld({ credential, documents, ports })),
  );
}

/** A hosted record counts only from its own address; where the corpus has no answer of it, nobody can confirm it. */
const namesItself = ({ file, needs }: CorpusEntry): boolean => needs.some((need) => need.file === file);
const isHosted = ({ format }: CorpusEntry): boolean => format === 'ob2-hosted' || format === 'ob1';

const ours = corpus.filter(
  (entry) =>
    entry.expected !== 'n/a' &&
    (['ob2-hosted', 'ob2-signed', 'ob1'].includes(entry.format) || entry.status_check),
);

describe.skipIf(!corpusIsHere)(
  'the corpus: hosted and signed OB 2, OB 1, and everything with a status',
  () => {
    it.each(ours.filter(({ expected }) => expected === 'invalid'))(
      '$file never has a good status: $why',
      async (entry) => {
        for (const { verdict } of await verdictsOf(entry)) {
          expect(GOOD).not.toContain(verdict.status);
          expect(verdict.standing).not.toBe('verified');
        }
      },
    );

    it.each(ours.filter((entry) => entry.expected === 'valid' && (!isHosted(entry) || namesItself(entry))))(
      '$file has a good status: $why',
      async (entry) => {
        const found = await verdictsOf(entry);
        expect(found.map(({ verdict }) => verdict.status).filter((status) => !GOOD.includes(status))).toEqual(
          [],
        );
        expect(found.length).toBeGreaterThan(0);
      },
    );

    it.each(ours.filter((entry) => entry.expected === 'valid' && isHosted(entry) && !namesItself(entry)))(
      '$file, whose address does not answer here, is neither confirmed nor failed unless something confirms it',
      async (entry) => {
        for (const { verdict } of await verdictsOf(entry))
          expect([...OPEN, 'issuer-confirmed']).toContain(verdict.status);
      },
    );

    it.each(ours.filter(({ status_check }) => JSON.stringify(status_check ?? '').includes('revocation=1')))(
      '$file has its bit set: revoked wherever its proof can be checked',
      async (entry) => {
        for (const { verdict, report } of await verdictsOf(entry)) {
          if (report.outcomes.proof.state === 'passed')
            expect(verdict).toMatchObject({ status: 'revoked', standing: 'failed' });
          else expect(verdict.standing).toBe('inconclusive');
        }
      },
    );
  },
);

/** Where the corpus leaves the verdict to policy, this is ours. */
const POLICY: Readonly<Record<string, string>> = {
  'synthetic/ob3-bitstring-status/revoked.json': 'failed revoked',
  'synthetic/ob3-bitstring-status/suspended.json': 'warned suspended',
  'synthetic/ob3-bitstring-status/index-negative.json': 'inconclusive status-malformed',
  'synthetic/ob3-bitstring-status/index-number-type.json': 'failed revoked',
  'synthetic/ob3-bitstring-status/list-expired.json': 'inconclusive status-list-expired',
  'synthetic/ob3-bitstring-status/list-foreign-issuer.json': 'warned status-list-other-issuer',
  'synthetic/ob3-bitstring-status/list-id-mismatch-revoked.json': 'failed revoked',
  'synthetic/ob3-bitstring-status/list-tampered.json': 'inconclusive status-list-unverified',
  'synthetic/ob3-bitstring-status/list-too-short.json': 'warned status-list-too-short',
  'synthetic/ob3-bitstring-status/list-unsigned-revoked.json': 'inconclusive status-list-unverified',
  'synthetic/ob3-bitstring-status/purpose-mismatch.json': 'inconclusive status-purpose-mismatch',
  'synthetic/ob3-bitstring-status/valid-bit-order-trap.json': 'passed',
  'synthetic/ob3-bitstring-status/valid-not-revoked.json': 'passed',
  'synthetic/ob3-1edtech-status/revoked.json': 'failed revoked',
  'synthetic/ob3-1edtech-status/revoked-plural-key.json': 'failed revoked',
  'synthetic/ob3-1edtech-status/status-foreign-issuer.json': 'inconclusive status-list-other-issuer',
  'synthetic/ob3-1edtech-status/valid-not-revoked.json': 'passed',
};

describe.skipIf(!corpusIsHere)('the corpus: status lists', () => {
  it.each(Object.entries(POLICY))('%s: %s', async (file, expected) => {
    const entry = corpus.find((each) => each.file === file);
    const [found] = entry ? await verdictsOf(entry) : [];
    expect(found?.stateOf('revocation')).toBe(expected);
  });
});

describe.skipIf(!corpusIsHere)('the corpus: recipients', () => {
  const HOLDER = { match: 'matched', mismatch: 'mismatch', 'cannot be checked': 'not-checkable' } as const;
  const asked = corpus.flatMap((entry) =>
    entry.recipient_check ? [{ ...entry, ...entry.recipient_check }] : [],
  );
  it.each(asked)('$file against $email: $result', async ({ email, result, ...entry }) => {
    const [found] = await verdictsOf(entry, email);
    expect(found?.report.holder.state).toBe(HOLDER[result]);
  });
});
