/** Faults of layout that a font does not decide: each as "fault: element". Runs in the page, so it stands by itself. */
export function layoutFaults(): readonly string[] {
  const faults: string[] = [];
  const told = (element: Element): string =>
    `${element.localName}.${element.className} "${element.textContent?.trim().slice(0, 40)}"`;
  const shown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    element.closest('.visually-hidden') === null;
  /** A menu lies over the page: what is beneath it is not in its way. */
  const layerOf = (element: Element): Element | null => {
    for (let up: Element | null = element; up !== null; up = up.parentElement)
      if (['absolute', 'fixed'].includes(getComputedStyle(up).position)) return up;
    return null;
  };
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) faults.push(`scrolls sideways: ${root.scrollWidth} > ${innerWidth}`);

  const elements = [...document.querySelectorAll('body *:not(svg, svg *), foreignObject *')].filter(shown);
  for (const element of elements) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    // Words that end in "…" are whole in the title, where a mouse finds them. What a credential is called stands there,
    // and whose domain an unknown issuer has: cut off at its end, it could be read as somebody else's.
    const cut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    const isWholeElsewhere =
      element.hasAttribute('title') &&
      !element.matches('.row-title, [data-standing="unrecognised"] .row-issuer');
    if (cut && !isWholeElsewhere && style.overflowX !== 'auto') faults.push(`cut: ${told(element)}`);
    if (element.matches('.row-title') && element.scrollHeight > element.clientHeight + 2)
      faults.push(`loses its end: ${told(element)}`);
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`out of the window: ${told(element)}`);
    const parent = element.parentElement?.getBoundingClientRect();
    const flows = style.position === 'static' || style.position === 'relative';
    if (flows && parent && element.parentElement !== document.body && parent.width > 0)
      if (box.right > parent.right + 2 || box.left < parent.left - 2) {
        const margins = Number.parseFloat(style.marginInlineStart) < 0;
        if (!margins && style.display !== 'inline') faults.push(`wider than what holds it: ${told(element)}`);
      }
  }

  const controls = elements.filter(
    (element) =>
      element.matches('button,input:not(label input),select,textarea,summary,a.button') &&
      !element.matches('.visually-hidden'),
  );
  for (const [at, one] of controls.entries()) {
    const box = one.getBoundingClientRect();
    if (box.height < 24 || box.width < 24)
      faults.push(`too small to hit: ${told(one)} ${box.width} × ${box.height}`);
    for (const other of controls.slice(at + 1)) {
      if (one.contains(other) || other.contains(one) || layerOf(one) !== layerOf(other)) continue;
      const second = other.getBoundingClientRect();
      const width = Math.min(box.right, second.right) - Math.max(box.left, second.left);
      const height = Math.min(box.bottom, second.bottom) - Math.max(box.top, second.top);
      if (width > 1 && height > 1) faults.push(`overlap: ${told(one)} and ${told(other)}`);
    }
  }

  // A sign that ends a sentence stands on its last line.
  for (const sign of elements.filter((each) => each.matches('p > .help-place .help'))) {
    const before = document.createRange();
    before.setStart(sign.closest('p') as Element, 0);
    before.setEndBefore(sign);
    const line = [...before.getClientRects()].findLast(({ width }) => width > 8);
    if (line && line.bottom <= sign.getBoundingClientRect().top + 8)
      faults.push(`alone on a line: ${told(sign)}`);
  }

  // Words on a button stand on one line where there is room for one: at the usual widths.
  if (innerWidth >= 360)
    for (const button of elements.filter((each) => each.matches('.button,.tab,.status-word,.group-title'))) {
      const words = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const lines = new Set<number>();
      while (words.nextNode()) {
        if (words.currentNode.parentElement?.closest('.visually-hidden')) continue;
        range.selectNodeContents(words.currentNode);
        for (const { bottom } of range.getClientRects()) lines.add(Math.round(bottom / 6));
      }
      if (lines.size > 1) faults.push(`wraps: ${told(button)}`);
    }
  return faults;
}
