/**
 * The library says that an array is `any[]`. Of a read-only array that makes `any`, and its items are checked no more
 * (TypeScript issue 17002).
 */
interface ArrayConstructor {
  isArray(value: unknown): value is readonly unknown[];
}
