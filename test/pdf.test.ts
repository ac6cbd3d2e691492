/** A PDF that somebody hands over: a CV with links to badges, or a certificate with a badge in it. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../src/credential/model.ts';
import { inspectCandidate, inspectDocument, inspectLink } from '../src/inspect.ts';
import { linkCandidate } from '../src/recognise/asked.ts';
import { fileOf } from './build/file.ts';
import { issueFor } from './build/issue.ts';
import { makePdf, type PdfParts, withRevision } from './build/pdf.ts';
import { fakeNet } from './fake/net.ts';
import { fakePorts } from './fake/ports.ts';

const pdf = async (parts: PdfParts): Promise<Document> =>
  fileOf(await makePdf(parts), { contentType: 'application/pdf' });
const signed = async () => JSON.stringify((await issueFor('eddsa-rdfc-2022')).credential);
const CREDLY = 'https://www.credly.com/badges/7b0cdd94-9e8c-4d54-b9a8-2b1b6d8b6a11';
const ADDRESS = 'https://files.example/cv.pdf';

describe('a PDF that is handed over', () => {
  it('comes to a row for each badge in its files, and for each badge that its links lead to', async () => {
    const document = await pdf({
      pages: [[CREDLY, 'https://ann.example/']],
      files: { 'badge.json': await signed() },
    });
    const items = await inspectDocument(document, fakePorts());
    expect(items.map(({ link, verdict, provider }) => [link, provider?.id ?? null, verdict.status])).toEqual([
      [null, null, 'signature-verified'],
      [CREDLY, 'credly', 'unreachable'],
    ]);
    expect(new Set(items.map(({ key }) => key)).size).toBe(2);
  });

  it('counts a badge once, however often it is in it', async () => {
    const badge = await signed();
    const copies = { 'a.json': badge, 'b.json': ` ${badge}`, 'c.json': `  ${badge}` };
    const items = await inspectDocument(await pdf({ files: copies }), fakePorts());
    expect(items.map(({ verdict }) => verdict.status)).toEqual(['signature-verified']);
  });

  it('is read whole where its files are equal, by one name or by several', async () => {
    const badge = await signed();
    for (const [one, other, dated] of [
      ['a.json', 'b.json', false],
      ['a.json', 'a.json', false],
      ['a.json', 'b.json', true],
    ] as const) {
      const files = [[one, badge] as const, [other, badge] as const];
      const items = await inspectDocument(await pdf({ files, dated }), fakePorts());
      expect(items.map(({ verdict }) => verdict.reason)).toEqual(['issuer-unknown']);
    }
  });

  it('asks nobody about links that lead to no badge', async () => {
    const net = fakeNet();
    await inspectDocument(
      await pdf({ pages: [['https://ann.example/', 'https://a.example/me']] }),
      fakePorts({ net }),
    );
    expect(net.asked).toEqual([]);
  });

  it('says nothing of files that are no badge, and of a broken badge that it is broken', async () => {
    const files = {
      'notes.txt': 'Thank you',
      'data.json': '{"a": 1}',
      'photo.heic': Uint8Array.of(0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0xff),
      'badge.json': '{"type": ["VerifiableCred',
      'latin.json': Buffer.from((await signed()).replace('Analysis', 'Anal\u00ffsis'), 'latin1'),
    };
    const items = await inspectDocument(await pdf({ files }), fakePorts());
    expect(items.map(({ verdict }) => verdict.reason)).toEqual(['json-malformed', 'text-not-unicode']);
  });

  it('with nothing in it holds nothing to check, and is no failed credential', async () => {
    const [item, ...more] = await inspectDocument(await pdf({}), fakePorts());
    expect(more).toEqual([]);
    expect(item?.verdict).toMatchObject({ status: 'not-checked', reason: 'nothing-to-check' });
  });

  it('is what its last revision says, as a reader of PDF shows it', async () => {
    const badge = await signed();
    const altered = badge.replace('Analysis I', 'Analysis II');
    for (const [first, last, status] of [
      [badge, altered, 'failed'],
      [altered, badge, 'signature-verified'],
    ] as const) {
      const revised = withRevision(await makePdf({ files: { 'badge.json': first } }), last);
      const items = await inspectDocument(fileOf(revised, { contentType: 'application/pdf' }), fakePorts());
      expect(items.map(({ verdict }) => verdict.status)).toEqual([status]);
    }
  });

  it('tells of files that its reader cannot reach: of one name, or only associated', async () => {
    const badge = await signed();
    const forged = badge.replace('Analysis I', 'Analysis II');
    const reasons = async (parts: PdfParts) =>
      (await inspectDocument(await pdf(parts), fakePorts())).map(({ verdict }) => verdict.reason);
    const twice = [
      ['badge.json', badge],
      ['badge.json', forged],
    ] as const;
    expect(await reasons({ files: twice })).toContain('too-many-contained');
    expect(await reasons({ files: { 'badge.json': badge }, associated: true })).toEqual([
      'too-many-contained',
    ]);
    expect(await reasons({ files: { 'a.json': badge, 'b.txt': 'b' } })).toEqual(['issuer-unknown']);
  });

  it('is read in time, however often it says that there are embedded files', async () => {
    const said = Buffer.from(`\n%${'/EmbeddedFile '.repeat(300_000)}\n`);
    const content = Buffer.concat([await makePdf({ files: { 'badge.json': await signed() } }), said]);
    const items = await inspectDocument(fileOf(content, { contentType: 'application/pdf' }), fakePorts());
    expect(items.map(({ verdict }) => verdict.reason)).toContain('issuer-unknown');
  });

  it('is opened in another one, and tells of one that lies deeper', async () => {
    const inner = await makePdf({ pages: [[CREDLY]], files: { 'badge.json': await signed() } });
    const empty = await makePdf({});
    const outer = await makePdf({ files: { 'certificate.pdf': inner, 'cover.pdf': empty, 'a.txt': 'a' } });
    const statuses = async (content: Uint8Array) => {
      const items = await inspectDocument(fileOf(content, { contentType: 'application/pdf' }), fakePorts());
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      return items.map(({ verdict }) => verdict.reason ?? verdict.status);
    };
    expect(await statuses(outer)).toEqual(['issuer-unknown', 'not-in-documents']);
    const outermost = await makePdf({ files: { 'outer.pdf': outer } });
    expect(await statuses(outermost)).toEqual(['too-many-contained', 'too-many-contained']);
  });

  it('is never failed for being locked or broken', async () => {
    const locked = await pdf({ pages: [[CREDLY]], encrypted: true });
    const broken = { ...locked, content: locked.content.slice(0, 300) };
    const reasons = await Promise.all(
      [locked, broken].map(async (each) => (await inspectDocument(each, fakePorts()))[0]?.verdict),
    );
    expect(reasons).toMatchObject([
      { status: 'not-checked', reason: 'pdf-encrypted' },
      { status: 'not-checked', reason: 'pdf-malformed' },
    ]);
  });

  it('has fifty of its links looked at, and says that there are more', async () => {
    const links = Array.from({ length: 60 }, (_, n) => `${CREDLY.slice(0, -2)}${n + 10}`);
    const items = await inspectDocument(await pdf({ pages: [links] }), fakePorts());
    expect(items).toHaveLength(51);
    expect(items.at(-1)?.verdict.reason).toBe('too-many-contained');
  });

  it('is read at its address where the reader asks for it, and not where a page names it', async () => {
    const body = await makePdf({ files: { 'badge.json': await signed() } });
    const net = fakeNet({ [ADDRESS]: { body, contentType: 'application/pdf' } });
    const asked = await inspectLink(ADDRESS, fakePorts({ net }));
    expect(asked.map(({ verdict }) => verdict.status)).toEqual(['signature-verified']);
    const shown = await inspectCandidate(linkCandidate(ADDRESS), fakePorts({ net }));
    expect(shown.map(({ verdict }) => verdict.status)).toEqual(['unreachable']);
  });
});
