import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/site/scan.ts';

const list = (html: string, url: string): string | undefined =>
  scan(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document as unknown as Document, { url })
    .unreadList;
const PROFILE = 'https://www.linkedin.com/in/ana-lindqvist';
const CARD =
  '<section componentkey="refAbCertificationTopLevel"><h2>X</h2><div componentkey="entity-collection-item-1"><p>Tides</p></div></section>';

describe('a profile of LinkedIn', () => {
  it.each(['', '/', '/?trk=x', '/#top'])(
    'that has drawn no certificates (%s) says where the list stands',
    (end) => {
      expect(list('<main><h1>Ana</h1></main>', `${PROFILE}${end}`)).toBe(
        `${PROFILE}/details/certifications/`,
      );
    },
  );

  it('says so also where another part of it, a post, shows a badge', () => {
    const post =
      '<p><a href="https://www.credly.com/badges/00000000-1111-4222-8333-000000000001">Badge</a></p>';
    expect(list(post, `${PROFILE}/`)).toBe(`${PROFILE}/details/certifications/`);
  });

  it('that has drawn them says nothing', () => {
    expect(list(CARD, `${PROFILE}/`)).toBeUndefined();
  });
});

it.each([
  'https://www.linkedin.com/in/ana-lindqvist/details/certifications/',
  'https://www.linkedin.com/in/ana-lindqvist/details/experience/',
  'https://www.linkedin.com/company/northwind/',
  'https://www.linkedin.com.evil.example/in/ana-lindqvist/',
  'https://person.example/in/ana-lindqvist/',
])('%s has no list of its own elsewhere', (url) => {
  expect(list('<main><h1>Ana</h1></main>', url)).toBeUndefined();
});
