import { parseJson } from '../encoding/json.ts';
import { decodeText } from '../encoding/text.ts';
import type { Json } from '../json.ts';
import { WrongUsage } from './arguments.ts';
import type { World } from './world.ts';

/** Files that the user of the command wrote. They may be large. */
const LIMITS = { maxEntries: 1_000_000, maxLength: 256 * 1024 * 1024 };

/** The JSON in a file that an option names. Throws `WrongUsage`, which names option, file and place. */
export function readJsonFile(world: World, option: string, path: string): Json {
  const bytes = world.readFile(path);
  if (bytes === null) throw new WrongUsage(`${option}: cannot read ${path}`);
  const text = decodeText(bytes, null);
  const json = text.ok ? parseJson(text.value, LIMITS) : text;
  if (!json.ok)
    throw new WrongUsage(
      `${option}: ${path} is not usable JSON (${json.problem.code} at ${json.problem.at || '/'})`,
    );
  return json.value;
}
