import { describe, expect, test } from 'vitest';
import { readDataUrl } from '../../src/credential/data-url.ts';
import { textIn } from '../build/file.ts';
import { ob2, ob3, vc } from '../build/samples.ts';
import { codeOf, readOne } from './reading.ts';

describe('data: addresses', () => {
  test.each<[string, string | null, string | null, string | null]>([
    ['data:,a%20b', 'a b', null, null],
    ['data:text/plain;charset=utf-16;x=1,a', 'a', 'text/plain', 'utf-16'],
    ['data:text/plain; charset=latin1,a', 'a', 'text/plain', 'latin1'],
    ['data:text/plain;base64,YQ%3D%3D', 'a', 'text/plain', null],
    ['data:;base64 ,Y Q==', 'a', null, null],
    ['data:text/plain;base64x,YQ==', 'YQ==', 'text/plain', null],
    ['data:text/plain', null, null, null],
    ['data:text/plain,100%', '100%', 'text/plain', null],
    ['data:text/plain,%C3%A9%FF', '%C3%A9%FF', 'text/plain', null],
    ['data:text/plain;base64,!', null, null, null],
  ])('%s carries %j', (url, text, contentType, charset) => {
    const data = readDataUrl(url);
    expect(data.ok ? textIn(data.value) : null).toBe(text);
    if (data.ok) expect([data.value.contentType, data.value.charset]).toEqual([contentType, charset]);
    else expect(data.problem.code).toBe('url-malformed');
  });

  test('one that cannot be opened is no credential, wherever it stands', async () => {
    expect(await codeOf('data:application/json;base64,!')).toBe('url-malformed');
  });

  test('in an answer of a server is what the page says, not where it is kept', async () => {
    const text = `data:application/json,${encodeURIComponent(JSON.stringify(ob2()))}`;
    const url = 'https://evil.example/page';
    expect(await codeOf(text, { url, origin: 'fetched' })).toBe('ok');
    const only = await readOne(text);
    expect(only.source.securing === 'hosted' && only.source.retrievedFrom).toBe(null);
  });

  test('in a data: address is decoded by its charset, whichever parameter that is', async () => {
    const latin = encodeURI(JSON.stringify(ob3({ name: 'x' })));
    const bytes = Buffer.from(JSON.stringify(vc({ name: 'Café' })), 'latin1').toString('base64');
    const card = await readOne(`data:application/json;version=1;charset=iso-8859-1;base64,${bytes}`);
    expect(card.name).toBe('Café');
    expect(await codeOf(`data:application/json,${latin}`)).toBe('ok');
  });
});
