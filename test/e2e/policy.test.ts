/** What an organisation prescribes (docs/policy.md). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowAll, rowsOf, settled, toggleRow } from './popup.ts';
import { until } from './session.ts';
import { type Stage, setStage } from './stage.ts';

// Chromium takes no policy for a single run: it reads that of the whole computer.
describe('with a policy, Firefox', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage('firefox', {
      policy: {
        allowedSites: ['www.aldermoor.example'],
        checkedList: false,
        trustedIssuers: [
          { id: 'https://credentials.aldermoor.example/issuers/registry', name: 'Aldermoor University' },
        ],
      },
    });
  });
  afterAll(() => stage?.close());

  it('has no page of another site read, and the popup says whose wish that is', async () => {
    await stage.session.open(stage.world.pages.get('readme')?.url ?? '');
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    expect(await rowsOf(popup)).toEqual([]);
    const shown = await popup.evaluate(() => document.querySelector('main')?.textContent);
    expect(shown).toContain('Your organisation does not allow Touchstone to read pages of this site.');
  });

  it('has a page of an allowed site read, and counts an issuer that the policy names', async () => {
    await stage.session.open(stage.world.pages.get('staff')?.url ?? '');
    const popup = await stage.session.clickToolbar();
    await allowAll(popup);
    const { key, issuer } = (await rowsOf(popup)).find(({ link }) => /valid/.test(link)) ?? expect.fail();
    expect(issuer).toBe('Issued by Aldermoor University');
    await toggleRow(popup, key);
    const card = await popup.evaluate(
      (at) => document.querySelector(`[data-credential="${at}"]`)?.textContent,
      key,
    );
    expect(card).toContain('your organisation');
  });

  it('shows in the settings what is allowed, who is recognised, and that no list of what was checked is kept', async () => {
    const options = await stage.session.openOwnPage('src/options/index.html');
    for (const words of [
      'read pages of these sites only:www.aldermoor.example',
      'also recognises these issuers:Aldermoor University',
    ])
      await until(options, (each) => document.body.textContent.includes(each), words);
    await until(options, () => document.querySelector('#keep-checked:disabled') !== null);
  });
});
