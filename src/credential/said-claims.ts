import type { JsonObject } from '../json.ts';

/** The claims that say something. Many programs write null for what they lack: that is no issuer, no end and no id. */
export const saidClaims = (claims: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
