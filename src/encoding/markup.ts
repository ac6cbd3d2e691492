/** XML, split into pieces. This is enough to find one element in an SVG. Nothing is included, expanded or run. */
export type Markup =
  | {
      readonly kind: 'open';
      readonly name: string;
      /** Values as they are written. Entities are not resolved. */
      readonly attributes: ReadonlyMap<string, string>;
      /** `<name/>` */
      readonly empty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  /** `verbatim`: from a CDATA section, where `&` means `&`. */
  | { readonly kind: 'text'; readonly text: string; readonly verbatim: boolean }
  /** The text is not well-formed from here on. This is always the last piece. */
  | { readonly kind: 'broken' };

/**
 * Pieces that are skipped: how each begins and ends. A DOCTYPE may contain declarations in brackets. A comment among
 * them ends at its first `-->` and nowhere else, so there is only one way to read it.
 */
const PASSED_OVER: readonly (readonly [start: string, pattern: RegExp])[] = [
  ['<!--', /<!--[\s\S]*?-->/y],
  ['<?', /<\?[\s\S]*?\?>/y],
  [
    '<!DOCTYPE',
    /<!DOCTYPE(?:[^[\]<>"']|"[^"]*"|'[^']*')*(?:\[(?:<!--(?:[^-]|-(?!->))*-->|(?!<!--)[^\]"']|"[^"]*"|'[^']*')*\]\s*)?>/y,
  ],
];
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const NAME = '[^\\s<>/=\'"!?&]+';
const CLOSE = new RegExp(`</(${NAME})\\s*>`, 'y');
const OPEN = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const TEXT = /[^<]+/y;

/** The pieces of a text, in order. The time is linear in its length. */
export function* readMarkup(text: string): Generator<Markup> {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    at += match?.[0].length ?? 0;
    return match;
  };
  while (at < text.length) {
    const skipped = PASSED_OVER.find(([start]) => text.startsWith(start, at));
    if (skipped) {
      if (take(skipped[1]) === null) return yield { kind: 'broken' };
      continue;
    }
    const piece = take(TEXT);
    if (piece) yield { kind: 'text', text: piece[0], verbatim: false };
    else {
      const markup = cdata(take(CDATA)) ?? close(take(CLOSE)) ?? open(take(OPEN));
      yield markup ?? { kind: 'broken' };
      if (markup === null) return;
    }
  }
}

const cdata = (match: RegExpExecArray | null): Markup | null =>
  match && { kind: 'text', text: match[1] ?? '', verbatim: true };

const close = (match: RegExpExecArray | null): Markup | null =>
  match && { kind: 'close', name: match[1] ?? '' };

const open = (match: RegExpExecArray | null): Markup | null =>
  match && {
    kind: 'open',
    name: match[1] ?? '',
    attributes: new Map(
      [...(match[2] ?? '').matchAll(ATTRIBUTE)].map((each) => [each[1] ?? '', each[2] ?? each[3] ?? '']),
    ),
    empty: match[3] === '/',
  };
