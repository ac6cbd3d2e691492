import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/item.ts';
import type { JsonObject } from '../../src/json.ts';
import { card } from '../../src/present/card.ts';
import { UTC_DATES } from '../../src/present/dates.ts';
import { rowView } from '../../src/present/row.ts';
import { createSay, readMessages, type Say } from '../../src/present/say.ts';
import { skillMatrix } from '../../src/present/skill-matrix.ts';
import { toJson } from '../../src/report/json.ts';
import { NO_CLAIM } from '../../src/site/sighting.ts';
import { comparePage } from '../../src/verify/check/page-claim.ts';
import { ANALYSIS, endorsementBy } from '../build/badge.ts';
import { assertion, badgeClass, CLASS, ISSUER, issuer, servers } from '../build/hosted-badge.ts';
import { badge, issueFor } from '../build/issue.ts';
import type { Suite } from '../build/signer.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';
import { NOW } from '../fake/ports.ts';

const sayIn = (folder: string): Say => {
  const file = join(import.meta.dirname, '../../public/_locales', folder, 'messages.json');
  return createSay(readMessages(JSON.parse(readFileSync(file, 'utf8')), folder.replace('_', '-')));
};
const inLanguages = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([language, text]) => ({ '@language': language, '@value': text }));

const TITLE = { fr: 'Analyse I', 'de-AT': 'Analysis I (Wien)', en: 'Analysis I', 'pt-BR': 'Análise I' };
/** A badge whose issuer wrote it in several languages. */
const badgeInLanguages = (issuer: string): JsonObject => {
  const plain = badge(issuer);
  return {
    ...plain,
    issuer: { id: issuer, type: ['Profile'], name: inLanguages({ en: 'Vienna', de: 'Wien' }) },
    credentialSubject: {
      ...(plain.credentialSubject as JsonObject),
      achievement: {
        ...ANALYSIS,
        name: inLanguages(TITLE),
        description: inLanguages({ en: 'Limits.', de: 'Grenzwerte.' }),
        criteria: { narrative: inLanguages({ en: 'Passed.', de: 'Bestanden.' }) },
        alignment: [
          {
            type: ['Alignment'],
            targetName: inLanguages({ en: 'Calculus', de: 'Differentialrechnung' }),
            targetUrl: 'https://skills.example/calculus',
          },
        ],
      },
    },
  };
};
const checked = async (suite: Suite, credentialOf = badgeInLanguages): Promise<Item> => {
  const { credential } = await issueFor(suite, { credentialOf });
  const [item] = await inspectInClosedWorld(credential);
  return item ?? expect.fail('nothing was read');
};

describe.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)(
  'a record in several languages, %s,',
  (suite) => {
    it('is shown in the reader’s, then in English, then in its first', async () => {
      const item = await checked(suite);
      const titles = ['de', 'fr', 'pt_BR', 'en', 'ja'].map((folder) => card(item, sayIn(folder)).title);
      expect(titles).toEqual(['Analysis I (Wien)', 'Analyse I', 'Análise I', 'Analysis I', 'Analysis I']);
      expect(rowView({ state: 'checked', ...item }, sayIn('fr')).title).toBe('Analyse I');
    });

    it('is so in all that is text, and in nothing else', async () => {
      const item = await checked(suite);
      const { earned, skills, issuer, ladder } = card(item, sayIn('de'));
      expect(earned[0]?.description).toBe('Grenzwerte.');
      expect(JSON.stringify(earned[0]?.criteria)).toContain('Bestanden.');
      expect(skills[0]?.skills).toMatchObject([
        { name: 'Differentialrechnung', href: 'https://skills.example/calculus' },
      ]);
      expect(issuer).toContain('Wien');
      expect(ladder.id).toBe(item.report.issuer.id);
      const voice = { say: sayIn('de'), dates: UTC_DATES };
      expect(skillMatrix([item], voice)[0]?.skills[0]?.name).toBe('Differentialrechnung');
    });

    it('says beside a page that differs what it is called above', async () => {
      const item = await checked(suite);
      const claim = { ...NO_CLAIM, title: 'Botanik', issuer: 'Paris' };
      const { credential, outcomes } = item.report;
      const { outcome } = comparePage(claim, credential ?? expect.fail('nothing was read'));
      const differing = {
        ...item,
        report: { ...item.report, outcomes: { ...outcomes, 'page-claim': outcome } },
      };
      const reasons = card(differing, sayIn('de')).checks.find(({ id }) => id === 'page-claim')?.reasons;
      expect(reasons?.join(' ')).toMatch(/Botanik.*Analysis I \(Wien\).*Paris.*Wien/);
    });

    it('gives programs the same, whatever the reader’s language is', async () => {
      const item = await checked(suite);
      const examination = { page: null, items: [item], at: NOW, contexts: [], explain: false };
      expect(toJson(examination, { say: sayIn('de'), dates: UTC_DATES }).items[0]?.credential?.name).toBe(
        'Analysis I',
      );
    });
  },
);

it('an Open Badge 2.0 with language maps is shown in the reader’s language too', async () => {
  const documents = servers({
    [CLASS]: { body: badgeClass({ name: { en: 'Welding', de: 'Schweißen' } }) },
    [ISSUER]: { body: issuer({ name: { en: 'Academy', de: 'Akademie' } }) },
  });
  const [item = expect.fail('nothing was read')] = await inspectInClosedWorld(assertion(), { documents });
  const { title, issuer: by } = card(item, sayIn('de'));
  expect([title, by]).toEqual(['Schweißen', expect.stringContaining('Akademie')]);
  expect(card(item, sayIn('fr')).title).toBe('Welding');
});

it('a list of plain texts, one text alone, and an object with other members are no translations', async () => {
  for (const more of [
    { tag: ['Analysis I', 'Mathematics'] },
    { level: { en: 'Analysis I' } },
    { level: { en: 'Analysis I', fr: 'Botanique', type: 'Level' } },
    { level: { en: 'Analysis I', fr: 'Botanique', order: 1 } },
  ]) {
    const item = await checked('eddsa-jcs-2022', (issuer) => ({ ...badgeInLanguages(issuer), more }));
    expect(['de', 'fr'].map((folder) => card(item, sayIn(folder)).title)).toEqual([
      'Analysis I (Wien)',
      'Analyse I',
    ]);
  }
});

it('a text that is an address is no word to be translated', async () => {
  const item = await checked('eddsa-jcs-2022', (issuer) => ({
    ...badgeInLanguages(issuer),
    description: inLanguages({ en: issuer, de: 'did:example:another' }),
  }));
  const { ladder, record } = card(item, sayIn('de'));
  expect(JSON.stringify([ladder.id, record])).not.toContain('did:example:another');
});

it('an issuer is shown under none but its own names, whatever else the record calls the same', async () => {
  const item = await checked('eddsa-rdfc-2022', (issuer) => ({
    ...badgeInLanguages(issuer),
    issuer: { id: issuer, type: ['Profile'], name: 'Vienna' },
    description: inLanguages({ en: 'Vienna', de: 'Cisco' }),
  }));
  const { issuer } = card(item, sayIn('de'));
  expect(issuer).toContain('Vienna');
  expect(issuer).not.toContain('Cisco');
});

it('an issuer with the name of another in the reader’s language raises a question', async () => {
  const item = await checked('eddsa-rdfc-2022', (issuer) => ({
    ...badge(issuer),
    issuer: { id: issuer, type: ['Profile'], name: inLanguages({ en: 'Vienna', de: 'Cisco' }) },
  }));
  expect(item.verdict).toMatchObject({ standing: 'caution', reason: 'issuer-name-of-another' });
});

it('what others say in a record takes no part in its own words', async () => {
  const others = { name: inLanguages({ en: 'Analysis I', de: 'Doktor der Medizin' }) };
  const item = await checked('eddsa-jcs-2022', (issuer) => ({
    ...badge(issuer),
    endorsement: [
      endorsementBy(
        'did:example:another',
        { id: issuer, type: ['EndorsementSubject'] },
        others,
      ) as JsonObject,
    ],
  }));
  expect(card(item, sayIn('de')).title).toBe('Analysis I');
});

it('what a signature does not cover takes no part in the words of a record', async () => {
  const { credential } = await issueFor('eddsa-jcs-2022');
  const added = { type: 'Unknown', name: inLanguages({ en: 'Analysis I', de: 'Doktor der Medizin' }) };
  const [item = expect.fail('nothing was read')] = await inspectInClosedWorld({
    ...credential,
    proof: [credential.proof as JsonObject, added],
  });
  expect(card(item, sayIn('de')).title).toBe('Analysis I');
});

it('a text with two translations is shown as it was read, not with that of the other', async () => {
  const item = await checked('eddsa-jcs-2022', (issuer) => ({
    ...badgeInLanguages(issuer),
    description: inLanguages({ en: 'Analysis I', de: 'Analyse einer Bilanz' }),
  }));
  expect(card(item, sayIn('de')).title).toBe('Analysis I');
  expect(card(item, sayIn('fr')).title).toBe('Analysis I');
});
