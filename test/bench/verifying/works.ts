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

export interface Comparison {
  readonly work: string;
  readonly targets: readonly Target[];
  readonly contestants: ReadonlyMap<Name, Work>;
}

const faster = (than: Target['than'], times: number): Target => ({ than, kind: 'faster', times });
const within = (than: Target['than'], times: number): Target => ({ than, kind: 'within', times });
const among = (...pairs: readonly (readonly [Name, Work])[]): ReadonlyMap<Name, Work> => new Map(pairs);

/** Each is made when it is measured. */
export const comparisons = (
  touchstone: Touchstone,
): readonly { readonly work: string; make(): Promise<Comparison> }[] => {
  const graphs = (work: string, targets: readonly Target[], make: () => Promise<readonly Json[]>) => ({
    work,
    make: async (): Promise<Comparison> => {
      const credentials = await make();
      return {
        work,
        targets,
        contestants: among(
          ['ours', ours(touchstone, credentials)],
          ['verifier-core', verifierCore(credentials)],
          ['@digitalbazaar/vc', digitalBazaar(credentials)],
          ['floor', await floorOf(credentials)],
        ),
      };
    },
  });
  return [
    graphs('badge, 1.2 kB', [faster('verifier-core', 10), within('floor', 3.5)], async () => [
      await smallBadge(),
    ]),
    graphs('badge, 3.4 kB', [faster('verifier-core', 10), within('floor', 3.5)], async () => [
      await typicalBadge(),
    ]),
    graphs('complete badge, 16 kB', [faster('verifier-core', 18)], async () => [await signedCompleteBadge()]),
    graphs('50 badges of 5 issuers', [faster('verifier-core', 18)], async () => (await fifty()).badges),
    { work: 'CLR with 50 badges', make: () => transcript(touchstone) },
    { work: 'badge, 3.4 kB, changed after signing', make: () => changed(touchstone) },
    ...(['ES256', 'EdDSA', 'RS256'] as const).map((alg) => ({
      work: `VC-JWT, ${alg}`,
      make: () => token(touchstone, alg),
    })),
    { work: 'badge, eddsa-jcs-2022', make: () => jcs(touchstone) },
    { work: 'badge, bbs-2023', make: () => bbs(touchstone) },
  ];
};

/** Ours verifies what is inside by itself; the others are given it piece by piece. */
async function transcript(touchstone: Touchstone): Promise<Comparison> {
  const { badges, clr } = await fifty();
  const all = [clr, ...badges];
  return {
    work: 'CLR with 50 badges',
    targets: [faster('verifier-core', 20)],
    contestants: among(
      ['ours', ours(touchstone, [clr])],
      // It has no context of a CLR, and cannot read what holds them.
      ['verifier-core', verifierCore(badges)],
      ['@digitalbazaar/vc', digitalBazaar(all)],
      ['floor', await floorOf(badges)],
    ),
  };
}

async function changed(touchstone: Touchstone): Promise<Comparison> {
  const good = await typicalBadge();
  const bad = { ...good, name: 'Glazing, advanced' };
  return {
    work: 'badge, 3.4 kB, changed after signing',
    targets: [within('ours, unchanged', 1)],
    contestants: among(
      ['ours', ours(touchstone, [bad], false)],
      ['ours, unchanged', ours(touchstone, [good])],
      ['verifier-core', verifierCore([bad], false)],
      ['@digitalbazaar/vc', digitalBazaar([bad], { good: false })],
    ),
  };
}

async function token(touchstone: Touchstone, alg: JwtKey['alg']): Promise<Comparison> {
  const { did, key, badge } = await createJwtIssuer(alg);
  const text = await badge({ ...badgeOf(did, 1), validUntil: '2036-01-01T00:00:00Z' });
  const jose = await joseWith(text, key);
  return {
    work: `VC-JWT, ${alg}`,
    targets: [within('jose', 3)],
    contestants: among(['ours', ours(touchstone, [text])], ['jose', jose]),
  };
}

async function jcs(touchstone: Touchstone): Promise<Comparison> {
  const credentials = [await jcsBadge()];
  return {
    work: 'badge, eddsa-jcs-2022',
    targets: [within('floor', 2)],
    contestants: among(
      ['ours', ours(touchstone, credentials)],
      ['@digitalbazaar/vc', digitalBazaar(credentials, { suite: 'jcs' })],
      ['floor', await floorOf(credentials, 'jcs')],
    ),
  };
}

async function bbs(touchstone: Touchstone): Promise<Comparison> {
  const credentials = [await bbsBadge()];
  return {
    work: 'badge, bbs-2023',
    targets: [faster('@digitalbazaar/vc', 3)],
    contestants: among(
      ['ours', ours(touchstone, credentials)],
      ['@digitalbazaar/vc', digitalBazaar(credentials, { suite: 'bbs' })],
    ),
  };
}
