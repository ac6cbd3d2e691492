export type BrowserKind = 'chromium' | 'firefox';
export function findBrowser(kind: BrowserKind): string | null;
export function ensureBrowser(kind: BrowserKind): string;
export function adviceFor(kinds: readonly BrowserKind[]): string;
