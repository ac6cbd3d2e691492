import { isHinted } from '../site/hinted.ts';
import type { Steps } from '../site/steps.ts';
import { isMissing } from './missing.ts';
import { viewOf } from './view.ts';

/** By then a page that a script draws is complete. A page that never rests is not reported for ever. */
const MAX_VIEWS = 30;

/** The text of a page, at one address, that may be a credential's own. There the text counts, too. */
export interface ViewWatch {
  /** The text that was last read; null where the page at this address is no credential's own. */
  view(): string | null;
  /** Reads the text where it counts. True where it differs from what was read before. */
  read(url: string, isNews: boolean): Steps<boolean>;
}

export function watchView(page: Document): ViewWatch {
  let view: string | null = null;
  let views = 0;
  return {
    view: () => view,
    *read(url, isNews) {
      if (!isHinted(url, page.location.hostname) || isMissing(url)) return false;
      if (!isNews && views >= MAX_VIEWS) return false;
      const now = yield* viewOf(page);
      if (now === view) return false;
      views += 1;
      view = now;
      return true;
    },
  };
}
