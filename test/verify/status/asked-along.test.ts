/** The status list of a badge travels beside its key, where one host has both. */
import { expect, it } from 'vitest';
import type { Net } from '../../../src/ports.ts';
import { controllerDocument, jwkMethod } from '../../build/controller.ts';
import { createJwtKey, signVcJwt, tamperJwt } from '../../build/jwt.ts';
import { unsignedBadge } from '../../build/jwt-issuer.ts';
import { statusEntry } from '../../build/status-list.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import { fakeNet } from '../../fake/net.ts';

const DID = 'did:web:guild.example';
const DOCUMENT = 'https://guild.example/.well-known/did.json';
const BESIDE = 'https://guild.example/lists/1';
const ELSEWHERE = 'https://lists.example/1';

async function issued(list: string) {
  const key = await createJwtKey('ES256');
  const kid = `${DID}#1`;
  const badge = unsignedBadge(DID, {
    credentialStatus: statusEntry(list, 5, 'revocation'),
  });
  const token = await signVcJwt(badge, {
    ...key,
    sign: (payload, header) => key.sign(payload, { ...header, kid }),
  });
  const document = controllerDocument(DID, [jwkMethod(key, kid)]);
  return { token, net: fakeNet({ [DOCUMENT]: document, [list]: { status: 404 } }) };
}

const verified = async (credential: string, net: Net) =>
  (await verifyInClosedWorld({ credential, ports: { net } })).report;

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
