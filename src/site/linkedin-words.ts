import { lazy } from '../lazy.ts';

/**
 * Words that LinkedIn's own pages put around an entry, in the page's language: before the day of issue, before the last
 * day, before the number, and on the button where words.ts does not have its words. They come from general knowledge and
 * from the few public pages that repeat them. Where the wording changes between years, each is listed. An entry is found
 * and read without them (registry/linkedin.ts). They only tell a lone last day from a day of issue, and a button's words
 * from a title.
 */
interface InterfaceWords {
  readonly issued: readonly string[];
  readonly expires: readonly string[];
  readonly number: readonly string[];
  readonly show: readonly string[];
}

const row = (issued: string, expires: string, number: string, show = ''): InterfaceWords => ({
  issued: issued.split('|'),
  expires: expires.split('|'),
  number: number.split('|'),
  show: show === '' ? [] : show.split('|'),
});

/** By language tag (BCP 47). */
export const linkedinWords = lazy(
  (): Readonly<Record<string, InterfaceWords>> => ({
    ar: row('تاريخ الإصدار|صدرت|صدر', 'تاريخ الانتهاء|تنتهي', 'معرّف الشهادة|معرف بيانات الاعتماد'),
    bg: row(
      'Издаден',
      'Изтича|Валиден до',
      'Идентификатор',
      'Показване на удостоверението|Покажи удостоверението',
    ),
    bn: row('ইস্যু|জারি', 'মেয়াদ', 'শংসাপত্রের আইডি|ক্রেডেনশিয়াল আইডি', 'শংসাপত্র দেখান|ক্রেডেনশিয়াল দেখান'),
    cs: row('Vydáno', 'Platnost do|Platnost vyprší', 'ID osvědčení'),
    da: row('Udstedt', 'Udløber', 'Legitimations-id'),
    de: row('Ausgestellt', 'Gültig bis|Läuft ab', 'Zertifikats-ID|Nachweis-ID'),
    el: row('Εκδόθηκε', 'Λήγει', 'Αναγνωριστικό διαπιστευτηρίου'),
    en: row('Issued', 'Expires|Expired', 'Credential ID'),
    es: row(
      'Expedición|Fecha de expedición',
      'Vencimiento|Caducidad|Fecha de caducidad',
      'ID de la credencial',
    ),
    fa: row('صادر شده|تاریخ صدور', 'انقضا|منقضی', 'شناسه مدرک|شناسه گواهی', 'نمایش مدرک|نمایش گواهی'),
    fi: row('Myönnetty', 'Vanhenee|Päättyy', 'Todistuksen tunnus|Pätevyyden tunnus'),
    fr: row(
      'Délivrance|Date de délivrance|Émise le',
      'Expiration|Date d’expiration|Expire le',
      'ID du diplôme|Identifiant du diplôme',
    ),
    he: row(
      'הונפק|הונפקה|תאריך הנפקה',
      'יפוג|תפוג|פג תוקף|פג|בתוקף עד|תאריך תפוגה',
      'מזהה אישור|מזהה הסמכה|מזהה תעודה',
      'הצג אישור|הצגת אישור|הצג תעודה|הצגת התעודה|הצג הסמכה',
    ),
    hi: row(
      'जारी करने की तारीख|जारी किया गया|जारी',
      'समाप्ति तिथि|समाप्त|समाप्ति|मान्य',
      'क्रेडेंशियल आईडी|क्रेडेंशियल ID|प्रमाणपत्र आईडी',
      'क्रेडेंशियल दिखाएँ|क्रेडेंशियल दिखाएं|प्रमाणपत्र दिखाएँ|प्रमाणपत्र दिखाएं|प्रमाण-पत्र देखें|क्रेडेंशियल देखें',
    ),
    hu: row('Kiállítva|Kiállítás', 'Lejár|Lejárat', 'Tanúsítvány azonosítója'),
    id: row('Diterbitkan', 'Kedaluwarsa|Berlaku hingga', 'ID Kredensial'),
    it: row('Data di rilascio', 'Data di scadenza', 'ID credenziale'),
    ja: row('発行日', '有効期限|失効', '資格情報 ID|認定証ID'),
    ko: row('발행일|발급일|취득일', '만료일', '자격증 번호|자격 번호'),
    mr: row('जारी केले|जारी', 'कालबाह्य|मुदत', 'क्रेडेन्शियल आयडी|प्रमाणपत्र आयडी', 'क्रेडेन्शियल दाखवा|प्रमाणपत्र दाखवा'),
    ms: row(
      'Dikeluarkan',
      'Tamat tempoh|Luput',
      'ID Kelayakan|ID Bukti Kelayakan',
      'Tunjukkan kelayakan|Paparkan kelayakan',
    ),
    nl: row('Uitgegeven|Afgegeven op|Toegekend', 'Verloopt|Vervalt', 'Referentie-id|ID van certificaat'),
    no: row('Utstedt', 'Utløper', 'Legitimasjons-ID'),
    pa: row('ਜਾਰੀ', 'ਮਿਆਦ', 'ਪ੍ਰਮਾਣ ਪੱਤਰ ਆਈਡੀ|ਕ੍ਰੇਡੈਂਸ਼ੀਅਲ ਆਈਡੀ', 'ਪ੍ਰਮਾਣ ਪੱਤਰ ਦਿਖਾਓ|ਕ੍ਰੇਡੈਂਸ਼ੀਅਲ ਦਿਖਾਓ'),
    pl: row('Wydano|Data wydania', 'Data wygaśnięcia|Wygasa', 'Identyfikator poświadczenia'),
    pt: row(
      'Emitido em|Emissão|Emitida em',
      'Expira em|Data de validade|Válida até',
      'Código da credencial|ID da credencial',
    ),
    ro: row('Emis|Emisă', 'Expiră|Expirat', 'ID acreditare'),
    ru: row(
      'Выдан|Дата выдачи',
      'Срок действия истекает|Действителен до',
      'Идентификатор учетных данных|Номер сертификата',
    ),
    sv: row('Utfärdat', 'Utgår|Upphör', 'Autentiserings-ID'),
    te: row('జారీ', 'గడువు', 'ఆధారం ID|క్రెడెన్షియల్ ఐడి', 'ఆధారాన్ని చూపించు|క్రెడెన్షియల్‌ను చూపించు'),
    th: row(
      'ออกเมื่อ|ออกให้เมื่อ|วันที่ออก',
      'หมดอายุ|วันหมดอายุ|วันที่หมดอายุ|ใช้ได้ถึง',
      'รหัสใบรับรอง|รหัสประกาศนียบัตร|ID ใบรับรอง|หมายเลขใบรับรอง|รหัสข้อมูลรับรอง',
      'แสดงใบรับรอง|แสดงประกาศนียบัตร|แสดงข้อมูลรับรอง|ดูใบรับรอง|ดูประกาศนียบัตร|แสดงข้อมูลประจำตัว',
    ),
    fil: row(
      'Ibinigay|Inisyu',
      'Mag-e-expire|Nag-expire|Mawawalan ng bisa',
      'ID ng Kredensyal',
      'Ipakita ang kredensyal',
    ),
    tr: row('Verilme tarihi|Verildi', 'Geçerlilik sonu|Sona erme', 'Yeterlilik Kimliği'),
    uk: row('Видано', 'Термін дії|Дійсний до', 'Ідентифікатор облікових даних|Ідентифікатор'),
    vi: row('Cấp|Ngày cấp', 'Hết hạn|Ngày hết hạn', 'ID chứng chỉ'),
    'zh-Hans': row('颁发日期|发布日期|发证日期', '到期日期|有效期至|失效日期', '证书编号|凭证编号'),
    'zh-Hant': row('發照日期|核發日期|發證日期', '到期日|到期日期', '憑證編號|證書編號'),
  }),
);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const all = (kind: keyof InterfaceWords): readonly string[] =>
  Object.values(linkedinWords()).flatMap((words) => words[kind]);

/**
 * Any of the words of one kind. A longer word comes before a word that it begins with. Short ones count only as whole
 * words.
 */
const anyOf = (kind: keyof InterfaceWords): string =>
  all(kind)
    .toSorted((one, other) => other.length - one.length)
    .map((text) => (text.length > 6 ? escaped(text) : `(?<![\\p{L}\\p{M}])${escaped(text)}`))
    .join('|');

export const saysIssued = lazy(() => new RegExp(anyOf('issued'), 'iu'));
export const saysExpires = lazy(() => new RegExp(anyOf('expires'), 'iu'));
/** The number after its label, at the end of the line. */
export const saysNumber = lazy(
  () => new RegExp(`(?:${anyOf('number')})\\s*[:：]?\\s*([\\p{L}\\d][\\p{L}\\d._/+=-]{2,79})$`, 'iu'),
);
const shows = lazy((): ReadonlySet<string> => new Set(all('show').map((text) => text.toLowerCase())));
export const isShowButton = (text: string): boolean => shows().has(text.trim().toLowerCase());
