/** The data that a page carries for its own scripts, as JSON. */
import { parseJson } from '../encoding/json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** A page's state is larger than any credential. */
const LIMITS = { maxDepth: 64, maxEntries: 100_000 } as const;

/** Undefined where the text is no JSON, or more than anybody reads. */
export function readState(text: string): Json | undefined {
  const json = parseJson(text, LIMITS);
  return json.ok ? json.value : undefined;
}

interface Held {
  readonly object: JsonObject;
  /** The name of the member that holds it, alone or in a list. Empty at the top. */
  readonly name: string;
}

/** Every object in a value, at any depth. One that holds others comes before them. */
export function* objectsIn(root: Json | undefined): Generator<Held> {
  const due: (readonly [name: string, value: Json | undefined])[] = [['', root]];
  for (let next = due.pop(); next !== undefined; next = due.pop()) {
    const [name, value] = next;
    if (Array.isArray(value)) for (const entry of value) due.push([name, entry]);
    if (!isJsonObject(value)) continue;
    yield { object: value, name };
    for (const member of Object.entries(value)) due.push(member);
  }
}
