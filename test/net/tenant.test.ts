import * as publicSuffixes from 'tldts';
import { describe, expect, it } from 'vitest';
import { answeredBySame, isOnSharedHost, sameTenant } from '../../src/net/tenant.ts';

describe('who controls an address', () => {
  it.each([
    ['https://example.org/issuer', 'https://example.org/a/1'],
    ['https://example.org/issuer', 'http://EXAMPLE.org/a/1#x'],
    ['https://example.org/issuer', 'https://example.org/.well-known/jwks.json'],
    [
      'https://raw.githubusercontent.com/college/badges/main/issuer.json',
      'https://raw.githubusercontent.com/college/badges/main/a/1.json',
    ],
    [
      'https://raw.githubusercontent.com/college/badges/refs/heads/main/i.json',
      'https://raw.githubusercontent.com/college/badges/refs/heads/main/a.json',
    ],
    ['https://storage.googleapis.com/college/issuer.json', 'https://storage.googleapis.com/college/a/1.json'],
    ['https://s3.amazonaws.com/college/issuer.json', 'https://s3.amazonaws.com/college/a.json'],
    ['https://college.s3.amazonaws.com/issuer.json', 'https://college.s3.amazonaws.com/other/a.json'],
    [
      'https://cdn.jsdelivr.net/gh/college/badges@1.2/issuer.json',
      'https://cdn.jsdelivr.net/gh/college/badges@1.2/a.json',
    ],
    [
      'https://cdn.jsdelivr.net/npm/@college/badges@1/issuer.json',
      'https://cdn.jsdelivr.net/npm/@college/badges@1/a.json',
    ],
    ['https://college.github.io/badges/issuer.json', 'https://college.github.io/badges/a/1.json'],
    ['https://college.github.io/issuer.json', 'https://college.github.io/.well-known/jwks.json'],
    [
      'https://firebasestorage.googleapis.com/v0/b/college/o/issuer.json',
      'https://firebasestorage.googleapis.com/v0/b/college/o/a%2F1.json',
    ],
    [
      'https://college.blob.core.windows.net/badges/issuer.json',
      'https://college.blob.core.windows.net/other/a.json',
    ],
    ['https://sites.google.com/view/college/issuer', 'https://sites.google.com/view/college/a'],
    ['https://college.example/~prof/issuer.json', 'https://college.example/~prof/a.json'],
    ['https://people.college.example/prof/issuer.json', 'https://people.college.example/prof/a.json'],
    ['https://ipfs.io/ipfs/bafyone/issuer.json', 'https://ipfs.io/ipfs/bafyone/a.json'],
    [
      'https://git.college.example/badges/site/-/raw/main/issuer.json',
      'https://git.college.example/badges/site/-/raw/main/a/1.json',
    ],
  ])('%s and %s: one party', (one, other) => {
    expect(sameTenant(one, other)).toBe(true);
  });

  it.each([
    ['https://example.org/issuer', 'https://example.org:8443/issuer'],
    ['https://example.org/issuer', 'https://badges.example.org/issuer'],
    ['https://a.github.io/issuer.json', 'https://b.github.io/issuer.json'],
    [
      'https://media.githubusercontent.com/media/college/badges/main/issuer.json',
      'https://media.githubusercontent.com/media/mallory/x/main/a.json',
    ],
    // a code host and a drive of its own, on which everybody at the college publishes
    [
      'https://git.college.example/badges/site/-/raw/main/issuer.json',
      'https://git.college.example/mallory/x/-/raw/main/a.json',
    ],
    [
      'https://code.college.example/badges/site/raw/branch/main/issuer.json',
      'https://code.college.example/mallory/x/raw/branch/main/a.json',
    ],
    [
      'https://drive.college.example/index.php/s/abc/download/issuer.json',
      'https://drive.college.example/index.php/s/xyz/download/a.json',
    ],
    ['https://drive.college.example/s/abc/download/i.json', 'https://drive.college.example/s/xyz/download'],
    [
      'https://drive.college.example/public.php/dav/files/abc/i.json',
      'https://drive.college.example/public.php/dav/files/xyz/a.json',
    ],
    [
      'https://store.college.example/v1/AUTH_1/badges/i.json',
      'https://store.college.example/v1/AUTH_2/x/a.json',
    ],
    ['https://arweave.net/bNbA3TEQVL60xlgCcqdz', 'https://arweave.net/QcTH4R1mSPa5xlQCcqdz'],
    ['https://res.cloudinary.com/college/raw/i.json', 'https://res.cloudinary.com/mallory/raw/a.json'],
    [
      'https://api.bitbucket.org/2.0/repositories/college/badges/src/main/i.json',
      'https://api.bitbucket.org/2.0/repositories/mallory/x/src/main/a.json',
    ],
    [
      'https://raw.githubusercontent.com/college/badges/main/issuer.json',
      'https://raw.githubusercontent.com/mallory/x/main/a.json',
    ],
    // a commit of a fork, and the head of a pull request, are served under the name of the repository
    [
      'https://raw.githubusercontent.com/college/badges/main/issuer.json',
      'https://raw.githubusercontent.com/college/badges/0a1b2c3/a.json',
    ],
    [
      'https://raw.githubusercontent.com/college/badges/refs/heads/main/i.json',
      'https://raw.githubusercontent.com/college/badges/refs/pull/7/head/a.json',
    ],
    [
      'https://gist.githubusercontent.com/college/1a/raw/issuer.json',
      'https://gist.githubusercontent.com/mallory/2b/raw/a.json',
    ],
    ['https://storage.googleapis.com/college/issuer.json', 'https://storage.googleapis.com/mallory/a.json'],
    ['https://s3.amazonaws.com/college/issuer.json', 'https://s3.amazonaws.com/mallory/a.json'],
    [
      'https://s3-eu-west-1.amazonaws.com/college/i.json',
      'https://s3-eu-west-1.amazonaws.com/mallory/a.json',
    ],
    [
      'https://s3.dualstack.us-east-2.amazonaws.com/college/i',
      'https://s3.dualstack.us-east-2.amazonaws.com/mallory/a',
    ],
    ['https://college.s3.amazonaws.com/issuer.json', 'https://mallory.s3.amazonaws.com/a.json'],
    ['https://f001.backblazeb2.com/file/college/i.json', 'https://f001.backblazeb2.com/file/mallory/a.json'],
    [
      'https://nyc3.digitaloceanspaces.com/college/i.json',
      'https://nyc3.digitaloceanspaces.com/mallory/a.json',
    ],
    [
      'https://cdn.jsdelivr.net/gh/college/badges/issuer.json',
      'https://cdn.jsdelivr.net/gh/mallory/x/a.json',
    ],
    ['https://cdn.jsdelivr.net/npm/college/issuer.json', 'https://cdn.jsdelivr.net/npm/mallory/a.json'],
    ['https://unpkg.com/@college/badges/issuer.json', 'https://unpkg.com/@mallory/x/a.json'],
    ['https://college.github.io/badges/issuer.json', 'https://college.github.io/students/a.json'],
    ['https://college.gitlab.io/badges/issuer.json', 'https://college.gitlab.io/students/a.json'],
    ['https://drive.google.com/uc?id=1', 'https://drive.google.com/uc?id=2'],
    ['https://www.dropbox.com/s/1/i.json', 'https://www.dropbox.com/s/2/a.json'],
    ['https://onedrive.live.com/download?resid=1', 'https://onedrive.live.com/download?resid=2'],
    ['https://sites.google.com/view/college/issuer', 'https://sites.google.com/view/mallory/a'],
    ['https://ipfs.io/ipfs/bafyone/issuer.json', 'https://ipfs.io/ipfs/bafytwo/a.json'],
    ['https://gateway.example/ipfs/bafyone/issuer.json', 'https://gateway.example/ipns/mallory/a.json'],
    ['https://college.example/issuer', 'https://college.example/~mallory/a.json'],
    ['https://college.example/~prof/issuer', 'https://college.example/~mallory/a.json'],
    ['https://people.college.example/prof/i.json', 'https://people.college.example/mallory/a.json'],
    ['https://pages.college.example/prof/i.json', 'https://pages.college.example/mallory/a.json'],
    [
      'https://codeberg.org/college/badges/raw/branch/main/i.json',
      'https://codeberg.org/mallory/x/raw/branch/main/a.json',
    ],
    ['urn:uuid:1', 'urn:uuid:1'],
  ])('%s and %s: strangers', (one, other) => {
    expect(sameTenant(one, other)).toBe(false);
  });

  it.each([
    'https://college.example/%7Emallory/a.json',
    'https://college.example/%7emallory/a.json',
    'https://college.example//~mallory/a.json',
    'https://college.example/x/..%2F~mallory/a.json',
    'https://college.example/x%5C..%5C~mallory/a.json',
    'https://college.example/./~mallory/a.json',
  ])('%s is not the host’s own, however it is spelt', (address) => {
    expect(sameTenant('https://college.example/issuer', address)).toBe(false);
  });

  it('takes a path that servers may read as another’s for nobody’s but its own', () => {
    const home = 'https://storage.googleapis.com/college/issuer.json';
    const climbing = 'https://storage.googleapis.com/college/..%2Fmallory/a.json';
    expect(sameTenant(home, climbing)).toBe(false);
    expect(sameTenant(climbing, climbing)).toBe(true);
  });

  it('knows every object store of the Public Suffix List’s private part for a shared host', () => {
    const stores = [
      's3.amazonaws.com',
      's3.eu-central-1.amazonaws.com',
      's3-us-gov-west-1.amazonaws.com',
      's3.dualstack.eu-west-3.amazonaws.com',
      's3.cn-north-1.amazonaws.com.cn',
      's3.fr-par.scw.cloud',
      's3.pl-waw.scw.cloud',
      'objects.rma.cloudscale.ch',
      'rma.objectstorage.ch',
      's3.isk01.sakurastorage.jp',
      'storage.supabase.co',
      'kr.object.ncloudstorage.com',
    ];
    const suffixes = stores.filter(
      (host) => publicSuffixes.parse(host, { allowPrivateDomains: true }).isPrivate,
    );
    expect(suffixes.length).toBeGreaterThan(9);
    expect(suffixes.filter((host) => !isOnSharedHost(`https://${host}/bucket/a.json`))).toEqual([]);
  });
});

describe('who may answer for whom', () => {
  it.each([
    ['https://example.org/did.json', 'https://example.org/other.json', true],
    ['https://example.org/did.json', 'https://www.example.org/did.json', true],
    ['https://www.example.org/did.json', 'https://example.org/did.json', true],
    ['https://example.org/did.json', 'https://people.example.org/did.json', false],
    ['https://example.org/did.json', 'https://example.org/~mallory/did.json', false],
    ['https://example.org/did.json', 'https://www.example.org/~mallory/did.json', false],
    ['https://example.org/did.json', 'https://wwwexample.org/did.json', false],
    ['https://example.org/did.json', 'https://mallory.example/did.json', false],
    ['https://s3.amazonaws.com/college/did.json', 'https://s3.amazonaws.com/mallory/did.json', false],
    ['https://s3.amazonaws.com/college/did.json', 'https://s3.amazonaws.com/college/keys.json', true],
    // Plain http: from a closed world alone, for the very address that was named.
    ['http://example.org/key.json', 'http://example.org/key.json', true],
    ['http://example.org/key.json', 'https://example.org/key.json', true],
    ['https://example.org/key.json', 'http://example.org/key.json', false],
    ['http://example.org/key.json', 'http://example.org/other.json', false],
    ['http://example.org/key.json', 'http://www.example.org/key.json', false],
  ])('%s, answered by %s: %s', (asked, answered, same) => {
    expect(answeredBySame(asked, answered)).toBe(same);
  });
});
