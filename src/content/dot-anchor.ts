/** Inside these no sibling can stand, or none is seen. */
const NO_BOX = 'html,head,body,head *,script,area,frame,source,[hidden]';
/** Inside these a button would be part of what a click on them does. */
const CLICKED = 'a[href],button,[role="link"],[role="button"],label,summary,svg,picture,object';

/** The element that a dot stands beside: the link, or the picture's container. null where it cannot be seen. */
export function anchorOf(element: Element): Element | null {
  if (element.matches(NO_BOX)) return null;
  let anchor = element;
  for (let up = element.closest(CLICKED); up; up = up.parentElement?.closest(CLICKED) ?? null) anchor = up;
  return anchor.parentNode ? anchor : null;
}
