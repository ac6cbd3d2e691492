import type { ComponentChildren } from 'preact';
import { useSay } from './voice.ts';

/** A link out of the extension: a new tab that does not learn where it came from. `href` has passed `safeLink`. */
export function OutLink({
  href,
  children,
  class: name,
}: {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly class?: string;
}) {
  const say = useSay();
  return (
    <a class={name} href={href} target="_blank" rel="noreferrer noopener">
      {children}
      <span class="visually-hidden"> ({say('ui_opens_new_tab')})</span>
    </a>
  );
}
