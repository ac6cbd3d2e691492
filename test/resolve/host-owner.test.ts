/** Awards on an organisation's own host: its owner's where that very host is listed and the record names it. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/item.ts';
import { ACCREDIBLE_HOSTS } from '../../src/provider/host-owners.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { answering, inspected as inspectedWith } from './inspected.ts';

const UUID = '00000000-1111-4222-8333-444444444444';
const LISTED = Date.UTC(2026, 10, 28);
const [OWNER] = ACCREDIBLE_HOSTS;
if (OWNER === undefined) throw new Error('nobody is listed');

const recordAt = (host: string, more: object = {}) => ({
  data: {
    uuid: UUID,
    name: 'Data Engineer',
    url: `https://${host}/${UUID}`,
    issued_on: '2026-03-01',
    expired_on: '2028-03-01',
    revoked_at: null,
    private: false,
    recipient: { name: 'Ana Example' },
    issuer: { name: OWNER.name },
    learning_outcomes: ['Pipelines', 'Delta tables'],
    ...more,
  },
});

/** What comes of a link where Accredible has this answer for every address. */
const inspected = (link: string, body: unknown, now = LISTED): Promise<Item> =>
  inspectedWith(link, {
    net: answering(body, { status: body === null ? 404 : 200, at: now }),
    clock: { now: () => now },
  });
const said = async (...args: Parameters<typeof inspected>) => {
  const { verdict } = await inspected(...args);
  return [verdict.status, verdict.standing];
};

describe.each(ACCREDIBLE_HOSTS)('a credential on $host', ({ host, name, domain, date }) => {
  const link = `https://${host}/${UUID}#acc.AbCdEf12`;
  const record = (more: object = {}) => recordAt(host, { issuer: { name }, ...more });

  it('is its owner’s, who let it in', async () => {
    const { verdict, report } = await inspected(link, record());
    expect(verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified', reason: null });
    expect(report.issuer).toMatchObject({
      name,
      domain,
      rung: 'recognised',
      recognisedBy: [{ source: 'touchstone', name, date }],
      answeredBy: 'Accredible',
    });
    expect(report.credential).toMatchObject({
      id: UUID,
      name: 'Data Engineer',
      recipient: { name: 'Ana Example' },
      validUntil: { text: '2028-03-01' },
      achievements: [{ tags: ['Pipelines', 'Delta tables'] }],
    });
    expect(report.outcomes.revocation).toMatchObject({ state: 'passed' });
  });

  it.each([
    ['that Accredible shows elsewhere', { url: `https://www.credential.net/${UUID}` }],
    ['that another’s host shows', { url: `https://credentials.other.example/${UUID}` }],
    ['that a host below it shows', { url: `https://a.${host}/${UUID}` }],
    ['that only begins like it', { url: `https://${host}.evil.example/${UUID}` }],
    ['without an address', { url: null }],
    ['of another award', { uuid: UUID.replace('0', '1') }],
  ])('is nobody’s where the record is one %s', async (_, more) => {
    expect(await said(link, record(more))).toEqual(['unreachable', 'inconclusive']);
  });

  it.each<[string, object, readonly string[]]>([
    ['withdrawn on a day', { revoked_at: '2026-04-01' }, ['revoked', 'failed']],
    ['withdrawn', { revoked_at: true }, ['revoked', 'failed']],
    ['not withdrawn, by a number', { revoked_at: 0 }, ['issuer-confirmed', 'verified']],
    ['not withdrawn, by a text', { revoked_at: 'false' }, ['issuer-confirmed', 'verified']],
    ['withdrawn in a form that nobody knows', { revoked_at: { at: null } }, ['unreachable', 'inconclusive']],
    ['not private, by a number', { private: 0 }, ['issuer-confirmed', 'verified']],
    ['private', { private: true }, ['not-checked', 'inconclusive']],
    ['to end in words', { expired_on: 'soon' }, ['not-checked', 'inconclusive']],
    ['to end in an object', { expired_on: { date: '2020-01-01' } }, ['not-checked', 'inconclusive']],
    ['to end in a list', { expired_on: ['2020-01-01'] }, ['not-checked', 'inconclusive']],
    ['nobody’s and of no day', { recipient: {}, issued_on: 'Someday' }, ['page-only', 'inconclusive']],
    ['nobody’s and of a month', { recipient: {}, issued_on: 'March 2026' }, ['issuer-confirmed', 'verified']],
  ])('that is said to be %s is taken at that word', async (_, more, expected) => {
    expect(await said(link, record(more))).toEqual(expected);
  });

  it('is no more than a page where it is issued under another name', async () => {
    for (const other of ['Example Academy', 'Google', null])
      expect(await said(link, record({ issuer: { name: other } }))).toEqual(['page-only', 'inconclusive']);
  });

  it('is what its record says of it: withdrawn, private, over', async () => {
    expect(await said(link, record({ revoked_at: '2026-05-01' }))).toEqual(['revoked', 'failed']);
    expect(await said(link, record({ private: true }))).toEqual(['not-checked', 'inconclusive']);
    expect(await said(link, record({ expired_on: '2026-05-01' }))).toEqual(['expired', 'caution']);
    expect(await said(link, null)).toEqual(['unreachable', 'inconclusive']);
  });

  it('is on record, and nobody’s that we know, once the entry is eighteen months old', async () => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    const at = (days: number) => Date.UTC(year, month - 1 + 18, day + days);
    const lasting = record({ expired_on: null });
    expect(await said(link, lasting, at(-1))).toEqual(['issuer-confirmed', 'verified']);
    const { verdict, report } = await inspected(link, lasting, at(0));
    expect(verdict).toMatchObject({
      status: 'issuer-confirmed',
      standing: 'unrecognised',
      reason: 'issuer-unknown',
    });
    expect(report.issuer).toMatchObject({ rung: 'domain', recognisedBy: [] });
  });
});

describe('on a host that is not listed', () => {
  it.each(
    ACCREDIBLE_HOSTS.flatMap(({ host, domain }) => [
      `https://credentials.organisation.example/${UUID}`,
      `https://a.${host}/${UUID}#acc.AbCdEf12`,
      `https://credential.${domain}/${UUID}#acc.AbCdEf12`,
      `https://${host.replace('.', '-')}/${UUID}#acc.AbCdEf12`,
      `https://${host}.evil.example/${UUID}#acc.AbCdEf12`,
    ]),
  )('%s has no owner that we know, though its record names the host', async (link) => {
    // What is drawn like a listed host is no link at all.
    if (recogniseLink(link) === null) return;
    const [status, standing] = await said(link, recordAt(new URL(link).hostname));
    expect(['page-only', 'unreachable']).toContain(status);
    expect(standing).toBe('inconclusive');
  });
});

describe('the list of hosts', () => {
  it('names each exactly, on its owner’s domain, with the day that it is of', () => {
    for (const { host, id, domain, date, name } of ACCREDIBLE_HOSTS) {
      expect(host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+){2,}$/);
      expect(host.endsWith(`.${domain}`)).toBe(true);
      expect(new URL(id).hostname.endsWith(domain)).toBe(true);
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(name.trim()).not.toBe('');
    }
  });
});
