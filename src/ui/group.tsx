import { type ComponentChildren, Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { GroupId, RowGroup } from '../present/groups.ts';
import type { RowView } from '../present/row.ts';
import { keyOf } from '../present/sentence.ts';
import { GroupGlyph } from './glyph.tsx';
import { useGradually } from './gradually.ts';
import type { ListedRow } from './listed-rows.ts';
import { useSay } from './voice.ts';

/** Groups whose heading alone could sound better or worse than it is. */
const HINTED: readonly GroupId[] = ['confirmed', 'unknown', 'unchecked', 'waiting', 'left'];

/** Readers want to know which these are, also where the group is folded. */
const NAMED: readonly GroupId[] = ['confirmed', 'unknown'];
const MAX_TITLES = 12;

/** The titles in a folded group, so that its heading alone says which credentials stand in it. */
const GroupNames = ({ group: { rows }, viewOf }: Pick<GroupProps, 'group' | 'viewOf'>) => (
  <span class="group-names">
    {rows.slice(0, MAX_TITLES).map((row, index) => (
      <Fragment key={row.key}>
        {index > 0 && ' · '}
        <bdi>{viewOf(row).title}</bdi>
      </Fragment>
    ))}
    {rows.length > MAX_TITLES && ' …'}
  </span>
);

interface GroupProps {
  readonly group: RowGroup<ListedRow>;
  readonly viewOf: (row: ListedRow) => RowView;
  /** A single group needs no heading to fold it by. */
  readonly alone: boolean;
  readonly filtered: boolean;
  readonly children: (row: ListedRow) => ComponentChildren;
}

/** Rows of one group under its heading, which folds them. */
export function Group({ group, viewOf, alone, filtered, children }: GroupProps) {
  const say = useSay();
  const drawn = useGradually(group.rows.length);
  const [touched, setTouched] = useState<boolean | null>(null);
  const open = touched ?? (group.isOpen || alone || filtered);
  // While the page is being checked, rows that have their answers stand among those that have not.
  const counted = group.id === 'checking' ? group.rows.filter(({ verdict }) => verdict === null) : group.rows;
  return (
    <details
      class="group"
      data-group={group.id}
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open !== open && setTouched(currentTarget.open)}
    >
      <summary>
        <span class="group-glyph">
          <GroupGlyph group={group.id} size={14} />
        </span>
        <span>
          <span class="group-title">{say(keyOf.group(group.id))}</span>{' '}
          <span class="group-count">{counted.length}</span>{' '}
          {HINTED.includes(group.id) && <span class="group-hint">{say(keyOf.groupHint(group.id))}</span>}
          {!open && NAMED.includes(group.id) && <GroupNames group={group} viewOf={viewOf} />}
        </span>
      </summary>
      <ul class="plain rows">{group.rows.slice(0, drawn).map(children)}</ul>
    </details>
  );
}
