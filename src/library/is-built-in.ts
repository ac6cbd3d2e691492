/** Also for a value of another realm (a frame, a test runner), where `instanceof` says no. */
export function isBuiltIn<Type extends object>(value: unknown, ...names: readonly string[]): value is Type {
  try {
    const name = Object.prototype.toString.call(value).slice('[object '.length, -1);
    return names.includes(name);
  } catch {
    // A proxy that answers nothing.
    return false;
  }
}
