/** One mutant before the verifier, and whether its verdict is honest. */
import { inspectDocument } from '../../src/inspect.ts';
import type { Item } from '../../src/item.ts';
import { hosting } from '../../src/provider/hosting.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { fileOf } from '../build/file.ts';
import { fakeNet } from '../fake/net.ts';
import { fakePorts, NOW } from '../fake/ports.ts';
import type { Source } from './source.ts';
import { type Depth, inCommon, type Statement, statementsIn } from './statement.ts';

const GOOD: ReadonlySet<string> = new Set(['signature-verified', 'issuer-confirmed']);

export type Outcome =
  /** no good status */
  | 'refused'
  /** a good status, for the very same statement, shown as the original is */
  | 'same'
  /** a good status for something that was not signed, or shown otherwise than it was signed */
  | 'forged';

export interface Trial {
  readonly source: Source;
  /** What the original shows where it is good; empty where it is not good at all. */
  readonly shown: readonly string[];
  run(mutant: string): Promise<Outcome>;
}

/** Verifies the original, and stands ready for its mutants. */
export async function prepare(source: Source): Promise<Trial> {
  const ports = portsOf(source);
  const original = goodItems(await inspect(source.text, ports));
  const shown = original.map(display);
  const hosted = original.every(({ report }) => report.credential?.securing === 'hosted');
  const originals = new Map<Depth, readonly Statement[]>();
  const states = async (depth: Depth, mutant: string, count: number): Promise<boolean> => {
    const own = originals.get(depth) ?? (await statementsIn(source.text, source.documents, depth));
    originals.set(depth, own);
    const stated = await statementsIn(mutant, source.documents, depth);
    return inCommon(stated, own) >= count || isFewer(stated, own);
  };
  return {
    source,
    shown,
    async run(mutant) {
      const good = goodItems(await inspect(mutant, ports));
      if (good.length === 0) return 'refused';
      if (!good.every((item) => isShown(item, original, shown))) return 'forged';
      // A hosted copy is but an address: what is confirmed, and shown, is what the issuer serves there.
      if (hosted) return 'same';
      const honest =
        (await states('text', mutant, good.length)) || (await states('graph', mutant, good.length));
      return honest ? 'same' : 'forged';
    },
  };
}

/**
 * Caches live as long as the source: what one mutant leaves behind is not to help the next.
 */
function portsOf({ documents }: Source): VerifyPorts {
  return fakePorts({
    net: fakeNet(documents, NOW),
    hosting,
    contexts: {
      get: (url) => {
        const document = documents[url];
        return document?.body instanceof Uint8Array && document.status === undefined
          ? document.body
          : undefined;
      },
    },
  });
}

const inspect = (text: string, ports: VerifyPorts): Promise<readonly Item[]> =>
  inspectDocument(fileOf(text), ports);

const goodItems = (items: readonly Item[]): readonly Item[] =>
  items.filter(({ verdict }) => GOOD.has(verdict.status));

/** The checks whose answer a forger would like to be another. */
const ANSWERS = ['revocation', 'validity-period', 'refresh', 'endorsements'] as const;

/** All that is told of a good item, with lists in one order: an unordered set may come in any. */
function display({ report, verdict }: Item): string {
  const answers = ANSWERS.map((id) => [report.outcomes[id].state, report.outcomes[id].problem?.code ?? null]);
  return JSON.stringify(sorted({ status: verdict.status, content: report.credential, answers }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const texts = value.map((entry) => JSON.stringify(sorted(entry)));
    return texts.sort();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

const isShown = (item: Item, original: readonly Item[], shown: readonly string[]): boolean =>
  shown.includes(display(item)) || original.some((one) => shown.includes(display(withProfile(item, one))));

/**
 * An issuer that is named in two places of one signed graph has one name: where it is left out in one of them, the
 * statement is the same, and less of it is shown. Only what is missing is filled in, and only of the very same id.
 */
function withProfile(item: Item, { report: { credential: whole } }: Item): Item {
  const { credential } = item.report;
  if (!credential?.issuer || credential.issuer.id !== whole?.issuer?.id) return item;
  const told = Object.entries(credential.issuer).filter(([, member]) => member !== null);
  const issuer = { ...whole.issuer, ...Object.fromEntries(told) };
  return { ...item, report: { ...item.report, credential: { ...credential, issuer } } };
}

/** Of an SD-JWT, fewer disclosures state less, not something else. */
function isFewer(stated: readonly Statement[], original: readonly Statement[]): boolean {
  const [[mutant = ''] = [], [whole = ''] = []] = [stated[0], original[0]];
  const [token, ...few] = mutant.split('~');
  const [signed, ...all] = whole.split('~');
  const isToken = token?.split('.').length === 3 && stated.length === 1;
  const shown = few.filter((one) => one !== '');
  return (
    isToken &&
    token === signed &&
    new Set(shown).size === shown.length &&
    shown.every((one) => all.includes(one))
  );
}
