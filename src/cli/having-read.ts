import type { BytesByPath } from './bytes-by-path.ts';
import type { World } from './world.ts';

/** The machine, with these files as they were read. A pipe gives its bytes once, and a file may change. */
export const havingRead = (world: World, files: BytesByPath): World => ({
  ...world,
  readFile: (path) => files.get(path) ?? world.readFile(path),
  readInput: async () => files.get('-') ?? world.readInput(),
});
