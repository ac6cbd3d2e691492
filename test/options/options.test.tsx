// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { Options } from '../../src/options/options.tsx';
import type { ListedIssuer, OptionsWorld, PinnedFederation } from '../../src/options/world.ts';
import type { ListFault } from '../../src/platform/list-faults.ts';
import { whyNoIssuer } from '../../src/recognise/issuer-address.ts';
import type { CheckedEntry } from '../../src/report/checked.ts';
import { say, VOICE } from '../ui/voice.ts';

const root = document.createElement('div');
document.body.append(root);
const NORTHWIND = { id: 'did:web:northwind.example', name: 'Northwind' };

async function open(own: Partial<OptionsWorld> = {}) {
  const seen = {
    saved: [] as (readonly ListedIssuer[])[],
    files: [] as string[],
    wiped: 0,
    universities: false,
    federations: [] as readonly PinnedFederation[],
    sites: ['https://github.com/*'],
    marked: [] as string[],
    checked: { on: false, days: 90 },
    entries: [] as readonly CheckedEntry[],
  };
  const world: OptionsWorld = {
    voice: VOICE,
    languages: ['en'],
    readLanguage: async () => null,
    writeLanguage: async () => undefined,
    sitePatternOf: (typed) => (typed.includes('.') ? `https://${typed}/*` : null),
    readSites: async () => seen.sites,
    readAllowedSites: async () => null,
    isSiteAllowed: (site, allowed) => allowed === null || allowed.includes(site),
    addSite: async (pattern) => {
      seen.sites = [...seen.sites, pattern];
      return true;
    },
    missingOrigins: async () => [],
    onGrantsChanged: () => undefined,
    removeSite: async (pattern) => {
      seen.sites = seen.sites.filter((each) => each !== pattern);
    },
    readMarkedSites: async () => seen.marked,
    markSite: async (pattern, on) => {
      seen.marked = on ? [pattern] : [];
    },
    onPolicyChanged: () => undefined,
    readListFaults: async () => [],
    readPrescribed: async () => ({ issuers: [], universities: false, federations: [] }),
    readTrusted: async () => [NORTHWIND],
    writeTrusted: async (list) => void seen.saved.push(list),
    whyNoIssuer,
    readUniversities: async () => seen.universities,
    writeUniversities: async (recognised) => {
      seen.universities = recognised;
    },
    readFederations: async () => seen.federations,
    addFederation: async (text) => {
      if (!text.startsWith('{')) return 'invalid';
      seen.federations = [{ federation: 'https://anchor.example', name: 'Example Federation' }];
      return 'added';
    },
    removeFederation: async () => {
      seen.federations = [];
    },
    parseTrusted: (text) => (text.startsWith('[') ? JSON.parse(text) : null),
    saveFile: (_, text) => void seen.files.push(text),
    saveCsv: (_, text) => void seen.files.push(text),
    readCheckedSettings: async () => seen.checked,
    isCheckedForbidden: async () => false,
    writeCheckedSettings: async (chosen) => {
      seen.checked = chosen;
    },
    checkedDays: { fewest: 1, most: 3650 },
    readChecked: async () => seen.entries,
    forgetChecked: async () => {
      seen.entries = [];
    },
    receiptThumbprint: async () => null,
    wipe: async () => void seen.wiped++,
    ...own,
  };
  await atRest(() => render(<Options world={world} />, root));
  return seen;
}
const one = <E extends HTMLElement = HTMLElement>(selector: string): E => {
  const found = root.querySelector<E>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
/** Does something, and lets everything that it set off come to rest. */
const atRest = async (deed: () => unknown): Promise<void> => {
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  await act(async () => {
    deed();
    await turns();
  });
  // What the first drawing set off begins only at the end of its turn.
  await act(turns);
};
const click = (element: HTMLElement): Promise<void> => atRest(() => element.click());
const submit = (holding: string): Promise<void> =>
  atRest(() =>
    one(holding)
      .closest('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true })),
  );
const type = (selector: string, value: string): void => {
  one<HTMLInputElement>(selector).value = value;
};
const choose = (text: string): Promise<void> => {
  const input = one<HTMLInputElement>('input[type="file"]');
  Object.defineProperty(input, 'files', {
    value: [{ text: () => Promise.resolve(text) }],
    configurable: true,
  });
  return atRest(() => input.dispatchEvent(new Event('change')));
};
const sites = (): (string | undefined)[] =>
  [...root.querySelectorAll<HTMLElement>('[data-site]')].map(({ dataset }) => dataset.site);

afterEach(() => void act(() => render(null, root)));

describe('sites', () => {
  it('are added once the browser has granted them', async () => {
    await open();
    type('#site', 'www.linkedin.com');
    await submit('#site');
    expect(sites()).toEqual(['https://github.com/*', 'https://www.linkedin.com/*']);
  });

  it('are not added where the reader refuses, and the page says so', async () => {
    await open({ addSite: async () => false });
    type('#site', 'www.linkedin.com');
    await submit('#site');
    expect(sites()).toEqual(['https://github.com/*']);
    expect(root.textContent).toContain(say('options_sites_refused', { host: 'www.linkedin.com' }));
    expect(one<HTMLInputElement>('#site').value).toBe('www.linkedin.com');
  });

  it('get no dots in their pages until the reader switches them on, one by one', async () => {
    const seen = await open();
    const dots = (): HTMLInputElement =>
      one<HTMLInputElement>('[data-site="https://github.com/*"] [data-mark]');
    expect(dots().checked).toBe(false);
    expect(dots().getAttribute('aria-label')).toBe(say('options_markers_label', { host: 'github.com' }));
    await click(dots());
    expect(seen.marked).toEqual(['https://github.com/*']);
    expect(dots().checked).toBe(true);
    await click(dots());
    expect(seen.marked).toEqual([]);
  });

  it('that the organisation does not allow are refused in words, and the browser is not asked', async () => {
    const asked: string[] = [];
    await open({
      readAllowedSites: async () => ['https://github.com/*', 'https://*.school.example/*'],
      addSite: async (pattern) => {
        asked.push(pattern);
        return true;
      },
    });
    const hosts = [...root.querySelectorAll('[data-allowed] li')].map((each) => each.textContent);
    expect(hosts).toEqual(['github.com', '*.school.example']);
    type('#site', 'www.linkedin.com');
    await submit('#site');
    expect(root.textContent).toContain(say('options_sites_forbidden', { host: 'www.linkedin.com' }));
    type('#site', '*.school.example');
    await submit('#site');
    expect(asked).toEqual(['https://*.school.example/*']);
  });

  it('that the organisation allows no more are told apart at once, and cannot be allowed again', async () => {
    let allowed: readonly string[] | null = null;
    const listeners: (() => void)[] = [];
    await open({
      readAllowedSites: async () => allowed,
      missingOrigins: async (all) => all,
      onPolicyChanged: (listener) => void listeners.push(listener),
    });
    expect(root.querySelector('[data-forbidden], [data-allowed]')).toBeNull();
    allowed = [];
    await atRest(() => {
      for (const listener of listeners) listener();
    });
    expect(one('[data-forbidden]').textContent).toContain(say('options_sites_not_allowed'));
    expect(root.textContent).toContain(say('options_sites_allowed_none'));
    expect(root.querySelector('[data-allow-again]')).toBeNull();
  });

  it('that are none are refused in words', async () => {
    await open();
    type('#site', 'nonsense');
    await submit('#site');
    expect(root.textContent).toContain(say('options_sites_invalid'));
  });

  it('whose grant was taken back in the browser are told apart, at once, and can be allowed again', async () => {
    let changed = (): void => undefined;
    let missing: readonly string[] = [];
    const asked: string[] = [];
    await open({
      missingOrigins: async (all) => all.filter((each) => missing.includes(each)),
      onGrantsChanged: (listener) => {
        changed = listener;
      },
      addSite: async (pattern) => {
        asked.push(pattern);
        missing = [];
        return true;
      },
    });
    expect(root.querySelector('[data-missing]')).toBeNull();
    missing = ['https://github.com/*'];
    await atRest(() => changed());
    expect(one('[data-missing]').textContent).toContain(say('options_sites_withdrawn'));
    await click(one('[data-allow-again]'));
    expect(asked).toEqual(['https://github.com/*']);
    expect(root.querySelector('[data-missing]')).toBeNull();
  });

  it('are not said to be saved any more once the grant is taken back, or the site removed', async () => {
    let changed = (): void => undefined;
    let missing: readonly string[] = [];
    await open({
      missingOrigins: async (all) => all.filter((each) => missing.includes(each)),
      onGrantsChanged: (listener) => {
        changed = listener;
      },
    });
    const told = (): string => one('section [role="status"]').textContent ?? '';
    type('#site', 'www.linkedin.com');
    await submit('#site');
    const grantsChanged = (): Promise<void> => atRest(() => changed());
    await grantsChanged();
    expect(told()).toBe(say('options_saved'));
    missing = ['https://www.linkedin.com/*'];
    await grantsChanged();
    expect(one('[data-missing]').textContent).toContain(say('options_sites_withdrawn'));
    expect(told()).toBe('');
    missing = [];
    await click(one(`[aria-label="${say('options_sites_remove', { host: 'www.linkedin.com' })}"]`));
    expect(told()).toBe('');
  });

  it('that stay refused are said to be still not read', async () => {
    await open({ missingOrigins: async (all) => all, addSite: async () => false });
    await click(one('[data-allow-again]'));
    expect(one('[role="status"]').textContent).toBe(
      say('options_sites_still_missing', { host: 'github.com' }),
    );
    expect(sites()).toEqual(['https://github.com/*']);
  });

  it('are removed, each by a button that names it', async () => {
    await open();
    await click(one(`[aria-label="${say('options_sites_remove', { host: 'github.com' })}"]`));
    expect(sites()).toEqual([]);
  });
});

describe('trusted issuers', () => {
  it('are added by id; the name is only for the reader', async () => {
    const seen = await open();
    type('#issuer-id', ' did:web:harbour.example ');
    await submit('#issuer-id');
    expect(seen.saved).toEqual([
      [NORTHWIND, { id: 'did:web:harbour.example', name: 'did:web:harbour.example' }],
    ]);
  });

  it.each(['Harbour College', 'http://harbour.example', 'did:', 'javascript:alert(1)'])(
    'are not added by %s, which is no id',
    async (id) => {
      const seen = await open();
      type('#issuer-id', id);
      await submit('#issuer-id');
      expect(seen.saved).toEqual([]);
      expect(root.textContent).toContain(say('options_trust_invalid'));
    },
  );

  it.each([
    ['https://www.credly.com/badges/00000000-1111-4222-8333-444444444444', 'options_trust_is_badge'],
    ['https://www.credly.com/users/example-person/badges', 'options_trust_is_badge'],
    ['https://api.badgr.io/', 'options_trust_is_platform'],
  ])('are not added by %s, which is the address of no one issuer: the words say so', async (id, words) => {
    const seen = await open();
    type('#issuer-id', id);
    await submit('#issuer-id');
    expect(seen.saved).toEqual([]);
    expect(root.textContent).toContain(say(words));
  });

  it('say what an id looks like before anything is typed', async () => {
    await open();
    const described = one('#issuer-id').getAttribute('aria-describedby');
    expect(one(`#${described}`).textContent).toBe(say('options_trust_id_form'));
  });

  it('are removed', async () => {
    const seen = await open();
    await click(one(`[aria-label="${say('options_trust_remove', { name: 'Northwind' })}"]`));
    expect(seen.saved).toEqual([[]]);
  });

  it('that another window has removed meanwhile do not come back with the next one', async () => {
    let listed: readonly ListedIssuer[] = [NORTHWIND, { id: 'did:web:tide.example', name: 'Tide' }];
    const seen = await open({ readTrusted: async () => listed });
    listed = [NORTHWIND];
    type('#issuer-id', 'did:web:harbour.example');
    await submit('#issuer-id');
    expect(seen.saved.at(-1)?.map(({ id }) => id)).toEqual([NORTHWIND.id, 'did:web:harbour.example']);
  });

  it('are imported into the list, each id once', async () => {
    const seen = await open();
    await choose(
      JSON.stringify([
        { ...NORTHWIND, name: 'NW' },
        { id: 'https://harbour.example/issuer', name: 'Harbour' },
      ]),
    );
    expect(seen.saved).toEqual([
      [
        { ...NORTHWIND, name: 'NW' },
        { id: 'https://harbour.example/issuer', name: 'Harbour' },
      ],
    ]);
    expect(root.textContent).toContain(say('options_trust_imported', { count: 1 }));
  });

  it.each(['nonsense', '[{"id":"Harbour College","name":""}]'])(
    'are not changed by a file that is no such list: %s',
    async (text) => {
      const seen = await open();
      await choose(text);
      expect(seen.saved).toEqual([]);
      expect(root.textContent).toContain(say('options_trust_import_failed'));
    },
  );

  it('are exported in the form in which they are imported', async () => {
    const seen = await open();
    const [button] = [...root.querySelectorAll('button')].filter(
      ({ textContent }) => textContent === say('options_trust_export'),
    );
    await click(button as HTMLElement);
    expect(JSON.parse(seen.files[0] ?? '')).toEqual([NORTHWIND]);
  });
});

describe('what the organisation recognises', () => {
  it('stands beside the lists of the reader as the policy says it now, and cannot be removed', async () => {
    let prescribed: Awaited<ReturnType<OptionsWorld['readPrescribed']>> = {
      issuers: [],
      universities: false,
      federations: [],
    };
    const listeners: (() => void)[] = [];
    await open({
      readPrescribed: async () => prescribed,
      onPolicyChanged: (listener) => void listeners.push(listener),
    });
    const shown = () => [...root.querySelectorAll('[data-prescribed]')].map((each) => each.textContent);
    expect(shown()).toEqual([]);
    prescribed = {
      issuers: [{ id: 'did:web:harrow.example', name: 'Harrow' }],
      universities: true,
      federations: [{ federation: 'https://federation.example', name: 'Colleges' }],
    };
    await atRest(() => {
      for (const listener of listeners) listener();
    });
    expect(shown()).toEqual([
      'Harrowdid:web:harrow.example',
      say('options_universities_prescribed'),
      'Collegeshttps://federation.example',
    ]);
    expect(root.querySelector('[data-prescribed] button')).toBeNull();
  });
});

describe('universities', () => {
  it('are recognised by their domain only once the reader says so, and no more once he takes it back', async () => {
    const seen = await open();
    const box = one<HTMLInputElement>('#universities');
    expect(box.checked).toBe(false);
    await click(box);
    expect(seen.universities).toBe(true);
    await click(box);
    expect(seen.universities).toBe(false);
  });
});

describe('federations', () => {
  const ANCHOR = '{"federation": "https://anchor.example"}';

  it('are pinned by their anchor, and removed by a button that names them', async () => {
    await open();
    expect(root.querySelector('[data-federation]')).toBeNull();
    type('#federation-anchor', ANCHOR);
    await submit('#federation-anchor');
    expect(one('[data-federation]').textContent).toContain('Example Federation');
    expect(one<HTMLTextAreaElement>('#federation-anchor').value).toBe('');
    await click(one(`[aria-label="${say('options_trust_remove', { name: 'Example Federation' })}"]`));
    expect(root.querySelector('[data-federation]')).toBeNull();
  });

  it.each([
    ['invalid', 'options_federations_invalid'],
    ['refused', 'options_federations_refused'],
  ] as const)(
    'are not pinned where the anchor is %s, and the text stays to be mended',
    async (outcome, words) => {
      await open({ addFederation: async () => outcome });
      type('#federation-anchor', ANCHOR);
      await submit('#federation-anchor');
      expect(root.textContent).toContain(say(words));
      expect(root.querySelector('[data-federation]')).toBeNull();
      expect(one<HTMLTextAreaElement>('#federation-anchor').value).toBe(ANCHOR);
    },
  );
});

describe('the data', () => {
  it('is erased only after a second click', async () => {
    const seen = await open();
    await click(one('[data-wipe]'));
    expect(seen.wiped).toBe(0);
    await click(one('[data-wipe-confirm]'));
    expect(seen.wiped).toBe(1);
    expect(root.textContent).toContain(say('options_data_wiped'));
  });
});

it('says of a list of which something could not be read what that is, and nothing of the others', async () => {
  await open({
    readListFaults: async () => [
      { list: 'trusted', faulty: [2, 5] },
      { list: 'policy', faulty: 'whole' },
    ],
  });
  const said = [...root.querySelectorAll('[data-list-fault]')].map((each) => each.textContent);
  expect(said).toEqual([say('options_fault_trusted', { places: '2, 5' }), say('options_fault_policy_whole')]);
});

it('what a changed policy has wrong in it is said at once', async () => {
  let faults: readonly ListFault[] = [];
  const listeners: (() => void)[] = [];
  await open({
    readListFaults: async () => faults,
    onPolicyChanged: (listener) => void listeners.push(listener),
  });
  expect(root.querySelector('[data-list-fault]')).toBeNull();
  faults = [{ list: 'policySites', faulty: 'whole' }];
  await atRest(() => {
    for (const listener of listeners) listener();
  });
  expect(one('[data-list-fault]').textContent).toBe(say('options_fault_policy_sites_whole'));
});

describe('the list of what was checked', () => {
  const entry: CheckedEntry = {
    title: 'Cloud Security',
    issuer: 'Northwind',
    page: 'Ann Ode',
    address: 'https://me.example/in/ann',
    status: 'revoked',
    standing: 'failed',
    at: Date.UTC(2026, 10, 5),
    settled: { outcome: 'revoked', at: Date.UTC(2026, 10, 5) },
    before: { outcome: 'signature-verified', at: Date.UTC(2026, 10, 3) },
  };

  it('is off until it is switched on, and keeps its days', async () => {
    const seen = await open();
    expect(one<HTMLInputElement>('#keep-checked').checked).toBe(false);
    await click(one('#keep-checked'));
    expect(seen.checked).toEqual({ on: true, days: 90 });
    type('#checked-days', '30');
    await atRest(() => one('#checked-days').dispatchEvent(new Event('change', { bubbles: true })));
    expect(seen.checked).toEqual({ on: true, days: 30 });
  });

  it('says where it is off what becomes of its entries', async () => {
    await open({ readChecked: async () => [entry] });
    expect(document.body.textContent).toContain(say('options_checked_off'));
    await click(one('#keep-checked'));
    expect(document.body.textContent).not.toContain(say('options_checked_off'));
  });

  it('cannot be switched on where the organisation has switched it off, and is still the reader’s to delete', async () => {
    const seen = await open({
      isCheckedForbidden: async () => true,
      readCheckedSettings: async () => ({ on: true, days: 90 }),
    });
    const box = one<HTMLInputElement>('#keep-checked');
    expect([box.checked, box.disabled]).toEqual([false, true]);
    expect(one('#checked-forbidden').textContent).toBe(say('options_checked_forbidden'));
    expect(box.getAttribute('aria-describedby')).toContain('checked-forbidden');
    seen.entries = [entry];
    type('#checked-days', '30');
    await atRest(() => one('#checked-days').dispatchEvent(new Event('change', { bubbles: true })));
    expect(seen.checked).toEqual({ on: true, days: 30 });
    expect(root.textContent).toContain(say('options_checked_off'));
    await click(one('[data-checked-csv]'));
    await click(one('[data-checked-delete]'));
    expect([seen.files.length, seen.entries]).toEqual([1, []]);
  });

  it('is switched off before the reader’s eyes when the policy changes', async () => {
    let isForbidden = false;
    let changed = (): void => undefined;
    await open({
      isCheckedForbidden: async () => isForbidden,
      onPolicyChanged: (listener) => {
        changed = listener;
      },
    });
    expect(one<HTMLInputElement>('#keep-checked').disabled).toBe(false);
    isForbidden = true;
    await atRest(() => changed());
    expect(one<HTMLInputElement>('#keep-checked').disabled).toBe(true);
  });

  it('takes no number of days that is none', async () => {
    const seen = await open();
    for (const days of ['0', '', '99999']) {
      type('#checked-days', days);
      await atRest(() => one('#checked-days').dispatchEvent(new Event('change', { bubbles: true })));
    }
    expect(seen.checked).toEqual({ on: false, days: 90 });
  });

  it('says beside a good word that nobody we know vouches for the issuer, and beside no other', async () => {
    const good = { ...entry, status: 'signature-verified', settled: null } as const;
    const told = async (standing: CheckedEntry['standing'], over: Partial<CheckedEntry> = good) => {
      act(() => render(null, root));
      await open({ readChecked: async () => [{ ...entry, ...over, standing }] });
      return one('[data-checked]').textContent;
    };
    const unknown = say('standing_unrecognised');
    expect(await told('unrecognised')).toContain(unknown);
    expect(await told('caution')).toContain(say('standing_caution'));
    expect(await told('verified')).not.toContain(say('standing_verified'));
    expect(await told('failed', {})).not.toContain(say('standing_failed'));
    // An earlier version did not note it.
    expect(await told(null)).not.toContain(unknown);
  });

  it('says of each entry what it is and what it was, goes into a file, and is deleted', async () => {
    const seen = await open({ readChecked: async () => [entry] });
    expect(one('[data-checked]').textContent).toContain(
      say('changed_since', { date: 'Nov 3, 2026', status: say('status_signature_verified') }),
    );
    await click(one('[data-checked-csv]'));
    expect(seen.files[0]).toContain('"Cloud Security","Northwind","Ann Ode"');
    seen.entries = [entry];
    await click(one('[data-checked-delete]'));
    expect(seen.entries).toEqual([]);
  });
});

describe('the key of receipts', () => {
  it('is shown by its thumbprint, once there is one', async () => {
    await open();
    expect(root.querySelector('[data-thumbprint]')).toBeNull();
    expect(root.textContent).toContain(say('options_receipts_none'));
    act(() => render(null, root));
    await open({ receiptThumbprint: async () => 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' });
    expect(one('[data-thumbprint]').textContent).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  });
});
