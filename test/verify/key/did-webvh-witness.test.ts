import { describe, expect, it } from 'vitest';
import { decodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import { loadControlledIdentifierDocument } from '../../../src/verify/key/controlled-identifier-document.ts';
import { readDidLog } from '../../../src/verify/key/did-webvh-log.ts';
import { checkWitnesses } from '../../../src/verify/key/did-webvh-witness.ts';
import {
  createWriter,
  type Json,
  type Log,
  logOf,
  proofOver,
  type Step,
  type Writer,
} from '../../build/webvh-log.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';
import histories from './did-webvh-histories.json' with { type: 'json' };
import { resolve } from './told.ts';

const [writer, ann, bob, eve] = [createWriter(), createWriter(), createWriter(), createWriter()];
const ruleOf = (threshold: number, ...who: readonly Writer[]): Json => ({
  threshold,
  witnesses: who.map(({ id }) => ({ id: `did:key:${id}` })),
});
const start = (witness?: unknown): Step => ({
  by: writer,
  parameters: { updateKeys: [writer.id], ...(witness !== undefined && { witness }) },
});
const next = (parameters: Json = {}): Step => ({ by: writer, parameters });

/** Who proves which entry, counted from 1. */
type Approvals = Readonly<Record<number, readonly Writer[]>>;
const fileOf = ({ versionIds }: Log, approvals: Approvals): readonly Json[] =>
  Object.entries(approvals).map(([number, who]) => {
    const versionId = versionIds[Number(number) - 1];
    return { versionId, proof: who.map((each) => proofOver({ versionId }, each)) };
  });
async function read(steps: readonly Step[], approvals: Approvals): Promise<string> {
  const log = logOf(steps);
  return served(log, { body: fileOf(log, approvals) });
}
const served = async (log: Log, witness?: FakeDocument): Promise<string> =>
  (await resolve(log.did(), { log: log.text, ...(witness && { witness }) })).replace(/^found .*/, 'found');

describe('logs of others with witnesses', () => {
  const [python, rust] = histories.vectors;
  const lookUp = ({ did, log }: { did: string; log: readonly string[] }, body: string | object) =>
    resolve(did, { log: log.join('\n'), witness: { body } });

  it.each(histories.vectors)('$name, by $by, lead to their document', async (vector) => {
    expect(await lookUp(vector, vector.witness)).toBe(`found ${vector.did} at ${vector.did.split(':')[3]}`);
  });

  type Entry = { readonly versionId: string; readonly proof: readonly JsonObject[] };
  const file: readonly Entry[] = JSON.parse(rust?.witness ?? '[]');
  const proofs = file.flatMap((entry) => entry.proof.map((proof) => ({ entry, proof })));
  it('need each of the proofs where all have to approve', async () => {
    const log = rust && (await readDidLog(rust.log.join('\n'), rust.did, NOW));
    if (!log?.ok) throw new Error('a log that is followed above');
    expect(proofs.length).toBe(23);
    for (const { entry, proof } of proofs) {
      const rest = file.map((each) =>
        each === entry ? { ...each, proof: each.proof.filter((one) => one !== proof) } : each,
      );
      expect(await checkWitnesses(log.value.versions, rest, NOW)).toMatchObject({
        problem: { code: 'did-log-unwitnessed', params: { threshold: 3, found: 2 } },
      });
    }
  });

  it('need no more than the threshold', async () => {
    const entries: { proof: Json[] }[] = JSON.parse(python?.witness ?? '[]');
    const lasting = entries.slice(-1);
    expect(python && (await lookUp(python, lasting))).toMatch(/^found/);
    const single = lasting.map((each) => ({ ...each, proof: each.proof.slice(0, 1) }));
    expect(python && (await lookUp(python, single))).toBe('did-log-unwitnessed 1: 1 of 2');
  });
});

describe('the witnesses of a log', () => {
  it('have to approve of it in the number that it asks for', async () => {
    const steps = [start(ruleOf(2, ann, bob, eve))];
    expect(await read(steps, { 1: [ann, bob] })).toBe('found');
    expect(await read(steps, { 1: [bob, eve, ann] })).toBe('found');
    expect(await read(steps, { 1: [ann] })).toBe('did-log-unwitnessed 1: 1 of 2');
    expect(await read(steps, {})).toBe('did-log-unwitnessed 1: 0 of 2');
  });

  it('count once each, however often they prove', async () => {
    const steps = [start(ruleOf(2, ann, bob)), next()];
    expect(await read(steps, { 1: [ann, ann], 2: [ann, ann] })).toBe('did-log-unwitnessed 1: 1 of 2');
  });

  it('are those that it names, and nobody else', async () => {
    const steps = [start(ruleOf(1, ann))];
    expect(await read(steps, { 1: [eve, writer] })).toBe('did-log-unwitnessed 1: 0 of 1');
    expect(await read(steps, { 1: [eve, ann] })).toBe('found');
  });

  it('approve of what came before by what they approve of later, and not the other way', async () => {
    const steps = [start(ruleOf(1, ann)), next(), next()];
    expect(await read(steps, { 3: [ann] })).toBe('found');
    expect(await read(steps, { 2: [ann] })).toBe('did-log-unwitnessed 3: 0 of 1');
    expect(await read(steps, { 1: [ann], 2: [ann] })).toBe('did-log-unwitnessed 3: 0 of 1');
  });

  it('are heard where only an earlier of their proofs holds', async () => {
    const log = logOf([start(ruleOf(1, ann)), next({ witness: {} }), next()]);
    const file = fileOf(log, { 2: [ann], 3: [ann] });
    const [good, bad] = file as readonly { proof: Json[] }[];
    const broken = { ...bad, proof: [{ ...bad?.proof[0], created: '2026-01-01T00:00:00Z' }] };
    for (const body of [
      [good, broken],
      [broken, good],
    ])
      expect(await served(log, { body })).toBe('found');
  });

  it('are the old ones for the entry that replaces them, and the new ones after it', async () => {
    const replaced = [start(ruleOf(1, ann)), next({ witness: ruleOf(1, bob) })];
    expect(await read(replaced, { 2: [ann] })).toBe('found');
    expect(await read(replaced, { 1: [ann], 2: [bob] })).toBe('did-log-unwitnessed 2: 0 of 1');
    const after = [...replaced, next()];
    expect(await read(after, { 2: [ann], 3: [bob] })).toBe('found');
    expect(await read(after, { 3: [ann] })).toBe('did-log-unwitnessed 3: 0 of 1');
  });

  it('approve of the entry that names the first of them, and need not of those before', async () => {
    const steps = [start(), next({ witness: ruleOf(1, ann) })];
    expect(await read(steps, { 2: [ann] })).toBe('found');
    expect(await read(steps, {})).toBe('did-log-unwitnessed 2: 0 of 1');
    const renamed = [start(ruleOf(1, ann)), next({ witness: {} }), next({ witness: ruleOf(1, bob) })];
    expect(await read(renamed, { 2: [ann], 3: [bob] })).toBe('found');
    expect(await read(renamed, { 3: [ann] })).toBe('did-log-unwitnessed 3: 0 of 1');
  });

  it.each([{}, null])('approve of being let go by %j, and of nothing after it', async (none) => {
    const steps = [start(ruleOf(1, ann)), next({ witness: none }), next()];
    expect(await read(steps, { 2: [ann] })).toBe('found');
    expect(await read(steps, { 1: [ann] })).toBe('did-log-unwitnessed 2: 0 of 1');
  });

  it('approve of an end too: without them nobody has ended anything', async () => {
    const steps = [start(ruleOf(1, ann)), next({ deactivated: true })];
    expect(await read(steps, { 2: [ann] })).toBe('key-revoked');
    expect(await read(steps, { 1: [ann] })).toBe('did-log-unwitnessed 2: 0 of 1');
  });

  it.each([{}, null])('are not asked for where there are none: %j', async (none) => {
    const log = logOf([start(none), next()]);
    const place = 'https://a.example/.well-known/did.jsonl';
    const net = fakeNet({ [place]: { body: log.text } }, NOW);
    expect(await loadControlledIdentifierDocument(log.did(), net)).toMatchObject({ ok: true });
    expect(net.asked).toEqual([place]);
  });
});

describe('a rule for witnesses', () => {
  const id = `did:key:${ann.id}`;
  const inBase64url = (key: string): string => {
    const bytes = decodeBase58btc(key.slice(1));
    return bytes.ok ? `did:key:u${Buffer.from(bytes.value).toString('base64url')}` : key;
  };
  it.each<[string, unknown]>([
    ['without a threshold', { witnesses: [{ id }] }],
    ['with a threshold of none', { threshold: 0, witnesses: [{ id }] }],
    ['with a threshold below none', { threshold: -1, witnesses: [{ id }] }],
    ['with a threshold of a half', { threshold: 0.5, witnesses: [{ id }] }],
    [
      'with a threshold of one and a half',
      { threshold: 1.5, witnesses: [{ id }, { id: `did:key:${bob.id}` }] },
    ],
    ['with a threshold that is a text', { threshold: '1', witnesses: [{ id }] }],
    ['with a threshold that is null', { threshold: null, witnesses: [{ id }] }],
    ['with a threshold above its number', { threshold: 2, witnesses: [{ id }] }],
    ['without witnesses', { threshold: 1 }],
    ['with no witness in its list', { threshold: 1, witnesses: [] }],
    ['with nothing asked of nobody', { threshold: 0, witnesses: [] }],
    ['with one witness for a list', { threshold: 1, witnesses: { id } }],
    ['with names for witnesses', { threshold: 1, witnesses: [id] }],
    ['with a witness without a name', { threshold: 1, witnesses: [{}] }],
    ['with a witness whose name is a number', { threshold: 1, witnesses: [{ id: 1 }] }],
    ['with a witness whose name is in a list', { threshold: 1, witnesses: [{ id: [id] }] }],
    ['with null for a witness', { threshold: 1, witnesses: [null] }],
    ['with one witness twice', { threshold: 2, witnesses: [{ id }, { id }] }],
    ['with one witness twice, but asking for one', { threshold: 1, witnesses: [{ id }, { id }] }],
    ['with one witness in two bases', { threshold: 2, witnesses: [{ id }, { id: inBase64url(ann.id) }] }],
    ['with a key for a name', { threshold: 1, witnesses: [{ id: ann.id }] }],
    ['with a method for a name', { threshold: 1, witnesses: [{ id: `${id}#${ann.id}` }] }],
    ['with a did:web', { threshold: 1, witnesses: [{ id: 'did:web:a.example' }] }],
    ['with a key that is none', { threshold: 1, witnesses: [{ id: `did:key:z6Mk${'1'.repeat(44)}` }] }],
    [
      'with a key of another kind',
      { threshold: 1, witnesses: [{ id: 'did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169' }] },
    ],
    ['with weights', { threshold: 1, witnesses: [{ id, weight: 1 }] }],
    ['with a weight of its own', { threshold: 1, selfWeight: 1, witnesses: [{ id }] }],
    ['with a word more', { threshold: 1, witnesses: [{ id }], note: '' }],
    ['with only another word', { witness: [] }],
    ['that is a list', [{ id }]],
    ['that is an empty list', []],
    ['that is a name', id],
    ['that is a number', 1],
    ['that is yes', true],
    ['that is no', false],
  ])('%s is refused, never taken for none', async (_form, witness) => {
    expect(await read([start(witness)], { 1: [ann, bob] })).toBe('did-log-invalid witness');
    expect(await read([start(), next({ witness })], { 2: [ann, bob] })).toBe('did-log-invalid witness');
    // Nor does it help to let them go again.
    expect(await read([start(witness), next({ witness: {} })], { 2: [ann, bob] })).toBe(
      'did-log-invalid witness',
    );
  });
});

describe('a witness’s proof', () => {
  const log = logOf([start(ruleOf(1, ann))]);
  const [versionId = ''] = log.versionIds;
  const told = (proof: unknown, of = versionId) => served(log, { body: [{ versionId: of, proof }] });
  const none = 'did-log-unwitnessed 1: 0 of 1';

  it.each<[string, Json]>([
    ['has a date', { created: '2026-01-01T00:00:00Z' }],
    ['ends later', { expires: '2999-01-01T00:00:00Z' }],
    ['has a name', { id: 'urn:uuid:6c1b9b8e-1c1f-4d3a-8c8e-3f2f2b1b7a11' }],
  ])('counts where it %s', async (_what, options) => {
    expect(await told([proofOver({ versionId }, ann, options)])).toBe('found');
  });

  it.each<[string, Json]>([
    ['is of another type', { type: 'Ed25519Signature2020' }],
    ['is by another suite', { cryptosuite: 'eddsa-rdfc-2022' }],
    ['names no suite', { cryptosuite: undefined }],
    ['is for something else', { proofPurpose: 'authentication' }],
    ['has ended', { expires: '2026-01-02T00:00:00Z' }],
    ['ends at this moment', { expires: new Date(NOW).toISOString() }],
    ['ends at no time', { expires: 'never' }],
    ['ends at a number', { expires: 32503680000 }],
    ['ends at a time in a list', { expires: ['2999-01-01T00:00:00Z'] }],
    ['ends without a zone', { expires: '2999-01-01T00:00:00' }],
    ['rests on another', { previousProof: 'urn:uuid:1' }],
    ['has a context that the version has not', { '@context': ['https://www.w3.org/ns/credentials/v2'] }],
    ['names its key without a method', { verificationMethod: `did:key:${ann.id}` }],
    ['names two keys', { verificationMethod: `did:key:${ann.id}#${eve.id}` }],
    ['names two keys the other way', { verificationMethod: `did:key:${eve.id}#${ann.id}` }],
    ['is by a method of a site', { verificationMethod: `https://a.example/#${ann.id}` }],
    ['names its method in a list', { verificationMethod: [`did:key:${ann.id}#${ann.id}`] }],
  ])('does not count where it %s', async (_what, options) => {
    expect(await told([proofOver({ versionId }, ann, options)])).toBe(none);
  });

  it('counts for nothing by another’s key, over anything else, or with another value', async () => {
    const method = { verificationMethod: `did:key:${ann.id}#${ann.id}` };
    expect(await told([proofOver({ versionId }, eve, method)])).toBe(none);
    expect(await told([proofOver({ versionId, note: 1 }, ann)])).toBe(none);
    expect(await told([proofOver(JSON.parse(log.text), ann)])).toBe(none);
    expect(await told([{ ...proofOver({ versionId }, ann), proofValue: 'z1' }])).toBe(none);
    expect(await told([{ ...proofOver({ versionId }, ann), created: '2026-01-01T00:00:00Z' }])).toBe(none);
  });

  it('over the version of another log, or of none, approves of nothing here', async () => {
    const other = logOf([start(ruleOf(1, ann, bob)), next()]);
    for (const of of [...other.versionIds, `2-${versionId.slice(2)}`, versionId.slice(2), '']) {
      expect(await told([proofOver({ versionId: of }, ann)], of)).toBe(none);
      expect(await told([proofOver({ versionId: of }, ann)])).toBe(none);
    }
  });

  it('over a version that is not out yet says nothing, and takes nothing from the one that is', async () => {
    const coming = logOf([start(ruleOf(1, ann)), next()]);
    const file = fileOf(coming, { 1: [ann], 2: [ann] });
    expect(coming.versionIds[0]).toBe(versionId);
    expect(await served(log, { body: file })).toBe('found');
    expect(await served(log, { body: [...file].reverse() })).toBe('found');
    expect(await served(log, { body: file.slice(1) })).toBe(none);
  });

  it('may stand beside what says nothing', async () => {
    const proof = proofOver({ versionId }, ann);
    expect(await told(proof)).toBe('found');
    expect(await told([null, 'x', {}, [], { ...proof, type: 1 }, proof])).toBe('found');
    const junk = [null, 1, 'x', [], {}, { versionId }, { versionId, proof: null }, { versionId: 7, proof }];
    expect(await served(log, { body: [...junk, { versionId, proof: [proof] }] })).toBe('found');
    expect(await served(log, { body: junk })).toBe(none);
  });

  it('is not looked for without end among false ones', async () => {
    const proof = proofOver({ versionId }, ann);
    const bad = { ...proof, created: '2026-01-01T00:00:00Z' };
    expect(await told([...Array(999).fill(bad), proof])).toBe('found');
    expect(await told([...Array(1000).fill(bad), proof])).toBe('did-log-unsupported witness');
    // Others' proofs are none that are tried.
    expect(await told([...Array(1000).fill(proofOver({ versionId }, eve)), proof])).toBe('found');
  });
});

describe('the file of the witnesses', () => {
  const log = logOf([start(ruleOf(1, ann))]);
  const open = 'did-witness-unresolvable';
  it.each<[string, FakeDocument | undefined, string]>([
    ['is not in reach', undefined, open],
    ['is not there', { status: 404 }, open],
    ['is gone', { status: 410 }, open],
    ['fails', { status: 500 }, open],
    ['does not come', { error: 'timeout' }, open],
    ['is empty', { body: '' }, open],
    ['is a page', { body: '<html></html>' }, open],
    ['is cut', { body: '[{"versionId":' }, open],
    ['is no list', { body: {} }, open],
    ['comes from elsewhere', { body: [], finalUrl: 'https://evil.example/did-witness.json' }, open],
    ['may not be asked for', { error: 'permission-needed' }, 'permission-needed'],
    ['is an empty list', { body: [] }, 'did-log-unwitnessed 1: 0 of 1'],
  ])('that %s approves of nothing', async (_what, file, answer) => {
    expect(await served(log, file)).toBe(answer);
  });

  it('is asked for beside the log, and what kept it away is told', async () => {
    const net = fakeNet({ 'https://a.example/.well-known/did.jsonl': { body: log.text } }, NOW);
    const url = 'https://a.example/.well-known/did-witness.json';
    expect(await loadControlledIdentifierDocument(log.did(), net)).toMatchObject({
      problem: { code: open, params: { url }, cause: { code: 'not-in-documents' } },
    });
    expect(net.asked.at(-1)).toBe(url);
    const causeOf = async (witness: FakeDocument) => {
      const files = { 'https://a.example/.well-known/did.jsonl': { body: log.text }, [url]: witness };
      const document = await loadControlledIdentifierDocument(log.did(), fakeNet(files, NOW));
      return document.ok ? null : document.problem.cause;
    };
    expect(await causeOf({ finalUrl: 'https://evil.example/did-witness.json' })).toMatchObject({
      params: { redirectedTo: 'evil.example' },
    });
    expect(await causeOf({ status: 404 })).toMatchObject({ code: 'record-not-found' });
    expect(await causeOf({ body: '[{"versionId":' })).toMatchObject({ code: 'json-malformed' });
    expect(await causeOf({ body: {} })).toBeUndefined();
  });
});
