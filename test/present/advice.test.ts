import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../src/present/advice.ts';
import { snippetFor } from '../../src/present/snippet.ts';
import { problem } from '../../src/problem.ts';
import { judge } from '../../src/verify/judge.ts';
import { unresolvedReport } from '../../src/verify/unresolved.ts';
import { achievement, content, ITEMS, item, NOW } from '../ui/made-up-items.ts';
import { VOICE } from '../ui/voice.ts';

const of = (key: string) => ITEMS.find((each) => each.key === key) ?? expect.fail(key);
const codes = (each: (typeof ITEMS)[number]) => adviceFor(each, VOICE).points.map(({ code }) => code);

describe('what to fix', () => {
  it('names each problem once, with whose job it is and where it lies', () => {
    const { points } = adviceFor(of('unbound'), VOICE);
    const bound = points.find(({ code }) => code === 'key-not-bound') ?? expect.fail(JSON.stringify(points));
    expect(bound).toMatchObject({ kind: 'problem', job: 'issuer' });
    expect(bound.developer).not.toBe('');
    expect(new Set(points.map(({ code, at }) => `${code} ${at}`)).size).toBe(points.length);
  });

  it('does not ask to renew what is revoked and to be taken off the profile', () => {
    expect(codes(of('revoked'))).toEqual(['revoked']);
    expect(codes(of('expired'))).toContain('expired');
  });

  it('is never that nobody vouches for the issuer: no owner can mend that', () => {
    for (const each of ITEMS) expect(codes(each)).not.toContain('issuer-unknown');
  });

  it('says of a badge without skills that skill maps will not show it', () => {
    const bare = content({ achievements: [achievement({ alignments: [] })] });
    expect(codes(item({ key: 'a', verdict: {}, credential: bare }))).toContain('no-skills');
    expect(codes(of('signed'))).not.toContain('no-skills');
  });

  it.each([
    [20, true],
    [61, false],
    [-1, false],
  ])('says that a badge ends soon where it ends in %i days: %s', (days, said) => {
    const instant = NOW + days * 86_400_000;
    const ending = content({ validUntil: { text: new Date(instant).toISOString(), instant } });
    expect(codes(item({ key: 'a', verdict: {}, credential: ending })).includes('ends-soon')).toBe(said);
  });

  it.each([
    ['in clear text', { hashed: false, identity: 'ann@example.org' }, true],
    ['hashed', { hashed: true, identity: 'sha256$0a1b' }, false],
  ])('says of an address that stands %s in the badge whether anybody can read it', (_, identity, said) => {
    const identifiers = [{ type: 'email', salt: null, ...identity }] as never;
    const named = content({ recipient: { id: null, name: null, identifiers } });
    expect(codes(item({ key: 'a', verdict: {}, credential: named })).includes('address-in-clear')).toBe(said);
  });

  it.each([
    ['a picture with no badge inside', 'image-not-baked'],
    ['a link that only opens for who is logged in', 'sign-in-needed'],
    ['a link that the platform opens to nobody', 'access-denied'],
    ['a private record', 'private-record'],
  ] as const)('is the owner’s own job where they show %s', (_, code) => {
    const report = unresolvedReport(problem(code), NOW);
    const shown = item({ key: 'a', verdict: judge(report), credential: null, item: { report } });
    expect(adviceFor(shown, VOICE).points).toMatchObject([{ code, job: 'mine' }]);
  });

  it.each(['png-malformed', 'svg-malformed', 'pdf-malformed'] as const)(
    'of a file that is damaged (%s) is first to fetch it again: the copy may be at fault, and not the badge',
    (code) => {
      const report = unresolvedReport(problem(code), NOW);
      const shown = item({ key: 'a', verdict: judge(report), credential: null, item: { report } });
      const [point] = adviceFor(shown, VOICE).points;
      expect(point).toMatchObject({ code, remedy: expect.stringContaining('Download the file again') });
    },
  );

  it.each(['json-malformed', 'jwt-malformed', 'text-not-unicode'] as const)(
    'of a text that is cut short (%s) is to fetch the file again, and the server’s to mend where a link gave it',
    (code) => {
      const report = unresolvedReport(problem(code), NOW);
      const from = (link: string | null) =>
        adviceFor(
          item({ key: 'a', verdict: judge(report), credential: null, item: { report, link } }),
          VOICE,
        );
      expect(from(null)).toMatchObject({ points: [{ code, job: 'mine' }], forIssuer: null });
      expect(from('https://badges.example/1')).toMatchObject({ points: [{ code, job: 'issuer' }] });
    },
  );

  it.each([
    ['expired', 'expired', 'You', 'Ask the issuer whether it can be renewed'],
    ['failed', 'signature-invalid', 'You', 'Download the file again'],
    ['revoked', 'revoked', 'Issuer', 'Ask the issuer why'],
    ['unbound', 'key-not-bound', 'Issuer', 'Send them the text that “Copy for my issuer” copies'],
    ['unreachable', 'timeout', 'Platform', 'Check again later'],
  ])('says of a badge that is %s what can be done, and by whom', (key, code, jobWord, remedy) => {
    const point = adviceFor(of(key), VOICE).points.find((each) => each.code === code);
    expect(point).toMatchObject({ jobWord, remedy: expect.stringContaining(remedy) });
  });

  it('gives a text for the issuer with every point that is theirs, and none of the owner’s', () => {
    const { forIssuer, points } = adviceFor(of('unbound'), VOICE);
    for (const { code, job } of points)
      expect(forIssuer?.includes(code)).toBe(job === 'issuer' || job === 'platform');
  });
});

describe('a link to share', () => {
  it('cannot carry markup or end its own brackets', () => {
    const evil = content({
      achievements: [achievement({ name: 'A](https://evil.example) <script>"&' })],
    });
    const snippet = snippetFor(
      item({ key: 'a', verdict: {}, credential: evil, item: { link: 'https://badges.example/1?a="<b>' } }),
      VOICE,
    );
    expect(snippet?.html).not.toMatch(/<script|"<b>/);
    expect(snippet?.markdown).toContain('A\\](https://evil.example) \\<script\\>');
  });

  it('is one line of what can be seen, whatever the badge is called', () => {
    const name = `Cloud\n\u202e**Pro**\u200b ${'x'.repeat(9_999)}`;
    const evil = content({ achievements: [achievement({ name })] });
    const snippet = snippetFor(item({ key: 'a', verdict: {}, credential: evil }), VOICE);
    expect(snippet?.markdown).toMatch(/^\[Cloud \\\*\\\*Pro\\\*\\\* x{100,200}…\]\(/);
    expect(snippet?.html).toMatch(/>Cloud \*\*Pro\*\* x{100,200}…<\/a>$/);
  });

  it.each(['failed', 'revoked'])('is none where the badge is %s', (key) => {
    expect(snippetFor(of(key), VOICE)).toBeNull();
    expect(snippetFor(of('expired'), VOICE)).not.toBeNull();
  });

  it('is none where the badge has no web address', () => {
    expect(
      snippetFor(
        { ...of('signed'), link: null, report: { ...of('signed').report, credential: null } },
        VOICE,
      ),
    ).toBeNull();
  });
});
