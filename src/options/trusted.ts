import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import type { ListedIssuer, OptionsWorld } from './world.ts';

/** The sentence for an entry that is no issuer's id. */
const REFUSALS = {
  'no-id': 'options_trust_invalid',
  badge: 'options_trust_is_badge',
  platform: 'options_trust_is_platform',
} as const;

/** One entry for each id. Of two, the later gives the name. */
const merged = (lists: readonly (readonly ListedIssuer[])[]): readonly ListedIssuer[] => [
  ...new Map(lists.flat().map((issuer) => [issuer.id, issuer])).values(),
];

/** The reader's own list of issuers, what they can do with it, and what is said of that. */
export interface Trusted {
  readonly issuers: readonly ListedIssuer[];
  readonly said: string;
  add(form: HTMLFormElement): void;
  remove(id: string): void;
  importFrom(file: File): Promise<void>;
  exportAll(): void;
}

export function useTrusted(world: OptionsWorld): Trusted {
  const say = useSay();
  const [issuers, setIssuers] = useState<readonly ListedIssuer[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => void world.readTrusted().then(setIssuers), [world]);

  const save = async (list: readonly ListedIssuer[], words: string): Promise<void> => {
    await world.writeTrusted(list);
    setIssuers(list);
    setSaid(words);
  };
  return {
    issuers,
    said,
    add(form) {
      const fields = new FormData(form);
      const id = String(fields.get('id') ?? '').trim();
      const name = String(fields.get('name') ?? '').trim();
      const why = world.whyNoIssuer(id);
      if (why !== null) {
        setSaid(say(REFUSALS[why]));
        return;
      }
      void save(merged([issuers, [{ id, name: name || id }]]), say('options_saved')).then(() => form.reset());
    },
    remove(id) {
      void save(
        issuers.filter((each) => each.id !== id),
        '',
      );
    },
    async importFrom(file) {
      const read = world.parseTrusted(await file.text());
      if (read === null || !read.every(({ id }) => world.whyNoIssuer(id) === null)) {
        setSaid(say('options_trust_import_failed'));
        return;
      }
      const list = merged([issuers, read]);
      await save(list, say('options_trust_imported', { count: list.length - issuers.length }));
    },
    exportAll: () => world.saveFile('touchstone-issuers.json', `${JSON.stringify(issuers, null, 2)}\n`),
  };
}
