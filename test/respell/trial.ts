/** One document written otherwise before the verifier, and whether that made any difference. */
import { inspectDocument } from '../../src/inspect.ts';
import { hosting } from '../../src/provider/hosting.ts';
import { toJson } from '../../src/report/json.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { fileOf } from '../build/file.ts';
import { fakeNet } from '../fake/net.ts';
import { fakePorts, NOW } from '../fake/ports.ts';
import type { Source } from '../tamper/source.ts';
import { type Stated, statedIn } from './oracle.ts';

export type Outcome =
  /** the same statement, told the same */
  | 'same'
  /** the same statement, left open */
  | 'open'
  /** another statement, and no good word for it */
  | 'refused'
  /** the same statement told otherwise, or another one called good */
  | 'different';

const GOOD: ReadonlySet<string> = new Set(['signature-verified', 'issuer-confirmed']);

interface Told {
  readonly status: string;
  /** All that the command line says of it, without the contexts that it was written in. */
  readonly text: string;
  /** The same without what it says of the endorsements in it, and of its other proofs: statements of their own. */
  readonly alone: string;
  /** Whether one of several proofs was left open. */
  readonly hasOpenProof: boolean;
  /** The same as `alone` without the holder. */
  readonly holderless: string;
  /** Whether the record that carries it names somebody else as the holder of both. */
  readonly isMisplaced: boolean;
  /** The code of the answer about endorsements. */
  readonly endorsed: string | null;
  /** The same as `text`, where nobody is known to present it. */
  readonly unpresented: string;
}

/** A document to write otherwise. Not always is it the one that is verified. */
export interface Respelt extends Source {
  /** Where it is a document that a credential names: its address, and the text of that credential. */
  readonly lookedUp?: { readonly at: string; readonly by: string };
}

export interface Trial {
  readonly source: Respelt;
  readonly original: readonly Told[];
  run(text: string): Promise<Outcome>;
}

/** Verifies the original, and stands ready for its other spellings. */
export async function prepare(source: Respelt): Promise<Trial> {
  const original = await tellOf(source, source.text);
  const own = await statedIn(JSON.parse(source.text));
  const ownTexts = own.flat();
  const known = new Set(original.flatMap(({ text, unpresented }) => [text, unpresented]));
  const alone = new Set(original.map((one) => one.alone));
  const holderless = new Set(original.map((one) => one.holderless));
  const isSame = (stated: readonly Stated[]): boolean =>
    !stated.flat().includes(null) && JSON.stringify(stated) === JSON.stringify(own);
  /** What is still signed may be carried by a record that no longer is, and that names whom it likes. */
  const isToldAlone = (one: Told): boolean =>
    alone.has(one.alone) || (one.isMisplaced && holderless.has(one.holderless));
  const isStatedToo = (one: string | null): boolean => one !== null && ownTexts.includes(one);
  /** An endorsement in it may be left open, as a document of its own, and so may one of several proofs. */
  const isOpenWithin = (one: Told): boolean =>
    (one.endorsed === 'endorsement-unchecked' || one.hasOpenProof) && alone.has(one.alone);
  return {
    source,
    original,
    async run(text) {
      const told = await tellOf(source, text);
      const stated = await statedIn(JSON.parse(text));
      if (!isSame(stated)) {
        // What stands in it may still be what was signed, each for itself.
        const good = told.filter(({ status }) => GOOD.has(status));
        const honest =
          good.length <= stated.filter((proofs) => proofs.some(isStatedToo)).length &&
          good.every(isToldAlone);
        return honest ? 'refused' : 'different';
      }
      if (told.map((one) => one.text).join() === original.map((one) => one.text).join()) return 'same';
      return told.every((one) => one.status === 'not-checked' || known.has(one.text) || isOpenWithin(one))
        ? 'open'
        : 'different';
    },
  };
}

/** What is said of it, or of the credential that it is looked up for. */
function tellOf(source: Respelt, text: string): Promise<readonly Told[]> {
  const { lookedUp, documents } = source;
  if (lookedUp === undefined) return tell(text, portsOf(source));
  return tell(
    lookedUp.by,
    portsOf({ ...source, documents: { ...documents, [lookedUp.at]: { body: text } } }),
  );
}

/** Nothing that one spelling leaves behind is to help the next. */
const portsOf = ({ documents }: Source): VerifyPorts => fakePorts({ net: fakeNet(documents, NOW), hosting });

const VOICE = { language: 'en', say: (key: string) => key } as never;

async function tell(text: string, ports: VerifyPorts): Promise<readonly Told[]> {
  const items = await inspectDocument(fileOf(text), ports);
  const report = toJson({ at: NOW, page: null, items, contexts: [], explain: false } as never, VOICE);
  return report.items.map((item) => {
    const { standing, reason, checks, presenter, ...rest } = item;
    // Where it stands in the list is no word about it.
    const { within, ...unplaced } = rest;
    const others = checks.filter(({ id }) => id !== 'endorsements').map(withoutOtherProofs);
    const holder = checks.find(({ id }) => id === 'holder');
    // A presentation that is left open says nothing of who presents; what is in it stands for itself.
    const whole = presenter?.proof === 'inconclusive' ? { ...rest, standing, reason, checks } : item;
    return {
      status: item.status,
      text: textOf(whole),
      alone: textOf({ ...unplaced, checks: others }),
      hasOpenProof: JSON.stringify(checks.find(({ id }) => id === 'proof')?.facts.proofs ?? []).includes(
        '"inconclusive"',
      ),
      holderless: textOf({ ...unplaced, checks: others.filter(({ id }) => id !== 'holder') }),
      isMisplaced: within !== undefined && holder?.code === 'recipient-not-of-record',
      endorsed: checks.find(({ id }) => id === 'endorsements')?.code ?? null,
      unpresented: textOf({ ...rest, standing, reason, checks }),
    };
  });
}

/** Which of several proofs holds, and what became of the others, is no part of what each one signs. */
const withoutOtherProofs = <T extends { readonly id: string; readonly facts: object }>(check: T): T =>
  check.id === 'proof' ? { ...check, facts: {} } : check;

/** In one order of members. */
const textOf = (value: object): string => JSON.stringify(withoutContexts(value));

const withoutContexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutContexts);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([name]) => name !== 'contexts')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutContexts(one)]));
};
