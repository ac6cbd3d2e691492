import type { JsonObject } from '../json.ts';
import { readObjects, readTypes } from './text.ts';

/**
 * The types of credentials that other records refer to, and of their subjects. The data model lets an issuer sign
 * anything. These kinds say themselves that they are nobody's award.
 */
const TYPES: ReadonlySet<string> = new Set([
  // Bitstring Status List 1.0 §2.2, and the lists before it: which of an issuer's credentials hold.
  'BitstringStatusListCredential',
  'BitstringStatusList',
  'StatusList2021Credential',
  'StatusList2021',
  'RevocationList2021Credential',
  'RevocationList2021',
  'SuspensionList2021Credential',
  'SuspensionList2021',
  'RevocationList2020Credential',
  'RevocationList2020',
  // OB 3.0 §B.1.11–12: what somebody says in favour of somebody or something.
  'EndorsementCredential',
  'EndorsementSubject',
  // VC JSON Schema §2.2: the form that other credentials have.
  'JsonSchemaCredential',
  'JsonSchema',
]);

/** Whether a credential, in order as it may be, awards nothing to anybody. */
export const awardsNothing = (document: JsonObject): boolean =>
  [document, ...readObjects(document.credentialSubject)].some((each) =>
    readTypes(each).some((type) => TYPES.has(type)),
  );
