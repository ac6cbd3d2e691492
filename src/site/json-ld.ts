/** Scripts of the page that describe credentials: whole ones, and what schema.org markup asserts of itself. */
import { NO_CLAIM, type PageClaim } from './sighting.ts';

const MAX_DEPTH = 12;
const MAX_CLAIMS = 50;
const MAX_TEXT = 2 * 1024 * 1024;

/** The terms that a credential's JSON must use; the worker looks again, and parses. */
const CREDENTIAL =
  /"(?:Verifiable(?:Credential|Presentation)|(?:OpenBadge|Achievement|Clr|Endorsement)Credential|Assertion|credentialSubject)"/;

export const holdsCredential = (text: string): boolean => text.length <= MAX_TEXT && CREDENTIAL.test(text);

/** schema.org `EducationalOccupationalCredential`: the page's own word, never more. Bad JSON claims nothing. */
export function schemaClaims(text: string): readonly PageClaim[] {
  if (text.length > MAX_TEXT || !text.includes('EducationalOccupationalCredential')) return [];
  const claims: PageClaim[] = [];
  try {
    collect(JSON.parse(text), claims, 0);
  } catch {
    return [];
  }
  return claims;
}

function collect(value: unknown, claims: PageClaim[], depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || claims.length >= MAX_CLAIMS) return;
  const node = value as Readonly<Record<string, unknown>>;
  if (isOfType(node, 'EducationalOccupationalCredential')) claims.push(claimIn(node));
  else
    for (const [name, member] of Object.entries(node))
      if (!ASKED_FOR.test(name)) collect(member, claims, depth + 1);
}

/** What a course awards or a post asks for is nobody's yet. */
const ASKED_FOR =
  /^(?:schema:|https?:\/\/schema\.org\/)?(?:educationalCredentialAwarded|\w*(?:[rR]equire\w*|[pP]rerequisites|qualifications)|occupationalCredentialAwarded)$/;

const isOfType = (node: Readonly<Record<string, unknown>>, type: string): boolean =>
  [node['@type']]
    .flat()
    .some(
      (name) =>
        typeof name === 'string' && name.replace(/^(?:schema:|https?:\/\/schema\.org\/)/, '') === type,
    );

const claimIn = (node: Readonly<Record<string, unknown>>): PageClaim => ({
  ...NO_CLAIM,
  title: textOf(node.name),
  issuer:
    textOf(node.recognizedBy) ?? textOf(node.issuedBy) ?? textOf(node.publisher) ?? textOf(node.creator),
  issued: textOf(node.dateCreated) ?? textOf(node.datePublished) ?? textOf(node.validFrom),
  expires: textOf(node.expires),
  credentialId: textOf(node.identifier),
});

function textOf(value: unknown): string | null {
  const [first] = [value].flat();
  if (typeof first === 'string') return first.trim().slice(0, 300) || null;
  return typeof first === 'object' && first !== null && 'name' in first ? textOf(first.name) : null;
}
