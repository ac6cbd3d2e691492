/** Pages for people. What they say is shown as "the page says". We believe only that they exist. */
import { readTextAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import type { Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { type Result, succeed } from '../result.ts';
import type { PageClaim } from '../site/sighting.ts';
import { notUnderstood } from './not-understood.ts';
import { below, type PageElement, readPageElements, select, textOf } from './page-element.ts';
import { isAbout } from './page-evidence.ts';
import type { Resolved } from './resolved.ts';

type PageRoute = Extract<Route, { via: 'page' }>;

export interface PageReading extends Pick<PageRoute, 'labels' | 'template'> {
  /** Groups of the link whose values the page has to carry, all of them. The last is the award's id. */
  readonly carries: readonly string[];
}

export const readingOf = ({ carries, ...rest }: PageRoute): PageReading => ({
  ...rest,
  carries: [carries ?? []].flat(),
});

/**
 * A page counts only where it is about the link's own id (`page-evidence.ts`). Single-page shells, log-ins and "not
 * found" pages with status 200 are not. Problem: `answer-not-understood` where it is not.
 */
export function readPage(answer: NetAnswer, route: PageRoute, candidate: Candidate): Result<Resolved> {
  const text = readTextAnswer(answer);
  if (!text.ok) return text;
  const own = [answer.url, answer.finalUrl];
  const says = pageSays(readPageElements(text.value), readingOf(route), { params: candidate.params, own });
  if (says === null) return notUnderstood(answer.finalUrl);
  const page = { url: answer.finalUrl, answeredBy: candidate.provider?.name ?? null, says };
  return succeed({ kind: 'page', page });
}

interface Asked {
  readonly params: Candidate['params'];
  /** The addresses that the page only repeats. */
  readonly own: readonly string[];
}

/** What a page says of its award; null where it is not about that award. */
export function pageSays(page: PageElement, reading: PageReading, { params, own }: Asked): PageClaim | null {
  const { carries, template, labels = {} } = reading;
  if (template !== undefined && select(page, template).length === 0) return null;
  const texts = labels.title === undefined ? [] : textsOf(page);
  const read = (label: string | undefined): string | null => behind(texts, label);
  const isTemplate = read(labels.title) !== null && read(labels.issued) !== null;
  const isCarried = (id: string | undefined): boolean =>
    id !== undefined && (isAbout(page, id, own) || (isTemplate && texts.some((text) => isWord(text, id))));
  if (!carries.every((name) => isCarried(params[name]))) return null;
  const title = read(labels.title) ?? titleOf(page);
  if (carries.length === 0 && title === null) return null;
  return {
    title,
    issuer: read(labels.issuer),
    issued: read(labels.issued),
    expires: read(labels.expires),
    credentialId: params[carries.at(-1) ?? 'id'] ?? null,
  };
}

const MAX_TEXT_CHARACTERS = 300;

function titleOf(page: PageElement): string | null {
  const [preview] = select(page, 'meta[property="og:title"]');
  const [title] = select(page, 'title');
  const text = preview?.attributes.get('content') ?? (title && textOf(title)) ?? '';
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT_CHARACTERS) || null;
}

/** The page's texts, one for each piece between elements. */
const textsOf = (page: PageElement): readonly string[] =>
  [...below(page)]
    .filter(({ name }) => name !== 'script' && name !== 'style' && name !== 'textarea')
    .flatMap(({ children }) => children)
    .filter((child) => typeof child === 'string')
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');

/** The text that follows a label of its own. */
function behind(texts: readonly string[], label: string | undefined): string | null {
  const at = label === undefined ? -1 : texts.findIndex((text) => text.replace(/:$/, '') === label);
  return at < 0 ? null : (texts[at + 1]?.slice(0, MAX_TEXT_CHARACTERS) ?? null);
}

const isWord = (text: string, id: string): boolean =>
  text.split(/[\s:#]+/).some((word) => word.toLowerCase() === id.toLowerCase());
