/**
 * What is no award of the link, on every platform of the registry: an id that is only repeated, an award that is not there,
 * not public, or withdrawn. A new provider is in here as soon as it has an example.
 */
import { describe, expect, it } from 'vitest';
import type { LinkShape, Provider } from '../../src/provider/provider.ts';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { recogniseInView } from '../../src/resolve/page-in-view.ts';
import { NO_CLAIM } from '../../src/site/sighting.ts';
import { answering, inspected } from './inspected.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Certificate</title>${head}</head><body><h1>Certificates</h1>${body}</body></html>`;

/** Where a server repeats what it was asked for, whatever that was. In: the id, the whole link. */
const ECHOES: Readonly<Record<string, (id: string, link: string) => string>> = {
  'in "not found"': (id) =>
    page(`<p>We could not find the certificate ${id}. Name: Ana Example, May 2, 2026</p>`),
  'in its title': (id) =>
    page('', `<title>Certificate ${id} | Platform</title><meta property="og:title" content="${id}">`),
  'in a query of its state': (id) =>
    page(
      `<script>window.__APOLLO_STATE__ = {"ROOT_QUERY": {"get({\\"code\\":\\"${id}\\"})": null}};</script>`,
    ),
  'in a state of settings': (id) =>
    page(
      `<script type="application/json" id="initialData">${encodeURIComponent(JSON.stringify({ path: `/c/${id}`, params: { id } }))}</script>`,
    ),
  'in the state of a route': (id) =>
    page(`<script type="application/json">${JSON.stringify({ query: { id }, buildId: 'a' })}</script>`),
  'in a script': (id) =>
    page(`<script>const certificateId = "${id}"; fetch("/certificates/${id}.json")</script>`),
  'in an input': (id) =>
    page(`<form action="/verify"><input name="code" value="${id}"><textarea>${id}</textarea></form>`),
  'in a picture of a form': (id) => page(`<form><img src="/captcha/${id}.png"></form>`),
  'in the way back from a log-in': (_, link) =>
    page(
      `<a href="/login?next=${encodeURIComponent(link)}">Log in</a><img src="/pixel?u=${encodeURIComponent(link)}">`,
    ),
  'in its canonical address': (_, link) =>
    page('', `<link rel="canonical" href="${link}"><meta property="og:url" content="${link}">`),
  'in share buttons': (id, link) =>
    page(`<a href="https://share.example/?u=${encodeURIComponent(link)}">Share ${id}</a>`),
  'in a stranger’s comment': (id) =>
    page(
      `<section class="comments"><p>My own is ${id}</p><img src="https://pictures.example/${id}.png"></section>`,
    ),
  'in a name that somebody chose': (id) =>
    page(
      `<h1 class='ql-display-small'>/badges/${id} &lt;img src="/badges/${id}.png"&gt;</h1><div class='profile-badges'></div>`,
    ),
  'in a comment of the source': (id) => page(`<!-- <img src="/certificates/${id}.png"> -->`),
  'in JSON that says no': (id) => JSON.stringify({ error: 'not found', id, uuid: id, code: id, data: null }),
  'in JSON that repeats the question': (id) => JSON.stringify({ request: { id }, data: [], results: {} }),
  nowhere: () => page('<p>Welcome</p>'),
};

const WITH_SHAPES = PROVIDERS.filter(({ shapes }) => shapes.length > 0);
/** Something that may well be no credential vanishes instead. */
const isAskedFor = ({ kind, routes, speculative }: LinkShape): boolean =>
  kind === 'credential' && routes.length > 0 && !speculative;
/** One example of each shape of which something could be said. */
const examplesOf = ({ shapes }: Provider): readonly string[] =>
  shapes.filter(isAskedFor).map(({ examples }) => examples[0] ?? '');

async function statusOf(
  link: string,
  body: string,
  httpStatus = 200,
): Promise<readonly [string, string | null, string]> {
  const contentType = body.startsWith('{') ? 'application/json' : 'text/html';
  const net = answering(body, { status: httpStatus, contentType });
  const { status, reason, standing } = (await inspected(link, { net })).verdict;
  return [status, reason, standing];
}
const valuesOf = (link: string): string => Object.values(recogniseLink(link)?.params ?? {}).join(' ');
const idOf = (link: string): string => recogniseLink(link)?.params.id ?? valuesOf(link);

/** Nothing is said of the award. */
const OPEN = ['unreachable', 'not-checked'];

describe.each(WITH_SHAPES)('$id', (provider) => {
  const links = examplesOf(provider);

  it('says nothing of an award whose id a page or an answer only repeats', async () => {
    for (const link of links)
      for (const [where, echo] of Object.entries(ECHOES))
        for (const id of new Set([idOf(link), valuesOf(link)])) {
          const [status] = await statusOf(link, echo(id, link));
          expect(OPEN, `${link} ${where}: ${status}`).toContain(status);
        }
  });

  it('says nothing of it either where the reader has that page open', () => {
    for (const link of links)
      for (const [where, echo] of Object.entries(ECHOES)) {
        const sighting = { kind: 'link', link, text: null, claim: NO_CLAIM, place: 0 } as const;
        const view = echo(idOf(link), link);
        const candidates = recogniseInView({
          url: link,
          title: '',
          language: 'en',
          sightings: [sighting],
          view,
        });
        for (const candidate of candidates) expect(candidate.view, `${link} ${where}`).toBeUndefined();
      }
  });

  it('says of one that is not there or not public only that it could not be seen', async () => {
    for (const link of links)
      for (const status of [401, 403, 404, 429, 500]) {
        const [said, reason, standing] = await statusOf(link, page(idOf(link)), status);
        const isAbsent = said === 'failed' && reason === 'record-not-found' && provider.notFound === 'absent';
        expect(
          isAbsent || (OPEN.includes(said) && standing === 'inconclusive'),
          `${link} ${status}: ${said} ${reason}`,
        ).toBe(true);
      }
  });

  it('never says that one that is gone is good', async () => {
    for (const link of links)
      for (const body of ['', '{"revoked":true}', page(idOf(link))]) {
        const [said] = await statusOf(link, body, 410);
        expect([...OPEN, 'revoked'], `${link}: ${said}`).toContain(said);
      }
  });
});

it('every platform that is asked for an award is held to all of this', () => {
  const asked = PROVIDERS.filter(({ shapes }) => shapes.some(isAskedFor));
  for (const provider of asked) expect(examplesOf(provider), provider.id).not.toEqual([]);
});
