/** The text of the nearest heading before an element; empty where there is none. */
export function headingBefore(element: Element): string {
  for (let up: Element | null = element; up; up = up.parentElement)
    for (let before = up.previousElementSibling; before; before = before.previousElementSibling) {
      const heading = /^h[1-6]$/i.test(before.localName)
        ? before
        : [...before.querySelectorAll(HEADINGS)].at(-1);
      if (heading) return heading.textContent?.slice(0, 200) ?? '';
    }
  return '';
}

export const HEADINGS = 'h1,h2,h3,h4,h5,h6';
