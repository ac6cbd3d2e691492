// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Row } from '../../src/item.ts';
import { Popup } from '../../src/popup/popup.tsx';
import type { PopupWorld } from '../../src/popup/world.ts';
import { problem } from '../../src/problem.ts';
import type { PageState } from '../../src/protocol.ts';
import { loadCard } from '../../src/ui/later-card.tsx';
import { judge } from '../../src/verify/judge.ts';
import { CHECK_IDS, inconclusive, STATUSES } from '../../src/verify/report.ts';
import { unresolvedReport } from '../../src/verify/unresolved.ts';
import { achievement, checked, checking, content, ITEMS, item, page } from '../ui/made-up-items.ts';
import { all, click, one, root, submit, worldOf } from '../ui/stage.ts';
import { say, VOICE } from '../ui/voice.ts';

await loadCard();
let owner: AbortSignal | null = null;
let tell: (state: PageState | null) => void = () => undefined;
const asked: unknown[] = [];
let taken: unknown[] = [];

function open(state: PageState | null, own: Partial<PopupWorld> = {}): void {
  const world: PopupWorld = {
    ...worldOf(state, asked),
    heard: Promise.resolve(true),
    watch: (listener, signal) => {
      owner = signal;
      tell = (next) => void act(() => listener(next));
      listener(state);
    },
    take: async (kind, examination) => {
      taken.push([kind, examination.items.length]);
    },
    openOptions: async () => undefined,
    openPreview: async () => undefined,
    openPanel: async () => undefined,
    ...own,
  };
  act(() => render(<Popup world={world} />, root));
}
const row = (key: string): HTMLElement => one(`[data-credential="${key}"]`);
const buttonOf = (key: string): HTMLElement => row(key).querySelector('button') as HTMLElement;
const standingOf = (each: Row): string => (each.state === 'checked' ? each.verdict.standing : 'checking');
const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }) as Promise<void>;
const button = (words: string): HTMLElement => {
  const found = all('button').find(({ textContent }) => textContent === words);
  if (found === undefined) throw new Error(`no button ${words}`);
  return found;
};

beforeEach(() => {
  asked.length = 0;
  taken = [];
  document.body.append(root);
});
afterEach(() => {
  act(() => render(null, root));
  vi.useRealTimers();
});

describe('opening the popup', () => {
  it('shows that the page is being read, and does not ask again: one click on the toolbar is one scan', async () => {
    open(null);
    await settle();
    expect(asked).toEqual([]);
    expect(all('[data-progress]')).toHaveLength(1);
  });

  it('begins with the rows that were read before it was drawn', () => {
    open(null, { first: page(), watch: () => undefined });
    expect(all('[data-credential]').length).toBeGreaterThan(0);
    expect(all('[data-notice]')).toHaveLength(0);
  });

  it('offers to read the page that the tab shows by now, where it has moved on below the open popup', async () => {
    open(page());
    tell(null);
    await settle();
    expect(one('[data-notice]').dataset.notice).toBe('idle');
    expect(all('[data-progress]')).toEqual([]);
    click(one('[data-notice] button'));
    expect(asked).toEqual([['scan-tab', { tabId: 7 }]]);
    expect(one('[data-notice]').dataset.notice).toBe('scanning');
    tell(page());
    expect(all('[data-credential]')).toHaveLength(ITEMS.length);
  });

  it('lets go of the page’s state when it closes', () => {
    open(page());
    act(() => render(null, root));
    expect(owner?.aborted).toBe(true);
  });

  it('says so where the background refuses, and tries again on a click', async () => {
    open(null, { heard: Promise.resolve(false) });
    await settle();
    expect(one('[data-notice]').dataset.notice).toBe('error');
    expect(one('[role="alert"]').textContent).toContain('says nothing about its credentials');
    click(one('[data-notice] button'));
    await settle();
    expect([asked, all('[data-notice="error"]').length]).toEqual([[['scan-tab', { tabId: 7 }]], 0]);
  });

  it('says so where the background has begun and its answers cannot be read, and takes them when they come', async () => {
    vi.useFakeTimers();
    open(null);
    await settle();
    expect(one('[data-notice]').dataset.notice).toBe('scanning');
    act(() => void vi.advanceTimersByTime(10_000));
    expect(one('[data-notice]').dataset.notice).toBe('error');
    tell(page());
    expect(all('[data-credential]')).toHaveLength(ITEMS.length);
  });

  it('waits as long as it takes until the background has begun', async () => {
    vi.useFakeTimers();
    open(null, { heard: new Promise(() => undefined) });
    await settle();
    act(() => void vi.advanceTimersByTime(60_000));
    expect(one('[data-notice]').dataset.notice).toBe('scanning');
  });

  it('does not say so of a page that was read by a later worker, and was left since', async () => {
    open(null, { heard: Promise.resolve(false) });
    await settle();
    tell(page());
    await settle();
    tell(null);
    await settle();
    expect(one('[data-notice]').dataset.notice).toBe('idle');
  });

  it('says so where the background refuses after it had begun', async () => {
    let refuse = (_: boolean): void => undefined;
    open(null, {
      heard: new Promise((resolve) => {
        refuse = resolve;
      }),
    });
    tell(page({ phase: 'scanning', rows: [] }));
    await settle();
    refuse(false);
    tell(null);
    await settle();
    expect(one('[data-notice]').dataset.notice).toBe('error');
  });

  it('asks a second time where the worker died over the first, and shows no error', async () => {
    let times = 0;
    open(null, {
      heard: Promise.resolve(false),
      ask: () => (times++ === 0 ? Promise.reject(new Error('port closed')) : Promise.resolve(null)) as never,
    });
    await settle();
    click(one('[data-notice] button'));
    await settle();
    expect([times, all('[data-notice="error"]').length]).toEqual([2, 0]);
  });

  it('keeps what was found where the background can no longer be asked', async () => {
    open(page(), { heard: Promise.resolve(false), ask: () => Promise.reject(new Error('gone')) });
    await settle();
    expect(all('[data-credential]')).toHaveLength(ITEMS.length);
  });

  it.each([
    'browser-page',
    'store-page',
    'pdf',
    'local-file',
    'source-view',
    'no-access',
    'not-allowed',
  ] as const)('says why a %s cannot be read', (notReadable) => {
    open(page({ phase: 'not-readable', notReadable, rows: [] }));
    expect(one('[data-notice="unreadable"] p').textContent).toBe(
      say(`ui_unreadable_${notReadable.replace('-', '_')}`),
    );
  });

  it('says that there are no credentials only once the page was read', () => {
    open(page({ phase: 'scanning', rows: [] }));
    expect(all('[data-notice="empty"]')).toHaveLength(0);
    tell(page({ phase: 'done', rows: [] }));
    expect(one('[data-notice="empty"]').textContent).toContain(say('ui_empty_title'));
  });

  it('does not say so while rows may still come', () => {
    open(page({ phase: 'checking', rows: [] }));
    expect(all('[data-notice="empty"]')).toHaveLength(0);
  });
});

describe('the rows', () => {
  it('of a long list are counted at once and drawn in steps, and only what is drawn is put into words', async () => {
    const [each] = ITEMS;
    if (!each) throw new Error('no item');
    const rows = Array.from({ length: 120 }, (_, n) => {
      const report = { ...each.report, credential: content({ id: `urn:${n}` }) };
      return checked({ ...each, key: `row-${n}`, report });
    });
    let worded = 0;
    const counting: typeof say = (key, params) => {
      if (key === 'title_unnamed' || key.startsWith('issue')) worded += 1;
      return say(key, params);
    };
    open(page({ rows }), { voice: { ...VOICE, say: counting } });
    expect(all('.group-count').map(({ textContent }) => textContent)).toEqual(['120']);
    expect([all('[data-credential]').length, worded]).toEqual([20, 20]);
    await expect.poll(() => all('[data-credential]').length).toBe(120);
    expect(worded).toBe(120);
  });

  it('carry link, status and standing for every status', () => {
    open(page());
    expect(all('[data-credential]')).toHaveLength(ITEMS.length);
    for (const { key, link, verdict } of ITEMS) {
      const hooks = ['data-link', 'data-status', 'data-standing'].map((name) => row(key).getAttribute(name));
      expect(hooks).toEqual([link ?? '', verdict.status, verdict.standing]);
    }
    expect(new Set(all('[data-credential]').map(({ dataset }) => dataset.status)).size).toBe(STATUSES.length);
  });

  it('say status and standing in words, beside two shapes', () => {
    open(page());
    for (const each of all('.verdict')) {
      expect(each.querySelectorAll('svg[aria-hidden="true"]')).toHaveLength(2);
      expect(each.textContent?.trim()).not.toBe('');
    }
  });

  it('sum up to one sentence', () => {
    open(page());
    expect(one('[data-summary]').textContent).toBe(
      '12 credentials: 2 confirmed, 1 from an issuer not known to us, 5 need a look, 3 could not be checked, 1 waiting for your OK',
    );
  });

  it('that are being checked have no status, no standing and nothing to open', () => {
    open(page({ phase: 'checking', rows: [checking(ITEMS[0] as never), checked(ITEMS[1] as never)] }));
    expect(one('.group-count').textContent).toBe('1');
    const { dataset } = row('signed');
    expect([dataset.status, dataset.standing, row('signed').getAttribute('aria-busy')]).toEqual([
      undefined,
      undefined,
      'true',
    ]);
    click(buttonOf('signed'));
    expect(row('signed').querySelector('.card')).toBeNull();
    expect(one('[data-progress]').getAttribute('max')).toBe('2');
  });

  it('stand in page order while they are checked and in order of attention once they are done', () => {
    open(page({ phase: 'checking' }));
    expect(all('[data-credential]')[0]?.dataset.credential).toBe('signed');
    tell(page());
    expect(all('[data-credential]')[0]?.dataset.standing).toBe('failed');
    expect(all('[data-progress]')).toHaveLength(0);
  });

  it('keep their order, and the bar its place, while a page that was read before is read again', () => {
    open(page({ phase: 'scanning' }));
    expect(all('[data-credential]')[0]?.dataset.standing).toBe('failed');
    expect(all('[data-progress]')).toHaveLength(0);
  });

  it('never move under a reader who has opened one', () => {
    open(page({ phase: 'checking' }));
    click(buttonOf('signed'));
    tell(page());
    expect(all('[data-credential]')[0]?.dataset.credential).toBe('signed');
  });

  it('can be narrowed to one group, which is announced, and widened again', () => {
    open(page());
    click(one('.summary-part[data-group="look"]'));
    expect(all('[data-credential]').map(({ dataset }) => dataset.standing)).toEqual([
      'failed',
      'failed',
      'failed',
      'caution',
      'caution',
    ]);
    expect(one('p[role="status"]').textContent).toBe('Showing 5 credentials: Needs a look');
    // A print of these alone must not read as if there were no others.
    expect(one('p.print-head').textContent).toBe('Showing 5 credentials: Needs a look');
    click(one('.summary-part[data-group="look"]'));
    expect(all('[data-credential]')).toHaveLength(ITEMS.length);
    expect(all('p.print-head')).toEqual([]);
  });

  it('are all shown, and announced as all, once the group that they were narrowed to is empty', () => {
    open(page());
    click(one('.summary-part[data-group="look"]'));
    tell(page({ rows: page().rows.filter((each) => !['failed', 'caution'].includes(standingOf(each))) }));
    expect(all('[data-credential]').length).toBeGreaterThan(0);
    expect(one('p[role="status"]').textContent).toBe(one('[data-summary]').textContent);
  });

  it('name the person whom the page is about', () => {
    open(page({ person: 'Ana Lindqvist' }));
    expect(one('[data-summary]').textContent).toMatch(/^Ana Lindqvist: 2 confirmed, /);
    click(buttonOf('signed'));
    expect(row('signed').textContent).toContain(
      'Made out to Ana Lindqvist. This page names Ana Lindqvist as well.',
    );
  });

  it('say which of them are made out to another name than the page is about, in the sentence and in the row', () => {
    const to = (key: string, name: string | null) =>
      item({ key, verdict: {}, credential: content({ recipient: { ...content({}).recipient, name } }) });
    const rows = [to('own', 'Ana M. Lindqvist'), to('others', 'Jon Oda'), to('none', null)].map(checked);
    open(page({ person: 'Ana Lindqvist', rows }));
    expect(one('.summary').textContent).toContain('1 is made out to another name');
    expect(all('.row-whose').map(({ textContent }) => textContent)).toEqual(['Made out to Jon Oda.']);
    expect(row('others').querySelector('.row-whose')).not.toBeNull();
    tell(page({ person: null, rows }));
    expect(one('.summary').textContent).not.toContain('another name');
    expect(all('.row-whose')).toEqual([]);
  });

  it.each([
    ['Ana Lindqvist', 'Ana'],
    ['Ana', 'Ana Lindqvist'],
    ['Ana Lindqvist, PMP', 'Ana Maria Lindqvist'],
    ['Ana Lindqvist', '—'],
    ['Ana Lindqvist', ''],
  ])('on a page about %s call “%s” no other name', (person, name) => {
    const recipient = { ...content({}).recipient, name };
    open(
      page({ person, rows: [checked(item({ key: 'a', verdict: {}, credential: content({ recipient }) }))] }),
    );
    expect(one('.summary').textContent).not.toContain('another name');
    expect(all('.row-whose')).toEqual([]);
  });

  it('say why under the row only where something needs a look', () => {
    open(page());
    expect(row('revoked').querySelector('.row-reason')?.textContent).toContain('has revoked this credential');
    expect(row('signed').querySelector('.row-reason')).toBeNull();
  });

  it('say in an open card once that it was revoked', () => {
    open(page());
    click(buttonOf('revoked'));
    const words = row('revoked').textContent ?? '';
    expect(words.split('has revoked this credential')).toHaveLength(3);
  });

  it('let the reader mark words without opening the row', () => {
    open(page());
    const title = row('signed').querySelector('.row-title') as HTMLElement;
    getSelection()?.selectAllChildren(title);
    click(title);
    expect(row('signed').querySelector('.card')).toBeNull();
    getSelection()?.removeAllRanges();
    click(title);
    expect(row('signed').querySelector('.card')).not.toBeNull();
  });

  it.each([
    ['what is left of a very large page', { left: 150 }, '[data-check-rest]'],
    ['what a site is allowed for', { wantedOrigins: ['https://a.example/*'] }, '[data-allow]'],
  ])('have the keyboard focus when the button for %s is done with', (_, state, button) => {
    open(page(state));
    one(button).focus();
    tell(page());
    expect(document.activeElement).toBe(one('[data-list-head]'));
  });

  it('ask for the id and the name before an issuer is recognised, and offer to undo it', () => {
    const unknown = ITEMS.find(({ verdict }) => verdict.standing === 'unrecognised') ?? expect.fail('none');
    open(page({ rows: [checked(unknown)] }));
    click(buttonOf(unknown.key));
    click(one('[data-recognise]'));
    expect(JSON.stringify(asked).includes('recognise-issuer')).toBe(false);
    expect(one('form.recognise').textContent).toContain(unknown.report.issuer.id ?? '?');
    submit(one('form.recognise'));
    expect(asked).toContainEqual([
      'recognise-issuer',
      { id: unknown.report.issuer.id, name: unknown.report.issuer.name },
    ]);
    const { issuer } = unknown.report;
    const known = {
      ...issuer,
      rung: 'recognised' as const,
      recognisedBy: [{ source: 'reader', name: 'Mine' }],
    };
    tell(page({ rows: [checked({ ...unknown, report: { ...unknown.report, issuer: known } })] }));
    click(one('[data-forget-issuer]'));
    expect(asked).toContainEqual(['forget-issuer', { id: issuer.id }]);
  });

  it('can be taken along once all of them have their answers, and never a part of them', async () => {
    open(page({ phase: 'checking', rows: [checked(ITEMS[0] as never), checking(ITEMS[1] as never)] }));
    click(one('[data-take="summary"]'));
    click(one('[data-take="receipt"]'));
    await settle();
    expect(taken).toEqual([]);
    tell(page({ rows: [checked(ITEMS[0] as never), checked(ITEMS[1] as never)] }));
    click(one('[data-take="summary"]'));
    click(one('[data-take="csv"]'));
    await settle();
    expect(taken).toEqual([
      ['summary', 2],
      ['csv', 2],
    ]);
    expect(one('.take [role="status"]').textContent).toBe('Saved');
  });

  it('take along what the page has beside them and stands in no row', async () => {
    let gaps: unknown = null;
    const take: PopupWorld['take'] = async (_, { page }) => {
      gaps = page?.gaps;
    };
    open(page({ beyond: 320, unkept: ['a.json'], unreadList: 'https://list.example/' }), { take });
    click(one('[data-take="receipt"]'));
    await settle();
    expect(gaps).toEqual([
      { code: 'list-not-drawn' },
      { code: 'links-not-listed', count: 320 },
      { code: 'asked-not-kept', names: ['a.json'] },
    ]);
  });

  it('answer a comparison with numbers', () => {
    open(page());
    const form = one('details.known form') as HTMLFormElement;
    (form.querySelector('[name="name"]') as HTMLInputElement).value = 'Ana Lindqvist';
    submit(form);
    expect(one('.known-answer').textContent).toMatch(/name nobody/);
  });

  it('are compared again once the background has slept and forgotten with whom', () => {
    open(page());
    const form = one('details.known form') as HTMLFormElement;
    (form.querySelector('[name="name"]') as HTMLInputElement).value = 'Ana Lindqvist';
    submit(form);
    const told = () => asked.filter((each) => JSON.stringify(each).startsWith('["known-holder"'));
    tell(page({ compared: true }));
    expect(told()).toHaveLength(1);
    tell(page());
    expect(told()).toEqual(Array(2).fill(['known-holder', { tabId: 7, holder: { name: 'Ana Lindqvist' } }]));
    tell(page({ compared: true }));
    act(() => form.reset());
    tell(page());
    expect(told()).toHaveLength(3);
  });

  it('say that they are compared where that was entered before, and can be compared with nobody again', () => {
    open(page({ compared: true }));
    expect(one('details.known summary').textContent).toBe(say('ui_known_active'));
    act(() => (one('details.known form') as HTMLFormElement).reset());
    expect(asked).toEqual([['known-holder', { tabId: 7, holder: {} }]]);
    tell(page());
    expect(one('details.known summary').textContent).toBe(say('ui_known_title'));
    expect(asked).toHaveLength(1);
  });

  it('say how many more the page shows than have room here', () => {
    open(page());
    expect(all('[data-beyond]')).toEqual([]);
    tell(page({ beyond: 1200 }));
    expect(one('[data-beyond]').textContent).toMatch(/1,?200/);
  });

  it('show a new verdict after a recheck', () => {
    const again = { ...(ITEMS[0] as (typeof ITEMS)[number]) };
    open(page({ rows: [checked(again)] }));
    tell(
      page({
        rows: [
          checked({
            ...again,
            verdict: { status: 'revoked', standing: 'failed', reason: null, also: [] },
            report: { ...again.report, at: again.report.at + 1 },
          }),
        ],
      }),
    );
    expect(row('signed').dataset.status).toBe('revoked');
  });

  it('show a new verdict even where the clock stood still', () => {
    const again = { ...(ITEMS[0] as (typeof ITEMS)[number]) };
    open(page({ rows: [checked(again)] }));
    tell(page({ rows: [checked({ ...again, verdict: { ...again.verdict, standing: 'caution' } })] }));
    expect(row('signed').dataset.standing).toBe('caution');
  });
});

describe('an open row', () => {
  it('shows every check with state and code', () => {
    open(page());
    click(buttonOf('failed'));
    expect(buttonOf('failed').getAttribute('aria-expanded')).toBe('true');
    const checks = [...row('failed').querySelectorAll<HTMLElement>('[data-check]')];
    expect(checks.map((each) => each.getAttribute('data-check'))).toEqual([...CHECK_IDS]);
    const hooks = ['data-check', 'data-state', 'data-code'];
    const of = (n: number) => hooks.map((name) => checks[n]?.getAttribute(name));
    expect(of(1)).toEqual(['proof', 'failed', 'signature-invalid']);
    expect(of(4)).toEqual(['revocation', 'not-run', '']);
  });

  it('draws the steps to its issuer where one is reached, and never four good words that are all not true', () => {
    open(page());
    for (const key of ['unbound', 'failed', 'permission']) click(buttonOf(key));
    const steps = (key: string) =>
      [...row(key).querySelectorAll<HTMLElement>('.step')].map(({ dataset }) => dataset.reached);
    expect(steps('unbound')).toEqual(['true', 'false', 'false', 'false']);
    expect(steps('failed')).toEqual([]);
    expect(steps('permission')).toEqual([]);
  });

  it('closes again', () => {
    open(page());
    click(buttonOf('failed'));
    click(buttonOf('failed'));
    expect(all('[data-check]')).toHaveLength(0);
    expect(buttonOf('failed').getAttribute('aria-expanded')).toBe('false');
  });

  it('is tied to its button', () => {
    open(page());
    click(buttonOf('failed'));
    const id = buttonOf('failed').getAttribute('aria-controls') ?? '';
    expect(row('failed').querySelector('.card')?.id).toBe(id);
    expect(id).not.toBe('');
  });

  it('asks for this one again', () => {
    open(page());
    click(buttonOf('expired'));
    click(button(say('ui_recheck')));
    expect(asked).toContainEqual(['recheck', { tabId: 7, key: 'expired' }]);
  });

  it('of a list offers its entries in parts, and then those without a row', () => {
    const contains = Array.from({ length: 75 }, (_, n) => `https://badges.example/list/${n}`);
    const list = item({
      key: 'list',
      verdict: { status: 'not-checked', standing: 'inconclusive', reason: 'list-of-credentials' },
      item: { contains },
    });
    const found = (link: string) => checked(item({ key: link, verdict: {}, item: { link } }));
    open(page({ rows: [checked(list)] }));
    click(buttonOf('list'));
    expect(one('[data-check-contents]').textContent).toBe(say('ui_check_part', { number: 50, total: 75 }));
    tell(page({ rows: [checked(list), ...contains.slice(0, 50).map(found)] }));
    expect(one('[data-check-contents]').textContent).toBe(say('ui_check_rest', { count: 25 }));
    click(one('[data-check-contents]'));
    expect(asked).toContainEqual([
      'check-asked',
      { tabId: 7, asked: contains.slice(50, 70).map((link) => ({ kind: 'link', link })) },
    ]);
  });

  it('renders what the issuer wrote as text and web links, never as markup', () => {
    const narrative = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](https://ok.example/)';
    const hostile = item({
      key: 'h',
      verdict: {},
      credential: content({
        achievements: [
          achievement({ name: '<b>Bold</b>', criteria: { id: 'javascript:alert(1)', narrative } }),
        ],
      }),
    });
    open(page({ rows: [checked(hostile)] }));
    click(buttonOf('h'));
    expect(row('h').querySelector('.row-title')?.textContent).toBe('<b>Bold</b>');
    expect(row('h').querySelectorAll('img, script, b')).toHaveLength(0);
    const links = [...row('h').querySelectorAll('a')];
    expect(links.filter(({ protocol }) => !/^https?:$/.test(protocol))).toEqual([]);
    expect(links.filter(({ rel }) => rel !== 'noreferrer noopener')).toEqual([]);
  });

  it('loads no picture from an origin that was not asked', () => {
    const pictured = item({
      key: 'p',
      verdict: {},
      credential: content({ image: 'https://tracker.example/p.png' }),
    });
    open(page({ rows: [checked(pictured)] }));
    click(buttonOf('p'));
    expect(all('img')).toHaveLength(0);
    expect(row('p').textContent).toContain('tracker.example');
  });
});

describe('permissions', () => {
  const waiting = page({ wantedOrigins: ['https://a.example/*', 'https://b.example/*'] });

  it('are asked for inside the click, all at once, and the background is told', async () => {
    const requests: unknown[] = [];
    open(waiting, {
      requestOrigins: (origins) => {
        requests.push(origins);
        return Promise.resolve(true);
      },
    });
    // no `await` in between: the browser takes the request only as part of the click
    click(one('[data-allow]'));
    expect(requests).toEqual([['https://a.example/*', 'https://b.example/*']]);
    await settle();
    expect(asked).toContainEqual(['origins-granted', { tabId: 7 }]);
  });

  it('refused change nothing and say so', async () => {
    open(waiting, { requestOrigins: () => Promise.resolve(false) });
    click(one('[data-allow]'));
    await settle();
    expect(asked).not.toContainEqual(['origins-granted', { tabId: 7 }]);
    expect(one('.allow').textContent).toContain(say('ui_allow_refused'));
  });

  it('name every site before they are given', () => {
    open(waiting);
    expect(one('.allow').textContent).toContain('a.example');
    expect(one('.allow').textContent).toContain('b.example');
  });

  it('are offered in the row that waits for one', () => {
    const permission = problem('permission-needed', {
      params: { host: 'c.example', origin: 'https://c.example' },
    });
    open(
      page({
        rows: [
          checked(
            item({
              key: 'w',
              verdict: { status: 'not-checked', standing: 'inconclusive', reason: 'permission-needed' },
              outcomes: { proof: inconclusive(permission) },
            }),
          ),
        ],
      }),
    );
    click(buttonOf('w'));
    expect(button(say('ui_allow_here', { host: 'c.example' }))).toBeDefined();
  });
});

describe('what the reader knows of the person', () => {
  const fill = (name: string, value: string): void => {
    (one(`input[name="${name}"]`) as HTMLInputElement).value = value;
  };

  it('goes to the background, trimmed, and only what was entered', () => {
    open(page());
    fill('email', '  ana@example.org ');
    act(() => one('form').dispatchEvent(new Event('submit', { cancelable: true, bubbles: true })) as never);
    expect(asked.at(-1)).toEqual(['known-holder', { tabId: 7, holder: { email: 'ana@example.org' } }]);
  });

  it('is forgotten on a click', () => {
    open(page());
    fill('name', 'Ana');
    act(() => one('form').dispatchEvent(new Event('submit', { cancelable: true, bubbles: true })) as never);
    act(() => one('form').dispatchEvent(new Event('reset')) as never);
    expect(asked.at(-1)).toEqual(['known-holder', { tabId: 7, holder: {} }]);
  });
});

describe('what the reader asked about', () => {
  it('says so in its row, beside rows of the page that do not', () => {
    const [first, second] = ITEMS;
    if (!first || !second) return expect.fail();
    open(page({ rows: [checked(first), { ...checked(second), asked: { kind: 'link', name: null } }] }));
    expect(row(first.key).querySelector('.row-asked')).toBeNull();
    expect(row(second.key).querySelector('.row-asked')?.textContent).toBe(say('asked_link'));
  });

  it('is shown also on a page that cannot be read, with the reason for that', () => {
    const [first] = ITEMS;
    if (!first) return expect.fail();
    open(page({ phase: 'not-readable', notReadable: 'pdf', rows: [checked(first)] }));
    expect(all('[data-credential]')).toHaveLength(1);
    expect(one('.unread').textContent).toBe(say('ui_unreadable_pdf'));
    expect(all('[data-progress]')).toEqual([]);
  });

  it('is a short link only at a click on its own button', () => {
    const [first] = ITEMS;
    if (!first) return expect.fail();
    const short = 'https://www.credly.com/go/Ab0Cd1Ef';
    const report = unresolvedReport(problem('short-link'), 0);
    open(page({ rows: [checked({ ...first, key: 's', link: short, report, verdict: judge(report) })] }));
    asked.length = 0;
    click(buttonOf('s'));
    expect(asked).toEqual([]);
    click(one('[data-follow]'));
    expect(asked).toEqual([['check-asked', { tabId: 7, asked: [{ kind: 'link', link: short }] }]]);
  });
});

it('the foot of the popup leads to the preview', () => {
  let opened = 0;
  open(page({ rows: [] }), { openPreview: async () => void opened++ });
  click(one('[data-preview]'));
  expect(opened).toBe(1);
});

describe('offline', () => {
  const offline = (key: string) => {
    const report = unresolvedReport(problem('offline'), 0);
    return checked(item({ key, verdict: judge(report), credential: null, item: { report } }));
  };
  const wifi = (isOn: boolean): void => {
    Object.defineProperty(navigator, 'onLine', { value: isOn, configurable: true });
    act(() => void window.dispatchEvent(new Event(isOn ? 'online' : 'offline')));
  };
  afterEach(() => wifi(true));

  it('gives the keyboard focus to the rows once all are asked again', () => {
    open(page({ rows: [offline('a')] }));
    one('[data-online-recheck]').focus();
    tell(page());
    expect(document.activeElement).toBe(one('[data-list-head]'));
  });

  it('is said once for all rows, and by none of them', () => {
    wifi(false);
    open(page({ rows: ['a', 'b', 'c'].map(offline) }));
    expect(all('[data-offline]').map(({ textContent }) => textContent)).toEqual([say('ui_offline')]);
    expect(all('.row-reason')).toEqual([]);
    expect(all('[data-online-recheck]')).toEqual([]);
  });

  it('ends with a way to check again, as soon as there is a network', async () => {
    wifi(false);
    open(page({ rows: ['a', 'b'].map(offline) }));
    wifi(true);
    asked.length = 0;
    click(one('[data-online-recheck]'));
    await settle();
    expect(asked).toEqual([['recheck', { tabId: 7, key: null }]]);
  });

  it('is not said where a server was not reached', () => {
    open(page());
    expect(all('[data-offline]')).toEqual([]);
  });
});

describe('what has changed since an earlier visit', () => {
  it('stands in the row and in the sentence, whatever its group', () => {
    const before = { earlier: { outcome: 'signature-verified', at: Date.UTC(2026, 10, 3) } } as const;
    const gone = item({
      key: 'gone',
      verdict: { status: 'revoked', standing: 'failed', reason: 'revoked' },
      item: before,
    });
    const back = item({
      key: 'back',
      verdict: {},
      item: { earlier: { ...before.earlier, outcome: 'suspended' } },
    });
    open(page({ rows: [gone, back, ...ITEMS.slice(0, 1)].map(checked) }));
    expect(one('.summary [data-changed]').textContent).toBe(say('summary_changed', { count: 2 }));
    const told = (key: string) => row(key).querySelector('[data-changed]')?.textContent;
    expect([told('gone'), told('back')]).toEqual([
      say('changed_since', { date: 'Nov 3, 2026', status: say('status_signature_verified') }),
      say('changed_since', { date: 'Nov 3, 2026', status: say('status_suspended') }),
    ]);
    expect(all('[data-changed]')).toHaveLength(3);
  });
});

describe('on paper', () => {
  it('stand the person, the page, its address and the moment', () => {
    open(
      page({
        person: 'Ana Lindqvist',
        title: 'Ana Lindqvist | Profile',
        url: 'https://profiles.example/ana',
      }),
    );
    const words = one('.print-head').textContent ?? '';
    for (const part of ['Ana Lindqvist | Profile', 'https://profiles.example/ana', 'Nov 23, 2026'])
      expect(words).toContain(part);
  });
});

describe('a card of a record that says much', () => {
  const opened = (given: Parameters<typeof content>[0]): HTMLElement => {
    const rich = item({ key: 'rich', verdict: {}, credential: content(given) });
    open(page({ rows: [checked(rich)] }));
    click(buttonOf('rich'));
    return row('rich');
  };
  const skills = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      name: `Skill ${n}`,
      url: null,
      framework: 'SFIA 9',
      code: null,
      description: null,
      type: null,
    }));

  it('folds many skills by framework, so that the buttons stay in view', () => {
    const card = opened({ achievements: [achievement({ alignments: skills(30), tags: [] })] });
    const folds = [...card.querySelectorAll('.answers details')];
    expect(folds.map((each) => each.querySelector('summary')?.textContent)).toEqual(['SFIA 9 (30)']);
    expect(folds[0]?.hasAttribute('open')).toBe(false);
    expect(folds[0]?.querySelectorAll('li')).toHaveLength(30);
  });

  it('leaves a few skills open', () => {
    const card = opened({ achievements: [achievement({ alignments: skills(12), tags: [] })] });
    expect(card.querySelectorAll('.answers details')).toHaveLength(0);
    expect(card.querySelectorAll('.answers li.skill')).toHaveLength(12);
  });

  it('shows each of several achievements as one line that opens', () => {
    const achievements = ['Bread', 'Cake', 'Tart'].map((name) => achievement({ name }));
    const lines = [...opened({ achievements }).querySelectorAll('.fold > details')];
    expect(lines.map((each) => each.querySelector('summary')?.textContent)).toEqual([
      'Bread',
      'Cake',
      'Tart',
    ]);
    expect(lines.some((each) => each.hasAttribute('open'))).toBe(false);
  });

  it('lets each piece of a result run as its own letters do', () => {
    const results = [
      { name: 'Oral', value: '42', status: null, achievedLevel: 'ممتاز', valueMax: '100', required: '50' },
    ];
    const facts = opened({ achievements: [achievement({ results })] }).querySelectorAll('.fold dd');
    const of = [...facts].find((each) => each.textContent?.includes('42'));
    expect([...(of?.querySelectorAll('bdi') ?? [])].map((each) => each.textContent)).toEqual([
      '42 of 100',
      'ممتاز',
      'required: 50',
    ]);
  });
});

describe('one record under several addresses', () => {
  const alike = (key: string, contactedAt = `https://ana.example/${key}`) =>
    checked(
      item({
        key,
        verdict: { status: 'signature-verified', standing: 'verified' },
        item: { link: `https://ana.example/badges/${key}`, places: [Number(key.slice(-1))] },
        contacted: [{ url: contactedAt, at: 0, outcome: '200' }],
      }),
    );
  const copies = ['copy-1', 'copy-2', 'copy-3'].map((key) => alike(key));
  const [first, second, third] = copies as [Row, Row, Row];
  const waiting = (row: Row): Row => (row.state === 'checked' ? checking(row) : row);

  it('is one row, counted once, and tells its other addresses and everybody who was asked', async () => {
    open(page({ rows: copies }));
    expect(all('[data-credential]').map(({ dataset }) => dataset.credential)).toEqual(['copy-1']);
    expect(one('[data-summary]').textContent).toContain('1 confirmed');
    click(buttonOf('copy-1'));
    await settle();
    expect(all('[data-also-linked] li').map(({ textContent }) => textContent)).toEqual([
      'https://ana.example/badges/copy-2',
      'https://ana.example/badges/copy-3',
    ]);
    expect(all('.contacts .address')).toHaveLength(3);
  });

  it('is taken along once', () => {
    open(page({ rows: copies }));
    for (const kind of ['summary', 'csv', 'json', 'report', 'receipt']) click(one(`[data-take="${kind}"]`));
    expect(taken).toEqual(['summary', 'csv', 'json', 'report', 'receipt'].map((kind) => [kind, 1]));
  });

  it('is a row more for as long as it is being checked', () => {
    open(page({ phase: 'checking', rows: [first, waiting(second), third] }));
    expect(all('[data-credential]').map(({ dataset }) => dataset.credential)).toEqual(['copy-1', 'copy-2']);
    tell(page({ rows: copies }));
    expect(all('[data-credential]')).toHaveLength(1);
  });

  it('stays one row while it is checked again', () => {
    const again = { ...waiting(second), standIn: 'copy-1' } as Row;
    open(page({ phase: 'checking', rows: [waiting(first), again] }));
    expect(all('[data-credential]')).toHaveLength(1);
  });

  it('stays open under its first address, with the focus, where that has its answer last', async () => {
    open(page({ phase: 'checking', rows: [waiting(first), second] }));
    click(buttonOf('copy-2'));
    buttonOf('copy-2').focus();
    await settle();
    expect(document.activeElement).toBe(buttonOf('copy-2'));
    tell(page({ rows: [first, second] }));
    await settle();
    expect(buttonOf('copy-1').getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(buttonOf('copy-1'));
    click(buttonOf('copy-1'));
    expect(buttonOf('copy-1').getAttribute('aria-expanded')).toBe('false');
  });

  it('that the reader asked about stays beside the page’s own', () => {
    const asked = { ...third, asked: { kind: 'link', name: null } } as const;
    open(page({ rows: [first, second, asked] }));
    expect(all('[data-credential]').map(({ dataset }) => dataset.credential)).toEqual(['copy-3', 'copy-1']);
  });
});
