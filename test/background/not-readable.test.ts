import { describe, expect, it } from 'vitest';
import { notReadableReason } from '../../src/background/not-readable.ts';

describe('why a page cannot be read', () => {
  it.each([
    ['chrome://settings/', 'browser-page'],
    ['about:config', 'browser-page'],
    ['chrome-extension://x/y.html', 'browser-page'],
    ['moz-extension://x/y.html', 'browser-page'],
    ['data:text/html,x', 'browser-page'],
    ['view-source:https://a.example/', 'source-view'],
    ['file:///home/x/profile.html', 'local-file'],
    ['https://a.example/cv.pdf?download=1', 'pdf'],
    ['https://chromewebstore.google.com/detail/x', 'store-page'],
    ['https://addons.mozilla.org/en-US/firefox/', 'store-page'],
    ['https://chromewebstore.google.com.evil.example/', 'no-access'],
    ['https://a.example/?file=x.pdf', 'no-access'],
    ['', 'no-access'],
  ])('%s: %s', (url, reason) => {
    expect(notReadableReason(url)).toBe(reason);
  });

  it.each([
    ['Cannot access a chrome:// URL', 'browser-page'],
    ['Cannot access a chrome-extension:// URL of different extension', 'browser-page'],
    ['The extensions gallery cannot be scripted.', 'store-page'],
    ['Cannot access contents of url "file:///x"', 'local-file'],
    ['Missing host permission for the tab', 'no-access'],
  ])('where the address is hidden, the browser’s words tell: %s', (words, reason) => {
    expect(notReadableReason('', words)).toBe(reason);
  });

  it('a page that did not load keeps its address, and the browser’s own stands in its place', () => {
    const words = 'Frame with ID 0 is showing error page';
    expect(notReadableReason('https://a.example/', words)).toBe('browser-page');
    expect(notReadableReason('', words)).toBe('browser-page');
  });

  it('words never overrule an address', () => {
    expect(notReadableReason('https://a.example/', 'Cannot access a chrome:// URL')).toBe('no-access');
  });
});
