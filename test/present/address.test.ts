import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../src/present/address.ts';
import { domainView } from '../../src/present/domain.ts';
import { imageView, pictureAddress } from '../../src/present/image.ts';
import { content } from '../ui/made-up-items.ts';

describe('a domain', () => {
  it('stands out by the part that somebody registered', () => {
    expect(domainView('badges.uni.example.ac.uk')).toMatchObject({
      before: 'badges.uni.',
      registrable: 'example.ac.uk',
    });
  });

  it('of a tenant on a shared host is the tenant, not the platform', () => {
    expect(domainView('credly.github.io')).toMatchObject({ before: '', registrable: 'credly.github.io' });
    expect(domainView('www.credly.com.evil.example')).toMatchObject({ registrable: 'evil.example' });
  });

  it('in punycode is shown as it is sent, with the letters beside it', () => {
    expect(domainView('xn--80ak6aa92e.com')).toMatchObject({
      whole: 'xn--80ak6aa92e.com',
      unicode: 'аррӏе.com',
    });
    expect(domainView('apple.com').unicode).toBeNull();
  });

  it('that is an address in numbers is shown whole', () => {
    expect(domainView('192.0.2.1')).toMatchObject({ before: '', registrable: '192.0.2.1' });
    expect(domainView('192.0.2.1:8443')).toMatchObject({ before: '', registrable: '192.0.2.1:8443' });
    expect(domainView('students.uni.example:8443')).toMatchObject({
      before: 'students.',
      registrable: 'uni.example:8443',
    });
  });
});

describe('an address that is shown', () => {
  it('tells no query and no fragment: they may hold secrets', () => {
    expect(withoutSecrets('https://w.example/share/7?pin=1234&identity__email=a%40b#seed=9')).toBe(
      'w.example/share/7',
    );
    expect(withoutSecrets('not an address?pin=1')).toBe('not an address');
  });
});

const PICTURE = 'data:image/png;base64,AAAA';

describe('a picture', () => {
  const contact = (url: string, outcome = '200') => ({ url, outcome, at: 0 });
  const pictured = (image: string | null, contacted = [contact('https://badges.example/a/1')]) => ({
    report: { credential: content({ image, achievements: [] }), contacted },
  });
  const of = (...given: Parameters<typeof pictured>) => {
    const address = pictureAddress(pictured(...given));
    // What a fetch of that address would have given.
    const kept = address === null ? {} : { picture: PICTURE };
    return imageView({ ...pictured(...given), ...kept }, 'Cloud Security Professional');
  };

  it('is fetched from an origin that was asked about this very credential, and shown once it is there', () => {
    expect(pictureAddress(pictured('https://badges.example/i.png'))).toBe('https://badges.example/i.png');
    expect(of('https://badges.example/i.png')).toEqual({ src: PICTURE, heldFrom: null, initials: 'CS' });
  });

  it('is initials until then: a surface asks no server', () => {
    expect(imageView(pictured('https://badges.example/i.png'), 'Cloud Security Professional')).toEqual({
      src: null,
      heldFrom: null,
      initials: 'CS',
    });
  });

  it('that was fetched is not shown once its origin no longer answered', () => {
    const kept = { ...pictured('https://badges.example/i.png', []), picture: PICTURE };
    expect(imageView(kept, 'A').src).toBeNull();
  });

  it('is not fetched from anywhere else, and the card can say from where', () => {
    expect(of('https://tracker.example/i.png')).toMatchObject({ src: null, heldFrom: 'tracker.example' });
    expect(of('https://badges.example.evil.example/i.png').src).toBeNull();
    expect(of('https://badges.example:8443/i.png').src).toBeNull();
  });

  it('is not fetched from an origin that only the cache answered for', () => {
    expect(
      of('https://badges.example/i.png', [contact('https://badges.example/a/1', 'cached')]).src,
    ).toBeNull();
  });

  it('is not fetched from an origin that answered with trouble, or not at all', () => {
    for (const outcome of ['timeout', 'network-failed', '404', '503', 'redirected'])
      expect(
        of('https://badges.example/i.png', [contact('https://badges.example/a/1', outcome)]).src,
      ).toBeNull();
  });

  it('is never fetched over http, even where that origin was asked', () => {
    expect(of('http://badges.example/i.png', [contact('http://badges.example/')]).src).toBeNull();
  });

  it('out of the record itself asks nobody', () => {
    expect(of('data:image/png;base64,AAAA', []).src).toBe('data:image/png;base64,AAAA');
    expect(of('data:text/html,<script>', []).src).toBeNull();
  });

  it('gives way to initials in any script', () => {
    expect(imageView(null, '“Éducation” à la vie').initials).toBe('ÉÀ');
    expect(imageView(null, '***').initials).toBe('');
  });
});
