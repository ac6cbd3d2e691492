import type { Row } from '../item.ts';
import { useRequest } from './asking.ts';
import type { PageWorld } from './page-world.ts';
import { useSay } from './voice.ts';

interface CheckContentsProps {
  readonly world: PageWorld;
  readonly links: readonly string[];
  readonly rows: readonly Row[];
}

/** Every entry is a request to the platform, so a click asks for no more than this. */
const PER_CLICK = 50;
/** One message takes no more (`LIMITS.asked`). */
const PER_MESSAGE = 20;

/**
 * Only the reader can ask about the entries of a list. Each becomes a row of its own. Those without a row are offered
 * until none is left, then all of them again.
 */
export function CheckContents({ world, links, rows }: CheckContentsProps) {
  const say = useSay();
  const request = useRequest();
  const linked = rows.flatMap((row) => (row.state === 'checked' ? (row.alsoLinked ?? []) : []));
  const shown = new Set([...rows.map(({ link }) => link), ...linked]);
  const others = links.filter((link) => !shown.has(link));
  const due = others.length > 0 ? others : links;
  const check = async () => {
    const picked = due.slice(0, PER_CLICK).map((link) => ({ kind: 'link', link }) as const);
    for (let from = 0; from < picked.length; from += PER_MESSAGE)
      await request('check-asked', { tabId: world.tabId, asked: picked.slice(from, from + PER_MESSAGE) });
  };
  const words = (): string => {
    if (due.length > PER_CLICK) return say('ui_check_part', { number: PER_CLICK, total: due.length });
    return say(due.length < links.length ? 'ui_check_rest' : 'ui_check_contents', { count: due.length });
  };
  return (
    <button type="button" class="button button-main" data-check-contents="" onClick={() => void check()}>
      {words()}
    </button>
  );
}
