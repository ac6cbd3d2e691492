/** Awards that add up to a larger one, where a record says which parts it has: "credentials in order for 3 of 5 parts". */
import type { Association } from '../credential/model.ts';
import type { Item } from '../item.ts';
import { holds, type Standing } from '../verify/report.ts';
import { localised } from './localised.ts';
import type { Voice } from './sentence.ts';

export interface StackPart {
  /** The part's name, or its id where nothing on the page names it. */
  readonly title: string;
  /** The standing of the credential for it; null where the page shows none. */
  readonly standing: Standing | null;
}
export interface StackView {
  /** Id of the larger award. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly StackPart[];
  readonly held: number;
  /** "Nurse Assistant: credentials in order for 3 of 5 parts" */
  readonly words: string;
  /** Keys of the items that it is about: the record that says so, the larger award, and its parts. */
  readonly keys: readonly string[];
}

/** CLR 2.0 §B.1, AssociationType: in the first two the part is the source, in `isParentOf` the target. */
const SOURCE_IS_PART: ReadonlySet<string> = new Set(['isPartOf', 'isChildOf']);
const TARGET_IS_PART = 'isParentOf';

/** Standings of a record that holds, whoever issued it. A record that does not hold cannot say anything. */
const HOLDS: ReadonlySet<Standing | null> = new Set(['verified', 'unrecognised']);

/**
 * The stacks of a page. A part is held where a credential for it holds. Only records that hold say what is part of
 * what. An award without a name makes no stack.
 */
export function stacks(whole: readonly Item[], voice: Voice): readonly StackView[] {
  const items = whole.map((item) => localised(item, voice.say));
  const records = items.filter(
    ({ verdict, report }) =>
      HOLDS.has(verdict.standing) && (report.credential?.associations ?? []).length > 0,
  );
  const tellers = new Map(records.map((record) => [issuerOf(record), record]));
  return [...tellers].flatMap(([issuer, teller]) =>
    stacksOf(
      records.filter((record) => issuerOf(record) === issuer),
      achievementsOf(items.filter((item) => issuerOf(item) === issuer || areBothKnown(teller, item))),
      voice,
    ),
  );
}

/**
 * The id of an achievement is public. Anybody may sign a badge for it, or a record in which it is part of a doctorate.
 * So what an unknown issuer signs is no part of another issuer's award, and what it tells is not said of another
 * issuer's badge.
 */
const areBothKnown = (teller: Item, item: Item): boolean =>
  [teller, item].every(({ verdict }) => verdict.standing === 'verified');

const issuerOf = ({ report }: Item): string | null => report.credential?.issuer.id ?? null;

/** The stacks that the records of one issuer tell of. */
function stacksOf(
  records: readonly Item[],
  achievements: ReadonlyMap<string, Known>,
  voice: Voice,
): readonly StackView[] {
  const wholes = new Map<string, { readonly parts: Set<string>; readonly keys: Set<string> }>();
  for (const { key, report } of records)
    for (const association of report.credential?.associations ?? []) {
      const ends = partOf(association);
      if (ends === null) continue;
      const whole = wholes.get(ends.whole) ?? { parts: new Set(), keys: new Set() };
      wholes.set(ends.whole, whole);
      whole.parts.add(ends.part);
      whole.keys.add(key);
    }
  return [...wholes].flatMap(([id, { parts, keys }]): readonly StackView[] => {
    const title = achievements.get(id)?.title ?? null;
    if (title === null) return [];
    const views = [...parts].map((part): StackPart => {
      const known = achievements.get(part);
      return { title: known?.title ?? part, standing: known?.standing ?? null };
    });
    const held = views.filter(({ standing }) => HOLDS.has(standing)).length;
    const about = [id, ...parts].flatMap((each) => achievements.get(each)?.keys ?? []);
    return [
      {
        id,
        title,
        parts: views,
        held,
        words: voice.say('stack_words', { held, total: views.length, title }),
        keys: [...new Set([...keys, ...about])],
      },
    ];
  });
}

function partOf({
  type,
  source,
  target,
}: Association): { readonly whole: string; readonly part: string } | null {
  if (source === target) return null;
  if (SOURCE_IS_PART.has(type)) return { whole: target, part: source };
  return type === TARGET_IS_PART ? { whole: source, part: target } : null;
}

interface Known {
  readonly title: string | null;
  readonly standing: Standing | null;
  readonly keys: readonly string[];
}

/**
 * What the page knows of each achievement, by its id. A credential for it counts before a record of several that only
 * names it. Anybody may have written the name in a record whose proof does not hold.
 */
function achievementsOf(items: readonly Item[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const { key, report, verdict } of items) {
    const isRecordOfSeveral = report.credential?.format === 'clr2';
    const isIssuers = holds(report.outcomes.proof) && holds(report.outcomes['key-binding']);
    for (const { id, name } of report.credential?.achievements ?? []) {
      if (id === null) continue;
      const before = known.get(id);
      const standing = isRecordOfSeveral ? null : verdict.standing;
      known.set(id, {
        title: before?.title ?? (isIssuers ? name : null),
        standing: better(before?.standing ?? null, standing),
        keys: isRecordOfSeveral ? (before?.keys ?? []) : [...(before?.keys ?? []), key],
      });
    }
  }
  return known;
}

/** Of two credentials for one achievement, one that holds is enough. */
const better = (one: Standing | null, other: Standing | null): Standing | null =>
  HOLDS.has(one) || other === null ? one : other;
