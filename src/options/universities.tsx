import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import { usePrescribed } from './prescribed.tsx';
import type { OptionsWorld } from './world.ts';

/** The only switch that recognises by domain. It is the reader's own word and off until they give it. */
export function Universities({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const [recognised, setRecognised] = useState(false);
  const prescribed = usePrescribed(world);
  useEffect(() => void world.readUniversities().then(setRecognised), [world]);
  const change = async (next: boolean): Promise<void> => {
    await world.writeUniversities(next);
    setRecognised(next);
  };
  return (
    <section>
      <h2>{say('options_universities_title')}</h2>
      <p id="universities-text">{say('options_universities_text')}</p>
      <label class="check-field">
        <input
          id="universities"
          type="checkbox"
          aria-describedby="universities-text"
          checked={recognised}
          onChange={({ currentTarget }) => void change(currentTarget.checked)}
        />
        <span>{say('options_universities_switch')}</span>
      </label>
      {prescribed.universities && <p data-prescribed="">{say('options_universities_prescribed')}</p>}
    </section>
  );
}
