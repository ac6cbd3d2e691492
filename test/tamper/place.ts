/** Where something stands in a JSON value, and how to get at it. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };
export type Path = readonly (string | number)[];

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place below the root, containers before what they contain. */
export function placesOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const below = Array.isArray(value)
    ? value.flatMap((entry, index) => placesOf(entry, [...path, index]))
    : Object.entries(value).flatMap(([name, member]) => placesOf(member, [...path, name]));
  return path.length > 0 ? [path, ...below] : below;
}

export const valueAt = (root: Json, path: Path): Json =>
  path.reduce<Json>((value, step) => (value as JsonObject)[step as string] as Json, root);

export const pointer = (path: Path): string => path.map((step) => `/${step}`).join('');

/** A spot to change: the container, and the name or index of the value in it. */
export interface Spot {
  readonly root: JsonObject;
  readonly path: Path;
  readonly container: JsonObject | Json[];
  readonly name: string | number;
  readonly value: Json;
}

export function spotAt(root: JsonObject, path: Path): Spot {
  const container = valueAt(root, path.slice(0, -1)) as JsonObject | Json[];
  return { root, path, container, name: path.at(-1) ?? '', value: valueAt(root, path) };
}

export function put({ container, name }: Spot, value: Json): void {
  (container as JsonObject)[name as string] = value;
}

export function drop({ container, name }: Spot): void {
  if (Array.isArray(container)) container.splice(Number(name), 1);
  else delete container[name as string];
}

/** Adds a member at a chosen place among the others: order is not to matter. */
export function addMember(object: JsonObject, name: string, value: Json): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
