/** The first of these attributes that says something, without white space around it; empty where none does. */
export const attributeOf = (element: Element, ...names: readonly string[]): string =>
  names.map((name) => element.getAttribute(name)?.trim()).find((value) => value) ?? '';
