/** Words that pages put beside credentials, in the languages of the large profile sites. Only to leave them out, or to tell two dates apart. */

/** A button's or a link's call, which is no title. */
export const CALL =
  /^(?:(?:show|see|view|open|check|verify|validate|display)(?: (?:the |my |full |online |your )?(?:credentials?|certificates?|certifications?|badges?|profile|details|pdf|it|here|on \w+|verification))*(?: (?:link|url|here|online|page))?|verif(?:y|ied)?\W*|credentials?(?: (?:link|url))?|certificates?(?: (?:link|url|of completion))?|badges?|link|here|click here|more|details|online badge|proof|pdf|download|(?:photo|picture|image|logo) of (?:the )?certificate|credly(?: badge)?|badge on \w+|view my verified \w+ on \w+|(?:nachweis|zertifikat) anzeigen|(?:nachweis|zertifikat)|afficher (?:l[’']identifiant|le dipl[oô]me|l[’']attestation|la certification)|voir (?:le )?certificat|certificat|mostrar credencial(?:es)?|ver (?:credencial|certificado)|certificado|credencial|exibir credencial|mostra credenziale|visualizza (?:credenziale|certificato)|certificato|bewijs weergeven|toon (?:referentie|certificaat)|pokaż poświadczenie|poświadczenie|visa (?:autentisering|behörighet|certifikat)|vis legitimation|vis legitimasjon|näytä (?:pätevyys|tunnus|todistus)|zobrazit (?:osvědčení|certifikát)|afi[sșş]a(?:[tțţ]i|re) (?:acreditarea?|certificatul?)|показати (?:облікові дані|сертифікат)|tampilkan (?:kredensial|sertifikat)|tanúsítvány megjelenítése|εμφάνιση (?:διαπιστευτηρίου|πιστοποιητικού)|hiển thị chứng chỉ|(?:顯示|檢視|查看)(?:憑證|證書)|yeterlilik belgesini göster|показать (?:учетные данные|сертификат)|сертификат|显示证书|查看证书|显示认证|证书|資格情報を表示|認定証を表示|(?:인증서|자격증) (?:보기|표시)|عرض (?:الشهادة|بيانات الاعتماد))[\s.:!→↗»>]*$/i;

/** Before the date from which it holds. */
export const ISSUED =
  /(?:issued|awarded|earned|completed?|completion|granted|obtained|date|ausgestellt|erworben|abgeschlossen|délivr|émis|obtenu|expedici[oó]n|expedid[oa]|emisi[oó]n|emitid[oa]|obtenid[oa]|rilasci\w*|conseguito|uitgegeven|toegekend|wydan\w*|utfärda\w*|udstedt|utstedt|myönnetty|veril\w*|выдан\w*|颁发|发布|发证|取得|発行|발급|صدر|الإصدار|vydán|emis|видан|發[照布證]|核發|발행|diterbitkan|kiáll[ií]t|εκδόθηκε|έκδοση|cấp)/i;

/** Before the date up to which it holds. */
export const EXPIRES =
  /(?:expire[sd]?|expir\w*|valid (?:until|to|through)|good through|gültig bis|läuft ab|abgelaufen|échéance|caduca|vence|vencimiento|validade|válido até|scad\w*|verloopt|geldig tot|wygasa|ważn\w+ do|upphör|går ut|udløber|utløper|päättyy|voimassa|geçerlilik|sona er\w*|истекает|действ\w+ до|срок действия|到期|有效期|失效|有効期限|失効|만료|تنتهي|انتهاء|caduci|wyga|utgår|giltig t|vanhenee|platnost|platí do|vyprší|термін дії|закінч|kedaluwarsa|lejár|λήγει|λήξη|hết hạn)/i;

/** Before the number that the issuer gave. */
export const NUMBERED =
  /(?:credential|certificate|certification|licen[cs]e|badge|nachweis|zertifikat\w*|identifiant|dipl[oô]me|num[eé]ro|n[uú]mero|id de la credencial|id\. de la credencial|c[oó]digo da credencial|credenziale|referentie|certificaat|poświadczeni\w*|autentiserings?|legitimation\w*|legitimasjon\w*|yeterlilik|учетных данных|сертификата|证书|認定|資格|자격|인증|الاعتماد|الشهادة|tunnus|osvědčení|acreditare|ідентифікатор|憑證|kredensial|azonosító\p{L}*|διαπιστευτηρίου|chứng chỉ)[^:：\d]{0,24}(?:id|nr|no|number|code|编号|番号|번호|kimliği|رقم)?\.?(?:\s*[:：#№]\s*|\s+)([\p{L}\d][\p{L}\d._/+=-]{2,79})$/iu;

/** Pages, paths and pictures that speak of credentials. */
export const CREDENTIAL =
  /badge|certif|zertif|credential|diplom|licen[cs]e|lizenz|accredit|award|nachweis|attest|titul|сертиф|диплом|证书|認定|資格|자격|인증|شهاد/i;
