/**
 * Matches patterns of other people's schemas without backtracking (Thompson's construction). A text of n characters
 * costs at most n times the length of the pattern. JSON Schema 2020-12 §6.3.3 and §4.3: ECMA-262 with the `u` flag, and
 * a match anywhere in the text.
 */

/** A pattern that is ready for matching. */
export interface Pattern {
  /** The most steps for each character of a text. */
  readonly size: number;
  matches(text: string): boolean;
}

/** The longest pattern. People write shorter ones. */
const MAX_CHARACTERS = 1_000;
/** The most unbounded repetitions. The widest pattern known in schemas (Semantic Versioning) has 13. */
const MAX_REPETITIONS = 16;
/** The most states, after counted repetitions are written out: `[a-z]{1,500}` becomes 500 of them. */
const MAX_STATES = 2_000;

type Step =
  | { readonly kind: 'letter'; readonly fits: (letter: string) => boolean; readonly next: number }
  | { readonly kind: 'place'; readonly holds: Place; readonly next: number }
  | { readonly kind: 'either'; next: number; readonly other: number }
  | { readonly kind: 'end' };
type Place = (before: string, after: string) => boolean;

/** A part of a pattern. It gets the step that comes after it, adds its own steps, and returns its first one. */
type Part = (after: number, steps: Step[]) => number;

/** Null for an invalid pattern, and for one that looks ahead, behind or back, which this method cannot match. */
export function readPattern(source: string): Pattern | null {
  if (source.length > MAX_CHARACTERS || !isPattern(source)) return null;
  try {
    const steps: Step[] = [{ kind: 'end' }];
    const start = new PatternReader(source).whole()(0, steps);
    return { size: steps.length, matches: (text) => run(text, steps, start) };
  } catch (trouble) {
    if (trouble instanceof BeyondUs) return null;
    throw trouble;
  }
}

class BeyondUs extends Error {}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function add(step: Step, steps: Step[]): number {
  if (steps.length >= MAX_STATES) throw new BeyondUs();
  return steps.push(step) - 1;
}

const NOTHING: Part = (after) => after;
const sequence = (parts: readonly Part[]): Part =>
  parts.length === 0
    ? NOTHING
    : (after, steps) => parts.reduceRight((next, part) => part(next, steps), after);
const either =
  (one: Part, other: Part): Part =>
  (after, steps) =>
    add({ kind: 'either', next: one(after, steps), other: other(after, steps) }, steps);
const endlessly =
  (part: Part): Part =>
  (after, steps) => {
    const loop: Step & { kind: 'either' } = { kind: 'either', next: after, other: after };
    const at = add(loop, steps);
    loop.next = part(at, steps);
    return at;
  };
const place =
  (holds: Place): Part =>
  (next, steps) =>
    add({ kind: 'place', holds, next }, steps);

/** The language's own engine decides what a single character class matches. */
function letter(source: string): Part {
  const pattern = new RegExp(`^(?:${source})$`, 'u');
  const known = new Map<string, boolean>();
  const fits = (text: string): boolean => {
    const answer = known.get(text) ?? pattern.test(text);
    known.set(text, answer);
    return answer;
  };
  return (next, steps) => add({ kind: 'letter', fits, next }, steps);
}

const WORD = /^\w$/;
const isEdge: Place = (before, after) => WORD.test(before) !== WORD.test(after);
const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['^', (before) => before === ''],
  ['$', (_, after) => after === ''],
  ['\\b', isEdge],
  ['\\B', (before, after) => !isEdge(before, after)],
]);

const CLASS = /\[(?:\\[\s\S]|[^\]\\])*\]/y;
const GROUP = /\((?:\?:|\?<(?![=!])[^>]*>|(?!\?))/y;
const ESCAPE =
  /\\(?:u\{[^}]*\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|[pP]\{[^}]*\}|[^1-9k])/uy;
const LETTER = /[^\\()[\]{}*+?|]/uy;
const COUNT = /(?:\*|\+|\?|\{(\d+)(,?)(\d*)\})\??/y;

/** ECMA-262 §22.2.1, for a source that the language has already accepted as a pattern. */
class PatternReader {
  readonly #source: string;
  #at = 0;
  #repetitions = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Part {
    const part = this.#alternatives();
    if (this.#at < this.#source.length) throw new BeyondUs();
    return part;
  }

  #alternatives(): Part {
    let all = this.#terms();
    while (this.#source[this.#at] === '|') {
      this.#at += 1;
      all = either(all, this.#terms());
    }
    return all;
  }

  #terms(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at)))
      parts.push(this.#counted(this.#atom()));
    return sequence(parts);
  }

  #atom(): Part {
    if (this.#take(GROUP)) {
      const part = this.#alternatives();
      // An unterminated class would be no pattern, and the language has excluded that already.
      this.#at += 1;
      return part;
    }
    const text = this.#take(CLASS)?.[0] ?? this.#take(ESCAPE)?.[0] ?? this.#take(LETTER)?.[0];
    if (text === undefined) throw new BeyondUs();
    const holds = PLACES.get(text);
    return holds ? place(holds) : letter(text);
  }

  /** Reads the repetition after a part. Greedy and lazy make no difference here. */
  #counted(part: Part): Part {
    const count = this.#take(COUNT);
    if (count === null) return part;
    const [sign, least = '', comma, most = ''] = count;
    if (sign.startsWith('?')) return either(part, NOTHING);
    const isOpen = sign.startsWith('*') || sign.startsWith('+') || (comma === ',' && most === '');
    if (isOpen && ++this.#repetitions > MAX_REPETITIONS) throw new BeyondUs();
    if (sign.startsWith('*')) return endlessly(part);
    if (sign.startsWith('+')) return sequence([part, endlessly(part)]);
    const [from, to] = [Number(least), Number(most === '' ? least : most)];
    if (to > MAX_STATES) throw new BeyondUs();
    const needed = Array.from({ length: from }, () => part);
    if (isOpen) return sequence([...needed, endlessly(part)]);
    let rest = NOTHING;
    for (let index = from; index < to; index++) rest = either(sequence([part, rest]), NOTHING);
    return sequence([...needed, rest]);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    this.#at += found?.[0].length ?? 0;
    return found;
  }
}

/** Follows all ways through the pattern at once. Each step is visited once for each character. */
function run(text: string, steps: readonly Step[], start: number): boolean {
  const seen = new Int32Array(steps.length).fill(-1);
  let [index, before] = [0, ''];
  let waiting: number[] = [];
  for (;;) {
    const after = index < text.length ? String.fromCodePoint(text.codePointAt(index) ?? 0) : '';
    const open = [...waiting, start];
    const next: number[] = [];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen[at] === index) continue;
      seen[at] = index;
      const step = steps[at];
      if (step === undefined || step.kind === 'end') return true;
      if (step.kind === 'letter' && step.fits(after)) next.push(step.next);
      open.push(...withoutLetter(step, before, after));
    }
    if (after === '') return false;
    [waiting, before, index] = [next, after, index + after.length];
  }
}

/** The steps that come after one without a letter between them. */
function withoutLetter(step: Step, before: string, after: string): readonly number[] {
  if (step.kind === 'either') return [step.other, step.next];
  return step.kind === 'place' && step.holds(before, after) ? [step.next] : [];
}
