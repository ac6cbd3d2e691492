import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, toWidth, widthOf, wrap } from '../../src/cli/terminal.ts';
import { cell } from '../../src/report/csv-text.ts';
import { escapeText } from '../../src/report/prose.ts';
import { ANALYSIS, ob3 } from '../build/badge.ts';
import { issueFor } from '../build/issue.ts';
import { richBadge, richRecord } from '../build/rich.ts';
import { createSigner } from '../build/signer.ts';
import { run } from './machine.ts';

const HOSTILE = '=cmd|"/c calc"!A1 <img src=x onerror=alert(1)> \u001b[2J\u202egnp.exe';
const signer = await createSigner('eddsa-rdfc-2022');
const badge = JSON.stringify(
  await signer.sign(
    ob3({
      id: 'urn:uuid:6a2f62a4-6f6c-4c1e-9b0c-0f8f0a7e4b12',
      issuer: { id: signer.controller, name: HOSTILE },
      course: {
        id: 'https://badges.example.org/class',
        name: HOSTILE,
        description: HOSTILE,
        criteria: HOSTILE,
      },
      subject: { id: 'did:example:ada' },
      from: '2026-01-01T00:00:00Z',
    }),
    new Date('2026-02-01T00:00:00Z'),
  ),
);
const files = { x: badge };

describe('the table', () => {
  it('says status, reason by its words, issuer ladder and that nobody was contacted', async () => {
    const { out, exit } = await run(['verify', 'x'], { files });
    expect(exit).toBe(0);
    for (const part of ['Signed', 'issuer-unknown', signer.controller, 'Nobody was contacted'])
      expect(out).toContain(part);
    expect(out).not.toMatch(/status_|problem_|check_|undefined|null/);
  });

  it('says no good word of the issuer of a record that nothing secures', async () => {
    const bare = JSON.parse(badge);
    bare.proof = undefined;
    const { out } = await run(['verify', 'x'], { files: { x: JSON.stringify(bare) } });
    expect(out).toContain('no-proof');
    for (const word of ['Unchanged', 'From\u00a0its\u00a0issuer', 'Known\u00a0to\u00a0us'])
      expect(out).not.toContain(word);
    expect((await run(['verify', 'x'], { files })).out).toContain('✓ Unchanged'.replace(' ', '\u00a0'));
  });

  it('keeps within its columns, and lets no credential repaint the screen', async () => {
    const { out } = await run(['verify', 'x'], { files, terminal: { colours: false, columns: 80 } });
    const wide = out.split('\n').filter((line) => widthOf(line) > 80);
    expect(wide).toEqual([]);
    for (const control of ['\u001b', '\u009b', '\u202e']) expect(out).not.toContain(control);
  });

  it('lets no number of frameworks push the checks out of sight', async () => {
    const { credential } = await issueFor('eddsa-jcs-2022', {
      credentialOf: (issuer) => {
        const achievement = {
          ...ANALYSIS,
          alignment: Array.from({ length: 50 }, (_, index) => ({
            type: ['Alignment'],
            targetName: 'Skill',
            targetUrl: `https://skills.example/${index}`,
            targetFramework: `Framework ${index}`,
          })),
        };
        return { ...richBadge(issuer), credentialSubject: { type: ['AchievementSubject'], achievement } };
      },
    });
    const { out } = await run(['verify', 'x'], { files: { x: JSON.stringify(credential) } });
    expect(out.match(/What it shows: Framework/g)).toHaveLength(5);
  });

  it('tells results, skills and the names of several achievements, each on one line, and no prose', async () => {
    const written = async (credentialOf: (by: string) => object) =>
      JSON.stringify((await issueFor('eddsa-rdfc-2022', { credentialOf: credentialOf as never })).credential);
    const x = await written(richBadge);
    const y = await written((by) => richRecord(by, []));
    const { out } = await run(['verify', 'x', 'y'], {
      files: { x, y },
      terminal: { colours: false, columns: 80 },
    });
    const lines = out.split('\n').map((line) => line.trim());
    for (const line of [
      'Result: Written examination: 42 of 50 · required: 25',
      'Result: Logbook: In progress',
      'What it shows: Keywords: navigation, night passage',
    ])
      expect(lines).toContain(line);
    expect(out).toContain('What it shows: Maritime Competence Framework: Passage planning (MCF-12), ');
    expect(out).toContain('Achievements named in it: Diploma in Nautical Science, Module 1, Module 2,');
    for (const prose of ['Plans a passage', 'A logbook that', 'Sailed four passages'])
      expect(out).not.toContain(prose);
    expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  it('has colours only where they are wanted', async () => {
    const { out } = await run(['verify', 'x'], { files, terminal: { colours: true, columns: 80 } });
    expect(out).toContain('\u001b[35m');
    expect(out).not.toContain('\u001b[2J');
  });
});

describe('reports', () => {
  it('CSV has a line for each credential, and no cell that runs', async () => {
    const { written } = await run(['verify', 'x', '--report', 'r.csv'], { files });
    const lines = (written['r.csv'] ?? '').split('\r\n');
    expect(lines.length).toBe(3);
    expect(lines[0]).toContain('"status","standing","reason"');
    expect(lines[1]).toContain(`"'=cmd|""/c calc""!A1`);
    expect(lines[1]).toContain('"signature-verified"');
  });

  it('HTML stands alone, loads nothing and runs nothing', async () => {
    const { written } = await run(['verify', 'x', '--report', 'r.HTML'], { files });
    const page = written['r.HTML'] ?? '';
    expect(page).toContain('data-status="signature-verified"');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('@media print');
    expect(page).not.toMatch(/<img|<script|src=x onerror=alert\(1\)>|\u202e|https?:\/\/[^<]*\.(css|js)/);
  });

  it('JSON is what --json prints', async () => {
    const { written, out } = await run(['verify', 'x', '--json', '--report', 'r.json'], { files });
    expect(written['r.json']).toBe(out);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '|x',
    '%x',
    ' =1',
    '\t=1',
    '\u00a0=1',
    '\u200b=1',
    '\uff1d1',
    '\rx',
    '\n@x',
  ])('a cell %j is text', (text) => {
    expect(cell(text)).toBe(`"'${text}"`);
  });

  it.each([
    ['Glazing;=1+1', `"Glazing;'=1+1"`],
    ['a;\t=1;b; @x', `"a;\t'=1;b;' @x"`],
    ['two\n=1', `"two\n'=1"`],
    [';=1', `";'=1"`],
  ])('a cell %j is text where a list is parted by semicolons or tabs', (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  it.each([
    ['a;b', '"a;b"'],
    ['https://a.example/x;%20y?a=b', '"https://a.example/x;%20y?a=b"'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['', '""'],
    ['https://a.example/?b=c', '"https://a.example/?b=c"'],
  ])('a cell %j stays what it is', (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  it('escapes markup, controls and direction', () => {
    expect(escapeText('<a href="x">\'&\u0000\u001b\u202e</a>\nnext')).toBe(
      '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&lt;/a&gt;\nnext',
    );
  });
});

describe('text for terminals', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['👩‍💻', 2],
    ['', 0],
  ])('%j takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
    for (const width of [2, 3, 4, 5]) expect(widthOf(toWidth(text, width))).toBe(width);
  });

  it('wraps words, and cuts the ones that are too long', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('incomprehensible so', 6)).toEqual(['incom…', 'so']);
  });

  it('wraps into lines that never take more columns, whatever is in the words', () => {
    const words = fc.array(fc.constantFrom('a', 'be', '日本', '👩‍💻', 'incomprehensible', ''), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 12 }), (some, width) => {
        for (const line of wrap(some.join(' '), width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('takes controls and direction marks away', () => {
    expect(clean('a\u001b[31mb\r\nc\u202ed\u200be\u0085f')).toBe('a [31mb cde f');
  });
});
