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
});
