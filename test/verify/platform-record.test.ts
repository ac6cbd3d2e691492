/** What a platform's server says of its own award, and what its data cannot say. */
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/credential/date.ts';
import { NO_CLAIM, type PageClaim } from '../../src/site/sighting.ts';
import { judge } from '../../src/verify/judge.ts';
import { type PlatformRecord, platformReport } from '../../src/verify/platform-record.ts';
import { fakePorts, NOW } from '../fake/ports.ts';

const RECORD: PlatformRecord = {
  url: 'https://learn.example/verify/1',
  platform: { id: 'https://learn.example', name: 'Learn', domain: 'learn.example' },
  partner: null,
  id: '1',
  title: 'Soils',
  holder: 'Ana Example',
  issued: readDate('2026-01-15'),
  expires: null,
  description: null,
  score: null,
  skills: [],
  says: { withdrawal: true, end: true },
};
async function told(over: Partial<PlatformRecord> = {}, claim: Partial<PageClaim> | null = null) {
  const page = claim && { ...NO_CLAIM, ...claim };
  const report = await platformReport({ ...RECORD, ...over }, page, fakePorts());
  const { status, standing } = judge(report);
  const stateOf = (id: keyof typeof report.outcomes): string => {
    const { state, problem } = report.outcomes[id];
    return problem ? `${state} ${problem.code}` : state;
  };
  return { report, stateOf, verdict: `${status} ${standing}` };
}
const dayBefore = (months: number): string => {
  const at = new Date(NOW);
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 10);
};

describe('a platform’s own award', () => {
  it('is confirmed by the platform, which vouches for itself', async () => {
    const { report, stateOf, verdict } = await told();
    expect(verdict).toBe('issuer-confirmed verified');
    expect([stateOf('revocation'), stateOf('validity-period'), stateOf('issuer-trust')]).toEqual([
      'passed',
      'passed',
      'passed',
    ]);
    expect(report.outcomes.proof.facts).toMatchObject({ by: 'platform', domain: 'learn.example' });
    expect(report.outcomes['issuer-trust'].facts).toMatchObject({ rung: 'recognised' });
    expect(report.issuer).toMatchObject({
      rung: 'recognised',
      recognisedBy: [{ source: 'Learn', name: 'Learn' }],
      answeredBy: 'Learn',
    });
    expect(report.issuer.partner).toBeUndefined();
    expect(report.credential?.achievements[0]?.results).toEqual([]);
  });

  it('is told to be as its page was open, where no server was asked', async () => {
    expect((await told({ inView: true })).report.outcomes.proof.facts?.by).toBe('page-in-view');
  });

  it('never passes for what the platform’s data cannot say', async () => {
    const of = async (withdrawal: boolean, end: boolean) => {
      const { stateOf } = await told({ says: { withdrawal, end } });
      return [stateOf('revocation'), stateOf('validity-period')];
    };
    expect(await of(false, true)).toEqual(['not-applicable withdrawal-not-said', 'passed']);
    expect(await of(true, false)).toEqual(['passed', 'not-applicable end-not-said']);
  });

  it('is held to the dates that it states, whether or not the platform’s data could have said more', async () => {
    for (const says of [RECORD.says, { withdrawal: true, end: false }]) {
      const at = async (over: Partial<PlatformRecord>) =>
        (await told({ says, ...over })).stateOf('validity-period');
      expect(await at({ expires: readDate('2026-01-20') })).toBe('failed expired');
      expect(await at({ expires: readDate('2099-01-20') })).toBe('passed');
      expect(await at({ issued: readDate('2099-01-15') })).toBe('failed not-yet-valid');
    }
  });

  it('of a month without a day, or of no date, raises no doubt', async () => {
    for (const issued of [readDate('January 2026'), null])
      expect((await told({ issued })).verdict).toBe('issuer-confirmed verified');
  });

  it('shown by another platform’s host is recognised as long as it is known who keeps it', async () => {
    const kept = { keptBy: 'Keeper', asOf: dayBefore(17) };
    const known = await told(kept);
    expect(known.verdict).toBe('issuer-confirmed verified');
    expect(known.report.issuer).toMatchObject({
      rung: 'recognised',
      recognisedBy: [{ source: 'touchstone', name: 'Learn', date: kept.asOf }],
      answeredBy: 'Keeper',
    });
    const stale = await told({ ...kept, asOf: dayBefore(18) });
    expect(stale.verdict).not.toMatch(/verified$/);
    expect(stale.stateOf('issuer-trust')).toBe('warned issuer-unknown');
    expect(stale.report.outcomes['issuer-trust'].facts).toMatchObject({ rung: 'domain' });
    expect(stale.report.issuer).toMatchObject({ rung: 'domain', recognisedBy: [] });
  });

  it('that it gave for a partner is compared with a page that names either', async () => {
    const told_ = async (issuer: string) =>
      (await told({ partner: 'Example University' }, { title: 'Soils', issuer })).stateOf('page-claim');
    expect([await told_('Example University'), await told_('Learn')]).toEqual(['passed', 'passed']);
    expect(await told_('Another College')).toMatch(/^warned /);
    expect((await told({ partner: 'Example University' })).report.issuer.partner).toBe('Example University');
  });

  it('tells its score', async () => {
    const { report } = await told({ score: '0.99' });
    expect(report.credential?.achievements[0]?.results).toMatchObject([{ value: '0.99' }]);
  });
});
