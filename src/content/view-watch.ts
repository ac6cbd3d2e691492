import { isHinted } from '../site/hinted.ts';
import type { Steps } from '../site/steps.ts';
import { isMissing } from './missing.ts';
import { viewOf } from './view.ts';

/** By then a page that a script draws is complete. A page that never rests is not reported for ever. */
const MAX_VIEWS = 30;

/** The text of a page that may be a credential's own. There the text counts, too. */
export class ViewWatch {
  readonly #page: Document;
  #view: string | null = null;
  #views = 0;

  constructor(page: Document) {
    this.#page = page;
  }

  /** The text that was last read; null where the page at this address is no credential's own. */
  get view(): string | null {
    return this.#view;
  }

  /** The page is read anew. */
  restart(): void {
    this.#views = 0;
  }

  /** Reads the text where it counts. True where it differs from what was read before. */
  *read(url: string, isNews: boolean): Steps<boolean> {
    if (!isHinted(url, this.#page.location.hostname) || isMissing(url)) {
      this.#view = null;
      return false;
    }
    if (!isNews && this.#views >= MAX_VIEWS) return false;
    const now = yield* viewOf(this.#page);
    if (now === this.#view) return false;
    this.#views += 1;
    this.#view = now;
    return true;
  }
}
