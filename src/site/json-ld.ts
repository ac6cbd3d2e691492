/** What schema.org markup in a page's scripts asserts about the page. */
import { NO_CLAIM, type PageClaim } from './sighting.ts';

const MAX_DEPTH = 12;
const MAX_CLAIMS = 50;

/** A claim, and the web address that the markup gives the credential. */
interface LinkedClaim {
  readonly claim: PageClaim;
  readonly link: string | null;
}

/** schema.org `EducationalOccupationalCredential`: the page's own word, never more. Bad JSON claims nothing. */
export function schemaClaims(text: string): readonly LinkedClaim[] {
  const claims: LinkedClaim[] = [];
  try {
    collect(JSON.parse(text), claims, 0);
  } catch {
    return [];
  }
  return claims;
}

/**
 * The person whom the markup says that the page is about: the markup itself is a `Person`, or a `ProfilePage` with one as
 * its main entity. Whoever wrote or published something is not meant. Null for nobody.
 */
export function schemaPerson(text: string): string | null {
  try {
    const root: unknown = JSON.parse(text);
    const graph = isNode(root) ? memberOf(root, '@graph') : undefined;
    const page = [root, graph].flat().find((node) => isNode(node) && isOfType(node, /^ProfilePage$/));
    const about = isNode(page) ? memberOf(page, 'mainEntity') : root;
    return isNode(about) && isOfType(about, /^Person$/) ? firstOf(about, 'name') : null;
  } catch {
    return null;
  }
}

type JsonNode = Readonly<Record<string, unknown>>;

function collect(node: unknown, claims: LinkedClaim[], depth: number): void {
  if (!isNode(node) || depth > MAX_DEPTH || claims.length >= MAX_CLAIMS) return;
  if (isOfType(node, /^EducationalOccupationalCredential$/)) {
    if (!isSold(node)) claims.push({ claim: claimIn(node), link: linkIn(node) });
    return;
  }
  for (const [name, member] of Object.entries(node))
    if (!isAskedFor(plain(name)) && !(plain(name) === 'hasCredential' && isOfType(node, NO_PERSON)))
      collect(member, claims, depth + 1);
}

/** A course's award or a post's requirement is nobody's yet. */
const ASKED_FOR =
  /^(?:educationalCredentialAwarded|\w*(?:[rR]equire\w*|[pP]rerequisites|qualifications)|occupationalCredentialAwarded)$/;
/** None of the terms is long. Without this bound the pattern would scan a long name again and again. */
const isAskedFor = (name: string): boolean => name.length < 80 && ASKED_FOR.test(name);
/** Credentials of these types are no person's: a company's own certificates. */
const NO_PERSON =
  /(?:Organi[sz]ation|Business|Corporation|University|School|NGO|Store|Product|Service|Course|Program)$/;
/** What is for sale is nobody's yet, either. */
const isSold = (node: JsonNode): boolean => memberOf(node, 'offers') !== undefined;

const plain = (name: string): string => name.replace(/^(?:schema:|https?:\/\/schema\.org\/)/, '');

const isOfType = (node: JsonNode, type: RegExp): boolean =>
  [node['@type']].flat().some((name) => typeof name === 'string' && type.test(plain(name)));

const memberOf = (node: JsonNode, name: string): unknown =>
  node[name] ??
  node[`schema:${name}`] ??
  node[`https://schema.org/${name}`] ??
  node[`http://schema.org/${name}`];

const firstOf = (node: JsonNode, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const text = textOf(memberOf(node, name));
    if (text !== null) return text;
  }
  return null;
};

const claimIn = (node: JsonNode): PageClaim => ({
  ...NO_CLAIM,
  title: firstOf(node, 'name'),
  issuer: firstOf(node, 'recognizedBy', 'issuedBy', 'publisher', 'creator'),
  issued: firstOf(node, 'dateCreated', 'datePublished', 'validFrom'),
  expires: firstOf(node, 'expires', 'validUntil'),
  credentialId: firstOf(node, 'identifier'),
});

/** Only an absolute address: the script may have come from anywhere. */
function linkIn(node: JsonNode): string | null {
  const link = firstOf(node, 'url', 'sameAs') ?? '';
  return /^https?:/i.test(link) && URL.canParse(link) ? link : null;
}

/** A text, the first of several, the value of a `PropertyValue`, or a thing's name. */
function textOf(value: unknown): string | null {
  const [first] = [value].flat();
  if (!isNode(first)) return tidy(first);
  const [own] = [first['@value'] ?? memberOf(first, 'value') ?? memberOf(first, 'name')].flat();
  return tidy(isNode(own) ? own['@value'] : own);
}

const tidy = (text: unknown): string | null =>
  typeof text === 'string' ? text.trim().slice(0, 300) || null : null;

const isNode = (value: unknown): value is JsonNode => typeof value === 'object' && value !== null;
