/** The status list of a badge travels beside its key, where one host has both. */
import { expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import type { Net } from '../../../src/ports.ts';
import { verify } from '../../../src/verify/verify.ts';
import { createJwtKey, signVcJwt, tamperJwt } from '../../build/jwt.ts';
import { fakeNet } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';
import { unsignedBadge } from '../jwt-badge.ts';

const DID = 'did:web:guild.example';
const DOCUMENT = 'https://guild.example/.well-known/did.json';
const BESIDE = 'https://guild.example/lists/1';
const ELSEWHERE = 'https://lists.example/1';

async function issued(list: string) {
  const key = await createJwtKey('ES256');
  const kid = `${DID}#1`;
  const badge = unsignedBadge(DID, {
    credentialStatus: {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '5',
      statusListCredential: list,
    },
  });
  const token = await signVcJwt(badge, {
    ...key,
    sign: (payload, header) => key.sign(payload, { ...header, kid }),
  });
  const method = { id: kid, type: 'JsonWebKey', controller: DID, publicKeyJwk: key.publicJwk };
  const body = { id: DID, verificationMethod: [method], assertionMethod: [kid] };
  return { token, net: fakeNet({ [DOCUMENT]: { body }, [list]: { status: 404 } }) };
}

const verified = async (token: string, net: Net) => {
  const read = readCredential(token, null);
  if (!read.ok) throw new Error(read.problem.code);
  return (await verify({ credential: read.value, claim: null }, fakePorts({ net }))).report;
};

it('a list on the host of the key is asked for before the key has come', async () => {
  const { token, net } = await issued(BESIDE);
  let told = (): void => undefined;
  const listAsked = new Promise<void>((resolve) => {
    told = resolve;
  });
  const waiting: Net = {
    async get(request) {
      if (request.url === BESIDE) told();
      else await listAsked;
      return net.get(request);
    },
  };
  const { outcomes, contacted } = await verified(token, waiting);
  expect(outcomes.proof.state).toBe('passed');
  expect(outcomes.revocation).toMatchObject({ problem: { code: 'status-list-unreachable' } });
  expect(net.asked.toSorted()).toEqual([DOCUMENT, BESIDE].toSorted());
  expect(contacted.map(({ url }) => url).toSorted()).toEqual([DOCUMENT, BESIDE].toSorted());
});

it('a list on another host is asked for only once the proof holds', async () => {
  const { token, net } = await issued(ELSEWHERE);
  const { outcomes } = await verified(tamperJwt(token, 'Welding', 'Surgery'), net);
  expect(outcomes.proof.state).toBe('failed');
  expect(net.asked).not.toContain(ELSEWHERE);
});

it('whoever was asked beside a key that signed nothing of it is named', async () => {
  const { token, net } = await issued(BESIDE);
  const { outcomes, contacted } = await verified(tamperJwt(token, 'Welding', 'Surgery'), net);
  expect([outcomes.proof.state, outcomes.revocation.state]).toEqual(['failed', 'not-run']);
  expect(contacted.map(({ url }) => url)).toContain(BESIDE);
});
