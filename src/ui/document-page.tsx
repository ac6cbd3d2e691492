import type { ComponentChildren } from 'preact';
import { Mark } from './mark.tsx';

interface DocumentPageProps {
  readonly title: string;
  readonly lead?: string;
  /** How far the page's credentials are checked, where it shows some. */
  readonly phase?: string;
  readonly children: ComponentChildren;
}

/** A page in a tab of its own: the slab with its streak, and a column of text. */
export const DocumentPage = ({ title, lead, phase, children }: DocumentPageProps) => (
  <>
    <header class="page-slab">
      <div class="column">
        <Mark size={40} />
        <h1>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
    </header>
    <main class="column" data-phase={phase}>
      {children}
    </main>
  </>
);
