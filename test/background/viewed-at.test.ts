import { expect, it } from 'vitest';
import { viewedAt } from '../../src/background/viewed-at.ts';
import { NO_CLAIM } from '../../src/site/sighting.ts';

const SCAN = {
  url: 'https://www.udemy.com/certificate/UC-ABCD1234/',
  title: '',
  language: null,
  sightings: [
    {
      kind: 'link',
      link: 'https://www.udemy.com/certificate/UC-ABCD1234/',
      text: null,
      claim: NO_CLAIM,
      place: 0,
    },
  ],
  view: '<img src="/UC-ABCD1234.png">',
} as const;

it('what stands on a page counts where the browser says that the page is there', () => {
  expect(viewedAt(SCAN.url, SCAN)).toEqual(SCAN);
  expect(viewedAt(`${SCAN.url}#top`, SCAN)).toEqual(SCAN);
});

it.each(['https://www.udemy.com/certificate/UC-WXYZ9876/', 'https://www.udemy.com/', ''])(
  'at %s it does not, and all else of the scan does',
  (url) => {
    const { view: _, ...rest } = SCAN;
    expect(viewedAt(url, SCAN)).toEqual(rest);
  },
);

it('is not kept where it is no credential’s own', () => {
  const { view: _, ...rest } = SCAN;
  expect(viewedAt(SCAN.url, { ...SCAN, view: '<p>Your account</p>' })).toEqual(rest);
});
