/** Pages for people. Whatever they say is shown as "the page says"; that they exist is all that is believed. */
import { readTextAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import type { Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { PageClaim } from '../site/sighting.ts';
import { withoutAddresses } from './own-address.ts';
import type { Resolved } from './resolved.ts';

type PageRoute = Extract<Route, { via: 'page' }>;
type Params = Candidate['params'];

export interface PageReading extends Pick<PageRoute, 'reads' | 'piece'> {
  /** Groups of the link whose values the page has to carry, all of them; the last is the award's id. */
  readonly carries: readonly string[];
}

export const readingOf = ({ carries, ...rest }: PageRoute): PageReading => ({ ...rest, carries: [carries] });

/**
 * A page is the link's only where it carries the link's own id, beside the address that it was asked for by, which
 * single-page shells, logins and "not found" pages with status 200 repeat as well. `answer-not-understood` where it does
 * not carry it (rulings.md, Human pages).
 */
export function readPage(answer: NetAnswer, route: PageRoute, candidate: Candidate): Result<Resolved> {
  const params = { host: new URL(answer.finalUrl).hostname };
  const text = readTextAnswer(answer);
  if (!text.ok) return text;
  const own = withoutAddresses(text.value, [answer.url, answer.finalUrl]);
  const says = pageSays(own, readingOf(route), candidate.params);
  if (says === null) return fail('answer-not-understood', { params });
  const page = { url: answer.finalUrl, answeredBy: candidate.provider?.name ?? null, says };
  return succeed({ kind: 'page', page });
}

/** What a page says of the award whose id it carries; null where it does not carry it. */
export function pageSays(
  html: string,
  { carries, reads, piece }: PageReading,
  params: Params,
): PageClaim | null {
  const about = piece === undefined ? html : pieceOf(html, piece, params);
  const values = carries.map((name) => params[name]);
  if (about === null || !values.every((value) => value !== undefined && isCarried(about, value))) return null;
  const read = (field: 'title' | 'issuer' | 'issued' | 'expires'): string | null =>
    firstGroup(about, reads?.[field]);
  const ofPage = piece === undefined ? (meta(html, 'og:title') ?? firstGroup(html, TITLE)) : null;
  return {
    title: read('title') ?? ofPage,
    issuer: read('issuer'),
    issued: read('issued'),
    expires: read('expires'),
    credentialId: values.at(-1) ?? null,
  };
}

const TITLE = /<title[^<>]{0,300}>([^<]{1,300})</i;

function pieceOf(html: string, pattern: string, params: Params): string | null {
  const source = pattern.replace(/\{([a-z]\w*)\}/gi, (_, name: string) => literal(params[name] ?? ''));
  return new RegExp(source, 'i').exec(html)?.[0] ?? null;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As the link spells it or decoded, in any case, and not as a piece of a longer id. */
function isCarried(html: string, id: string): boolean {
  const page = html.toLowerCase();
  return [id, id.replace(/%2f/gi, '/').replace(/%2b/gi, '+').replace(/%3d/gi, '=')].some((spelling) => {
    const wanted = spelling.toLowerCase();
    for (let from = page.indexOf(wanted); from >= 0; from = page.indexOf(wanted, from + 1)) {
      const around = `${page[from - 1] ?? ' '}${page[from + wanted.length] ?? ' '}`;
      if (!/[a-z0-9]/.test(around)) return true;
    }
    return false;
  });
}

const meta = (html: string, property: string): string | null => {
  const tag = new RegExp(`<meta[^<>]{0,200}property=["']${property}["'][^<>]{0,1000}>`, 'i').exec(html)?.[0];
  return tag === undefined ? null : firstGroup(tag, /content=["']([^"']{1,300})["']/i);
};

function firstGroup(html: string, pattern: RegExp | undefined): string | null {
  const text = pattern?.exec(html)?.[1]?.replace(/\s+/g, ' ').trim();
  return text ? unescape_(text.slice(0, 300)) : null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};
const unescape_ = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
