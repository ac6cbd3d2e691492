import { describe, expect, it } from 'vitest';
import { personOf } from '../../src/site/person.ts';

describe('whom a profile is about', () => {
  it.each([
    ['https://www.linkedin.com/in/ana/', '(3) Ana Lindqvist | LinkedIn'],
    ['https://orcid.org/0000-0002-1825-0097', 'Ana Lindqvist (0000-0002-1825-0097) - ORCID'],
    ['https://github.com/ana', 'ana (Ana Lindqvist) · GitHub'],
    ['https://gitlab.com/ana', 'Ana Lindqvist · GitLab'],
    ['https://www.xing.com/profile/Ana_Lindqvist', 'Ana Lindqvist - Angestellt, Lotsin, Hafen GmbH | XING'],
    ['https://www.kaggle.com/ana', 'Ana Lindqvist | Expert | Kaggle'],
    ['https://www.kaggle.com/ana', 'Ana Lindqvist | Kaggle'],
    ['https://medium.com/@ana', 'Ana Lindqvist – Medium'],
    ['https://dev.to/ana', 'Ana Lindqvist - DEV Community'],
    [
      'https://www.researchgate.net/profile/Ana-Lindqvist',
      'Ana Lindqvist | Professor | PhD | Example University',
    ],
    ['https://www.behance.net/ana', 'Ana Lindqvist on Behance'],
    ['https://stackoverflow.com/users/1/ana', 'User Ana Lindqvist - Stack Overflow'],
  ])('stands in the title of %s', (url, title) => {
    expect(personOf({ url, title })).toBe('Ana Lindqvist');
  });

  it.each([
    ['the news of the one who reads', 'https://www.linkedin.com/feed/', '(3) Feed | LinkedIn'],
    ['a company', 'https://www.linkedin.com/company/northwind/', 'Northwind Institute | LinkedIn'],
    ['another page of the site', 'https://www.kaggle.com/competitions/titanic', 'Titanic Survivors | Kaggle'],
    ['a project', 'https://gitlab.com/ana/harbour', 'Ana Lindqvist · GitLab'],
    ['an article', 'https://medium.com/@ana/how-to-sail-1a2b', 'How To Sail – Medium'],
    ['one word', 'https://gitlab.com/ana', 'Ana · GitLab'],
    ['a site that nobody knows', 'https://person.example/', 'Ana Lindqvist | Person'],
    ['a host that only looks like one', 'https://gitlab.com.evil.example/ana', 'Ana Lindqvist · GitLab'],
    ['more words than a name has', 'https://dev.to/ana', 'Seven ways to learn how to sail - DEV Community'],
    ['no address', 'x', 'Ana Lindqvist · GitLab'],
  ])('is nobody for %s', (_, url, title) => {
    expect(personOf({ url, title })).toBeNull();
  });

  it.each([
    ['ana (Ana Lindqvist, PhD) · GitHub', 'Ana Lindqvist, PhD'],
    ['ana (Ана Линдквист-О’Коннор) · GitHub', 'Ана Линдквист-О’Коннор'],
    ['ana (آنا لیندکویست\u200cزاده) · GitHub', 'آنا لیندکویست\u200cزاده'],
    ['ana (Ana Lindqvist: 12 confirmed) · GitHub', null],
    ['ana (Ana Lindqvist ✓ confirmed) · GitHub', null],
    ['ana (Ana Lindqvist, all twelve confirmed by Touchstone) · GitHub', null],
    ['ana (Ana Lindqvist and all is confirmed) · GitHub', null],
    ['ana (Ana Lindqvist - Every Badge Of Hers Was Found Good) · GitHub', null],
    [
      'ana (J. A. van der Lindqvist-O’Connor, M.D., PhD) · GitHub',
      'J. A. van der Lindqvist-O’Connor, M.D., PhD',
    ],
    [
      'ana (Prof. Dr. María de los Ángeles (Ana) d’Amboise Jr.) · GitHub',
      'Prof. Dr. María de los Ángeles (Ana) d’Amboise Jr.',
    ],
    ['ana (林明 “Ana”) · GitHub', '林明 “Ana”'],
    ['ana (Lindqvist, Ana Maria, PhD) · GitHub', 'Lindqvist, Ana Maria, PhD'],
    ['ana (al-Amin ANA ben Lind) · GitHub', 'al-Amin ANA ben Lind'],
  ])('is written as names are, and never as an answer: %s', (title, person) => {
    expect(personOf({ url: 'https://github.com/ana', title })).toBe(person);
  });

  const HOME = 'https://analindqvist.github.io/certificates/';

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'Open Graph’s profile',
      'https://person.example/',
      [
        ['profile:first_name', 'Ana'],
        ['profile:last_name', 'Lindqvist'],
        ['h1', 'My work'],
      ],
    ],
    ['schema.org’s only Person', 'https://person.example/', [['span', 'Ana Lindqvist']]],
    ['the only heading, where the host is named after it', HOME, [['h1', 'Ana Lindqvist']]],
    [
      'Open Graph’s title of a profile',
      'https://person.example/',
      [
        ['og:title', 'Ana Lindqvist'],
        ['og:type', 'profile'],
      ],
    ],
    [
      'schema.org’s Person in a script',
      'https://person.example/',
      [['script', '{"@context": "https://schema.org", "@type": "Person", "name": "Ana Lindqvist"}']],
    ],
    [
      'schema.org’s ProfilePage in a script',
      'https://person.example/',
      [
        [
          'script',
          '{"@graph": [{"@type": "WebSite", "name": "Harbour"}, {"@type": "ProfilePage", "mainEntity": {"@type": ["Person"], "name": "Ana Lindqvist"}}]}',
        ],
        ['h1', 'My work'],
      ],
    ],
  ])('is marked by %s', (_, url, names) => {
    expect(personOf({ url, title: 'Certificates', names })).toBe('Ana Lindqvist');
  });

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ['a heading on another host', 'https://person.example/', [['h1', 'Ana Lindqvist']]],
    ['a heading that is no name', HOME, [['h1', 'My certificates']]],
    [
      'two headings',
      HOME,
      [
        ['h1', 'Ana Lindqvist'],
        ['h1', 'Certificates'],
      ],
    ],
    [
      'several persons',
      'https://team.example/',
      [
        ['span', 'Ana Lindqvist'],
        ['span', 'Bo Lindqvist'],
      ],
    ],
    [
      'the title of what is no profile',
      'https://person.example/',
      [
        ['og:title', 'Ana Lindqvist'],
        ['og:type', 'article'],
      ],
    ],
    [
      'the title of a profile that is a sentence',
      'https://person.example/',
      [
        ['og:title', 'Ana Lindqvist: sails, tides and me'],
        ['og:type', 'profile'],
      ],
    ],
    [
      'Open Graph’s profile of a name that is an answer',
      'https://person.example/',
      [
        ['profile:first_name', 'Ana Lindqvist: 12 confirmed,'],
        ['profile:last_name', '0 to look into'],
      ],
    ],
    [
      'the author of an article',
      'https://person.example/',
      [['script', '{"@type": "BlogPosting", "author": {"@type": "Person", "name": "Ana Lindqvist"}}']],
    ],
    [
      'an author among others',
      'https://person.example/',
      [['script', '{"@graph": [{"@type": "WebPage"}, {"@type": "Person", "name": "Ana Lindqvist"}]}']],
    ],
    [
      'markup that is no JSON',
      'https://person.example/',
      [['script', '{"@type": "Person", "name": "Ana Lindqvist"']],
    ],
    ['half a profile', 'https://person.example/', [['profile:first_name', 'Ana']]],
  ])('is nobody for %s', (_, url, names) => {
    expect(personOf({ url, title: 'Certificates', names })).toBeNull();
  });
});
