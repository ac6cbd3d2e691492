import * as v from 'valibot';
import type { RequestName, Requests } from '../protocol.ts';
import type { Asked } from '../recognise/asked.ts';
import type { ReaderId, SightingKind } from '../site/sighting.ts';

export type Sender = 'surface' | 'page-script';

/** Limits far above any real page, in characters, except for `sightings`. */
export const LIMITS = {
  sightings: 20_000,
  address: 65_536,
  words: 4_000,
  lines: 60,
  view: 200_000,
  embedded: 2_000_000,
  /** Base64 of 2 MB, which is also the most that net/ accepts of an answer. */
  file: 2_800_000,
  asked: 20,
} as const;

const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
/** What a page wrote is cut, not refused: one endless heading must not hide the credentials beside it. */
const cut = (limit: number) =>
  v.pipe(
    v.string(),
    v.transform((whole) => whole.slice(0, limit)),
  );
const prose = cut(LIMITS.words);
/** Lines beyond the limit are left out, as the page's script would do. */
const lines = v.pipe(
  v.array(v.unknown()),
  v.transform((all) => all.slice(0, LIMITS.lines)),
  v.array(prose),
);
/** One of these words. A record, so that the compiler asks for every word. */
const oneOf = <Word extends string>(words: Readonly<Record<Word, true>>) =>
  v.custom<Word>((value) => typeof value === 'string' && Object.hasOwn(words, value));
const readerId = oneOf<ReaderId>({ linkedin: true, orcid: true, schema: true });
const wording = v.object({
  lines,
  own: lines,
  isParted: v.boolean(),
  link: v.picklist(['whole', 'button', 'part']),
  heading: v.nullable(lines),
  isLarge: v.boolean(),
  named: lines,
  texts: lines,
  section: v.nullable(v.object({ heading: prose, lines })),
  cells: v.array(lines),
  isRow: v.optional(v.boolean()),
  reader: v.optional(readerId),
});
const kind = oneOf<SightingKind>({ link: true, image: true, embed: true, 'json-ld': true, claim: true });

const sighting = v.object({
  kind,
  link: v.nullable(text(LIMITS.address)),
  text: v.nullable(text(LIMITS.embedded)),
  wording: v.nullable(wording),
  place: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
const scan = v.object({
  url: text(LIMITS.address),
  title: prose,
  language: v.nullable(cut(100)),
  names: v.optional(v.array(v.tuple([prose, prose]))),
  view: v.optional(text(LIMITS.view)),
  // A sighting over the limits is dropped alone.
  sightings: v.pipe(
    v.array(v.unknown()),
    v.transform((all) =>
      all.slice(0, LIMITS.sightings).flatMap((each) => {
        const parsed = v.safeParse(sighting, each);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  ),
});

const asked = v.variant('kind', [
  v.object({ kind: v.literal('link'), link: text(LIMITS.address) }),
  v.object({ kind: v.literal('image'), link: text(LIMITS.file) }),
  v.object({ kind: v.literal('text'), text: text(LIMITS.embedded) }),
  v.object({ kind: v.literal('file'), name: prose, base64: text(LIMITS.file) }),
]);

/** What the reader pointed at, held to the limits; null where it has another form, or is too much. */
export function parseAsked(value: unknown): Asked | null {
  const parsed = v.safeParse(asked, value);
  return parsed.success ? parsed.output : null;
}

type Form<Ask> = { readonly from: Sender; readonly ask: v.GenericSchema<unknown, Ask> };

/** Who may ask for what, and in which form. */
export const REQUEST_FORMS: { readonly [Name in RequestName]: Form<Requests[Name]['ask']> } = {
  'scan-tab': { from: 'surface', ask: v.object({ tabId }) },
  wake: { from: 'surface', ask: v.object({ tabId }) },
  'tab-moved': { from: 'surface', ask: v.object({ tabId }) },
  'page-scanned': { from: 'page-script', ask: v.object({ scan }) },
  'page-left': { from: 'page-script', ask: v.strictObject({}) },
  recheck: { from: 'surface', ask: v.object({ tabId, key: v.nullable(text(LIMITS.address + 200)) }) },
  'check-asked': {
    from: 'surface',
    ask: v.object({ tabId, asked: v.pipe(v.array(asked), v.minLength(1), v.maxLength(LIMITS.asked)) }),
  },
  'forget-page': { from: 'surface', ask: v.object({ tabId }) },
  'check-rest': { from: 'surface', ask: v.object({ tabId }) },
  'origins-granted': { from: 'surface', ask: v.object({ tabId }) },
  'known-holder': {
    from: 'surface',
    ask: v.object({
      tabId,
      holder: v.object({ email: v.optional(text(320)), name: v.optional(text(LIMITS.words)) }),
    }),
  },
  'show-on-page': { from: 'surface', ask: v.object({ tabId, key: text(LIMITS.address + 200) }) },
  'recognise-issuer': { from: 'surface', ask: v.object({ id: text(LIMITS.address), name: prose }) },
  'forget-issuer': { from: 'surface', ask: v.object({ id: text(LIMITS.address) }) },
};
