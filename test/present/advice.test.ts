import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../src/present/advice.ts';
import { snippetFor } from '../../src/present/snippet.ts';
import { achievement, content, ITEMS, item } from '../ui/made-up-items.ts';
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

  it('is never that nobody vouches for the issuer: no owner can mend that', () => {
    for (const each of ITEMS) expect(codes(each)).not.toContain('issuer-unknown');
  });

  it('says of a badge without skills that skill maps will not show it', () => {
    const bare = content({ achievements: [achievement({ alignments: [] })] });
    expect(codes(item({ key: 'a', verdict: {}, credential: bare }))).toContain('no-skills');
    expect(codes(of('signed'))).not.toContain('no-skills');
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
    expect(snippet?.markdown).toContain('A\\](https://evil.example)');
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
