import { describe, expect, it, vi } from 'vitest';
import { isPdf } from '../../src/encoding/is-pdf.ts';
import { readPdf } from '../../src/encoding/pdf.ts';
import { makePdf } from '../build/pdf.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('a PDF', () => {
  it('gives each of its links once, in the order of its pages, and none that leads to no web address', async () => {
    const pages = [
      ['https://a.example/1', 'mailto:ann@a.example'],
      ['https://b.example/2', 'https://a.example/1', 'javascript:alert(1)'],
    ];
    const read = await readPdf(await makePdf({ pages }));
    expect(read).toMatchObject({
      ok: true,
      value: { links: ['https://a.example/1', 'https://b.example/2'], whole: true },
    });
  });

  it('gives the files in it as they were put in', async () => {
    const read = await readPdf(await makePdf({ files: { 'badge.json': '{"a": "ü"}', 'b.txt': 'b' } }));
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value.files.map(({ name, bytes }) => [name, text(bytes)])).toEqual([
      ['badge.json', '{"a": "ü"}'],
      ['b.txt', 'b'],
    ]);
  });

  it('is left as it was given, for whoever reads it next', async () => {
    const bytes = await makePdf({});
    const before = bytes.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(before);
  });

  it('says that it was not read to its end where it has more pages than any CV', async () => {
    const read = await readPdf(await makePdf({ pages: Array.from({ length: 101 }, () => []) }));
    expect(read).toMatchObject({ ok: true, value: { whole: false } });
  });

  it.each([
    ['more files', 1, 20],
    ['more in its files', 6 * 1024 * 1024, 2],
  ])('with %s than anybody puts in unpacks no more of them, and says so', async (_, size, kept) => {
    let unpacked = 0;
    const ids = Array.from({ length: 100 }, (_, index) => `f${index}`);
    const page = {
      getAnnotations: async () => ids.map((fileId) => ({ subtype: 'FileAttachment', fileId })),
      cleanup: () => undefined,
    };
    vi.resetModules();
    vi.doMock('unpdf', () => ({
      getDocumentProxy: async () => ({
        numPages: 1,
        getPage: async () => page,
        getAttachments: async () => null,
        getAttachmentContent: async () => {
          unpacked += 1;
          return new Uint8Array(size);
        },
      }),
    }));
    const reading = await import('../../src/encoding/pdf.ts');
    const read = await reading.readPdf(new Uint8Array());
    vi.doUnmock('unpdf');
    expect(read).toMatchObject({ ok: true, value: { whole: false } });
    expect([unpacked <= kept + 1, read.ok && read.value.files.length]).toEqual([true, kept]);
  });

  it('that wants a password is encrypted, not broken', async () => {
    const bytes = await makePdf({ pages: [['https://a.example/1']], encrypted: true });
    expect(await readPdf(bytes)).toMatchObject({ ok: false, problem: { code: 'pdf-encrypted' } });
  });

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, 200)],
    ['nothing but a header', () => new TextEncoder().encode('%PDF-1.7\n')],
  ])('that is %s is malformed, and no bug', async (_, broken) => {
    expect(await readPdf(broken(await makePdf({})))).toMatchObject({
      ok: false,
      problem: { code: 'pdf-malformed' },
    });
  });

  it('is told by its header, which may stand behind other bytes', async () => {
    const header = new TextEncoder().encode('%PDF-1.4');
    expect(isPdf(await makePdf({}))).toBe(true);
    expect(isPdf(new Uint8Array([...new Uint8Array(900), ...header]))).toBe(true);
    expect(isPdf(new Uint8Array([...new Uint8Array(1100), ...header]))).toBe(false);
    expect(isPdf(new TextEncoder().encode('%PD'))).toBe(false);
  });
});
