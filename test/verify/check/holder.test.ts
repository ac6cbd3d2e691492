import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential, Identifier, Recipient } from '../../../src/credential/model.ts';
import type { KnownHolder } from '../../../src/ports.ts';
import { checkHolder } from '../../../src/verify/check/holder.ts';
import type { CheckContext } from '../../../src/verify/check-context.ts';
import { createJwtIssuer, unsignedBadge } from '../../build/jwt-issuer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';

const EMAIL = 'Ann.Smith@Example.org';
const identifier = (over: Partial<Identifier> = {}): Identifier => ({
  identityType: 'email',
  identity: 'ann.smith@example.org',
  hashed: false,
  salt: null,
  ...over,
});
const ask = async (holder: KnownHolder, recipient: Partial<Recipient>) => {
  const record = {
    recipient: { id: null, name: null, identifiers: [], ...recipient },
  } as unknown as Credential;
  const answer = await checkHolder({ record, ports: fakePorts({ holder }) } as unknown as CheckContext);
  return [answer.holder, answer.outcome.state, answer.outcome.problem?.code ?? null];
};
const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const hashed = (over: Partial<Identifier>) => identifier({ hashed: true, ...over });

describe('an e-mail that the reader knows', () => {
  const MATCHED = ['matched', 'passed', null];
  const MISMATCH = ['mismatch', 'failed', 'holder-mismatch'];
  const OPEN = ['not-checkable', 'inconclusive', 'holder-not-checkable'];
  const lower = 'ann.smith@example.org';

  it.each<[string, Identifier, readonly unknown[]]>([
    ['in plain, in any case', identifier({ identity: 'ANN.smith@EXAMPLE.org' }), MATCHED],
    [
      'in plain, with spaces and mailto:',
      identifier({ identity: ' mailto:ann.smith@example.org ' }),
      MATCHED,
    ],
    ['another one in plain', identifier({ identity: 'bob@example.org' }), MISMATCH],
    ['one at a host that is none', identifier({ identity: 'ann.smith@xn--.example' }), MISMATCH],
    [
      'salted sha256',
      hashed({ identity: `sha256$${digest('sha256', `${lower}salt`)}`, salt: 'salt' }),
      MATCHED,
    ],
    [
      'salted sha256 as typed',
      hashed({ identity: `sha256$${digest('sha256', `${EMAIL}salt`)}`, salt: 'salt' }),
      MATCHED,
    ],
    [
      'hexadecimal in capitals',
      hashed({ identity: `sha256$${digest('sha256', lower).toUpperCase()}` }),
      MATCHED,
    ],
    ['md5', hashed({ identity: `md5$${digest('md5', `${lower}s`)}`, salt: 's' }), MATCHED],
    ['sha512', hashed({ identity: `sha512$${digest('sha512', lower)}` }), MATCHED],
    ['sha384', hashed({ identity: `sha384$${digest('sha384', lower)}` }), MATCHED],
    ['sha1', hashed({ identity: `sha1$${digest('sha1', lower)}` }), MATCHED],
    [
      'an algorithm spelled with its hyphen',
      hashed({ identity: `SHA-256$${digest('sha256', lower)}` }),
      MATCHED,
    ],
    [
      'a digest of one algorithm under the name of another',
      hashed({ identity: `md5$${digest('sha256', lower)}` }),
      OPEN,
    ],
    ['64 letters that are no digest', hashed({ identity: 'z'.repeat(64) }), OPEN],
    ['32 spaces', hashed({ identity: ' '.repeat(32) }), OPEN],
    ['a digest without a prefix', hashed({ identity: digest('sha256', lower) }), MATCHED],
    [
      'a digest that is not marked as one',
      identifier({ identity: `sha256$${digest('sha256', lower)}` }),
      MATCHED,
    ],
    [
      'the wrong salt',
      hashed({ identity: `sha256$${digest('sha256', `${lower}salt`)}`, salt: 'pepper' }),
      MISMATCH,
    ],
    [
      'a digest of it, not marked and without a prefix',
      identifier({ identity: digest('sha256', lower) }),
      OPEN,
    ],
    ['the name of an account', identifier({ identity: 'ann-smith' }), OPEN],
    ['an unknown algorithm', hashed({ identity: '1337$abcd' }), OPEN],
    ['a prototype member for an algorithm', hashed({ identity: 'constructor$abcd' }), OPEN],
    ['a digest of the wrong length', hashed({ identity: 'sha256$abcd' }), OPEN],
    ['a digest that is none', hashed({ identity: 'ann.smith@example.org' }), OPEN],
    ['OB 3.0’s emailAddress', identifier({ identityType: 'emailAddress' }), MATCHED],
    ['an identifier of another type', identifier({ identityType: 'nationalIdentityNumber' }), OPEN],
  ])('%s', async (_what, one, expected) => {
    expect(await ask({ email: EMAIL }, { identifiers: [one] })).toEqual(expected);
  });

  it('is the same whether its host is written in Unicode or in ASCII', async () => {
    const unicode = 'jos\u00e9@m\u00fcnchen.example';
    const ascii = 'jos\u00e9@xn--mnchen-3ya.example';
    const apart = unicode.normalize('NFD');
    for (const [known, written] of [
      [unicode, ascii],
      [ascii, unicode],
      [apart, unicode],
      [unicode, apart],
    ] as const)
      expect(await ask({ email: known }, { identifiers: [identifier({ identity: written })] })).toEqual(
        MATCHED,
      );
    const digested = hashed({ identity: `sha256$${digest('sha256', ascii)}` });
    expect(await ask({ email: unicode }, { identifiers: [digested] })).toEqual(MATCHED);
    const path = identifier({ identity: 'jos\u00e9@m\u00fcnchen.example/x' });
    expect(await ask({ email: unicode }, { identifiers: [path] })).toEqual(MISMATCH);
  });

  it('matches any of several, and mismatches only where all were compared', async () => {
    const mine = identifier();
    const other = identifier({ identity: 'bob@example.org' });
    const unknown = hashed({ identity: '1337$ab' });
    expect(await ask({ email: EMAIL }, { identifiers: [other, mine] })).toEqual(MATCHED);
    expect(await ask({ email: EMAIL }, { identifiers: [other, unknown] })).toEqual(OPEN);
  });

  it('is compared with a mailto: subject', async () => {
    expect(await ask({ email: EMAIL }, { id: 'mailto:ann.smith@example.org' })).toEqual(MATCHED);
    expect(await ask({ email: EMAIL }, { id: 'mailto:eve@example.org' })).toEqual(MISMATCH);
  });

  it.each(['ann%2Bbadges@example.org', 'ann%2bbadges%40example.org', 'ann+badges@example.org?subject=Hello'])(
    'is compared with the address that a mailto: subject encodes: %s',
    async (encoded) => {
      expect(await ask({ email: 'ann+badges@example.org' }, { id: `mailto:${encoded}` })).toEqual(MATCHED);
    },
  );

  it('is compared with a mailto: subject that cannot be decoded as it stands', async () => {
    expect(await ask({ email: 'ann%@example.org' }, { id: 'mailto:ann%@example.org' })).toEqual(MATCHED);
  });

  it('outweighs a name that differs, and a mismatch is not mended by a name', async () => {
    expect(
      await ask({ email: EMAIL, name: 'Bob' }, { name: 'Ann Smith', identifiers: [identifier()] }),
    ).toEqual(MATCHED);
    const other = [identifier({ identity: 'bob@example.org' })];
    expect(await ask({ email: EMAIL, name: 'Ann Smith' }, { name: 'Ann Smith', identifiers: other })).toEqual(
      MISMATCH,
    );
  });

  it('that nobody knows is not asked about', async () => {
    expect(await ask({}, { identifiers: [identifier()] })).toEqual(['not-checkable', 'not-applicable', null]);
    expect(await ask({ email: '  ' }, { identifiers: [identifier()] })).toEqual([
      'not-checkable',
      'not-applicable',
      null,
    ]);
  });

  it('never matches another address, whatever the hashing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.emailAddress(),
        fc.emailAddress(),
        fc.constantFrom('md5', 'sha1', 'sha256', 'sha512'),
        async (one, other, algorithm) => {
          fc.pre(one.toLowerCase() !== other.toLowerCase());
          const identifiers = [hashed({ identity: `${algorithm}$${digest(algorithm, other)}` })];
          expect((await ask({ email: one }, { identifiers }))[0]).toBe('mismatch');
        },
      ),
    );
  });
});

describe('a name that the reader knows', () => {
  it.each([
    ['Ann Smith', ['name-matches', 'passed', null]],
    ['Ann M. Smith', ['name-similar', 'warned', 'holder-name-similar']],
    ['Bob Jones', ['name-differs', 'warned', 'holder-name-differs']],
  ])('a known name is a hint only: %s', async (name, expected) => {
    expect(await ask({ name }, { name: 'Ann Smith' })).toEqual(expected);
  });

  it('may stand among the identifiers, hashed or in plain, and the best of several counts', async () => {
    const name = (identity: string, more: Partial<Identifier> = {}) =>
      identifier({ identityType: 'Name', identity, ...more });
    const hash = hashed({ identityType: 'name', identity: `sha256$${digest('sha256', 'Ann Smith')}` });
    const otherHash = hashed({ identityType: 'name', identity: `sha256$${digest('sha256', 'Bob')}` });
    const of = async (...identifiers: readonly Identifier[]) =>
      (await ask({ name: 'Ann Smith' }, { identifiers }))[0];
    expect(await of(name('Ann Smith'))).toBe('name-matches');
    expect(await of(name('Bob Jones'))).toBe('name-differs');
    expect(await of(name('Bob Jones'), name('Smith, Ann'))).toBe('name-matches');
    expect(await of(name('Bob Jones'), name('Ann M. Smith'))).toBe('name-similar');
    expect(await of(hash)).toBe('name-matches');
    expect(await of(otherHash)).toBe('not-checkable');
    expect(await of(identifier({ identityType: 'email', identity: 'Ann Smith' }))).toBe('not-checkable');
    expect((await ask({ name: 'Ann Smith' }, { name: 'Bob Jones', identifiers: [hash] }))[0]).toBe(
      'name-matches',
    );
  });

  it('that the record does not state cannot be compared', async () => {
    expect(await ask({ name: 'Ann' }, {})).toEqual(['not-checkable', 'inconclusive', 'holder-not-checkable']);
  });
});

describe('what is marked as a digest', () => {
  it.each([' ', 'mailto:'])(
    'and has %j before it is none, and nobody is said to be somebody else',
    async (before) => {
      const identity = `${before}sha256$${digest('sha256', 'ann.smith@example.org')}`;
      const answer = await ask({ email: EMAIL }, { identifiers: [hashed({ identity })] });
      expect(answer).toEqual(['not-checkable', 'inconclusive', 'holder-not-checkable']);
    },
  );
});

describe('a credential about several', () => {
  const award = (name: string) => ({
    type: ['AchievementSubject'],
    achievement: {
      id: `https://a.example/${name}`,
      type: ['Achievement'],
      name,
      description: 'd',
      criteria: { narrative: 'c' },
    },
  });
  const at = (identityHash: string, identityType = 'emailAddress') => ({
    type: 'IdentityObject',
    hashed: false,
    identityType,
    identityHash,
  });
  const bob = { ...award('Gold'), identifier: [at('bob@example.org')] };
  const ann = { ...award('Bronze'), identifier: [at('ann@example.org')] };
  const stateFor = async (holder: KnownHolder, credentialSubject: readonly object[]) => {
    const issuer = await createJwtIssuer();
    const credential = await issuer.sign(unsignedBadge(issuer.did, { credentialSubject }));
    const { report } = await verifyInClosedWorld({ credential, ports: { holder } });
    return report.holder.state;
  };

  it('is not shown as the reader’s: what is shown of it may be another’s', async () => {
    expect(await stateFor({ email: 'ann@example.org' }, [bob, ann])).toBe('not-checkable');
    expect(await stateFor({ email: 'bob@example.org' }, [bob, ann])).toBe('not-checkable');
    const named = [
      { ...bob, name: 'Bob Roe', id: 'did:example:bob' },
      { ...ann, name: 'Ann Lee', id: 'did:example:ann' },
    ];
    expect(await stateFor({ name: 'Ann Lee' }, named)).toBe('not-checkable');
    expect(await stateFor({ name: 'Bob Roe' }, named)).toBe('not-checkable');
    const byIdentifier = [
      { ...bob, identifier: [at('Bob Roe', 'name')] },
      { ...ann, id: 'did:example:ann' },
    ];
    expect(await stateFor({ name: 'Bob Roe' }, byIdentifier)).toBe('not-checkable');
  });

  it('is another’s where none of them is the reader', async () => {
    expect(await stateFor({ email: 'eve@example.org' }, [bob, ann])).toBe('mismatch');
  });

  it('is nobody else’s where one of them gives no address', async () => {
    const eve = { ...award('Bronze'), id: 'did:example:eve' };
    expect(await stateFor({ email: 'eve@example.org' }, [bob, eve])).toBe('not-checkable');
    expect(
      await stateFor({ email: 'eve@example.org' }, [bob, { ...eve, id: 'mailto:ann@example.org' }]),
    ).toBe('mismatch');
  });

  it('is the reader’s where all of it is about one person', async () => {
    const both = [bob, { ...award('Bronze') }].map((each) => ({ ...each, id: 'did:example:bob' }));
    expect(await stateFor({ email: 'bob@example.org' }, both)).toBe('matched');
  });
});
