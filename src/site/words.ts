import { lazy } from '../lazy.ts';
import { isShowButton, saysExpires, saysIssued } from './linkedin-words.ts';

/**
 * Words that pages put beside credentials, in the languages of the large profile sites. They only serve to leave words
 * out, or to tell two dates apart.
 */

/**
 * The words that make up a button's or a link's call, in any order: to show, what is shown, and words between. For
 * languages without spaces, their characters. A text of only these is no title.
 */
const calling = lazy(
  () =>
    new RegExp(
      `^(?:${[
        'show|see|view|open|check|add|edit|get|access|visit|launch|live|preview|official|read|valid\\p{L}*|v[eé]rifi\\p{L}*|verify|display|find|click|learn|more|details?|download|proof|pdf|link|url|here|page|badges?|achievements?|accomplishments?|profile|credly|logo|photo|picture|image|full|online|completion|completed|earned|active|expired|progress|ongoing',
        // What is behind it: the files and parts of a badge.
        'json(?:ld)?|ld|png|svg|jwt|file|assertions?|badgeclass',
        // What is shown, by the stems that languages share.
        'certs?|[csz]ertifi[ck]\\p{L}*|certyfikat\\p{L}*|[ck]reden[cstz]i\\p{L}+|dipl[oô]m\\p{L}*|att?esta\\p{L}*|серти?ф[іи]к\\p{L}*',
        'hinzufügen|bearbeiten|mehr|anzeigen|ansehen|öffnen|prüfen|herunterladen|nachweise?s?|urkunde|bescheinigung',
        'ajouter|modifier|afficher|voir|consulter|lien|télécharger|identifiant',
        'añadir|agregar|editar|más|mostrar?|ver|enlace|descargar|insignia|adicionar|mais|exibir|visuali\\p{L}*|abrir|acessar|baixar|emblema',
        'aggiungi|modifica|vedi|apri|altr[oi]|scarica',
        'toevoegen|bewerken|meer|toon|bekijk(?:en)?|weergeven|bewijs|referentie|openen',
        'dodaj|edytuj|więcej|pokaż|zobacz|poświadczenie|sprawdź|z?weryfikuj|otwórz',
        'visa|vis|se|länk|autentisering|behörighet|legitimation|legitimasjon|bevis|näytä|katso|avaa|pätevyys|tunnus|todistus',
        'zobrazi[tť]|osvědčení|ověřit|odkaz|prikaži|pogledaj|megjelenítése|megtekintése?|ellenőrzése?|tanúsítvány|afi[sșş]a(?:[tțţ]i|re)|vezi|acreditarea?',
        'показати|облікові|дані|переглянути|дивитися|посилання|перевірити|показать|учетные|данные|(?:по)?смотреть|ссылка|проверить|открыть|подробнее|виж',
        'tampilkan|lihat|buka|hiển|thị|chứng|chỉ|xem|xác|minh|göster|gör(?:üntüle)?|doğrula|belge\\p{L}*|yeterlilik|εμφάνιση|προβολή|δείτε|διαπιστευτηρίου|πιστοποιητικ\\p{L}*',
        '인증서?|자격증|수료증|배지|링크|확인|보기|표시|عرض|الشهادة|بيانات|الاعتماد|رابط|مشاهدة|(?:ال)?تحقق|گواهی\\p{L}*|देखें|प्रमाणपत्र|सत्यापित|करें|ל?צפ(?:ה|ייה)|ב?תעודה',
        '(?:[显示顯查看檢視資格情報認定証明认证证书憑證凭書を表見る确確认験验驗链鏈接詳細详情]|修了|バッジ|リンク|はこちら|する)+',
      ].join('|')})$`,
      'iu',
    ),
);

const BETWEEN =
  /^(?:the|my|your|it|all|an?|in|of|on|out|to|for|hier|zum|zur|das|die|mein|alle|l|les?|la|d|du|des|mon|vers|tou(?:s|tes)|el|al|los|las|tod[oa]s|gli|i|tutt[ei]|de|do|het|wszystkie|το|من)$/iu;

/** What the script of Credly's embed calls every player: it names the issuer, never the badge. */
const PLAYER = /^View my verified achievement(?: from .{1,80})? on (?:Credly|Acclaim)\.?$/i;

/** Whether words only call for a click, or name only a kind of thing. */
export function isCall(text: string): boolean {
  if (isShowButton(text) || PLAYER.test(text)) return true;
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const said = words.filter((word) => !BETWEEN.test(word));
  // `Show all 12 certificates` counts them; `Certificate 12` is a name.
  const counted = said.filter((word) => !/^\d{1,4}$/.test(word));
  if (counted.length > 1) return counted.every((word) => calling().test(word));
  return said.length > 0 && (said.every((word) => calling().test(word)) || text === 'Source');
}

/** Labels of what is neither title, issuer nor date. */
export const DETAIL =
  /^\P{L}*(?:institution|school|university|college|academy|subjects?|level|languages?|platform|duration|length|hours|score|grade|result|verification|verify|status|type|category|field|topics?|skills?|instructors?|location|format|mode)\s*[:：]/iu;

/** A label before the title. */
export const TITLED =
  /^(?:tit(?:le|el|re|olo)|t[ií]tulo|bezeichnung|judul|name|exam|course(?: name)?|certificate(?: name)?|certification(?: name)?|credential(?: name)?|badge(?: name)?|accomplishment)\s*[:：]\s*(?=\S)/i;

/** Headings over several credentials: no name of one. */
export const SECTION =
  /^\P{L}*(?:\p{L}+\s+){0,3}(?:badges|certificates|certifications|credentials|licen[cs]es|accomplishments|achievements|awards|zertifikate|zertifizierungen|certificats|certificados|certificaciones|certificazioni|certificati|certificaten)\P{L}*$/iu;

/**
 * The title in `Show credential for <title>` or `Completion Certificate for <title>`; null where the text has no such
 * form.
 */
export function calledFor(text: string): string | null {
  const [, call, title] =
    /^(.{4,50}?)(?:\s+(?:for|für|pour|para|per|voor|dla|för|til|untuk|için)\s+|\s*[:：]\s+)(\S.+)$/i.exec(
      text,
    ) ?? [];
  return call !== undefined && title !== undefined && /\S\s+\S/.test(call) && isCall(call) ? title : null;
}

/**
 * What stands between title, issuer and holder, and behind them, in the languages of our own interface and some more. Where
 * a comma parts title and issuer, it is the last one but that of a company's form.
 */
const AWARDED = lazy(() =>
  [
    [' (?:was|has been) (?:issued|awarded) by ', ' to ', ''],
    [' wurde (?:ausgestellt|verliehen) von ', ' (?:an|für) ', ''],
    [' wurde von ', ' (?:an|für) ', ' (?:ausgestellt|verliehen)'],
    [' (?:fue|ha sido) (?:emitid|otorgad|concedid|expedid)[oa] por ', ' (?:a|para) ', ''],
    [' a été (?:émis|délivré|décerné|attribué)e? par ', ' (?:à|pour) ', ''],
    [' foi (?:emitid|concedid|outorgad)[oa] (?:por|pel[oa]) ', ' (?:a|à|ao|para) ', ''],
    [' (?:è stat[oa]|viene) (?:emess|rilasciat|conferit)[oa] da ', ' a ', ''],
    [' (?:is|werd) (?:uitgegeven|uitgereikt|toegekend) door ', ' aan ', ''],
    [' zosta[łl][ao]? (?:wydan|przyznan)[aey] przez ', ' (?:dla|użytkownikowi) ', ''],
    [' (?:telah )?(?:diterbitkan|diberikan) oleh ', ' (?:kepada|untuk) ', ''],
    [' (?:صدرت?|مُنحت?|منحت?) (?:من قبل|من|عن) ', ' (?:إلى|لـ) ', ''],
    [', (?=[^,]+(?:, (?:Inc|LLC|Ltd)\\.?)? tarafından )', ' tarafından ', ' (?:veril|düzenlen)\\p{L}+'],
    ['は、?\\s?', '(?:によって|により|から|が)、?\\s?', 'に(?:発行|授与)(?:されました|しました)'],
    ['\\s?由\\s?', '\\s?[颁頒授][发發予][给給予]?\\s?', ''],
    [
      '(?:[은이]\\([는가]\\)|(?<=[\\p{sc=Latin}\\d)])[은는이가]) ',
      '(?:에서|에 의해|로부터) ',
      '에게 (?:발급|수여)\\p{L}+',
    ],
  ].map(
    ([by, to, end]) =>
      new RegExp(`^(?<title>\\S.{1,150}?)${by}(?<issuer>\\S.{1,80}?)${to}\\S.{0,80}?${end}\\s?[.。]?$`, 'u'),
  ),
);

/**
 * `<title> was issued by <issuer> to <holder>.`: how Credly's pages describe themselves wherever they are shared, in the
 * language of whoever shares them.
 */
export function awardedIn(line: string): { readonly title: string; readonly issuer: string } | null {
  for (const pattern of AWARDED()) {
    const { title, issuer } = pattern.exec(line)?.groups ?? {};
    if (title !== undefined && issuer !== undefined) return { title, issuer };
  }
  return null;
}

/** Words that only names of organisations have. */
export const ORGANISATION =
  /(?<!\p{L})(?:inc|llc|ltd|limited|gmbh|ag|corp|corporation|company|s\.?a\.?|b\.?v\.?|universit\p{L}+|universidad\p{L}*|università|uniwersytet|akademie|academ(?:y|ia)|institut\p{L}*|istituto|school|hochschule|college|foundation|fundaci[oó]n|fundação|fondation|association|organi[sz]ation|council|ministry)(?!\p{L})|大学|学院|協会|대학교|جامعة|университет|академия/iu;

/** Before the name of the issuer. */
export const issuerLabel = lazy(
  () =>
    /^\P{L}*(?:(?:institution|school|university|college|academy|vendor|instituci[oó]n|institui[cç][aã]o|institut|[ée]tablissement|einrichtung|istituto|institute|instelling|herausgeber)(?=\s*[:：])|issu(?:er|ed by|ing (?:organi[sz]ation|authority|body))|(?:awarded|offered|provided|certified) by|provider|organi[sz]ation|aussteller|anbieter|ausgestellt von|émetteur|émis par|délivré par|\p{L}+ (?:emis?sora|émett\p{L}+|penerbit)|organisme|ausstellende \p{L}+|diterbitkan oleh|emisor|emitido por|expedid[oa] por|otorgado por|emissor|emittente|rilasciato da|uitgever|uitgegeven door|wystawca|utfärda(?:re|t av)|udste(?:der|dt af)|utste(?:der|dt av)|myöntäjä|vydavatel|emitent|издатель|организация|учреждение|видавець|організація|颁发(?:机构|者)|发证机构|發照機構|発行(?:元|者|機関|団体)|認定機関|발급 ?기관|발행 ?기관|(?:ال)?جهة ال(?:إصدار|منح|مصدرة|مانحة)|düzenleyen|veren kuruluş|penerbit|kibocsátó|εκδότης)(?:\s*[:：]\s*|\s+)(?=\S)/iu,
);

/** Before the date from which it holds. In Latin letters, it begins with a word: `Learned` is no label, nor `Cascade`. */
export const issuedLabel = either(
  () =>
    /(?:(?<!\p{L})(?:issued|awarded|earned|delivered|passed|achieved|received|complet(?:ed?|ad[oa]|at[oa])|completion|conclu[ií]d[oa]|granted|obtained|date|datum|fecha|tanggal|ausstellung\w*|erworben|abgeschlossen|délivr|émis|obtenu|expedici[oó]n|expedid[oa]|emisi[oó]n|emitid[oa]|obtenid[oa]|rilasci\w*|conseguito|uitgegeven|toegekend|wydan\w*|utfärda\w*|veril\w*|vydán|emis|kiáll[ií]t|cấp)|выдан\w*|颁发|发布|发证|取得|発行|발급|(?<!\p{L})صدر|الإصدار|المنح|發[照布證]|核發|발행|εκδόθηκε|έκδοση)/iu,
  saysIssued,
);

/** Before the date up to which it holds. */
export const expiryLabel = either(
  () =>
    /(?:(?<!\p{L})(?:expir\w*|valid (?:until|to|through)|good through|abgelaufen|ablauf\w*|échéance|caduca|vence|vencimiento|validade|v[aá]lid[oa] (?:até|hasta|fino)|valable|scad\w*|geldig tot|ważn\w+ do|går ut|voimassa|geçerlilik|sona er\w*|caduci|wyga|giltig t|platnost|platí do|vyprší)|истекает|действ\w+ до|срок действия|到期|有效期|失效|有効期限|失効|만료|[تي]نتهي|انتهاء|صالح\p{L}* (?:حتى|لغاية)|термін дії|закінч|λήξη)/iu,
  saysExpires,
);

/** Before a date on which something else happened. It is neither the day of issue nor the last day. */
export const OTHERWISE =
  /(?:updated?|modified|changed|viewed|birth|born|renew(?!ab)|review|enrol|register|start(?!u)|began|begin(?!ner)|join|since|exam(?!pl)|geboren|geburt|aktualisiert|geändert|verlänger|beginn|naissance|mise? à jour|renouvel|début|nacimiento|actualizad|renova|inicio|nascimento|atualizad|início|nascita|aggiornat|rinnov|inizio|geboorte|bijgewerkt|gewijzigd|verleng|urodz|aktualiz|odnow|обновл|продл|рожд|更新|生年月日|갱신|تحديث|تجديد)/i;

/**
 * A line that ends with the number that the issuer gave. It says that it is one, or names the kind of thing and a
 * colon. A year is no such number, nor is the number of a course. `ID` may stand behind a word of a script without spaces.
 */
export const numberLabel = lazy(
  () =>
    /(?:(?:(?<!\p{sc=Latin})id(?!\p{L})|(?<!\p{L})(?:ident[iy]f\p{L}*|kimliği|tunnus|azonosít\p{L}*|[іи]денти\p{L}+|αναγν\p{L}+|رقم|معرّ?ف|(?:nr|no|number|nummer|nomor|code|n[uú]m[eé]ro|c[oó]digo)(?!\p{L})(?= d| of |\.?\s*[:：#№]|\.?\s\S{4,}$)))[^:：\d]{0,30}?|编号|編號|番号|번호|(?:credential|certificat|licen[cs]e|badge|zertifikat|nachweis)\p{L}*\s*[:：#№])\.?\s*[:：#№]?\s*(?<![\p{L}\d])(?!(?:19|20)\d\d$)([\p{L}\d][\p{L}\d._/+=-]{2,79})$/iu,
);

function either(one: () => RegExp, other: () => RegExp): () => RegExp {
  return lazy(() => new RegExp(`${one().source}|${other().source}`, 'iu'));
}
