import { type Budget, budgetOf } from '../../budget.ts';
import { isJsonObject, type Json } from '../../json.ts';

/** The most steps of one validation. A CLR of fifty takes up to 72,000. A hostile schema may need 2^64. */
const MAX_STEPS = 300_000;
/** How many characters of a schema or of a text are read in the time of one step. */
const LETTERS_A_STEP = 300;

/**
 * A keyword without effect. The validator reads every keyword of a schema each time that it applies the schema. So
 * each reading of this one counts as an application.
 */
const COUNTED = '$recursiveAnchor';

interface Copied {
  readonly copy: unknown;
  /** The length of the value with all that is in it. */
  readonly letters: number;
}

/**
 * Counts the work of a validation, and throws where it is too much. The validator does not count. So it gets copies of
 * the schema and of the document that count what is read of them.
 */
export class Meter {
  #steps: Budget = budgetOf(MAX_STEPS);
  /** The length of the text of the document that was read last. Nothing else is read while a text is validated. */
  #text = 0;
  /** The members of the widest object of the document. */
  #widest = 0;

  /** Starts to count again. */
  begin(): void {
    this.#steps = budgetOf(MAX_STEPS);
    [this.#text, this.#widest] = [0, 0];
  }

  /** A copy of a schema that counts each time that an object in it is applied. */
  schema(value: Json): unknown {
    return this.#schema(value).copy;
  }

  #schema(value: Json | undefined): Copied {
    if (typeof value !== 'object' || value === null) return { copy: value, letters: String(value).length };
    if (!isJsonObject(value)) {
      const entries = value.map((one) => this.#schema(one));
      return { copy: entries.map(({ copy }) => copy), letters: lettersOf(entries) };
    }
    const members = Object.entries(value)
      .filter(([name, one]) => one !== undefined && name !== COUNTED)
      .map(([name, one]) => ({ name, ...this.#schema(one) }));
    const copy = Object.fromEntries(members.map(({ name, copy }) => [name, copy]));
    const { [COUNTED]: counted, patternProperties } = value;
    const names = isJsonObject(patternProperties) ? Object.keys(patternProperties).join('').length : 0;
    const letters = lettersOf(members) + members.reduce((sum, { name }) => sum + name.length, 0);
    Object.defineProperty(copy, COUNTED, {
      enumerable: false,
      get: () => {
        // At worst, schema and text are read to their end. Each pattern is then tried on each name.
        this.#spend(1 + (letters + this.#text + names * this.#widest) / LETTERS_A_STEP);
        return counted;
      },
    });
    return { copy, letters };
  }

  /** A copy of a document. Each member of it that is read, listed or looked for costs one step. */
  document(value: Json | undefined): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const copy = isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.document(one)]))
      : value.map((one) => this.document(one));
    if (isJsonObject(value)) this.#widest = Math.max(this.#widest, Object.keys(value).length);
    return new Proxy(copy, {
      get: (target, name): unknown => {
        const member: unknown = Reflect.get(target, name);
        this.#spend(1);
        this.#text = typeof member === 'string' ? member.length : 0;
        return member;
      },
      getOwnPropertyDescriptor: (target, name) => {
        this.#spend(1);
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
      ownKeys: (target) => {
        const names = Reflect.ownKeys(target);
        this.#spend(names.length);
        // Each name may be validated as a text.
        this.#text = names.reduce((most, name) => Math.max(most, String(name).length), 0);
        return names;
      },
    });
  }

  #spend(steps: number): void {
    if (!this.#steps.spend(steps)) throw new RangeError('too many steps');
  }
}

const lettersOf = (all: readonly Copied[]): number => all.reduce((sum, { letters }) => sum + letters + 1, 0);
