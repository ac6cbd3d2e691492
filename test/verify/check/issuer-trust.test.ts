import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/credential/model.ts';
import type { Hosting, IssuerRegistry } from '../../../src/ports.ts';
import { checkIssuerTrust } from '../../../src/verify/check/issuer-trust.ts';
import type { CheckContext } from '../../../src/verify/check-context.ts';
import type { CheckState } from '../../../src/verify/report.ts';
import { fakePorts } from '../../fake/ports.ts';

const ISSUER = 'https://a.example/issuer';
interface Asking {
  readonly issuer?: object;
  readonly recipient?: object;
  readonly achievements?: readonly object[];
  readonly proof?: CheckState;
  readonly binding?: CheckState;
  readonly listed?: Readonly<Record<string, string>> | 'down';
  readonly hosting?: { readonly address: string; readonly withdrawal: null } | null;
  readonly host?: Partial<Hosting>;
}
async function ask({
  proof = 'passed',
  binding = 'passed',
  listed = {},
  hosting = null,
  host = {},
  ...record
}: Asking) {
  const issuers: IssuerRegistry = {
    lookUp: async (id) =>
      listed === 'down'
        ? { ok: false, problem: { code: 'timeout' } }
        : {
            ok: true,
            value: Object.hasOwn(listed, id) ? [{ source: 'reader', name: listed[id] ?? '' }] : [],
          },
  };
  const base = fakePorts({ issuers });
  const context = {
    record: {
      recipient: { id: null },
      achievements: [],
      ...record,
      issuer: { id: ISSUER, name: 'Academy', ...record.issuer },
    } as unknown as Credential,
    ports: { ...base, hosting: { ...base.hosting, ...host } },
    hosting,
    outcomes: { proof: { state: proof }, 'key-binding': { state: binding } },
  } as unknown as CheckContext;
  const { outcome, issuer } = await checkIssuerTrust(context);
  return {
    said: outcome.problem ? `${outcome.state} ${outcome.problem.code}` : outcome.state,
    others: (outcome.others ?? []).map(({ code }) => code),
    blockedBy: outcome.blockedBy,
    issuer,
  };
}

describe('the ladder', () => {
  it.each<[string, Asking, string, string]>([
    ['no proof', { proof: 'failed' }, 'none', 'not-run'],
    ['a proof that is open', { proof: 'inconclusive' }, 'none', 'not-run'],
    ['a proof whose key is open', { binding: 'inconclusive' }, 'integrity', 'not-run'],
    ['a bound did:key', { issuer: { id: 'did:key:z6Mk' } }, 'bound', 'warned issuer-unknown'],
    ['a bound did:web', { issuer: { id: 'did:web:a.example' } }, 'domain', 'warned issuer-unknown'],
    ['a bound https issuer', {}, 'domain', 'warned issuer-unknown'],
    ['a listed issuer', { listed: { [ISSUER]: 'Academy' } }, 'recognised', 'passed'],
    [
      'a listed did:key',
      { issuer: { id: 'did:key:z6Mk' }, listed: { 'did:key:z6Mk': 'Academy' } },
      'recognised',
      'passed',
    ],
    [
      'a listed issuer whose key is not bound',
      { binding: 'failed', listed: { [ISSUER]: 'Academy' } },
      'integrity',
      'not-run',
    ],
    ['a registry that is away', { listed: 'down' }, 'domain', 'inconclusive registry-unreachable'],
  ])('%s', async (_what, asking, rung, said) => {
    const answer = await ask(asking);
    expect([answer.issuer?.rung, answer.said]).toEqual([rung, said]);
  });

  it('pitfall 13: an issuer is recognised by its id, never by its name', async () => {
    const answer = await ask({
      listed: { 'https://google.example': 'Academy' },
      issuer: { name: 'Academy' },
    });
    expect(answer.issuer?.rung).toBe('domain');
    expect((await ask({ listed: { [ISSUER]: 'Academy' }, issuer: { id: `${ISSUER}2` } })).issuer?.rung).toBe(
      'domain',
    );
  });

  it('being hosted by a known platform is not being recognised', async () => {
    const hosting = { address: 'https://platform.example/1', withdrawal: null };
    const host = { providerAt: () => ({ id: 'p', name: 'Platform' }) };
    const answer = await ask({ hosting, host });
    expect(answer.issuer).toMatchObject({ rung: 'domain', answeredBy: 'Platform', recognisedBy: [] });
  });

  it('pitfall 19: a name other than the listed one is warned about, however well it is listed', async () => {
    const answer = await ask({
      listed: { [ISSUER]: 'Small School' },
      issuer: { name: 'Harvard University' },
    });
    expect(answer.said).toBe('warned issuer-name-differs');
    const form = await ask({ listed: { [ISSUER]: 'Academy, Inc.' }, issuer: { name: 'The Academy (AC)' } });
    expect(form.said).toBe('passed');
  });

  it('the listed name may be the one that it has in any of its languages', async () => {
    const names = ['University of Vienna', 'Universität Wien'];
    const issuer = { name: 'University of Vienna', names };
    expect((await ask({ listed: { [ISSUER]: 'Universität Wien' }, issuer })).said).toBe('passed');
    const other = await ask({ listed: { [ISSUER]: 'Small School' }, issuer });
    expect(other.said).toBe('warned issuer-name-differs');
  });

  it('a directory may know a university by its name in any of its languages', async () => {
    const id = 'did:web:austral.edu.ar';
    const names = ['Austral University of Buenos Aires', 'Universidad Austral Buenos Aires'];
    const known = async (issuer: object) => (await ask({ issuer: { id, ...issuer } })).said;
    expect(await known({ name: names[0], names })).toBe('warned issuer-identified');
    expect(await known({ name: names[0] })).toBe('warned issuer-unknown');
  });

  it('an issuer that awards itself is said to', async () => {
    const answer = await ask({ listed: { [ISSUER]: 'Academy' }, recipient: { id: ISSUER } });
    expect(answer.said).toBe('warned issuer-self');
  });

  it.each([
    ['another body', { id: 'https://google.example', name: 'Google' }, 'warned creator-differs'],
    ['the issuer itself', { id: ISSUER, name: 'Academy' }, 'passed'],
    ['the issuer itself', { id: ISSUER, name: 'Somebody' }, 'passed'],
    ['nobody by id', { id: null, name: 'Somebody' }, 'passed'],
    ['nobody', null, 'passed'],
    ['a nameless id on the same host', { id: 'https://a.example/creator', name: null }, 'passed'],
    ['a nameless id elsewhere', { id: 'https://b.example/creator', name: null }, 'warned creator-differs'],
    ['a nameless key', { id: 'did:key:z6Mk', name: null }, 'warned creator-differs'],
    ['the issuer by another id', { id: 'https://a.example/creator', name: 'Academy' }, 'passed'],
    ['nobody in particular', { id: null, name: 'Someone' }, 'passed'],
  ])('an achievement created by %s', async (_who, creator, said) => {
    expect((await ask({ listed: { [ISSUER]: 'Academy' }, achievements: [{ creator }] })).said).toBe(said);
  });

  it('a look-alike is warned about even before its proof is known', async () => {
    const answer = await ask({ proof: 'inconclusive', issuer: { id: 'https://credly.com.evil.example/i' } });
    expect([answer.said, answer.issuer?.rung]).toEqual(['warned issuer-look-alike', 'none']);
  });

  it('a domain of letters that look Latin is warned about, though it is like no known one', async () => {
    // ухо.com, in Cyrillic letters
    const answer = await ask({ proof: 'inconclusive', issuer: { id: 'https://xn--n1ajg.com/i' } });
    expect(answer.said).toBe('warned issuer-domain-confusable');
  });

  it('all that there is to say is said', async () => {
    const answer = await ask({
      issuer: { id: 'https://www.cred1y.com/i' },
      recipient: { id: 'https://www.cred1y.com/i' },
    });
    expect([answer.said, answer.others]).toEqual([
      'warned issuer-look-alike',
      ['issuer-self', 'issuer-unknown'],
    ]);
  });
});

describe('the project’s own list', () => {
  const CISCO = 'did:web:www.credly.com:api:v1:obi:v3:issuers:74381078-44ac-4581-8471-36bd1ce495b7';

  it('recognises by id, and says whose word it is, under which name and as of when', async () => {
    const { issuer, said } = await ask({ issuer: { id: CISCO, name: 'Cisco' } });
    expect([issuer?.rung, said]).toEqual(['recognised', 'passed']);
    expect(issuer?.recognisedBy).toEqual([
      { source: 'touchstone', name: 'Cisco', aka: [], date: expect.stringMatching(/^202\d-\d\d-\d\d$/) },
    ]);
  });

  it('says nothing of an issuer whose key is not his', async () => {
    expect((await ask({ issuer: { id: CISCO }, binding: 'failed' })).issuer).toMatchObject({
      rung: 'integrity',
      recognisedBy: [],
    });
    expect((await ask({ issuer: { id: CISCO }, proof: 'failed' })).issuer?.rung).toBe('none');
  });

  it('serves where the reader’s own list cannot be had', async () => {
    const { issuer, said } = await ask({ issuer: { id: CISCO, name: 'Cisco' }, listed: 'down' });
    expect([issuer?.rung, said]).toEqual(['recognised', 'passed']);
  });

  it('has no word for an issuer without an id', async () => {
    const { issuer } = await ask({ issuer: { id: null, name: 'Cisco' } });
    expect(issuer).toMatchObject({ rung: 'bound', domain: null, recognisedBy: [] });
  });
});

describe('the rung', () => {
  it('stands on a proof and a key that hold with a warning, too', async () => {
    expect((await ask({ proof: 'warned' })).issuer?.rung).toBe('domain');
    expect((await ask({ binding: 'warned' })).issuer?.rung).toBe('domain');
  });

  it('that was not reached names what is wanting', async () => {
    expect((await ask({ proof: 'inconclusive' })).blockedBy).toBe('proof');
    expect((await ask({ binding: 'inconclusive' })).blockedBy).toBe('key-binding');
    expect((await ask({ proof: 'warned', binding: 'failed' })).blockedBy).toBe('key-binding');
  });
});

describe('an achievement created by another id', () => {
  it.each([
    ['elsewhere, of the same name', { id: 'https://b.example/creator', name: 'The Academy' }, 'passed'],
    ['on the same host, of another name', { id: 'https://a.example/2', name: 'X' }, 'warned creator-differs'],
  ])('%s', async (_what, creator, said) => {
    expect((await ask({ listed: { [ISSUER]: 'Academy' }, achievements: [{ creator }] })).said).toBe(said);
  });
});

describe('what one doubt says, another does not say over', () => {
  const nobody = { issuer: { id: null } };

  it('an issuer without an id is looked up nowhere, and is not its own recipient', async () => {
    const answer = await ask({ ...nobody, listed: { null: 'Academy' } });
    expect([answer.issuer?.rung, answer.said, answer.others]).toEqual(['bound', 'warned issuer-unknown', []]);
  });

  it('nothing is doubted of an issuer whom nothing binds to the record', async () => {
    const self = { recipient: { id: ISSUER } };
    expect((await ask(self)).said).toBe('warned issuer-self');
    expect((await ask({ ...self, binding: 'inconclusive' })).said).toBe('not-run');
  });

  it('a registry that is away is no reason to call an issuer unknown', async () => {
    expect((await ask({ listed: 'down' })).others).toEqual([]);
    const doubted = await ask({ listed: 'down', recipient: { id: ISSUER } });
    expect([doubted.said, doubted.others]).toEqual(['warned issuer-self', ['registry-unreachable']]);
  });

  it('a look-alike that proved nothing is told of as that alone', async () => {
    const answer = await ask({ proof: 'failed', issuer: { id: 'https://micrasoft.com/issuer' } });
    expect([answer.said, answer.others]).toEqual(['warned issuer-look-alike', []]);
  });

  it('a creator on no host is another than an issuer on none, and than one without a name', async () => {
    const by = (creator: object) => [{ creator }];
    const key = { issuer: { id: 'did:key:z6Mk', name: null } };
    expect((await ask({ ...key, achievements: by({ id: 'did:key:zOther', name: null }) })).said).toBe(
      'warned creator-differs',
    );
    expect((await ask({ ...key, achievements: by({ id: 'did:key:zOther', name: 'College' }) })).said).toBe(
      'warned creator-differs',
    );
  });
});
