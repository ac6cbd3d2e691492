import { describe, expect, it } from 'vitest';
import { domainOf } from '../../../src/verify/trust/issuer-domain.ts';

describe('the domain of an issuer id', () => {
  it.each([
    ['https://A.example/i', 'a.example'],
    ['http://a.example/i', 'a.example'],
    ['did:web:a.example', 'a.example'],
    ['did:web:a.example%3A3000:user', 'a.example:3000'],
    ['did:web:a.example%3A443', 'a.example'],
    ['https://a.example:8443/i', 'a.example:8443'],
    // whoever runs a host that strangers share does not answer for them
    ['https://a.example:8443/~eve', null],
    ['https://a.example/%73/eve/download/issuer.json', null],
    ['did:web:a.example:%73:eve:download', null],
    ['https://raw.githubusercontent.com/college/badges/main/issuer.json', null],
    ['https://raw.githubusercontent.com/issuer.json', null],
    ['https://drive.google.com/uc?id=1', null],
    ['did:web:storage.googleapis.com:college', null],
    ['did:web:college.github.io', 'college.github.io'],
    ['did:web:network.learncard.com:users:college', null],
    ['did:web:network.learncard.com', 'network.learncard.com'],
    ['did:webvh:QmScid:a.example:path', 'a.example'],
    ['https://münchen.example/', 'xn--mnchen-3ya.example'],
    ['did:key:z6Mk', null],
    ['did:web:', null],
    ['urn:uuid:1', null],
    ['https://user@a.example/', null],
    ['mailto:a@a.example', null],
    ['', null],
  ])('%s: %s', (id, domain) => {
    expect(domainOf(id)).toBe(domain);
  });

  it('a host is a domain where it serves the web', () => {
    expect([domainOf('ftp://a.example/'), domainOf('https://a.example/')]).toEqual([null, 'a.example']);
  });
});
