import { closedHost } from './closed-host.ts';

/** Long enough for a reader who was looking elsewhere. */
const RING_MS = 2_500;

/**
 * Scrolls to the first element that is there. Focuses it or its link, and draws a ring around it.
 */
export function pointAt(elements: readonly (Element | null)[], signal: AbortSignal): boolean {
  const element = elements.find((each) => each !== null);
  if (!element) return false;
  element.scrollIntoView({ block: 'center', inline: 'nearest' });
  const link =
    element.closest<HTMLElement>('a[href],button') ?? element.querySelector<HTMLElement>('a[href]');
  const target = link ?? element;
  if (isFocusable(target)) target.focus({ preventScroll: true });
  ring(element, signal);
  return true;
}

/** Not by `instanceof`: a frame's elements have classes of their own. */
const isFocusable = (element: Element): element is Element & HTMLOrSVGElement => 'focus' in element;

function ring(element: Element, signal: AbortSignal): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const page = element.ownerDocument;
  const { host, root } = closedHost(page, 'span', RING);
  const drawn = page.createElement('div');
  drawn.popover = 'manual';
  for (const [name, value] of Object.entries({ left: left - 6, top: top - 6, width, height }))
    drawn.style.setProperty(name, `${value}px`);
  root.append(drawn);
  page.documentElement.append(host);
  drawn.showPopover();
  const remove = (): void => host.remove();
  setTimeout(remove, RING_MS);
  page.addEventListener('scroll', remove, { once: true, capture: true, signal });
  signal.addEventListener('abort', remove);
}

const RING = `:host{all:initial!important;position:absolute!important}
div{position:fixed;inset:auto;margin:0;padding:3px;box-sizing:content-box;background:none;pointer-events:none;border:3px solid #1d4f8f;outline:2px solid #fff;border-radius:6px}`;
