import { splitCompactJws } from '../../encoding/compact-jws.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeText } from '../../encoding/text.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Problem } from '../../problem.ts';
import { readId } from '../text.ts';
import { dangling } from './ob3-references.ts';
import { type Placed, placed } from './placed.ts';

/**
 * The associations of a CLR (CLR 2.0 §B.1, Association) whose `sourceId` or `targetId` is the id of no achievement. The
 * achievements of the record and of the credentials in it count.
 *
 * Out: `reference-dangling`, once for each end, with its place. Empty where one of the credentials cannot be opened,
 * because it may contain the achievement.
 */
export const danglingAssociations = (document: JsonObject): readonly Problem[] =>
  placed({ value: document, at: '' }, 'credentialSubject').flatMap(inSubject);

function inSubject(subject: Placed): readonly Problem[] {
  const carried = asArray<Json>(subject.value.verifiableCredential ?? undefined).map(open);
  if (carried.includes(null)) return [];
  const subjects = carried.flatMap((one) => asArray<Json>(one?.credentialSubject ?? undefined));
  const known = new Set([subject.value, ...subjects].flatMap(achievementIds));
  const isKnown = (id: string): boolean => known.has(id);
  return placed(subject, 'association').flatMap((each) => [
    ...dangling(each, 'sourceId', isKnown),
    ...dangling(each, 'targetId', isKnown),
  ]);
}

const achievementIds = (subject: Json): readonly string[] =>
  asArray<Json>((isJsonObject(subject) ? subject.achievement : null) ?? undefined).flatMap(
    (achievement) => readId(achievement) ?? [],
  );

/** A contained credential as JSON, also out of a token. No signature is checked here. */
function open(carried: Json): JsonObject | null {
  const token = typeof carried === 'string' ? carried : envelopedIn(carried);
  if (token === null) return isJsonObject(carried) ? carried : null;
  const jws = splitCompactJws(token.split('~')[0] ?? '');
  const text = jws.ok ? decodeText(jws.value.payload, 'utf-8') : jws;
  const payload = text.ok ? parseJson(text.value) : text;
  if (!payload.ok || !isJsonObject(payload.value)) return null;
  return isJsonObject(payload.value.vc) ? payload.value.vc : payload.value;
}

/** VCDM 2.0 §4.13: `data:application/vc+jwt,<token>`. */
function envelopedIn(carried: Json): string | null {
  const id = isJsonObject(carried) ? carried.id : null;
  return typeof id === 'string' && id.startsWith('data:') ? id.slice(id.indexOf(',') + 1) : null;
}
