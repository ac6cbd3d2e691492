import type { JsonObject } from '../json.ts';
import { readObjects, readTypes } from './text.ts';

/** The types of such a credential, and of the list that is its subject. */
const TYPES: ReadonlySet<string> = new Set([
  'BitstringStatusListCredential',
  'BitstringStatusList',
  'StatusList2021Credential',
  'StatusList2021',
  'RevocationList2020Credential',
  'RevocationList2020',
]);

/**
 * Whether a credential is a list that an issuer signs to say which of its credentials hold (Bitstring Status List 1.0
 * §2.2, and the lists before it). It awards nothing to anybody.
 */
export const isStatusList = (document: JsonObject): boolean =>
  [document, ...readObjects(document.credentialSubject)].some((each) =>
    readTypes(each).some((type) => TYPES.has(type)),
  );
