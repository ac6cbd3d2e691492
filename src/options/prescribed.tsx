import { useCallback, useState } from 'preact/hooks';
import { EntryText } from './entry.tsx';
import { useUnderPolicy } from './under-policy.ts';
import type { OptionsWorld } from './world.ts';

type Prescribed = Awaited<ReturnType<OptionsWorld['readPrescribed']>>;

const NOTHING: Prescribed = { issuers: [], universities: false, federations: [] };

/** Whom the organisation recognises beside the reader, as its policy says now. */
export function usePrescribed(world: OptionsWorld): Prescribed {
  const [prescribed, setPrescribed] = useState(NOTHING);
  const read = useCallback(() => void world.readPrescribed().then(setPrescribed), [world]);
  useUnderPolicy(world, read);
  return prescribed;
}

interface PrescribedListProps {
  readonly text: string;
  readonly entries: readonly { readonly id: string; readonly name: string }[];
}

/** Entries that the reader cannot remove, under a sentence that says so. */
export const PrescribedList = ({ text, entries }: PrescribedListProps) =>
  entries.length === 0 ? null : (
    <>
      <p>{text}</p>
      <ul class="plain entries" data-prescribed="">
        {entries.map(({ id, name }) => (
          <li key={id}>
            <EntryText name={name} id={id} />
          </li>
        ))}
      </ul>
    </>
  );
