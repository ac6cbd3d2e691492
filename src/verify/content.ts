import type { Credential, CredentialContent } from '../credential/model.ts';

/** What is shown of a credential, without its signed source: this goes into reports, storage and messages. */
export const contentOf = ({
  format,
  securing,
  vcdm,
  types,
  id,
  name,
  description,
  image,
  issuer,
  recipient,
  achievements,
  issued,
  validFrom,
  validUntil,
}: Credential): CredentialContent => ({
  format,
  securing,
  vcdm,
  types,
  id,
  name,
  description,
  image,
  issuer,
  recipient,
  achievements,
  issued,
  validFrom,
  validUntil,
});
