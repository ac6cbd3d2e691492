/** Files that were read, by path; standard input as `-`. */
export type BytesByPath = ReadonlyMap<string, Uint8Array>;
