import type { Item, Row } from '../item.ts';
import type { Page } from './page.ts';

/** An inlined picture larger than this costs more memory than it is worth. */
const MAX_IMAGE_CHARACTERS = 4_000;
/** A script text longer than this is read once and not kept. */
const MAX_KEPT_TEXT_CHARACTERS = 64_000;
/** Nor are texts beyond this total: a portfolio may hold hundreds of badges with their pictures. */
const MAX_KEPT_TEXTS_CHARACTERS = 1_000_000;

/** The page without the embedded texts that are too long to keep. They are read again at the next scan. */
export function withoutLongTexts(page: Page): Page {
  const { source } = page;
  if (source === null) return page;
  let total = 0;
  const sightings = source.scan.sightings.filter(({ text }) => {
    const length = text?.length ?? 0;
    const isKept = length <= MAX_KEPT_TEXT_CHARACTERS && total + length <= MAX_KEPT_TEXTS_CHARACTERS;
    if (isKept) total += length;
    return isKept;
  });
  return { ...page, source: { ...source, scan: { ...source.scan, sightings }, cut: true } };
}

/**
 * Lighter and lighter forms of a page that does not fit into storage. Every row and every verdict stays. Inlined
 * pictures go first, then long prose, then everything in the largest records but their outcomes.
 */
export function* lighten(page: Page): Generator<Page> {
  const withRows = (rows: readonly Row[]): Page => ({ ...page, state: { ...page.state, rows } });
  const pictureless = page.state.rows.map((row) => onContent(withoutPicture(row), dropPictures));
  yield withRows(pictureless);
  const terse = pictureless.map((row) => onContent(row, dropProse));
  yield withRows(terse);
  yield withRows(terse.map((row) => onContent(row, () => null)));
}

const withoutPicture = (row: Row): Row =>
  row.state === 'checked' && row.picture !== undefined ? omitPicture(row) : row;

const omitPicture = ({ picture: _, ...row }: Extract<Row, { state: 'checked' }>): Row => row;

type Content = Item['report']['credential'];

const onContent = (row: Row, change: (content: NonNullable<Content>) => Content): Row =>
  row.state === 'checked' && row.report.credential !== null
    ? { ...row, report: { ...row.report, credential: change(row.report.credential) } }
    : row;

const small = (image: string | null): string | null =>
  image !== null && image.length > MAX_IMAGE_CHARACTERS ? null : image;

const dropPictures = (content: NonNullable<Content>): Content => ({
  ...content,
  image: small(content.image),
  issuer: { ...content.issuer, image: small(content.issuer.image) },
  achievements: content.achievements.map((each) => ({ ...each, image: small(each.image) })),
});

const dropProse = (content: NonNullable<Content>): Content => ({
  ...content,
  texts: undefined,
  description: null,
  issuer: { ...content.issuer, description: null },
  achievements: content.achievements.map((each) => ({
    ...each,
    description: null,
    criteria: { ...each.criteria, narrative: null },
    evidence: [],
    results: [],
    details: {},
  })),
});
