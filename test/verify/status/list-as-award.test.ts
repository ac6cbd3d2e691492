/** A list in which an issuer says which of its credentials hold is a credential in form, and nobody's award. */
import { expect, it } from 'vitest';
import { VC_2 } from '../../build/contexts.ts';
import { issuer, LIST, listOf } from '../../build/issued-list.ts';
import { createSigner } from '../../build/signer.ts';
import { statusList } from '../../build/status-list.ts';
import { inspectInClosedWorld } from '../../fake/closed-world.ts';
import { knowingAll, NOW } from '../../fake/ports.ts';

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

it.each<[string, typeof graph | string]>([
  ['as a graph', graph],
  ['as a token', token],
  ['of the kind before it', older],
  [
    'in a presentation',
    { '@context': [VC_2], type: 'VerifiablePresentation', verifiableCredential: [graph] },
  ],
])('a recognised issuer’s status list %s is in order, and never counts as confirmed', async (_, file) => {
  const items = await inspectInClosedWorld(file, { ports: knowingAll });
  expect(items.map(({ verdict }) => verdict)).toMatchObject([
    { status: 'signature-verified', standing: 'caution', reason: 'status-list-not-award' },
  ]);
});
