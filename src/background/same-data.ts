/**
 * Whether two values of plain data say the same. The order of names says nothing: Chrome's storage sorts them. A member
 * that is undefined is none, because no storage keeps it.
 */
export function sameData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isComposite(one) || !isComposite(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => sameData(memberOf(one, name), memberOf(other, name)));
}

type Composite = Readonly<Record<string, unknown>>;
const isComposite = (value: unknown): value is Composite => typeof value === 'object' && value !== null;
const memberOf = (value: Composite, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined;
