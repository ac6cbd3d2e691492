import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { EmbeddedEndorsement } from './model.ts';
import { type Placed, placed } from './shape/placed.ts';
import { pointer } from './shape/shape.ts';
import { readId } from './text.ts';

/**
 * The endorsements in a W3C credential (OB 3.0 §B.1.1, §B.1.4, §B.1.21, `endorsement`). One inside an achievement or a
 * profile may endorse only that. One of the credential may endorse the credential and any achievement or profile in it.
 */
export function readEndorsements(document: JsonObject): readonly EmbeddedEndorsement[] {
  const whole: Placed = { value: document, at: '' };
  const achievements = placed(whole, 'credentialSubject').flatMap((each) => placed(each, 'achievement'));
  const parts = [
    ...placed(whole, 'issuer'),
    ...achievements,
    ...achievements.flatMap((each) => placed(each, 'creator')),
  ];
  const everything = [readId(document), readId(document.issuer), ...parts.map(({ value }) => readId(value))];
  return [
    ...endorsementsIn(whole, everything),
    ...parts.flatMap((part) => endorsementsIn(part, [readId(part.value)])),
  ];
}

/** The endorsements of one object: JSON (`endorsement`) and tokens (`endorsementJwt`). */
export function endorsementsIn(
  { value, at }: Placed,
  about: readonly (string | null)[],
): readonly EmbeddedEndorsement[] {
  if (value.endorsement === undefined && value.endorsementJwt === undefined) return [];
  const ids = [...new Set(about.filter((id) => id !== null))];
  return ['endorsement', 'endorsementJwt'].flatMap((member) => {
    const place = pointer(at, member);
    const found = value[member] ?? [];
    const many: readonly (readonly [Json, string])[] = Array.isArray(found)
      ? found.map((one: Json, index) => [one, pointer(place, index)])
      : [[found, place]];
    return many.flatMap(([one, where]) =>
      typeof one === 'string' || isJsonObject(one) ? [{ value: one, at: where, about: ids }] : [],
    );
  });
}
