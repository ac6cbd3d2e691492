import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../src/recognise/unwrap.ts';

const BADGE = 'https://www.credly.com/badges/00000000-1111-4222-8333-444444444444';
const wrapped = encodeURIComponent(BADGE);
const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');

describe('unwrap', () => {
  it.each([
    `https://www.linkedin.com/safety/go/?url=${wrapped}&urlhash=Ab1c&mt=x&isSdui=true`,
    `https://www.linkedin.com/redir/redirect?url=${wrapped}&urlhash=I2mU&trk=public_profile_see-credential`,
    `https://de.linkedin.com/redir/redirect?url=${wrapped}`,
    `https://www.linkedin.com/csp/redirect?url=${wrapped}`,
    `https://l.facebook.com/l.php?u=${wrapped}&h=AT0`,
    `https://www.google.com/url?sa=t&url=${wrapped}`,
    `https://www.google.co.uk/url?q=${wrapped}`,
    `https://out.reddit.com/t3_x?url=${wrapped}&token=1`,
    `https://www.youtube.com/redirect?event=video&q=${wrapped}`,
    `https://eur01.safelinks.protection.outlook.com/?url=${wrapped}&data=1`,
    `https://camo.githubusercontent.com/0123456789abcdef/${hex(BADGE)}`,
    `https://slack-redir.net/link?url=${wrapped}`,
    `https://medium.com/r/?url=${wrapped}`,
    `https://vk.com/away.php?to=${wrapped}&utf=1`,
    `https://duckduckgo.com/l/?uddg=${wrapped}&rut=1`,
    `https://urldefense.com/v3/__${BADGE}__;!!AbC!dEf$`,
    `https://href.li/?${BADGE}`,
    `https://web.archive.org/web/20240101000000/${BADGE}`,
  ])('reads the target out of %s', (link) => {
    expect(unwrap(link)).toBe(BADGE);
  });

  it.each([
    'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fa.example%2F1&url=https%3A%2F%2Fb.example%2F1',
    'https://www.google.com/url?q=https%3A%2F%2Fa.example%2F1&url=https%3A%2F%2Fb.example%2F1',
  ])('leaves a wrapper of two addresses as it is: %s', (link) => {
    expect(unwrap(link)).toBe(link);
  });

  it('knows the only address of several parameters', () => {
    const link = 'https://www.google.com/url?q=welding&url=https%3A%2F%2Fa.example%2F1';
    expect(unwrap(link)).toBe('https://a.example/1');
  });

  it.each([
    `https://urldefense.com/about?x=/v3/__${BADGE}__;!!AbC!dEf$`,
    `https://href.li/about/?${BADGE}`,
    `https://web.archive.org/save/https://a.example/web/2024/${BADGE}`,
    `https://web.archive.org/#/web/2024/${BADGE}`,
  ])('reads an address that stands as it is only in its own place: %s', (link) => {
    expect(unwrap(link)).toBe(link);
  });

  it('reads no address of which the redirector hides signs', () => {
    const link = 'https://urldefense.com/v3/__https://a.example/certificate?id=ab*cd__;Iw!!AbC!dEf$';
    expect(unwrap(link)).toBe(link);
  });

  it('takes off three wrappers and no fourth', () => {
    const wrap = (link: string): string => `https://www.google.com/url?q=${encodeURIComponent(link)}`;
    expect(unwrap(wrap(wrap(wrap(BADGE))))).toBe(BADGE);
    expect(unwrap(wrap(wrap(wrap(wrap(BADGE)))))).toBe(wrap(BADGE));
  });

  it.each([
    'https://www.linkedin.com/safety/go/?url=javascript%3Aalert(1)&urlhash=x',
    'https://www.linkedin.com/safety/go/?url=data%3Atext%2Fhtml%2Cx',
    'https://www.google.com/url?q=%2Frelative',
  ])('leaves %s as it is, for its target is no web address', (link) => {
    expect(unwrap(link)).toBe(link);
  });

  it.each([
    `https://www.linkedin.com.evil.example/safety/go/?url=${wrapped}`,
    `https://google.com.evil.example/url?q=${wrapped}`,
    `https://evil.example/redir/redirect?url=${wrapped}`,
    `https://camo.githubusercontent.com.evil.example/ab/${hex(BADGE)}`,
    `https://web.archive.org.evil.example/web/20240101000000/${BADGE}`,
    `https://evil.example/web/20240101000000/${BADGE}`,
  ])('trusts no host that only looks like a redirector: %s', (link) => {
    expect(unwrap(link)).toBe(link);
  });

  it('drops tracking and personal parameters and keeps the spelling of the others', () => {
    const link =
      'https://badgr.com/public/assertions/AbCdEfGhIjKlMnOpQrStUv?identity__email=a%40b.example&v=2_0&trk=x&utm_source=y&x=%7e#f';
    expect(unwrap(link)).toBe('https://badgr.com/public/assertions/AbCdEfGhIjKlMnOpQrStUv?v=2_0&x=%7e#f');
  });

  it('drops a personal parameter out of a wrapped link too', () => {
    const inner = encodeURIComponent('https://badgr.com/public/assertions/A?identity__email=a%40b.example');
    expect(unwrap(`https://badgecheck.io?url=${inner}&identity__email=a%40b.example`)).toBe(
      'https://badgr.com/public/assertions/A',
    );
  });

  it('keeps a query that begins with a second question mark', () => {
    expect(unwrap('https://a.example/??')).toBe('https://a.example/??');
    expect(unwrap('https://a.example/??x=1&trk=y')).toBe('https://a.example/??x=1');
  });

  it('never throws, and unwrapping what it gave changes nothing but further wrappers', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (text) => {
          const once = unwrap(text);
          expect(unwrap(once)).toBe(once);
        },
      ),
    );
  });
});
