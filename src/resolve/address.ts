/**
 * A route's address with the groups of the link filled in: `{name}` as the link spells it, `{+name}` percent-decoded.
 * null where a group is missing or cannot be decoded.
 */
export function fill(template: string, params: Readonly<Record<string, string>>): string | null {
  let whole = true;
  const address = template.replace(/\{(\+?)([a-z]\w*)\}/gi, (_, decoded: string, name: string) => {
    const value = params[name] ?? null;
    const text = value !== null && decoded ? decode(value) : value;
    whole &&= text !== null;
    return text ?? '';
  });
  return whole ? address : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
