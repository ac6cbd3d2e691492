import { useCallback, useState } from 'preact/hooks';
import { type CheckedEntry, toCheckedCsv } from '../report/checked.ts';
import { CheckedTable } from '../ui/checked-table.tsx';
import { useSay } from '../ui/voice.ts';
import { useUnderPolicy } from './under-policy.ts';
import type { OptionsWorld } from './world.ts';

type Settings = Awaited<ReturnType<OptionsWorld['readCheckedSettings']>>;

/**
 * The reader's own list of what was checked. It is off until they switch it on, and they choose how long it is kept.
 * Where their organisation has switched it off, what was kept before is still theirs to save and to delete.
 */
export function CheckedList({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [isForbidden, setForbidden] = useState(false);
  const [entries, setEntries] = useState<readonly CheckedEntry[]>([]);
  const [said, setSaid] = useState('');
  const refresh = useCallback(async () => {
    setForbidden(await world.isCheckedForbidden());
    setSettings(await world.readCheckedSettings());
    setEntries(await world.readChecked());
  }, [world]);
  useUnderPolicy(world, refresh);
  if (settings === null) return null;
  const isOn = settings.on && !isForbidden;

  const change = async (next: Settings): Promise<void> => {
    await world.writeCheckedSettings(next);
    setSaid(say('options_saved'));
    await refresh();
  };
  const erase = async (): Promise<void> => {
    await world.forgetChecked();
    setSaid(say('options_checked_deleted'));
    await refresh();
  };
  return (
    <section>
      <h2>{say('checked_title')}</h2>
      <p id="checked-text">{say('options_checked_text')}</p>
      <label class="check-field">
        <input
          id="keep-checked"
          type="checkbox"
          aria-describedby={isForbidden ? 'checked-text checked-forbidden' : 'checked-text'}
          checked={isOn}
          disabled={isForbidden}
          onChange={({ currentTarget }) => void change({ ...settings, on: currentTarget.checked })}
        />
        <span>{say('options_checked_switch')}</span>
      </label>
      {isForbidden && (
        <p class="note" id="checked-forbidden">
          {say('options_checked_forbidden')}
        </p>
      )}
      <label class="inline-field">
        {say('options_checked_days')}{' '}
        <input
          id="checked-days"
          class="choice"
          type="number"
          min={world.checkedDays.fewest}
          max={world.checkedDays.most}
          step={1}
          required
          value={settings.days}
          onChange={({ currentTarget }) => {
            if (currentTarget.reportValidity())
              void change({ ...settings, days: currentTarget.valueAsNumber });
          }}
        />
      </label>
      {entries.length > 0 && (
        <>
          {!isOn && <p class="note">{say('options_checked_off')}</p>}
          <details class="checked-entries">
            <summary>{say('checked_count', { count: entries.length })}</summary>
            <CheckedTable entries={entries} />
          </details>
          <div class="actions">
            <button
              type="button"
              class="button"
              data-checked-csv=""
              onClick={() => world.saveCsv('touchstone-checked.csv', toCheckedCsv(entries))}
            >
              {say('take_csv')}
            </button>
            <button
              type="button"
              class="button button-danger"
              data-checked-delete=""
              onClick={() => void erase()}
            >
              {say('options_checked_delete')}
            </button>
          </div>
        </>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
