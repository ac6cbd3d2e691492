import { expect, it } from 'vitest';
import { issueWith } from '../build/issue.ts';
import { closedFiles, NOW, run } from './machine.ts';

const good = await issueWith('eddsa-rdfc-2022');
const [first, second, third] = ['a', 'b', 'c'].map((name) => `https://ana.example/badges/${name}.json`) as [
  string,
  string,
  string,
];
const html = [first, second, third].map((link) => `<a href="${link}">badge</a>`).join(' ');

/** What `inspect` tells of a page that links these records. */
async function inspectPage(documents: Readonly<Record<string, unknown>>, ...options: readonly string[]) {
  const files = { '/w/page.html': html, ...closedFiles('/w/list.json', documents) };
  return run(
    [
      'inspect',
      '/w/page.html',
      '--base',
      'https://ana.example/',
      '--at',
      NOW,
      '--documents',
      '/w/list.json',
      ...options,
    ],
    { files },
  );
}
const same = { [first]: good, [second]: good, [third]: good };

it('a page with three links of one badge has one line in the table, with the other addresses', async () => {
  const { out } = await inspectPage(same);
  expect(out).toContain('1 from an issuer not known to us');
  expect(out).not.toMatch(/^ +2 /m);
  expect(out).toMatch(new RegExp(`Also linked as\n +${second}\n +${third}\n`));
});

it('a page with three links of one badge is one item and one line in every report', async () => {
  const told = await inspectPage(same, '--json', '--report', '/w/out.csv');
  expect(JSON.parse(told.out).items).toMatchObject([{ link: first, alsoLinked: [second, third] }]);
  const [headings = '', ...lines] = (told.written['/w/out.csv'] ?? '').trimEnd().split('\r\n');
  expect(headings.split(',').at(-1)).toContain('also linked');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`${second}\n${third}`);
  const { written } = await inspectPage(same, '--report', '/w/out.html');
  expect(written['/w/out.html']?.match(/<article/g)).toHaveLength(1);
  expect(written['/w/out.html']).toContain(third);
});

it('one failed copy of three is a line of its own, and decides the exit code', async () => {
  const told = await inspectPage(
    { ...same, [second]: { ...good, validUntil: '2040-01-15T00:00:00Z' } },
    '--json',
  );
  expect(
    JSON.parse(told.out).items.map(({ link, status }: Record<string, string>) => [link, status]),
  ).toEqual([
    [first, 'signature-verified'],
    [second, 'failed'],
  ]);
  expect(told.exit).toBe(1);
});
