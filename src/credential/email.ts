/** The names of the e-mail type: OB 2.0 §IdentityType, OB 3.0 §IdentifierTypeEnum. */
const EMAIL_TYPES = new Set(['email', 'emailaddress', 'schema:email', 'http://schema.org/email']);

/** Whether an identifier of this type is an e-mail address or a digest of one. */
export const isEmailType = (identityType: string): boolean => EMAIL_TYPES.has(identityType.toLowerCase());

/** Whether a text is one address alone, without a name beside it (RFC 5322 §3.4.1, without quoted parts). */
export const isEmailAddress = (text: string): boolean =>
  /^[^\s@<>()[\]:;,"\\]+@[^\s@<>()[\]:;,"\\]+$/.test(text.trim());
