import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readHere } from '../../src/content/here.ts';
import { endOf } from '../../src/protocol.ts';
import type { PageScan } from '../../src/site/sighting.ts';
import { event } from '../platform/fake-browser.ts';

const BADGE = 'https://www.credly.com/badges/11111111-2222-4333-8444-555555555555';
const OTHER = 'https://www.credly.com/badges/99999999-2222-4333-8444-555555555555';
const link = (href: string) => `<a href="${href}">Badge</a>`;

let page: Window;
let sent: PageScan[];
let others: string[];
let onMessage: ReturnType<
  typeof event<(message: unknown, sender: unknown, reply: (address: string | null) => void) => unknown>
>;
let runtime: {
  id: string | undefined;
  onMessage: typeof onMessage;
  sendMessage: (m: unknown) => Promise<unknown>;
};

/** Time for the observer, the pause between scans and the idle slice. */
const later = () => vi.advanceTimersByTimeAsync(3_000);
const add = (html: string) => page.document.body.insertAdjacentHTML('beforeend', html);
const whereIs = (): string | null => {
  let address: string | null = null;
  onMessage.emit({ type: 'where-are-you' }, {}, (told) => {
    address = told;
  });
  return address;
};
const links = (at: number): (string | null)[] => sent.at(at)?.sightings.map(({ link }) => link) ?? [];

beforeEach(() => {
  vi.useFakeTimers();
  page = new Window({ url: 'https://me.example/in/ana' });
  page.document.body.innerHTML = link(BADGE);
  sent = [];
  others = [];
  onMessage = event();
  runtime = {
    id: 'abcdef',
    onMessage,
    sendMessage: async (message) => {
      const { type, ask } = message as { type: string; ask: { scan: PageScan } };
      if (type === 'page-scanned') sent.push(ask.scan);
      else others.push(type);
    },
  };
  vi.stubGlobal('chrome', { runtime });
  vi.stubGlobal('document', page.document);
  vi.stubGlobal('Node', page.Node);
  vi.stubGlobal('MutationObserver', page.MutationObserver);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0));
});
afterEach(async () => {
  // Ends the visit, so that the next test begins its own.
  Reflect.deleteProperty(globalThis, Symbol.for('touchstone visit'));
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await page.happyDOM.close();
});

describe('a page that was clicked', () => {
  it('is read at once', () => {
    readHere({ follow: false });
    expect(links(0)).toEqual([BADGE]);
  });

  it('is read again by a second click, with one observer and one listener still', () => {
    readHere({ follow: false });
    readHere({ follow: false });
    expect(sent).toHaveLength(2);
    expect(onMessage.size).toBe(1);
  });

  it('reports what it adds later', async () => {
    readHere({ follow: false });
    add(`<li>${link(OTHER)}</li>`);
    await later();
    expect(links(-1)).toEqual([BADGE, OTHER]);
  });

  it('says nothing where nothing that counts was added', async () => {
    readHere({ follow: false });
    add('<p>hello</p><li>more</li>');
    await later();
    expect(sent).toHaveLength(1);
  });

  it('that mutates all the time is read once a pause', async () => {
    readHere({ follow: false });
    for (let round = 0; round < 1_000; round += 1) {
      add(link(`https://www.credly.com/badges/00000000-2222-4333-8444-${String(round).padStart(12, '0')}`));
    }
    await later();
    expect(sent).toHaveLength(2);
    expect(links(-1)).toHaveLength(1_001);
  });

  it('that changes beyond counting is watched no longer until it is read anew, and then again', async () => {
    readHere({ follow: false });
    const disconnect = vi.spyOn(page.MutationObserver.prototype, 'disconnect');
    add('<i></i>'.repeat(5_001));
    await vi.advanceTimersByTimeAsync(10);
    expect(disconnect).toHaveBeenCalledTimes(1);
    add(link(OTHER));
    await later();
    expect(links(-1)).toEqual([BADGE, OTHER]);
    page.document.querySelector('a')?.remove();
    await later();
    expect(links(-1)).toEqual([OTHER]);
  });

  it('says where it is when it is asked, and answers nothing else', () => {
    readHere({ follow: false });
    expect(whereIs()).toBe('https://me.example/in/ana');
    const answers = onMessage.emit({ type: 'other' }, {}, () => expect.fail('answered'));
    expect(answers).toEqual([undefined]);
  });

  it('stays read when the site’s grant goes: the click needed none', () => {
    readHere({ follow: false });
    onMessage.emit({ type: endOf(true) }, {}, () => expect.fail('answered'));
    expect(whereIs()).toBe('https://me.example/in/ana');
  });

  it('is left when the organisation allows it no more', async () => {
    readHere({ follow: false });
    onMessage.emit({ type: endOf(false) }, {}, () => expect.fail('answered'));
    expect(whereIs()).toBeNull();
    add(link(OTHER));
    await later();
    expect(sent).toHaveLength(1);
  });

  it('is left by a soft navigation: the click was not for the next profile', async () => {
    readHere({ follow: false });
    page.history.pushState({}, '', '/in/bob');
    add(link(OTHER));
    await later();
    expect(sent).toHaveLength(1);
    expect(whereIs()).toBeNull();
    // Firefox would not tell the background, and the panel would go on showing the profile before.
    expect(others).toEqual(['page-left']);
  });

  it('is not left by a jump within it', async () => {
    readHere({ follow: false });
    page.history.pushState({}, '', '/in/ana#certifications');
    add(link(OTHER));
    await later();
    expect(sent).toHaveLength(2);
  });

  it('reports what goes, what gets another address, and a picture that gets its address late', async () => {
    readHere({ follow: false });
    add('<img alt="My badge">');
    page.document.querySelector('a')?.setAttribute('href', OTHER);
    await later();
    expect(links(-1)).toEqual([OTHER]);
    page.document.querySelector('img')?.setAttribute('src', '/badge.png');
    await later();
    expect(links(-1)).toEqual([OTHER, 'https://me.example/badge.png']);
    page.document.querySelector('a')?.remove();
    await later();
    expect(links(-1)).toEqual(['https://me.example/badge.png']);
  });

  it('reports words that change where they stand', async () => {
    page.document.body.innerHTML = `<p><span>Loading</span> <a href="${BADGE}">Show</a></p>`;
    readHere({ follow: false });
    const words = page.document.querySelector('span')?.firstChild;
    if (words) words.nodeValue = 'Tides and Currents';
    await later();
    expect(JSON.stringify(sent.at(-1))).toContain('Tides and Currents');
  });

  it('reports a title that comes after everything else', async () => {
    page.document.title = 'Loading';
    readHere({ follow: false });
    page.document.title = 'Ana Lindqvist | LinkedIn';
    await later();
    expect(sent.map(({ title }) => title)).toEqual(['Loading', 'Ana Lindqvist | LinkedIn']);
    expect(links(-1)).toEqual([BADGE]);
  });

  it('is not reported for ever for a title that blinks', async () => {
    readHere({ follow: false });
    for (let tick = 0; tick < 60; tick += 1) {
      page.document.title = `(${tick}) Ana`;
      await later();
    }
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.length).toBeLessThanOrEqual(31);
  });

  it('reports what is added in a shadow root', async () => {
    readHere({ follow: false });
    const host = page.document.createElement('x-profile');
    const shadow = host.attachShadow({ mode: 'open' });
    page.document.body.append(host);
    await later();
    shadow.innerHTML = link(OTHER);
    await later();
    expect(links(-1)).toEqual([BADGE, OTHER]);
  });

  it('is not edited', async () => {
    readHere({ follow: false });
    await later();
    expect(page.document.body.innerHTML).toBe(link(BADGE));
  });
});

describe('a page that may be a credential’s own', () => {
  beforeEach(() => {
    page.happyDOM.setURL('https://www.udemy.com/certificate/UC-ABCD1234/');
    page.document.body.innerHTML = '<main></main>';
  });

  it('is told with what stands on it; no other page is', () => {
    page.document.body.innerHTML = '<p>UC-ABCD1234</p>';
    readHere({ follow: false });
    expect(sent.at(0)?.view).toContain('<p>UC-ABCD1234</p>');
    page.happyDOM.setURL('https://me.example/in/ana');
    readHere({ follow: true });
    expect(sent.at(-1)?.url).toBe('https://me.example/in/ana');
    expect(sent.at(-1)?.view).toBeUndefined();
  });

  it.each([
    [
      'is none where the server said that there is no such page',
      'https://www.udemy.com/certificate/UC-ABCD1234/',
      404,
      false,
    ],
    ['counts where the server answered with it', 'https://www.udemy.com/certificate/UC-ABCD1234/', 200, true],
    [
      'counts where a script has led there from a page that was missing',
      'https://www.udemy.com/x',
      404,
      true,
    ],
    ['counts where the browser does not tell', 'https://www.udemy.com/certificate/UC-ABCD1234/', 0, true],
  ])('%s', (_, name, responseStatus, counts) => {
    const entry = { name, responseStatus } as unknown as PerformanceEntry;
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
    page.document.body.innerHTML = '<p>No certificate UC-ABCD1234 here</p>';
    readHere({ follow: false });
    expect(sent.at(0)?.view !== undefined).toBe(counts);
  });

  it('is told again once a script has drawn it, and not for anything that draws nothing', async () => {
    readHere({ follow: false });
    add('<p>UC-ABCD1234</p>');
    await later();
    expect(sent).toHaveLength(2);
    expect(sent.at(-1)?.view).toContain('UC-ABCD1234');
    add('<script type="text/plain">tick</script>');
    await later();
    expect(sent).toHaveLength(2);
  });

  it('that never holds still is not told about for ever', async () => {
    readHere({ follow: false });
    for (let tick = 0; tick < 50; tick += 1) {
      page.document.body.innerHTML = `<p>${tick}</p>`;
      await later();
    }
    expect(sent.length).toBeGreaterThan(20);
    expect(sent.length).toBeLessThanOrEqual(31);
  });
});

it('a scan that breaks leaves nothing behind, so that the background finds nobody', () => {
  vi.spyOn(page.document, 'querySelectorAll').mockImplementation(() => {
    throw new Error('bug');
  });
  expect(() => readHere({ follow: true })).toThrow('bug');
  expect(whereIs()).toBeNull();
  expect(onMessage.size).toBe(0);
});

describe('a long page', () => {
  /** A clock by which every step takes longer than a slice may. */
  const slowly = () => {
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      time += 10;
      return time;
    });
  };
  const LONG = Array.from({ length: 300 }, () => link(BADGE)).join('');

  it('is read in slices and reported once it is read, and says where it is only then', async () => {
    slowly();
    page.document.body.innerHTML = LONG;
    readHere({ follow: false });
    expect(sent).toHaveLength(0);
    expect(whereIs()).toBeNull();
    await later();
    expect(links(0)).toHaveLength(300);
    expect(whereIs()).toBe('https://me.example/in/ana');
  });

  it('that is left while it is read reports nothing of the next page under its own address', async () => {
    slowly();
    page.document.body.innerHTML = LONG;
    readHere({ follow: true });
    page.history.pushState({}, '', '/in/bob');
    page.document.body.innerHTML = link(OTHER);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.map(({ url }) => url)).toEqual(['https://me.example/in/bob']);
    expect(links(0)).toEqual([OTHER]);
  });

  it('that changes while it is read is reported with its changes', async () => {
    slowly();
    page.document.body.innerHTML = LONG;
    readHere({ follow: false });
    add(link(OTHER));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(links(-1)).toHaveLength(301);
  });

  it.each([
    ['soon, where the reader has clicked and waits', false, 1],
    ['later, where nobody waits', true, 0],
  ])('that never rests is read on %s', async (_when, follow, reports) => {
    vi.stubGlobal('requestIdleCallback', (run: () => void, { timeout }: IdleRequestOptions) =>
      setTimeout(run, timeout),
    );
    slowly();
    page.document.body.innerHTML = LONG;
    readHere({ follow });
    await vi.advanceTimersByTimeAsync(600);
    expect(sent).toHaveLength(reports);
  });

  it('whose reading breaks in the middle has nobody there any more, and who asked meanwhile learns it', async () => {
    const late: (() => void)[] = [];
    vi.stubGlobal('requestIdleCallback', (run: () => void) => late.push(run));
    slowly();
    page.document.body.innerHTML = LONG;
    readHere({ follow: true });
    const told: (string | null)[] = [];
    onMessage.emit({ type: 'where-are-you' }, {}, (address) => told.push(address));
    vi.spyOn(page.document, 'querySelectorAll').mockImplementation(() => {
      throw new Error('bug');
    });
    expect(() => {
      for (let run = late.shift(); run; run = late.shift()) run();
    }).toThrow('bug');
    expect(told).toEqual([null]);
    expect(onMessage.size).toBe(0);
    expect(sent).toHaveLength(0);
  });
});

describe('a page that was clicked and left, and comes back from the back/forward cache,', () => {
  it('is not read any more, whatever it adds: the click is over', async () => {
    readHere({ follow: false });
    await later();
    page.dispatchEvent(Object.assign(new page.Event('pageshow'), { persisted: true }));
    add(link(OTHER));
    await later();
    expect(sent).toHaveLength(1);
    expect(whereIs()).toBeNull();
  });

  it('is read once more at the next click', async () => {
    readHere({ follow: false });
    await later();
    page.dispatchEvent(Object.assign(new page.Event('pageshow'), { persisted: true }));
    readHere({ follow: false });
    expect(sent).toHaveLength(2);
  });
});

describe('a page of a site that the reader named', () => {
  it('is reported again when it comes back from the back/forward cache', async () => {
    readHere({ follow: true });
    page.dispatchEvent(Object.assign(new page.Event('pageshow'), { persisted: true }));
    await later();
    expect(sent).toHaveLength(2);
  });

  it('is reported again once it is opened, where the browser drew it before: no report was taken then', async () => {
    readHere({ follow: true });
    await later();
    page.document.dispatchEvent(new page.Event('prerenderingchange'));
    await later();
    expect(sent.map(({ sightings }) => sightings.length)).toEqual([1, 1]);
  });

  it('is let go of when the reader takes the site’s grant back', async () => {
    readHere({ follow: true });
    onMessage.emit({ type: endOf(true) }, {}, () => expect.fail('answered'));
    expect(whereIs()).toBeNull();
    add(link(OTHER));
    await later();
    expect(sent).toHaveLength(1);
  });

  it('is followed through soft navigations', async () => {
    readHere({ follow: true });
    page.history.pushState({}, '', '/in/bob');
    page.document.body.innerHTML = link(OTHER);
    await later();
    expect(sent.at(-1)?.url).toBe('https://me.example/in/bob');
    expect(links(-1)).toEqual([OTHER]);
    expect(whereIs()).toBe('https://me.example/in/bob');
  });

  it('reports the next page also where it shows nothing, so that the old rows go', async () => {
    page.document.body.innerHTML = '';
    readHere({ follow: true });
    page.history.pushState({}, '', '/in/bob');
    page.dispatchEvent(new page.PopStateEvent('popstate'));
    await later();
    expect(sent.map(({ url }) => url)).toEqual(['https://me.example/in/ana', 'https://me.example/in/bob']);
  });
});

describe('when the background is gone', () => {
  const dying = async () => {
    throw new Error('The message channel closed before a response was received');
  };

  it('for a moment, the visit goes on', async () => {
    runtime.sendMessage = dying;
    readHere({ follow: false });
    await later();
    expect(whereIs()).toBe('https://me.example/in/ana');
  });

  it('for good, after an update, the visit ends and leaves nothing behind', async () => {
    runtime.sendMessage = dying;
    runtime.id = undefined;
    readHere({ follow: true });
    await later();
    expect(onMessage.size).toBe(0);
  });
});
