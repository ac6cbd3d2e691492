import type { Item } from '../item.ts';
import type { Row } from '../protocol.ts';
import type { Page } from './page.ts';

/** An inlined picture above this is not worth another page's memory. */
const SMALL_IMAGE = 4_000;

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
