/** A browser in memory: what platform/ uses of the WebExtension API, with a hand on every switch. */
type Listener = (...args: never[]) => unknown;

export function event<L extends Listener>() {
  const listeners = new Set<L>();
  return {
    addListener: (listener: L) => void listeners.add(listener),
    removeListener: (listener: L) => void listeners.delete(listener),
    hasListener: (listener: L) => listeners.has(listener),
    emit: (...args: Parameters<L>) => [...listeners].map((listener) => listener(...args)),
    get size() {
      return listeners.size;
    },
  };
}

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

/** A storage area that structured-clones as the real one does, and refuses above `quota` characters of JSON. */
export function area(quota = Number.POSITIVE_INFINITY) {
  const held = new Map<string, unknown>();
  const onChanged = event<(changes: Changes) => void>();
  const size = (): number => JSON.stringify([...held]).length;
  return {
    held,
    onChanged,
    quota,
    get: async (keys: string | readonly string[] | null = null) => {
      const wanted = keys === null ? [...held.keys()] : [keys].flat();
      return Object.fromEntries(
        wanted.filter((key) => held.has(key)).map((key) => [key, structuredClone(held.get(key))]),
      );
    },
    async set(entries: Record<string, unknown>) {
      const before = new Map(held);
      for (const [key, value] of Object.entries(entries)) held.set(key, structuredClone(value));
      if (size() > this.quota) {
        held.clear();
        for (const [key, value] of before) held.set(key, value);
        throw new Error('QUOTA_BYTES quota exceeded');
      }
      const changes = Object.entries(entries).map(([key, newValue]) => [
        key,
        { oldValue: before.get(key), newValue },
      ]);
      onChanged.emit(Object.fromEntries(changes));
    },
    async remove(keys: string | readonly string[]) {
      const gone = [keys].flat().filter((key) => held.has(key));
      const changes = gone.map((key) => [key, { oldValue: held.get(key) }]);
      for (const key of gone) held.delete(key);
      if (gone.length > 0) onChanged.emit(Object.fromEntries(changes));
    },
    clear: async () => held.clear(),
  };
}

export interface Registered {
  readonly id: string;
  readonly matches: readonly string[];
  readonly js: readonly string[];
}

export const BASE = 'chrome-extension://abcdef/';

export function fakeBrowser() {
  const granted = new Set<string>();
  const registered = new Map<string, Registered>();
  const sent: unknown[] = [];
  const asked: string[][] = [];
  const badge: Record<string, unknown> = {};
  const self = {
    granted,
    registered,
    sent,
    asked,
    badge,
    /** What the reader answers to a permission dialog. */
    willGrant: true,
    storage: { local: area(), session: area(), managed: area() },
    runtime: {
      id: 'abcdef',
      onMessage: event<(message: unknown, sender: unknown, reply: (answer: unknown) => void) => unknown>(),
      onInstalled: event<(details: { reason: string }) => void>(),
      onStartup: event<() => void>(),
      getURL: (path: string) => `${BASE}${path.replace(/^\//, '')}`,
      getManifest: () => ({ host_permissions: [] as string[] }),
      sendMessage: async (message: unknown): Promise<unknown> => void sent.push(message),
      getPlatformInfo: async () => ({ os: 'linux' }),
      openOptionsPage: async () => undefined,
    },
    permissions: {
      onAdded: event<() => void>(),
      onRemoved: event<() => void>(),
      contains: async ({ origins }: { origins: string[] }) => origins.every((each) => granted.has(each)),
      request: async ({ origins }: { origins: string[] }) => {
        asked.push(origins);
        if (self.willGrant) for (const origin of origins) granted.add(origin);
        return self.willGrant;
      },
      remove: async ({ origins }: { origins: string[] }) => origins.every((each) => granted.delete(each)),
      getAll: async () => ({ origins: [...granted] }),
    },
    tabs: {
      onUpdated: event<(tabId: number, change: { status?: string; url?: string }) => void>(),
      open: new Map<number, { id: number; url?: string; title?: string }>(),
      get: async (id: number) => {
        const tab = self.tabs.open.get(id);
        if (!tab) throw new Error(`No tab with id: ${id}.`);
        return tab;
      },
      sendMessage: async (_id: number, _message: unknown): Promise<unknown> => {
        throw new Error('Could not establish connection. Receiving end does not exist.');
      },
    },
    scripting: {
      executeScript: async (_injection: {
        files?: string[];
        func?: () => unknown;
        injectImmediately?: boolean;
      }): Promise<{ result?: unknown }[]> => [{}],
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        ids.flatMap((id) => registered.get(id) ?? []),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) registered.delete(id);
      },
      registerContentScripts: async (scripts: Registered[]) => {
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          registered.set(script.id, script);
        }
      },
    },
    contextMenus: {
      items: new Map<string, { id: string }>(),
      /** How often all of them were taken away. */
      removed: 0,
      onClicked: event<(click: { menuItemId: string; pageUrl?: string }, tab?: object) => void>(),
      removeAll: async () => {
        self.contextMenus.removed += 1;
        self.contextMenus.items.clear();
      },
      create: (item: { id: string }) => {
        if (self.contextMenus.items.has(item.id))
          throw new Error(`Cannot create item with duplicate id ${item.id}`);
        self.contextMenus.items.set(item.id, item);
      },
    },
    action: {
      openPopup: async (): Promise<void> => {},
      setBadgeText: async (value: unknown) => void Object.assign(badge, { text: value }),
      setBadgeBackgroundColor: async (value: unknown) => void Object.assign(badge, { colour: value }),
      setBadgeTextColor: async (value: unknown) => void Object.assign(badge, { ink: value }),
      setTitle: async (value: unknown) => void Object.assign(badge, { title: value }),
    },
    i18n: {
      getMessage: (key: string): string => (key === '@@ui_locale' ? 'pt_BR' : ''),
      getUILanguage: () => 'pt-BR',
    },
  };
  return self;
}
export type FakeBrowser = ReturnType<typeof fakeBrowser>;
