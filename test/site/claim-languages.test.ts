/** An entry of a profile as its site words it in the reader's language: LinkedIn's order of lines, and a button. */

import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/site/scan.ts';
import type { PageClaim } from '../../src/site/sighting.ts';
import { canMean, readClaimedDate } from '../../src/verify/check/claim-date.ts';
import { credlyBadge } from '../build/links.ts';

/** Language, line of dates, line of the number, the button's words. */
const ENTRIES = [
  ['English', 'Issued Mar 2026 · Expires Mar 2029', 'Credential ID EX-1000', 'Show credential'],
  [
    'English, without an end',
    'Issued Mar 2026 · No Expiration Date',
    'Credential ID EX-1000',
    'See credential',
  ],
  [
    'English, after its end',
    'Issued Mar 2026 · Expired Mar 2029',
    'Credential ID EX-1000',
    'Show credential',
  ],
  ['German', 'Ausgestellt: März 2026 · Gültig bis März 2029', 'Zertifikats-ID: EX-1000', 'Nachweis anzeigen'],
  [
    'German, in other words',
    'Ausgestellt: März 2026 · Läuft ab: März 2029',
    'Nachweis-ID EX-1000',
    'Nachweis anzeigen',
  ],
  [
    'French',
    'Délivrance : mars 2026 · Expiration : mars 2029',
    'ID du diplôme EX-1000',
    'Afficher l’identifiant',
  ],
  [
    'French, in other words',
    'Émise le mars 2026 · Expire le mars 2029',
    'Identifiant du diplôme : EX-1000',
    'Afficher le diplôme',
  ],
  [
    'French, in full',
    'Date de délivrance : mars 2026 · Date d’expiration : mars 2029',
    'ID de la certification EX-1000',
    'Afficher la certification',
  ],
  [
    'Spanish',
    'Expedición: mar. 2026 · Vencimiento: mar. 2029',
    'ID de la credencial EX-1000',
    'Mostrar credencial',
  ],
  [
    'Spanish, in other words',
    'Fecha de expedición: mar. 2026 · Caducidad: mar. 2029',
    'ID de la credencial: EX-1000',
    'Mostrar credencial',
  ],
  [
    'Portuguese',
    'Emitido em mar. de 2026 · Expira em mar. de 2029',
    'Código da credencial EX-1000',
    'Exibir credencial',
  ],
  [
    'Italian',
    'Data di rilascio: mar 2026 · Data di scadenza: mar 2029',
    'ID credenziale EX-1000',
    'Mostra credenziale',
  ],
  ['Dutch', 'Uitgegeven in mrt. 2026 · Verloopt op mrt. 2029', 'Referentie-id: EX-1000', 'Toon referentie'],
  [
    'Polish',
    'Wydano: mar 2026 · Data wygaśnięcia: mar 2029',
    'Identyfikator poświadczenia: EX-1000',
    'Pokaż poświadczenie',
  ],
  ['Swedish', 'Utfärdat mars 2026 · Utgår mars 2029', 'Autentiserings-ID EX-1000', 'Visa autentisering'],
  ['Danish', 'Udstedt mar. 2026 · Udløber mar. 2029', 'Legitimations-id: EX-1000', 'Vis legitimation'],
  ['Norwegian', 'Utstedt mars 2026 · Utløper mars 2029', 'Legitimasjons-ID EX-1000', 'Vis legitimasjon'],
  ['Finnish', 'Myönnetty maalis 2026 · Vanhenee maalis 2029', 'Todistuksen tunnus EX-1000', 'Näytä todistus'],
  ['Czech', 'Vydáno bře 2026 · Platnost do: bře 2029', 'ID osvědčení EX-1000', 'Zobrazit osvědčení'],
  ['Romanian', 'Emis mar. 2026 · Expiră mar. 2029', 'ID acreditare EX-1000', 'Afișați acreditarea'],
  [
    'Turkish',
    'Verilme tarihi: Mar 2026 · Geçerlilik sonu: Mar 2029',
    'Yeterlilik Kimliği EX-1000',
    'Yeterlilik belgesini göster',
  ],
  [
    'Russian',
    'Выдан: мар. 2026 г. · Срок действия истекает мар. 2029 г.',
    'Идентификатор учетных данных EX-1000',
    'Показать учетные данные',
  ],
  [
    'Ukrainian',
    'Видано: бер. 2026 · Термін дії: бер. 2029',
    'Ідентифікатор EX-1000',
    'Показати облікові дані',
  ],
  ['Japanese', '発行日: 2026年3月 · 有効期限: 2029年3月', '資格情報 ID: EX-1000', '資格情報を表示'],
  ['Chinese, simplified', '颁发日期：2026年3月 · 有效期至：2029年3月', '证书编号 EX-1000', '显示证书'],
  ['Chinese, traditional', '發照日期：2026年3月 · 到期日：2029年3月', '憑證編號：EX-1000', '顯示憑證'],
  ['Korean', '발행일: 2026년 3월 · 만료일: 2029년 3월', '자격증 번호 EX-1000', '자격증 표시'],
  ['Arabic', 'تاريخ الإصدار مارس 2026 · تاريخ الانتهاء مارس 2029', 'معرّف الشهادة EX-1000', 'عرض الشهادة'],
  [
    'Indonesian',
    'Diterbitkan Mar 2026 · Kedaluwarsa Mar 2029',
    'ID Kredensial EX-1000',
    'Tampilkan kredensial',
  ],
  [
    'Hungarian',
    'Kiállítva: 2026. márc. · Lejár: 2029. márc.',
    'Tanúsítvány azonosítója: EX-1000',
    'Tanúsítvány megjelenítése',
  ],
  [
    'Greek',
    'Εκδόθηκε Μαρ 2026 · Λήγει Μαρ 2029',
    'Αναγνωριστικό διαπιστευτηρίου EX-1000',
    'Εμφάνιση διαπιστευτηρίου',
  ],
  ['Vietnamese', 'Cấp: thg 3 2026 · Hết hạn: thg 3 2029', 'ID chứng chỉ EX-1000', 'Hiển thị chứng chỉ'],
] as const;

const claimIn = (html: string): PageClaim | undefined => {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return scan(document as unknown as Document, { url: 'https://www.linkedin.com/in/example/' }).sightings[0]
    ?.claim;
};
const means = (text: string | null | undefined, instant: string): boolean => {
  const date = readClaimedDate(text ?? '');
  return date !== null && canMean(date, Date.parse(instant));
};

describe.each(ENTRIES)('an entry in %s', (language, dates, number, button) => {
  const entry = (title: string, n: number): string =>
    `<div><p>${title}</p><p>Example Cloud</p><p>${dates}</p><p>${number}</p><div><a href="${credlyBadge(n)}"><span>${button}</span></a></div></div>`;

  it('is read line by line', () => {
    const claim = claimIn(`<section>${entry('Cloud Practitioner', 1)}${entry('Other', 2)}</section>`);
    expect(claim).toMatchObject({
      title: 'Cloud Practitioner',
      issuer: 'Example Cloud',
      credentialId: 'EX-1000',
    });
    expect(means(claim?.issued, '2026-03-14T12:00:00Z')).toBe(true);
    expect(means(claim?.issued, '2029-03-14T12:00:00Z')).toBe(false);
    const ends = !language.endsWith('without an end');
    expect(means(claim?.expires, '2029-03-14T12:00:00Z')).toBe(ends);
    expect(means(claim?.expires, '2026-03-14T12:00:00Z')).toBe(false);
  });

  it('has a button whose words are no title', () => {
    expect(claimIn(`<p><a href="${credlyBadge(1)}">${button}</a></p>`)?.title).toBeNull();
  });
});
