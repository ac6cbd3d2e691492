/** Pages for people. Whatever they say is shown as "the page says"; that they exist is all that is believed. */
import { readTextAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Candidate, Route } from './provider.ts';
import type { Resolved } from './resolve.ts';

type PageRoute = Extract<Route, { via: 'page' }>;

/**
 * A page is the link's only where it carries the link's own id: single-page shells and "not found" pages with status
 * 200 do not. `answer-not-understood` where it does not carry it (rulings.md, Human pages).
 */
export function readPage(answer: NetAnswer, route: PageRoute, candidate: Candidate): Result<Resolved> {
  const params = { host: new URL(answer.finalUrl).hostname };
  const text = readTextAnswer(answer);
  if (!text.ok) return text;
  const html = text.value;
  const own = candidate.params[route.carries];
  if (own === undefined || !carries(html, own)) return fail('answer-not-understood', { params });
  const read = (field: 'title' | 'issuer' | 'issued' | 'expires'): string | null =>
    firstGroup(html, route.reads?.[field]);
  return succeed({
    kind: 'page',
    page: {
      url: answer.finalUrl,
      answeredBy: candidate.provider?.name ?? null,
      says: {
        title: read('title') ?? meta(html, 'og:title') ?? firstGroup(html, /<title[^>]*>([^<]{1,300})</i),
        issuer: read('issuer'),
        issued: read('issued'),
        expires: read('expires'),
        credentialId: own,
      },
    },
  });
}

/** As the link spells it or decoded, in any case, and not as a piece of a longer id. */
function carries(html: string, id: string): boolean {
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
  const tag = new RegExp(`<meta[^>]{0,200}property=["']${property}["'][^>]{0,1000}>`, 'i').exec(html)?.[0];
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
