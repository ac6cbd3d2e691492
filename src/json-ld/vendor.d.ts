/** The parts of untyped packages that are used here. */
declare module 'rdf-canonize' {
  export function canonize(
    dataset: unknown,
    options: {
      algorithm: 'RDFC-1.0';
      createMessageDigest?: () => { update(text: string): void; digest(): string };
      maxWorkFactor?: number;
      canonicalIdMap?: Map<string, string>;
      inputFormat?: 'application/n-quads';
    },
  ): Promise<string>;
}
declare module 'jsonld/lib/ContextResolver.js' {
  export default class ContextResolver {
    constructor(options: {
      sharedCache: { get(key: string): unknown; set(key: string, value: unknown): void };
    });
  }
}
