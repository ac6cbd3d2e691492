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

  /** Changes the list as it stands now: the popup of another window may have changed it since this page was opened. */
  const change = async (
    to: (listed: readonly ListedIssuer[]) => readonly ListedIssuer[],
    words: (added: number) => string,
  ): Promise<void> => {
    const listed = await world.readTrusted();
    const list = to(listed);
    await world.writeTrusted(list);
    setIssuers(list);
    setSaid(words(list.length - listed.length));
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
      void change(
        (listed) => merged([listed, [{ id, name: name || id }]]),
        () => say('options_saved'),
      ).then(() => form.reset());
    },
    remove(id) {
      void change(
        (listed) => listed.filter((each) => each.id !== id),
        () => '',
      );
    },
    async importFrom(file) {
      const read = world.parseTrusted(await file.text());
      if (read === null || !read.every(({ id }) => world.whyNoIssuer(id) === null)) {
        setSaid(say('options_trust_import_failed'));
        return;
      }
      await change(
        (listed) => merged([listed, read]),
        (count) => say('options_trust_imported', { count }),
      );
    },
    exportAll: () => world.saveFile('touchstone-issuers.json', `${JSON.stringify(issuers, null, 2)}\n`),
  };
}
