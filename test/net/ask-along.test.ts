import { expect, it } from 'vitest';
import { askAlong } from '../../src/net/ask-along.ts';
import { fakeNet } from '../fake/net.ts';

const KEY = { url: 'https://guild.example/.well-known/did.json' };
const LIST = { url: 'https://guild.example/lists/1', accept: 'application/vc+jwt', maxBytes: 4 };
const ELSEWHERE = { ...LIST, url: 'https://lists.example/1' };

it('a foreseen document is asked for beside the first of its origin, once, and another origin is left alone', async () => {
  const net = fakeNet({ [KEY.url]: { body: 'key' }, [LIST.url]: { body: 'list' } });
  const along = askAlong(net, [LIST, ELSEWHERE]);
  expect(net.asked).toEqual([]);
  await along.net.get(KEY);
  expect(net.asked).toEqual([LIST.url, KEY.url]);
  const answers = [await along.net.get(LIST), await along.net.get(LIST)];
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  expect(net.asked).toEqual([LIST.url, KEY.url]);
});

it('a request of another form is no foreseen one', async () => {
  const net = fakeNet({ [LIST.url]: { body: 'list' } });
  const along = askAlong(net, [LIST]);
  await along.net.get({ url: LIST.url });
  expect(net.asked).toEqual([LIST.url, LIST.url]);
});

it('an address that is written otherwise is the same one, and is asked for in its one form', async () => {
  const written = { ...LIST, url: 'https:guild.example/lists/1' };
  const net = fakeNet({ [LIST.url]: { body: 'list' } });
  const along = askAlong(net, [written]);
  const answers = [await along.net.get(LIST), await along.net.get(written)];
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  expect(net.asked).toEqual([LIST.url]);
});
