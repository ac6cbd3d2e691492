// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Preview } from '../../src/preview/preview.tsx';
import type { PageState } from '../../src/protocol.ts';
import { loadCard } from '../../src/ui/later-card.tsx';
import type { PageWorld } from '../../src/ui/page-world.ts';
import { checked, ITEMS, item, page } from '../ui/made-up-items.ts';
import { all, one, root, submit, worldOf } from '../ui/stage.ts';
import { say } from '../ui/voice.ts';

await loadCard();
const asked: unknown[] = [];
let tell: (state: PageState | null) => void = () => undefined;

const worldWith = (own: Partial<PageWorld> = {}): PageWorld => ({
  ...worldOf(null, asked),
  watch: (listener) => {
    tell = (state) => void act(() => listener(state));
    listener(null);
  },
  ...own,
});
const open = (own?: Partial<PageWorld>): void =>
  void act(() => render(<Preview world={worldWith(own)} />, root));
const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
  }) as Promise<void>;
/** A drag that ends on the page, with these files or this text. */
const dropOf = (files: readonly File[], text = ''): Event => {
  const dataTransfer = { files, getData: (type: string) => (type === 'text/plain' ? text : '') };
  return Object.assign(new Event('drop', { cancelable: true }), { dataTransfer });
};
const drop = (files: readonly File[], text?: string): Event => {
  const event = dropOf(files, text);
  act(() => void document.dispatchEvent(event));
  return event;
};
const give = (text: string): void => {
  (one('textarea') as HTMLTextAreaElement).value = text;
  submit(one('form:has(textarea)'));
};

beforeEach(() => {
  asked.length = 0;
  document.body.append(root);
});
afterEach(() => {
  act(() => render(null, root));
});

describe('what the preview takes', () => {
  it('is a text, for its own tab', () => {
    open();
    give('  https://a.example/1  ');
    expect(asked).toEqual([
      ['check-asked', { tabId: 7, asked: [{ kind: 'text', text: 'https://a.example/1' }] }],
    ]);
  });

  it('is no empty text', () => {
    open();
    give('   ');
    expect(asked).toEqual([]);
  });

  it('is a text dropped the moment the page is there, before it is painted', () => {
    render(<Preview world={worldWith()} />, root);
    const event = dropOf([], 'https://a.example/1');
    document.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('is files, by their bytes and their names, all in one request', async () => {
    open();
    const bytes = Uint8Array.from({ length: 20_000 }, (_, n) => n % 256);
    const event = drop([new File(['{}'], 'a.json'), new File([bytes], 'b.png')]);
    await settle();
    expect(event.defaultPrevented).toBe(true);
    expect(asked).toEqual([
      [
        'check-asked',
        {
          tabId: 7,
          asked: [
            { kind: 'file', name: 'a.json', base64: 'e30=' },
            { kind: 'file', name: 'b.png', base64: Buffer.from(bytes).toString('base64') },
          ],
        },
      ],
    ]);
  });

  it('is a link that was dragged here', () => {
    open();
    drop([], 'https://a.example/1');
    expect(asked).toEqual([
      ['check-asked', { tabId: 7, asked: [{ kind: 'text', text: 'https://a.example/1' }] }],
    ]);
  });

  it('is no file beyond 2 MB, and it says so by name', async () => {
    open();
    drop([new File([new Uint8Array(2 * 1024 * 1024 + 1)], 'large.png'), new File(['{}'], 'a.json')]);
    await settle();
    expect(one('.drop [role="status"]').textContent).toBe(say('preview_refused', { name: 'large.png' }));
    expect(asked).toHaveLength(1);
  });

  it('is nothing any more once the page has gone', () => {
    open();
    act(() => render(null, root));
    drop([], 'https://a.example/1');
    expect(asked).toEqual([]);
  });
});

describe('what the preview shows', () => {
  it('is the rows of the popup, with the same hooks, and without saying of each that it was asked for', () => {
    open();
    const rows = ITEMS.map((each) => ({ ...checked(each), asked: { kind: 'text' as const, name: null } }));
    tell(page({ rows }));
    expect(all('[data-credential][data-link][data-status][data-standing]')).toHaveLength(ITEMS.length);
    expect(all('[data-summary]')).toHaveLength(1);
    expect(one('main').dataset.phase).toBe('done');
    expect(all('.row-asked')).toEqual([]);
  });

  it('goes at a click', () => {
    open();
    expect(all('[data-forget]')).toEqual([]);
    tell(page());
    one('[data-forget]').focus();
    act(() => one('[data-forget]').click());
    expect(asked).toEqual([['forget-page', { tabId: 7 }]]);
    tell(null);
    expect(document.activeElement).toBe(one('input[type="file"]'));
    tell(null);
    expect(all('[data-credential]')).toEqual([]);
  });

  it('says so where the background does not answer', async () => {
    open({ ask: () => Promise.reject(new Error('gone')) });
    give('words');
    await settle();
    expect(one('[role="alert"]').textContent).toBe(say('preview_unheard'));
  });
});

describe('what holds no credential', () => {
  it('is told in words, with no row', () => {
    open();
    const words = item({
      key: 'text',
      verdict: { status: 'not-checked', standing: 'inconclusive', reason: 'nothing-to-check' },
      item: { asked: { kind: 'text', name: 'hello' } },
    });
    tell(page({ rows: [checked(words)] }));
    expect(all('[data-credential]')).toEqual([]);
    expect(one('[data-nothing]').textContent).toContain('There is no credential in this');
    expect(one('[data-summary]').textContent).toBe('No credentials found');
  });
});

describe('what a recruiter sees', () => {
  const given = page({ rows: ITEMS.map(checked) });
  const unknown = ITEMS.find(({ verdict }) => verdict.standing === 'unrecognised') ?? expect.fail('none');
  const standing = (): string | undefined => one(`[data-credential="${unknown.key}"]`).dataset.standing;

  it('is shown for a first reader and, when asked, for one who knows the issuer', () => {
    open();
    tell(given);
    expect(standing()).toBe('unrecognised');
    act(() => one('[data-as-recognised]').click());
    expect(standing()).toBe('verified');
    expect(all('[data-forget-issuer]')).toEqual([]);
  });

  it('is taken along as it was found, however it is shown', async () => {
    const taken: (string | undefined)[] = [];
    open({
      take: async (_, { items }) =>
        void taken.push(items.find(({ key }) => key === unknown.key)?.verdict.standing),
    });
    tell(given);
    act(() => one('[data-as-recognised]').click());
    expect(standing()).toBe('verified');
    act(() => one('[data-take="receipt"]').click());
    await settle();
    expect(taken).toEqual(['unrecognised']);
  });

  it('is one view where no badge waits for that', () => {
    open();
    tell(page({ rows: ITEMS.filter(({ key }) => key !== unknown.key).map(checked) }));
    expect(all('[data-as-recognised]')).toEqual([]);
  });
});
