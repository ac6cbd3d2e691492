/**
 * Plain data as text, the same for every order of its lists and members: in JSON-LD most lists have no order, and a
 * proof is over a set where a token is over a text.
 */
export function unordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(unordered).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  return `{${Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${unordered(member)}`)
    .sort()
    .join()}}`;
}
