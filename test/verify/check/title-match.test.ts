import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuersAgree, titlesAgree } from '../../../src/verify/check/title-match.ts';

describe('titles', () => {
  it.each([
    ['AWS Certified Solutions Architect – Associate', 'AWS Certified Solutions Architect - Associate', true],
    ['AWS Solutions Architect', 'AWS Certified Solutions Architect – Associate', true],
    [
      'AWS Certified Solutions Architect – Professional',
      'AWS Certified Solutions Architect – Associate',
      false,
    ],
    ['Scrum Master Expert', 'Scrum Master', false],
    ['ITIL Expert', 'ITIL Foundation', false],
    ['Fellow of Welding', 'Welding', false],
    ['Welding, summa cum laude', 'Welding', false],
    ['Welding', 'Welding, cum laude', true],
    ['Chartered Welding', 'Welding', false],
    ['Principal Cloud Architect', 'Cloud Architect', false],
    ['Lead Auditor', 'Auditor', false],
    ['Cloud Architect', 'Principal Cloud Architect', true],
    ['French C2', 'French', false],
    ['French', 'French C2', true],
    ['French C2', 'DELF French C2', true],
    ['Blue Team Level 2', 'Blue Team', false],
    ['Blue Team Level 1', 'Blue Team 1', true],
    ['Azure Fundamentals AZ-900', 'Azure Fundamentals', true],
    ['Azure Fundamentals', 'Azure Fundamental', true],
    [
      'Microsoft Certified: Azure Administrator (AZ-104)',
      'Microsoft Certified: Azure Administrator Associate',
      true,
    ],
    ['AZ-204', 'AZ-104 Azure Administrator', false],
    ['Blue Team Level 2', 'Blue Team Level 1', false],
    ['Professional Scrum Master II', 'Professional Scrum Master I', false],
    ['Machine Learning', 'Deep Learning Specialization', false],
    ['Project Management Professional (PMP)®', 'Project Management Professional', true],
    ['PMP', 'Project Management Professional', true],
    ['Café Management', 'CAFE MANAGEMENT', true],
    ['Professional Scrum Master I', 'Professional Scrum Master™ I', true],
    ['Network Associate℠', 'Network Associate', true],
    ['Brain surgery', 'Welding', false],
    ['Certificate', 'Welding', false],
    ['Certificate', 'Certificate', true],
    ['...', 'Welding', true],
    ['Welding', '...', true],
    ['The Certificate of Welding', 'Welding', true],
    ['Level 2', 'Level 1 and 2', true],
    ['Level 1 and 3', 'Level 1', true],
    ['Python 3', 'Python', true],
    ['Cloud Architect-2026', 'Cloud Developer', false],
    ['Java-8 Developer', 'Python Developer', false],
    ['SAA-C03 Architect', 'Architect Associate', true],
  ])('the page says %s, the record %s: agree %s', (claimed, recorded, expected) => {
    expect(titlesAgree(claimed, recorded)).toBe(expected);
  });

  it('always agree with themselves', () => {
    fc.assert(fc.property(fc.string(), (title) => titlesAgree(title, title)));
  });
});

describe('a title in another form', () => {
  it.each([
    ['Project Management Professional', 'PMP'],
    ['CISSP', 'Certified Information Systems Security Professional'],
    ['Certified Information Systems Security Professional', 'CISSP'],
    ['CSM', 'Certified ScrumMaster'],
    ['Certified ScrumMaster', 'CSM'],
    ['Certified Scrum Master', 'Certified ScrumMaster® (CSM)'],
    ['Certified Scrum Master', 'Certified Scrummaster'],
    ['JavaScript Algorithms', 'Java Script Algorithms'],
    ['Data Analytics Professional Certificate', 'Data Analytics'],
    ['M.Sc. Data Science', 'Master of Science in Data Science'],
    ['Bachelor of Science in Physics', 'BSc Physics'],
    ['ITIL v4 Foundation', 'ITIL 4 Foundation'],
    ['CS50x: Introduction to Computer Science', "CS50's Introduction to Computer Science"],
  ])('is the same title: %s, %s', (claimed, recorded) => {
    expect(titlesAgree(claimed, recorded)).toBe(true);
  });

  it.each([
    ['Project Management Professional', 'PMP Preparation'],
    ['Certified Information Systems Security Professional', 'CISSP Overview'],
    ['Certified Information Systems Auditor', 'CISSP'],
    ['Cloud Architect Professional', 'Cloud Architect'],
    ['Cloud Architect Professional Certificate', 'Cloud Architect Foundations'],
    ['Certificate of a Professional', 'Certificate of a Beginner'],
    ['M.Sc. Data Science', 'Data Science Bootcamp'],
    ['MSc Data Science', 'BSc Data Science'],
    ['Scrum Master', 'Scrum Foundations'],
    ['CS50x', 'CS51x'],
  ])('is no other title: %s, %s', (claimed, recorded) => {
    expect(titlesAgree(claimed, recorded)).toBe(false);
  });

  it('of many thousand words is compared by its first ones', () => {
    const [one, other] = ['a welder', 'a baker'].map((who) => `${who} and `.repeat(50_000));
    expect(titlesAgree(one ?? '', other ?? '')).toBe(false);
    expect(titlesAgree(one ?? '', one ?? '')).toBe(true);
  });
});

describe('two titles', () => {
  it.each([
    ['Certificate of the Welding', 'Certificate of the Surgery', false],
    ['Professional Certificate in the Art of Baking', 'Certificate in the Art of Welding', false],
    ['Course on Welding', 'Certificate of Welding', true],
    ['The Course', 'The Course', true],
  ])('are compared by what they say, not by their fillers: %s, %s: %s', (claimed, recorded, expected) => {
    expect(titlesAgree(claimed, recorded)).toBe(expected);
  });

  it.each([
    ['Food', 'Flood'],
    ['Module7', 'Modules'],
    ['PM', 'Python Masterclass'],
  ])('are not one by a slip in a short word or in a number, nor by two initials: %s, %s', (one, other) => {
    expect([titlesAgree(one, other), titlesAgree(other, one)]).toEqual([false, false]);
  });
});

describe('titles in a script without spaces', () => {
  it.each([
    ['计算机科学硕士', '计算机科学学士'],
    ['计算机科学博士', '计算机科学'],
    ['컴퓨터공학 박사', '컴퓨터공학 학사'],
    ['高级会计师', '初级会计师'],
    ['云计算', '云安全'],
  ])('name another level, or another thing: %s, %s', (claimed, recorded) => {
    expect(titlesAgree(claimed, recorded)).toBe(false);
  });

  it.each([
    ['计算机科学', '计算机科学硕士'],
    ['计算机科学', '计算机科学概论'],
    ['云计算', '云计算基础证书'],
    ['컴퓨터공학 석사', '컴퓨터공학석사'],
    ['データサイエンス', 'データサイエンス入門'],
  ])('may say less: %s, %s', (claimed, recorded) => {
    expect(titlesAgree(claimed, recorded)).toBe(true);
  });
});

describe('a degree', () => {
  it.each([
    ['B.A. History', 'History'],
    ['MA History', 'BA History'],
    ['Mestrado em Direito', 'Direito'],
    ['Docteur en physique', 'Physique'],
    ['دكتوراه في الفيزياء', 'الفيزياء'],
  ])('is more than its subject, and none is another: %s, %s', (claimed, recorded) => {
    expect(titlesAgree(claimed, recorded)).toBe(false);
  });

  it('is the same in full', () => {
    expect(titlesAgree('Bachelor of Arts in History', 'BA History')).toBe(true);
    expect(titlesAgree('M.A. History', 'Master of Arts in History')).toBe(true);
  });
});

describe('titles of one family', () => {
  it.each([
    ['AWS Certified Solutions Architect – Associate', 'AWS Certified Developer – Associate'],
    ['AWS Certified Security – Specialty', 'AWS Certified Database – Specialty'],
    ['Professional Cloud Architect Certification', 'Professional Cloud Developer Certification'],
    ['Azure Security Engineer Associate', 'Azure Data Engineer Associate'],
    ['Microsoft Azure Architect', 'Microsoft Azure Fundamentals'],
    ['AWS Developer Associate', 'Amazon Web Services Solutions Architect Associate'],
    ['PhD in Data Science', 'Data Science Webinar'],
    ['Certified International Auditor', 'Certified Internal Auditor'],
  ])('are two achievements, though most of their words are one: %s, %s', (claimed, recorded) => {
    expect([titlesAgree(claimed, recorded), titlesAgree(recorded, claimed)]).toEqual([false, false]);
  });

  it.each([
    ['Generative AI', 'Generative AI with Large Language Models'],
    ['CompTIA Security+ Certification (SY0-601)', 'CompTIA Security+ ce Certification'],
    ['AZ-900 Azure Fundamentals', 'Microsoft Certified: Azure Fundamentals'],
    ['Google Data Analytics Specialization', 'Google Data Analytics Professional Certificate'],
    ['Fundamentos de Azure', 'Azure Fundamentals'],
    ['Intro to Data Analytics', 'Introduction to Data Analytics'],
    ['AWS Cloud Developer', 'Amazon Web Services (AWS) Cloud Development'],
    ['Data Scientist with Python', 'Python for Data Science'],
    ['Professional Scrum Master I', 'Professional Scrum Master™ I (PSM I)'],
  ])('are one achievement, though each has words of its own: %s, %s', (claimed, recorded) => {
    expect(titlesAgree(claimed, recorded)).toBe(true);
  });

  it('may each leave the name of the issuer out', () => {
    const [claimed, recorded] = ['IBM Python for Data Science', 'Python for Data Science and AI'];
    expect(titlesAgree(claimed, recorded)).toBe(false);
    expect(titlesAgree(claimed, recorded, ['IBM'])).toBe(true);
    expect(titlesAgree('Data Science', 'Data Engineering', ['Data Science Academy'])).toBe(false);
  });

  it.each([
    ['PhD in'],
    ['Diploma in'],
    ['Bachelor of'],
    ['Certified Trainer,'],
    ['MBA'],
    ['Maestría en'],
    ['Doktor der'],
  ])('are two where the page makes a degree of it: %s', (degree) => {
    expect(titlesAgree(`${degree} Data Science`, 'Data Science')).toBe(false);
    expect(titlesAgree('Data Science', `${degree} Data Science`)).toBe(true);
  });
});

describe('issuers', () => {
  it.each([
    ['Amazon Web Services (AWS)', 'Amazon Web Services Training and Certification', true],
    ['AWS', 'Amazon Web Services', true],
    ['Microsoft', 'Microsoft Corporation', true],
    ['The Inc.', 'Harvard University', true],
    ['Harvard University', 'The Ltd', true],
    ['Data Camp', 'DataCamp', true],
    ['Harvard University', 'Stanford University', false],
    ['Google', 'Goggle Ltd', false],
    ['IBM', 'Oracle', false],
  ])('the page says %s, the record %s: agree %s', (claimed, recorded, expected) => {
    expect(issuersAgree(claimed, recorded)).toBe(expected);
  });
});

describe('two names of an issuer', () => {
  it.each([
    ['University of Michigan Online', 'University of Michigan', true],
    ['Michigan University', 'University of Michigan Press', true],
    ['University of Michigan', 'University of Oregon', false],
    ['University of California, Berkeley', 'University of California, Irvine', false],
    ['Massachusetts Institute of Technology', 'Nowhere Institute of Technology', false],
    ['IIT Madras', 'Indian Institute of Technology Madras', true],
    ['University of California, Berkeley', 'UC Berkeley', true],
    ['UC Davis', 'University of California, Irvine', false],
    ['Harvard University', 'HarvardX', true],
    ['MITx', 'Massachusetts Institute of Technology', true],
    ['MITx', 'HarvardX', false],
    ['Linux Foundation', 'The Linux Foundation', true],
  ])('are one where one of them has all words of the other: %s, %s: %s', (claimed, recorded, expected) => {
    expect(issuersAgree(claimed, recorded)).toBe(expected);
  });
});

it('an issuer may be called by much more than the record calls it', () => {
  const long = 'Michigan University Press Office Online Learning Division';
  expect(issuersAgree(long, 'Michigan University')).toBe(true);
  expect(issuersAgree('Michigan University', long)).toBe(true);
});
