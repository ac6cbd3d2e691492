/** What is measured: a piece of work, who does it, and what is demanded of ours. */
import type { Json } from '../../build/badge.ts';
import type { JwtKey } from '../../build/jwt.ts';
import { createJwtIssuer } from '../../build/jwt-issuer.ts';
import {
  badgeOf,
  bbsBadge,
  fifty,
  jcsBadge,
  signedCompleteBadge,
  smallBadge,
  typicalBadge,
} from './badges.ts';
import type { Inputs } from './inputs.ts';

export type Name = 'ours' | 'verifier-core' | '@digitalbazaar/vc' | 'jose' | 'floor' | 'ours, unchanged';

/** `faster`: so many times faster than that one; `within`: at most so many times its time. */
export interface Target {
  readonly than: Exclude<Name, 'ours'>;
  readonly kind: 'faster' | 'within';
  readonly times: number;
}

/** A piece of work, beside others who do the same. */
export interface Comparison {
  readonly work: string;
  readonly targets: readonly Target[];
  /** Who does it, each with what it is given. */
  contestants(): Promise<ReadonlyMap<Name, Inputs>>;
}

const faster = (than: Target['than'], times: number): Target => ({ than, kind: 'faster', times });
const within = (than: Target['than'], times: number): Target => ({ than, kind: 'within', times });
const among = (names: readonly Name[], inputs: Inputs): ReadonlyMap<Name, Inputs> =>
  new Map(names.map((name) => [name, inputs]));
const graphs = (credentials: readonly Json[], good = true): Inputs => ({ credentials, good, suite: 'rdfc' });

export const COMPARISONS: readonly Comparison[] = [
  badges('badge, 1.2 kB', {
    targets: [faster('verifier-core', 10), within('floor', 3.5)],
    make: async () => [await smallBadge()],
  }),
  badges('badge, 3.4 kB', {
    targets: [faster('verifier-core', 10), within('floor', 3.5)],
    make: async () => [await typicalBadge()],
  }),
  badges('complete badge, 16 kB', {
    targets: [faster('verifier-core', 18)],
    make: async () => [await signedCompleteBadge()],
  }),
  badges('50 badges of 5 issuers', {
    targets: [faster('verifier-core', 18)],
    make: async () => (await fifty()).badges,
  }),
  {
    work: 'CLR with 50 badges',
    targets: [faster('verifier-core', 20)],
    async contestants() {
      const { badges, clr } = await fifty();
      // Ours verifies what is inside by itself; the others are given it piece by piece.
      const pieces = among(['verifier-core', '@digitalbazaar/vc', 'floor'], graphs([clr, ...badges]));
      return new Map([['ours', graphs([clr])], ...pieces]);
    },
  },
  {
    work: 'badge, 3.4 kB, changed after signing',
    targets: [within('ours, unchanged', 1)],
    async contestants() {
      const badge = await typicalBadge();
      const changed = graphs([{ ...badge, name: 'Glazing, advanced' }], false);
      return new Map([
        ...among(['ours', 'verifier-core', '@digitalbazaar/vc'], changed),
        ['ours, unchanged', graphs([badge])],
      ]);
    },
  },
  ...(['ES256', 'EdDSA', 'RS256'] as const).map(token),
  {
    work: 'badge, eddsa-jcs-2022',
    targets: [within('floor', 2)],
    contestants: async () =>
      among(['ours', '@digitalbazaar/vc', 'floor'], {
        credentials: [await jcsBadge()],
        good: true,
        suite: 'jcs',
      }),
  },
  {
    work: 'badge, bbs-2023',
    targets: [faster('@digitalbazaar/vc', 3)],
    contestants: async () =>
      among(['ours', '@digitalbazaar/vc'], { credentials: [await bbsBadge()], good: true, suite: 'bbs' }),
  },
];

function badges(
  work: string,
  { targets, make }: { readonly targets: readonly Target[]; make(): Promise<readonly Json[]> },
): Comparison {
  return {
    work,
    targets,
    contestants: async () =>
      among(['ours', 'verifier-core', '@digitalbazaar/vc', 'floor'], graphs(await make())),
  };
}

function token(alg: JwtKey['alg']): Comparison {
  return {
    work: `VC-JWT, ${alg}`,
    targets: [within('jose', 3)],
    async contestants() {
      const { did, key, badge } = await createJwtIssuer(alg);
      const text = await badge({ ...badgeOf(did, 1), validUntil: '2036-01-01T00:00:00Z' });
      return among(['ours', 'jose'], {
        credentials: [text],
        good: true,
        suite: 'jws',
        key: { alg, publicJwk: key.publicJwk },
      });
    },
  };
}
