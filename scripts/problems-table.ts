/** docs/problems.md, made from the codes and their words so that it cannot fall behind. */
import { jobOf } from '../src/present/advice.ts';
import { createSay, type Messages, readMessages } from '../src/present/say.ts';
import { keyOf } from '../src/present/sentence.ts';
import { type Nature, PROBLEMS, type ProblemCode } from '../src/problem.ts';

const NATURES: Readonly<Record<Nature, string>> = {
  disproved: 'the record contradicts itself, its issuer or its signature: failed',
  malformed:
    'the document is not what its format demands: failed where somebody handed it in, no answer where a server did',
  revoked: 'the issuer has withdrawn it',
  network: 'asked, and no usable answer came',
  unsupported: 'something that this version does not carry: not checked',
  limit:
    'more than this version takes: not checked where somebody handed it in, no answer where a server did',
  permission: 'the reader has not allowed the site yet',
  private: 'only its holder can open it',
  note: 'worth saying, decides no status',
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The whole page: one table a nature. */
export function problemsPage(messages: Messages): string {
  const say = createSay(readMessages(messages, 'en'));
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const sections = (Object.keys(NATURES) as Nature[]).map((nature) =>
    [
      `## ${nature}\n\n${NATURES[nature]}\n`,
      '| code | meaning | whose job | remedy |',
      '|---|---|---|---|',
      ...codes
        .filter((code) => PROBLEMS[code] === nature)
        .map(
          (code) =>
            `| \`${code}\` | ${cell(say(keyOf.problem(code)))} | ${jobOf(code)} | ${cell(say(keyOf.developer(code)))} |`,
        ),
      '',
    ].join('\n'),
  );
  return `# Problem codes\n\nMade by \`npm run generate\` from \`src/problem.ts\` and the messages.\n\n${sections.join('\n')}`;
}
