/** What a kind of list says of one entry, asked of its own look-up, for an issuer whose keys are on the web. */
import { budgetOf } from '../../../src/budget.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import type { lookUpTokenStatus } from '../../../src/verify/status/token-status-list.ts';
import { controllerDocument, jwkMethod, type Method } from '../../build/controller.ts';
import { createJwtKey, type JwtKey } from '../../build/jwt.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';

export const LIST = 'https://lists.example/1';
/** The issuer of the credential, and of its lists. */
export const KEEPER = 'did:web:lists.example';
export const KEEPER_ADDRESS = 'https://lists.example/.well-known/did.json';
export const [first, second] = await Promise.all([createJwtKey('ES256'), createJwtKey('ES256')]);

export const method = (key: JwtKey, name: string, over: object = {}): Method => ({
  ...jwkMethod(key, `${KEEPER}#${name}`),
  ...over,
});
/** The document of `KEEPER`, with these keys. */
export const keeper = (...methods: readonly Method[]): FakeDocument => controllerDocument(KEEPER, methods);

export interface Question {
  readonly json: JsonObject;
  readonly documents: Record<string, FakeDocument>;
  readonly ports?: Partial<VerifyPorts>;
}
export const lookedUp = async (
  lookUp: typeof lookUpTokenStatus,
  { json, documents, ports = {} }: Question,
) => {
  const entry = { type: String(json.type), at: '/credentialStatus', json };
  const net = fakeNet(documents, NOW);
  return lookUp({
    entry,
    issuerId: KEEPER,
    credentialId: 'urn:uuid:1',
    ports: fakePorts({ net, ...ports }),
    looks: budgetOf(1),
    withdrawn: async () => null,
  } as never);
};
export const codeOf = ({ problem }: { readonly problem?: { readonly code: string } | null }): string =>
  problem?.code ?? 'clear';
