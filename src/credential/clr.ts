import type { JsonObject } from '../json.ts';
import type { Association, CredentialContent, CredentialForm, Source } from './model.ts';
import { readAllAchievements } from './ob3.ts';
import { danglingAssociations } from './shape/clr-references.ts';
import { danglingReferences } from './shape/ob3-references.ts';
import { checkObShape } from './shape/ob3-shape.ts';
import { readId, readObjects, readText, readTypes } from './text.ts';
import { readImage, readInner, readSubjects, readVcContent, readVcForm } from './vc.ts';

export const isClr = (document: JsonObject): boolean => readTypes(document).includes('ClrCredential');

/**
 * CLR 2.0 §B: a record of several credentials, as JSON or as compact JWTs. They stay in `contained`, and each is
 * verified on its own. The record's own proof only says that its publisher put them together.
 */
export const readClrContent = (document: JsonObject, source: Source): CredentialContent => ({
  ...readVcContent(document, source),
  format: 'clr2',
  name: readText(document.name),
  image: readImage(document.image),
  achievements: readAllAchievements(document, source),
  associations: readSubjects(document).flatMap(readAssociations),
  // The context of CLR 2.0.1 misspells the type, so in a graph the word stands.
  partial: document.partial === true || document.partial === 'true' || undefined,
});

/** The form of a CLR 2.0 record: that of any W3C credential, with its own shape and the credentials in it. */
export function readClrForm(document: JsonObject, source: Source): CredentialForm {
  const base = readVcForm(document, source);
  const subjects = readSubjects(document);
  return {
    ...base,
    contained: readInner(...subjects.map((subject) => subject.verifiableCredential)),
    defects: [
      ...base.defects,
      ...checkObShape(document, 'clr'),
      ...danglingReferences(document),
      ...danglingAssociations(document),
    ],
  };
}

/** CLR 2.0 §B.1, Association. One without both ends and a type relates nothing, so it is left out. */
const readAssociations = ({ association }: JsonObject): readonly Association[] =>
  readObjects(association).flatMap((each) => {
    const type = readText(each.associationType);
    const [source, target] = [readId(each.sourceId), readId(each.targetId)];
    return type === null || source === null || target === null ? [] : [{ type, source, target }];
  });
