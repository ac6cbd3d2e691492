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
import {
  digitalBazaar,
  floorOf,
  joseWith,
  ours,
  type Touchstone,
  verifierCore,
  type Work,
} from './contestants.ts';

export type Name = 'ours' | 'verifier-core' | '@digitalbazaar/vc' | 'jose' | 'floor' | 'ours, unchanged';

/** `faster`: so many times faster than that one; `within`: at most so many times its time. */
export interface Target {
  readonly than: Exclude<Name, 'ours'>;
  readonly kind: 'faster' | 'within';
  readonly times: number;
}

/** A piece of work, beside others who do the same. Each makes what it works on, because each has a process of its own. */
export interface Comparison {
  readonly work: string;
  readonly targets: readonly Target[];
  readonly contestants: ReadonlyMap<Name, () => Promise<Work>>;
}

const faster = (than: Target['than'], times: number): Target => ({ than, kind: 'faster', times });
const within = (than: Target['than'], times: number): Target => ({ than, kind: 'within', times });
const among = (
  ...pairs: readonly (readonly [Name, () => Promise<Work>])[]
): ReadonlyMap<Name, () => Promise<Work>> => new Map(pairs);

export const comparisons = (touchstone: Touchstone): readonly Comparison[] => [
  graphs(touchstone, 'badge, 1.2 kB', {
    targets: [faster('verifier-core', 10), within('floor', 3.5)],
    make: async () => [await smallBadge()],
  }),
  graphs(touchstone, 'badge, 3.4 kB', {
    targets: [faster('verifier-core', 10), within('floor', 3.5)],
    make: async () => [await typicalBadge()],
  }),
  graphs(touchstone, 'complete badge, 16 kB', {
    targets: [faster('verifier-core', 18)],
    make: async () => [await signedCompleteBadge()],
  }),
  graphs(touchstone, '50 badges of 5 issuers', {
    targets: [faster('verifier-core', 18)],
    make: async () => (await fifty()).badges,
  }),
  transcript(touchstone),
  changed(touchstone),
  ...(['ES256', 'EdDSA', 'RS256'] as const).map((alg) => token(touchstone, alg)),
  jcs(touchstone),
  bbs(touchstone),
];

function graphs(
  touchstone: Touchstone,
  work: string,
  { targets, make }: { readonly targets: readonly Target[]; make(): Promise<readonly Json[]> },
): Comparison {
  return {
    work,
    targets,
    contestants: among(
      ['ours', async () => ours(touchstone, await make())],
      ['verifier-core', async () => verifierCore(await make())],
      ['@digitalbazaar/vc', async () => digitalBazaar(await make())],
      ['floor', async () => floorOf(await make())],
    ),
  };
}

/** Ours verifies what is inside by itself; the others are given it piece by piece. */
function transcript(touchstone: Touchstone): Comparison {
  const pieces = async (): Promise<readonly Json[]> => {
    const { badges, clr } = await fifty();
    return [clr, ...badges];
  };
  return {
    work: 'CLR with 50 badges',
    targets: [faster('verifier-core', 20)],
    contestants: among(
      ['ours', async () => ours(touchstone, [(await fifty()).clr])],
      ['verifier-core', async () => verifierCore(await pieces())],
      ['@digitalbazaar/vc', async () => digitalBazaar(await pieces())],
      ['floor', async () => floorOf(await pieces())],
    ),
  };
}

function changed(touchstone: Touchstone): Comparison {
  const bad = async (): Promise<readonly Json[]> => [
    { ...(await typicalBadge()), name: 'Glazing, advanced' },
  ];
  return {
    work: 'badge, 3.4 kB, changed after signing',
    targets: [within('ours, unchanged', 1)],
    contestants: among(
      ['ours', async () => ours(touchstone, await bad(), false)],
      ['ours, unchanged', async () => ours(touchstone, [await typicalBadge()])],
      ['verifier-core', async () => verifierCore(await bad(), false)],
      ['@digitalbazaar/vc', async () => digitalBazaar(await bad(), { good: false })],
    ),
  };
}

function token(touchstone: Touchstone, alg: JwtKey['alg']): Comparison {
  const made = async () => {
    const { did, key, badge } = await createJwtIssuer(alg);
    return { key, text: await badge({ ...badgeOf(did, 1), validUntil: '2036-01-01T00:00:00Z' }) };
  };
  return {
    work: `VC-JWT, ${alg}`,
    targets: [within('jose', 3)],
    contestants: among(
      ['ours', async () => ours(touchstone, [(await made()).text])],
      [
        'jose',
        async () => {
          const { text, key } = await made();
          return joseWith(text, key);
        },
      ],
    ),
  };
}

function jcs(touchstone: Touchstone): Comparison {
  return {
    work: 'badge, eddsa-jcs-2022',
    targets: [within('floor', 2)],
    contestants: among(
      ['ours', async () => ours(touchstone, [await jcsBadge()])],
      ['@digitalbazaar/vc', async () => digitalBazaar([await jcsBadge()], { suite: 'jcs' })],
      ['floor', async () => floorOf([await jcsBadge()], 'jcs')],
    ),
  };
}

function bbs(touchstone: Touchstone): Comparison {
  return {
    work: 'badge, bbs-2023',
    targets: [faster('@digitalbazaar/vc', 3)],
    contestants: among(
      ['ours', async () => ours(touchstone, [await bbsBadge()])],
      ['@digitalbazaar/vc', async () => digitalBazaar([await bbsBadge()], { suite: 'bbs' })],
    ),
  };
}
