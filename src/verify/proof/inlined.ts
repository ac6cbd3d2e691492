/** Compares inline copies of a BadgeClass and an issuer with what their own addresses serve (OB 2.0 §4). */
import type { Achievement, Issuer } from '../../credential/model.ts';
import { readOb2 } from '../../credential/ob2.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';

/** What is shown of a part, by the member that states it. */
type Shown = Readonly<Record<string, string | null>>;

const shownOf = (badge: JsonObject): { readonly badge: Shown; readonly issuer: Shown } => {
  const assertion: JsonObject = { badge };
  const source = { securing: 'none', document: assertion } as const;
  const { achievements, issuer } = readOb2({ assertion, badge: null, issuer: null }, source);
  const [achievement] = achievements;
  return { badge: achievement ? shownOfBadge(achievement) : {}, issuer: shownOfIssuer(issuer) };
};

const shownOfBadge = ({ name, description, criteria }: Achievement): Shown => ({
  name,
  description,
  criteria: criteria.id ?? criteria.narrative,
});
const shownOfIssuer = ({ id, name, url, email }: Issuer): Shown => ({ id, name, url, email });

export interface Served {
  readonly badge: JsonObject;
  readonly issuer: JsonObject | null;
}

/**
 * `inlined-differs` for the first shown value in which the inline copy differs from the served part. Null where they
 * agree, where nothing is inline, and where one of them has no value.
 */
export function inlinedDiffers(inline: Json | undefined, { badge, issuer }: Served): Problem | null {
  if (!isJsonObject(inline)) return null;
  const copy = shownOf(inline);
  const served = shownOf(issuer === null ? badge : { ...badge, issuer });
  return (
    differenceIn(copy.badge, served.badge, '/badge') ??
    differenceIn(copy.issuer, served.issuer, '/badge/issuer')
  );
}

function differenceIn(copy: Shown, served: Shown, at: string): Problem | null {
  const member = Object.keys(copy).find((name) => contradict(copy[name] ?? null, served[name] ?? null));
  if (member === undefined) return null;
  const params = { member, inlined: copy[member] ?? '', published: served[member] ?? '' };
  return problem('inlined-differs', { at: `${at}/${member}`, params });
}

const contradict = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && plain(one) !== plain(other);

/** Differences of white space, a final slash, and http for https do not count. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^http:/i, 'https:')
    .replace(/\/$/, '');
