import type { Item } from '../item.ts';
import type { Row } from '../protocol.ts';
import type { Page } from './page.ts';

/** An inlined picture above this is not worth another page's memory. */
const SMALL_IMAGE = 4_000;

/** Letters that one page may store of its own: all tabs together have 10 MB, and no page is to push the others out. */
const MAX_OF_A_PAGE = 3_000_000;
/** A script's text above this is read once, and is not kept to be read again. */
const LONG_TEXT = 64_000;

/**
 * The page in the heaviest form that leaves room for other tabs. First goes what it was read from: of long embedded texts
 * the answers stay, and what cannot be read again is read when the page is scanned anew. What the reader asked about
 * himself has a bound of its own (candidates.ts).
 */
export function withinBounds(page: Page): Page {
  if (fits(page)) return page;
  const read = withoutLongTexts(page);
  return [read, ...lighten(read)].find(fits) ?? read;
}

const fits = ({ state, source }: Page): boolean =>
  [...state.rows, ...(source ? [source.scan] : [])].reduce((sum, part) => sum + lettersOf(part), 0) <=
  MAX_OF_A_PAGE;

/** Rows and scans are never changed in place, so each is measured once. */
const measured = new WeakMap<object, number>();

function lettersOf(part: object): number {
  const known = measured.get(part);
  if (known !== undefined) return known;
  const letters = JSON.stringify(part).length;
  measured.set(part, letters);
  return letters;
}

const withoutLongTexts = (page: Page): Page =>
  page.source === null
    ? page
    : {
        ...page,
        source: {
          ...page.source,
          scan: {
            ...page.source.scan,
            sightings: page.source.scan.sightings.filter(({ text }) => (text?.length ?? 0) <= LONG_TEXT),
          },
          cut: true,
        },
      };

/**
 * Ever lighter forms of a page that does not fit into storage. Every row and every verdict stays; what goes are inlined
 * pictures, then long prose, then all that the largest records say beyond their outcomes.
 */
export function* lighten(page: Page): Generator<Page> {
  const withRows = (rows: readonly Row[]): Page => ({ ...page, state: { ...page.state, rows } });
  const pictureless = page.state.rows.map((row) => onContent(row, dropPictures));
  yield withRows(pictureless);
  const terse = pictureless.map((row) => onContent(row, dropProse));
  yield withRows(terse);
  yield withRows(terse.map((row) => onContent(row, () => null)));
}

type Content = Item['report']['credential'];

const onContent = (row: Row, change: (content: NonNullable<Content>) => Content): Row =>
  row.state === 'checked' && row.report.credential !== null
    ? { ...row, report: { ...row.report, credential: change(row.report.credential) } }
    : row;

const small = (image: string | null): string | null =>
  image !== null && image.length > SMALL_IMAGE ? null : image;

const dropPictures = (content: NonNullable<Content>): Content => ({
  ...content,
  image: small(content.image),
  issuer: { ...content.issuer, image: small(content.issuer.image) },
  achievements: content.achievements.map((each) => ({ ...each, image: small(each.image) })),
});

const dropProse = (content: NonNullable<Content>): Content => ({
  ...content,
  description: null,
  issuer: { ...content.issuer, description: null },
  achievements: content.achievements.map((each) => ({
    ...each,
    description: null,
    criteria: { ...each.criteria, narrative: null },
    evidence: [],
    results: [],
  })),
});
