import { useCallback, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import { useUnderPolicy } from './under-policy.ts';
import type { OptionsWorld } from './world.ts';

type Faults = Awaited<ReturnType<OptionsWorld['readListFaults']>>;

const NONE: Faults = [];

/** The sentence for a list with malformed entries, and for one that is no list. */
const WORDS = {
  trusted: ['options_fault_trusted', 'options_fault_trusted_whole'],
  sites: ['options_fault_sites', 'options_fault_sites_whole'],
  policy: ['options_fault_policy', 'options_fault_policy_whole'],
  federations: ['options_fault_federations', 'options_fault_federations_whole'],
  policyFederations: ['options_fault_policy_federations', 'options_fault_policy_federations_whole'],
  policySites: ['options_fault_policy_sites', 'options_fault_policy_sites_whole'],
} as const;

/** What could not be read in the lists that decide what is looked at and who is recognised. */
export function ListFaults({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const [faults, setFaults] = useState<Faults>(NONE);
  const read = useCallback(
    () => void world.readListFaults().then((found) => setFaults(found.length > 0 ? found : NONE)),
    [world],
  );
  useUnderPolicy(world, read);
  const wordsOf = ({ list, faulty }: Faults[number]): string => {
    const [some, whole] = WORDS[list];
    return faulty === 'whole' ? say(whole) : say(some, { places: faulty.join(', ') });
  };
  return (
    <>
      {faults.map((fault) => (
        <p key={fault.list} role="alert" data-list-fault={fault.list}>
          {wordsOf(fault)}
        </p>
      ))}
    </>
  );
}
