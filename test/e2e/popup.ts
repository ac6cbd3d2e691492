/** What a person does in the popup and in the settings, and what stands there. Used by the tests and by the demo. */
import type { Session, View } from './session.ts';
import { until } from './session.ts';

export interface ShownRow {
  readonly key: string;
  readonly link: string;
  readonly status: string;
  readonly standing: string;
  readonly title: string;
  readonly issuer: string;
}

export interface ShownCheck {
  readonly id: string;
  readonly state: string;
  readonly code: string;
  readonly text: string;
}

/** A link without its query: what a page and a row can be compared by. */
export const place = (link: string): string => `${new URL(link).origin}${new URL(link).pathname}`;

/** Waits until the page is settled: nothing is being read or checked. */
export async function settled(popup: View): Promise<void> {
  await until(popup, () =>
    ['done', 'not-readable'].includes(document.querySelector<HTMLElement>('main')?.dataset.phase ?? ''),
  );
}

export const rowsOf = (popup: View): Promise<readonly ShownRow[]> =>
  popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-credential]')].map((row) => ({
      key: row.dataset.credential ?? '',
      link: row.dataset.link ?? '',
      status: row.dataset.status ?? '',
      standing: row.dataset.standing ?? '',
      title: row.querySelector('.row-title')?.textContent ?? '',
      issuer: row.querySelector('.row-issuer')?.textContent ?? '',
    })),
  );

/** The rows whatever their order: that is the page's while something is being checked, and the most urgent first after. */
export const rowsByKey = async (popup: View): Promise<ReadonlyMap<string, ShownRow>> =>
  new Map((await rowsOf(popup)).map((row) => [row.key, row]));

/** Opens the row of this key, or closes it, as the keyboard would, and waits until that has happened. */
export async function toggleRow(popup: View, key: string): Promise<void> {
  const selector = `[data-credential=${JSON.stringify(key)}] .row-button`;
  const before = await popup.evaluate((at) => {
    const button = document.querySelector<HTMLElement>(at);
    const was = button?.getAttribute('aria-expanded') ?? '';
    button?.click();
    return was;
  }, selector);
  await until(
    popup,
    (at, was) => document.querySelector(at)?.getAttribute('aria-expanded') !== was,
    selector,
    before,
  );
}

export const checksOf = (popup: View, key: string): Promise<readonly ShownCheck[]> =>
  popup.evaluate(
    (at) =>
      [...(document.querySelector(at)?.querySelectorAll<HTMLElement>('[data-check]') ?? [])].map((check) => ({
        id: check.dataset.check ?? '',
        state: check.dataset.state ?? '',
        code: check.dataset.code ?? '',
        text: check.textContent ?? '',
      })),
    `[data-credential=${JSON.stringify(key)}]`,
  );

/** Grants every origin that rows wait for, click by click: an answer may name hosts that nobody knew of before. */
export async function allowAll(popup: View): Promise<number> {
  for (let clicks = 0; ; clicks++) {
    await settled(popup);
    const wanted = await popup.evaluate(
      () => document.querySelector('.allow .hosts, .allow [data-allow]')?.textContent ?? '',
    );
    if (wanted === '') return clicks;
    await popup.click('.allow [data-allow]');
    await until(
      popup,
      (before) =>
        (document.querySelector('.allow .hosts, .allow [data-allow]')?.textContent ?? '') !== before,
      wanted,
    );
  }
}

/** Types what the reader knows of the person. */
export async function compareWith(popup: View, email: string): Promise<void> {
  await popup.evaluate((value) => {
    const details = document.querySelector<HTMLDetailsElement>('details.known');
    if (details) details.open = true;
    const field = document.querySelector<HTMLInputElement>('details.known [name="email"]');
    if (field) field.value = value;
  }, email);
  await popup.click('details.known [type="submit"]');
  await until(popup, () => document.querySelector('details.known [type="reset"]') !== null);
  await popup.evaluate(() => document.querySelector('details.known')?.removeAttribute('open'));
}

/** Names a site in the settings, to be read by itself. */
export async function nameSite(options: View, host: string): Promise<void> {
  await until(options, () => document.querySelector('#site') !== null);
  await options.evaluate((typed) => {
    const field = document.querySelector<HTMLInputElement>('#site');
    if (field) field.value = typed;
  }, host);
  await options.click('form:has(#site) [type="submit"]');
  await until(options, () => document.querySelector('[data-site]:not([data-missing])') !== null);
}

/** Enters issuers into the reader's own list, in the settings. */
export async function trust(
  session: Session,
  issuers: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const options = await session.openOwnPage('src/options/index.html');
  for (const { id, name } of issuers) {
    await until(options, () => document.querySelector('#issuer-id') !== null);
    await options.evaluate(
      (issuerId, issuerName) => {
        const field = (at: string) => document.querySelector<HTMLInputElement>(at);
        Object.assign(field('#issuer-id') ?? {}, { value: issuerId });
        Object.assign(field('#issuer-name') ?? {}, { value: issuerName });
      },
      id,
      name,
    );
    await options.click('form:has(#issuer-id) [type="submit"]');
    await until(
      options,
      (issuerId) =>
        [...document.querySelectorAll<HTMLElement>('[data-issuer]')].some(
          (each) => each.dataset.issuer === issuerId,
        ),
      id,
    );
  }
  await options.close();
}
