// Made by `node scripts/site-months.mjs` from Intl; a test holds it against this machine’s.

/** The words of months' names in forty languages, long and short, lower case. */
export const MONTHS: ReadonlySet<string> = new Set(
  (
    'abr abril ag ago agost agosto agu agustus août apr april aprile aprilie aprill apríl apríla aprīlis ' +
    'ara aralık aug august augusta augusti augusts augustus augusztus avg avgust avr avril ağu ağustos balandis ' +
    'balandžio birželio birželis bře březen března cze czerwca czerwiec d de dec december decembra decembrie ' +
    'decembris des desember desembre dets detsember dez dezember dezembro dic dicembre diciembre dis disember ' +
    'dub duben dubna déc décembre eki ekim elo elokuu elokuuta ene enero eyl eylül feb febbraio febr febrer ' +
    'febrero februar februari februarie february február februára februāris fev fevereiro févr février gegužė ' +
    'gegužės gen gener gennaio giu giugno gru grudnia grudzień gruodis gruodžio haz haziran heinä heinäkuu ' +
    'heinäkuuta helmi helmikuu helmikuuta huhti huhtikuu huhtikuuta ian ianuarie iul iulie iun iunie jaan ' +
    'jaanuar jan janeiro januar januari january január januára janv janvier janvāris joulu joulukuu joulukuuta ' +
    'juil juillet juin jul julai julho juli julij julio juliol july jun june junho juni junij junio juny ' +
    'juuli juuni júl júla július jún júna június jūl jūlijs jūn jūnijs kas kasım kesä kesäkuu kesäkuuta kol ' +
    'kolovoz kolovoza kovas kovo kvě květen května kwi kwiecień kwietnia lapkritis lapkričio led leden ledna ' +
    'liepa liepos lip lipanj lipca lipiec lipnja lis listopad listopada listopadu loka lokakuu lokakuuta ' +
    'lug luglio lut lutego luty maalis maaliskuu maaliskuuta maart mac mag maggio mai maig maijs maio maj ' +
    'maja mar marca march marec maret marras marraskuu marraskuuta mars mart martie marts marzec marzo març ' +
    'março may mayo mayıs mei mrt máj mája május márc március mär märts märz nis nisan noiembrie nov november ' +
    'novembra novembre novembris novembro noviembre oca ocak oct october octobre octombrie octubre ogo ogos ' +
    'okt oktober oktobris oktoober október októbra ott ottobre out outubro ožu ožujak ožujka paź październik ' +
    'października pro prosinac prosinca prosince prosinec rugpjūtis rugpjūčio rugsėjis rugsėjo ruj rujan ' +
    'rujna sausio sausis sep sept september septembra septembre septembrie septembris septiembre set setembre ' +
    'setembro settembre sie sierpień sierpnia sij siječanj siječnja spalio spalis srp srpanj srpen srpna ' +
    'srpnja stu studeni studenoga sty styczeń stycznia svi svibanj svibnja syys syyskuu syyskuuta szept szeptember ' +
    'tammi tammikuu tammikuuta tem temmuz thg tháng touko toukokuu toukokuuta tra travanj travnja vasario ' +
    'vasaris veebr veebruar velj veljača veljače wrz wrzesień września zář září ápr április úno únor února ' +
    'červen července červenec června čvc čvn říj říjen října şub şubat απρ απρίλιος απριλίου αυγ αυγούστου ' +
    'αύγουστος δεκ δεκέμβριος δεκεμβρίου ιαν ιανουάριος ιανουαρίου ιουλ ιουλίου ιουν ιουνίου ιούλιος ιούνιος ' +
    'μάιος μάρτιος μαΐ μαΐου μαρ μαρτίου νοέμβριος νοε νοεμβρίου οκτ οκτωβρίου οκτώβριος σεπ σεπτέμβριος ' +
    'σεπτεμβρίου φεβ φεβρουάριος φεβρουαρίου авг август августа апр апрель апреля април бер березень березня ' +
    'вер вересень вересня груд грудень грудня дек декабрь декабря декември дец децембар жовт жовтень жовтня ' +
    'июл июль июля июн июнь июня квіт квітень квітня лип липень липня лист листопад листопада лют лютий лютого ' +
    'май мар март марта мая мај нов новембар ноември нояб ноябрь ноября окт октобар октомври октябрь октября ' +
    'сент сентябрь сентября сеп септембар септември серп серпень серпня січ січень січня трав травень травня ' +
    'феб фебруар февр февраль февраля февруари черв червень червня юли юни янв январь января януари јан јануар ' +
    'јул јун אוג אוגוסט אוק אוקטובר אפר אפריל דצמ דצמבר יולי יוני ינו ינואר מאי מרץ נוב נובמבר ספט ספטמבר ' +
    'פבר פברואר آوریل أبريل أغسطس أكتوبر اوت اکتبر دسامبر ديسمبر سبتمبر سپتامبر فبراير فوریه فوریهٔ مارس ' +
    'مايو مه مهٔ نوامبر نوفمبر يناير يوليو يونيو ژانویه ژانویهٔ ژوئن ژوئیه ژوئیهٔ अक्टू अक्टूबर अग अगस्त ' +
    'अप्रैल जन जनवरी जुल जुलाई जून दिस दिसंबर नव नवंबर फ़र फ़रवरी मई मार्च सित सितंबर ก กรกฎาคม กันยายน กุมภาพันธ์ ' +
    'ค ต ตุลาคม ธ ธันวาคม พ พฤศจิกายน พฤษภาคม ม มกราคม มิ มิถุนายน มี มีนาคม ย ส สิงหาคม เม เมษายน 一月 七月 ' +
    '三月 九月 二月 五月 八月 六月 十一月 十二月 十月 四月 月 월'
  ).split(' '),
);
