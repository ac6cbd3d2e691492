import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

export interface TabView {
  readonly id: string;
  readonly title: string;
  readonly content: () => ComponentChildren;
}

/** Tabs by the ARIA pattern: arrow keys choose, and only the chosen one is in the tab order. */
export function Tabs({ tabs, label }: { readonly tabs: readonly TabView[]; readonly label: string }) {
  const base = useId();
  const [chosen, setChosen] = useState(0);
  const choose = (index: number, list: HTMLElement): void => {
    const next = (index + tabs.length) % tabs.length;
    setChosen(next);
    list.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  const current = tabs[chosen];
  if (current === undefined) return null;
  return (
    <>
      <div
        role="tablist"
        aria-label={label}
        class="tabs"
        tabIndex={-1}
        onKeyDown={(event) => {
          const forward =
            getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
          const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
          if (event.key === forward) choose(chosen + 1, event.currentTarget);
          else if (event.key === back) choose(chosen - 1, event.currentTarget);
        }}
      >
        {tabs.map(({ id, title }, index) => (
          <button
            key={id}
            type="button"
            role="tab"
            class="tab"
            id={`${base}-${id}`}
            data-tab={id}
            aria-selected={index === chosen}
            aria-controls={`${base}-panel`}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => setChosen(index)}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${current.id}`} class="tab-panel">
        {current.content()}
      </div>
    </>
  );
}
