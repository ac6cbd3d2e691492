/** A link that opens for nobody but who is logged in: the server sends everybody else to a page to sign in at. */
import { describe, expect, it } from 'vitest';
import { linkCandidate } from '../../src/recognise/asked.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { type FakeDocument, fakeNet } from '../fake/net.ts';

const LINK = 'https://badges.example/award/7';
const page = { body: '<!doctype html><title>Welcome back</title>', contentType: 'text/html' };
const reasonOf = async (link: string, answer: FakeDocument): Promise<string | null> => {
  const resolved = await resolve(linkCandidate(link), fakeNet({ [link]: answer }));
  return resolved.ok ? null : resolved.problem.code;
};

describe('a link that leads to a sign-in page', () => {
  it.each([
    'https://badges.example/login',
    'https://badges.example/users/sign_in?back=7',
    'https://accounts.example/oauth/authorize',
    'https://badges.example/Account/SignIn.aspx',
    'https://badges.example/moodle/login/index.php?loginredirect=1',
  ])('is open to who is logged in: %s', async (finalUrl) => {
    expect(await reasonOf(LINK, { ...page, finalUrl })).toBe('sign-in-needed');
  });

  it.each([
    ['another page', LINK, { ...page, finalUrl: 'https://badges.example/login-badges/7' }],
    ['a page whose own address is such', 'https://badges.example/login', page],
    ['data, wherever it lies', LINK, { body: { a: 1 }, finalUrl: 'https://badges.example/login' }],
    ['an error there', LINK, { ...page, status: 500, finalUrl: 'https://badges.example/login' }],
  ])('is not told from %s', async (_, link, answer) => {
    expect(await reasonOf(link, answer)).not.toBe('sign-in-needed');
  });
});
