/**
 * The library says that an array is `any[]`. So a read-only array becomes `any`, and its items are no longer checked
 * (TypeScript issue 17002).
 */
interface ArrayConstructor {
  isArray(value: unknown): value is readonly unknown[];
}
