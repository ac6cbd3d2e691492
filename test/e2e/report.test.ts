/** What the report looks like, on a screen and on paper. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { problem } from '../../src/problem.ts';
import { toHtml } from '../../src/report/html.ts';
import { inconclusive } from '../../src/verify/report.ts';
import { achievement, content, item, NOW } from '../ui/made-up-items.ts';
import { VOICE } from '../ui/voice.ts';

const says = 'A thorough course, and the only one to which we send our own people. '.repeat(4);
const endorsements = inconclusive(problem('endorsement-unchecked', { params: { endorser: 'Guild' } }), {
  endorsements: [{ endorser: 'Agency', status: 'signature-verified', about: 'issuer', says }],
});
const rich = content({
  achievements: [
    achievement({
      description: 'Designs and reviews systems. '.repeat(10),
      results: Array.from({ length: 24 }, (_, n) => ({
        name: `Examination ${n}`,
        value: '42',
        status: null,
        achievedLevel: null,
      })),
    }),
  ],
});
/** What it speaks for is an address without a place to break. */
const endorsement = content({
  types: ['VerifiableCredential', 'EndorsementCredential'],
  achievements: [],
  recipient: {
    id: `https://college.example/${'credential-'.repeat(9)}`.replaceAll('-', '_'),
    name: null,
    identifiers: [],
  },
});
const html = toHtml(
  {
    page: null,
    items: [
      {
        ...item({ key: 'a', verdict: {}, credential: rich, outcomes: { endorsements } }),
        source: 'exports/2026/november/badges/coastal-navigation-and-seamanship.json',
      },
      {
        ...item({ key: 'b', verdict: {}, credential: endorsement }),
        source: 'an-endorsement-of-the-college.json',
      },
      item({ key: 'c', verdict: { status: 'failed', standing: 'failed' } }),
      item({ key: 'd', verdict: { status: 'expired', standing: 'caution' } }),
    ],
    at: NOW,
    contexts: [],
    explain: false,
  },
  { ...VOICE, language: 'en', direction: 'ltr' },
);

describe('a report with a long reason and a long record', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await puppeteer.launch({
      executablePath: ensureBrowser('chromium'),
      args: ['--no-sandbox', '--disable-gpu'],
      pipe: true,
    });
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  it.each([320, 900])('breaks no word of ours and is no wider than a window of %i pixels', async (width) => {
    await page.setViewport({ width, height: 800 });
    await page.setContent(html);
    const { broken, overflow } = await page.evaluate(() => ({
      broken: [
        ...document.querySelectorAll<HTMLElement>(
          '.checks td:not(:last-child), .overview td:nth-child(n + 2)',
        ),
      ]
        .filter((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
          return lines > (cell.textContent ?? '').split(/[\s-]/).length;
        })
        .map((cell) => cell.textContent),
      overflow: document.documentElement.scrollWidth - innerWidth,
    }));
    expect(broken).toEqual([]);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('tells what failed from what raises a question by colour, too', async () => {
    await page.setContent(html);
    const colours = await page.evaluate(() =>
      ['failed', 'caution', 'verified'].map((standing) => {
        const article = document.querySelector(`article[data-standing="${standing}"]`);
        return article && getComputedStyle(article).borderInlineStartColor;
      }),
    );
    expect(new Set(colours).size).toBe(3);
  });

  it('begins its first credential on the first sheet', async () => {
    await page.setContent(html);
    const sheets = async (): Promise<number> =>
      [
        ...Buffer.from(await page.pdf({ format: 'a4' }))
          .toString('latin1')
          .matchAll(/\/Type\s*\/Page\b/g),
      ].length;
    const whole = await sheets();
    await page.addStyleTag({
      content: 'article { break-before: auto !important; break-inside: auto !important; }',
    });
    expect(whole).toBe(await sheets());
  });
});
