/** What an issuer signs for others to refer to is a credential in form, and nobody's award. */
import { expect, it } from 'vitest';
import { endorsed, endorsementBy } from '../../build/badge.ts';
import { VC_2 } from '../../build/contexts.ts';
import { issuer, LIST, listOf } from '../../build/issued-list.ts';
import { createSigner } from '../../build/signer.ts';
import { statusList } from '../../build/status-list.ts';
import { inspectInClosedWorld } from '../../fake/closed-world.ts';
import { knowingAll, NOW } from '../../fake/ports.ts';
import { say } from '../../ui/voice.ts';

const signer = await createSigner('eddsa-rdfc-2022');
const order = {
  id: LIST,
  issuer: signer.controller,
  purpose: 'revocation',
  set: [],
  at: new Date(NOW),
} as const;
const graph = await statusList(order, signer);
const token = await issuer.sign(listOf({}));
const older = await issuer.sign(
  listOf({}, { type: 'StatusList2021Credential', subjectType: 'StatusList2021' }),
);

const about = { '@context': [VC_2], issuer: issuer.did, validFrom: '2026-01-01T00:00:00Z' };
const praise = endorsementBy(signer.controller, endorsed('https://a.example/course'), {
  issuer: { id: signer.controller, type: ['Profile'], name: 'Example University' },
});

it.each<[string, typeof graph | string]>([
  ['status list as a graph', graph],
  ['status list as a token', token],
  ['status list of the kind before it', older],
  [
    'status list in a presentation',
    { '@context': [VC_2], type: 'VerifiablePresentation', verifiableCredential: [graph] },
  ],
  ['endorsement', await signer.sign(praise, new Date(NOW))],
  [
    'schema',
    await issuer.sign({
      ...about,
      id: 'https://schemas.example/1',
      type: ['VerifiableCredential', 'JsonSchemaCredential'],
      credentialSubject: { id: 'https://schemas.example/1.json', type: 'JsonSchema', jsonSchema: {} },
    }),
  ],
])('a recognised issuer’s %s is in order, and never counts as confirmed', async (_, file) => {
  const items = await inspectInClosedWorld(file, { ports: knowingAll });
  expect(items.map(({ verdict }) => verdict)).toMatchObject([
    { status: 'signature-verified', standing: 'caution', reason: 'nothing-awarded' },
  ]);
});

it('a changed list awards nothing either, and what is said of that claims no signature', async () => {
  const [item] = await inspectInClosedWorld({ ...graph, name: 'changed' }, { ports: knowingAll });
  const { proof, conformance } = item?.report.outcomes ?? {};
  expect([proof?.problem?.code, conformance?.problem?.code]).toEqual([
    'signature-invalid',
    'nothing-awarded',
  ]);
  expect(say('problem_nothing_awarded')).not.toMatch(/sign/i);
});
