import type { Row } from '../item.ts';
import { pictureAddress } from '../present/image.ts';
import { isBusy } from '../protocol.ts';
import { inParallel } from './in-parallel.ts';
import type { Page } from './page.ts';
import type { PageBook } from './page-book.ts';

export interface PicturesPorts {
  readonly book: PageBook;
  /** The picture at this address, drawn small, for the page at that one; null where there is none. Never rejects. */
  readonly draw: (address: string, page: string) => Promise<string | null>;
}

export interface Pictures {
  /** Adds the pictures of a page's rows once all of them have their answers. */
  addTo(tabId: number): Promise<void>;
}

const AT_ONCE = 6;
/** Pictures that this worker remembers. A small one has a few thousand characters. */
const MAX_REMEMBERED_PICTURES = 200;

/**
 * Fetches badge pictures once, in the background, and keeps them with the rows. A surface that opens again asks no
 * server. Which addresses may be asked is decided by `pictureAddress`.
 */
export function createPictures({ book, draw }: PicturesPorts): Pictures {
  const remembered = new Map<string, Promise<string | null>>();

  const pictureAt = (address: string, page: string): Promise<string | null> => {
    const known = remembered.get(address);
    if (known !== undefined) return known;
    const oldest = remembered.keys().next();
    if (remembered.size >= MAX_REMEMBERED_PICTURES && !oldest.done) remembered.delete(oldest.value);
    const drawn = draw(address, page);
    remembered.set(address, drawn);
    return drawn;
  };

  return {
    async addTo(tabId) {
      const page = await book.read(tabId);
      if (page === null || isBusy(page.state)) return;
      const drawn = new Map<string, string>();
      await inParallel(
        [...new Set(page.state.rows.flatMap((row) => missingPicture(row) ?? []))],
        AT_ONCE,
        async (address) => {
          const picture = await pictureAt(address, page.state.url);
          if (picture !== null) drawn.set(address, picture);
        },
      );
      if (drawn.size === 0) return;
      await book.change(tabId, (now) => ({ page: now && withPictures(now, drawn), found: null }));
    },
  };
}

/** The address of the picture that this row could show and does not. */
const missingPicture = (row: Row): string | null =>
  row.state === 'checked' && row.picture === undefined ? pictureAddress(row) : null;

const withPictures = (page: Page, drawn: ReadonlyMap<string, string>): Page => ({
  ...page,
  state: { ...page.state, rows: page.state.rows.map((row) => withPicture(row, drawn)) },
});

/** Looks at the row as it is now: it may have been checked again while its picture came. */
function withPicture(row: Row, drawn: ReadonlyMap<string, string>): Row {
  const address = missingPicture(row);
  const picture = address === null ? undefined : drawn.get(address);
  return row.state === 'checking' || picture === undefined ? row : { ...row, picture };
}
