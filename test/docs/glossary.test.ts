/** The words of docs/architecture.md are those of the code, and a name that is everywhere means one thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');
const glossary = page.slice(page.indexOf('## Words'), page.indexOf('\n## ', page.indexOf('## Words') + 1));
const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.d)\.tsx?$/.test(file),
);
const codeOf = (file: string): string => readFileSync(join(ROOT, 'src', file), 'utf8');
const code = files.map(codeOf).join('\n');

/** Names of code in the first column: `CheckContext`, `run`. What is `kebab-case` is data, and stands in quotes there. */
const named = [...glossary.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, words = '']) =>
  [...words.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
);

describe('the glossary', () => {
  it('has words to hold', () => {
    expect(named.length).toBeGreaterThan(20);
  });

  it.each(named)('says what `%s` means, which the code has', (name) => {
    const declared = new RegExp(
      `\\b(?:const|function|class|interface|type) ${name}\\b|^ {2}(?:readonly )?${name}\\??[:(]|'${name}'`,
      'm',
    );
    expect(declared.test(code)).toBe(true);
  });
});

describe('one word, one meaning', () => {
  it.each(['ask', 'follow', 'outcomeOf', 'hostOf', 'keyOf', 'comparable', 'authenticate', 'holds'])(
    '`%s` is declared in one file at most',
    (name) => {
      const declaration = new RegExp(`^(?:export )?(?:async )?(?:const|function\\*?) ${name}\\b`, 'm');
      expect(files.filter((file) => declaration.test(codeOf(file))).length).toBeLessThanOrEqual(1);
    },
  );

  it.each([
    ['MAX_CHARACTERS', /\bMAX_LETTERS\b/],
    ['CheckContext', /\bInquiry\b/],
    ['counterExamples', /^ {2}decoys:/m],
    ['controlled identifier document', /\bControllerDocument\b/],
  ])('says %s, by no other word', (_, other) => {
    expect(files.filter((file) => other.test(codeOf(file)))).toEqual([]);
  });
});
