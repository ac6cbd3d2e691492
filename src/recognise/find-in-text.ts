/** What stands in a text that a person selected or pasted: links, tokens, JSON, in any number and in any prose. */
import { isCredentialText, isTokenText } from '../credential/recognise.ts';
import { recogniseLink } from './recognise.ts';

export interface Piece {
  readonly kind: 'link' | 'document';
  readonly text: string;
}

/** No longer word is an address. */
const MAX_ADDRESS_CHARACTERS = 8192;
const CARRIED = /^data:[a-z]/i;
const ADDRESS = /^(?:https?:\/\/|[a-z][a-z0-9+.-]*-(?:offer|issuance):\/\/)/i;
/** A host and a path, as people write them without a scheme. */
const BARE_ADDRESS = /^(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S+$/i;
/** Punctuation around a word of prose. */
const OPENING = '<(["\'“‘«';
const CLOSING = '>)]"\'”’».,;:!?';
/** The most words that are looked at, because each may be compared with the whole registry. */
const MAX_WORDS = 20_000;

/** The pieces of a text that may be checked, in its order, at most `limit`. Takes time in proportion to its length. */
export function findInText(text: string, limit: number): readonly Piece[] {
  const whole = text.trim();
  const document = documentAlone(whole);
  if (document !== null) return [{ kind: 'document', text: document }];
  const found: Piece[] = [];
  for (const piece of piecesIn(whole)) {
    if (found.length >= limit) break;
    found.push(piece);
  }
  return found;
}

/** The document that a text is as a whole; null where it is none. */
function documentAlone(whole: string): string | null {
  // JSON that ends before the text does is followed by more. JSON that never ends was cut off.
  const end = /^[[{]/.test(whole) ? endOfJson(whole, 0) : -1;
  if (isCredentialText(whole) && (end < 0 || end === whole.length)) return whole;
  // A token holds no white space. A wrapped one has only gained line breaks.
  const joined = whole.startsWith('eyJ') && /^[\w.~\s-]+$/.test(whole) ? whole.replace(/\s+/g, '') : '';
  return isTokenText(joined) && !whole.split(/\s+/).some(isTokenText) ? joined : null;
}

function* piecesIn(whole: string): Generator<Piece> {
  for (const { json, text } of parts(whole)) {
    if (json) {
      if (isCredentialText(text)) yield { kind: 'document', text };
      continue;
    }
    for (const word of text.split(/\s+/, MAX_WORDS)) {
      const piece = pieceOf(word);
      if (piece !== null) yield piece;
    }
  }
}

function pieceOf(written: string): Piece | null {
  const word = bare(written);
  if (CARRIED.test(word)) return { kind: 'link', text: word };
  if (isTokenText(word)) return { kind: 'document', text: word };
  if (word.length > MAX_ADDRESS_CHARACTERS) return null;
  if (ADDRESS.test(word)) return { kind: 'link', text: word };
  // Without a scheme, only what the registry knows is a link: prose is full of words with dots.
  const address = `https://${word}`;
  return BARE_ADDRESS.test(word) && recogniseLink(address) ? { kind: 'link', text: address } : null;
}

function bare(written: string): string {
  let [start, end] = [0, written.length];
  while (start < end && OPENING.includes(written[start] ?? '')) start += 1;
  while (end > start && CLOSING.includes(written[end - 1] ?? '')) end -= 1;
  return written.slice(start, end);
}

interface Part {
  readonly json: boolean;
  readonly text: string;
}

/** Prose and the JSON objects and arrays in it. After a brace that is never closed, everything is a cut record, or prose. */
function* parts(text: string): Generator<Part> {
  // `{"` or `[{`, with white space between: how every credential in JSON begins.
  const beginning = /\{\s{0,100}"|\[\s{0,100}\{/g;
  for (let from = 0; ; ) {
    beginning.lastIndex = from;
    const start = beginning.exec(text)?.index ?? -1;
    const end = start < 0 ? -1 : endOfJson(text, start);
    if (end < 0) {
      // A record that was cut off is told, as it is where nothing stands before it.
      const cut = start < 0 ? '' : text.slice(start);
      const isRecord = isCredentialText(cut);
      yield { json: false, text: isRecord ? text.slice(from, start) : text.slice(from) };
      if (isRecord) yield { json: true, text: cut };
      return;
    }
    yield { json: false, text: text.slice(from, start) };
    yield { json: true, text: text.slice(start, end) };
    from = end;
  }
}

/** The position after the bracket that closes the one at `start`; -1 where none does. */
function endOfJson(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
