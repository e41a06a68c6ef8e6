/** A hard corpus of Persian lines, and the document that prints it. Invisible characters are written as escapes. */

const names = [
  'علی رضایی',
  'دکتر لاله آل\u200cاحمد',
  'مهندس الهام کلانتری',
  'سید رضا آقازاده',
  'مریم سلامی\u200cنژاد',
]
const places = [
  'استان آذربایجان شرقی',
  'شهرستان لاهیجان',
  'منطقهٔ آزاد ارس',
  'شهرک صنعتی سلیمی',
  'دهستان بالابند',
]
const figures = [
  '۱۲٪',
  '۶۸٫۴٪',
  '۱۳۶٫۸ درصد',
  '۱٬۲۳۴٬۵۶۷ ریال',
  '۲۵۰ میلیون تومان',
  '۴۵ یورو',
  '۱۲۳٬۴۵۶',
  '۰٫۵',
]
const ranges = ['۱۰–۱۵', '۱۴۰۳–۱۴۰۴', '۸:۳۰ تا ۱۰:۰۰', '۱۴۰۵/۰۹/۰۱', '۱۴۰۴/۰۵/۱۲ تا ۱۴۰۴/۰۶/۳۱', '۱۰-۱۵']
const phones = ['۰۲۱-۸۸۰۰۱۲۳۴', '۰۹۱۲۱۲۳۴۵۶۷', '021-88001234', '۰۴۱ ۳۳۴۴ ۵۵۶۶']
const addresses = [
  'info@example.ir',
  'r.ahmadi@ostan-as.gov.ir',
  'https://example.ir/',
  'www.example.org',
  'report_1404-v2.pdf',
]
const latin = [
  'GDP',
  'WTO',
  'ISO 9001:2015',
  'ABC Co.',
  'Excel',
  'Working Group',
  'PDF/A',
  'COVID-19',
  'Wi-Fi',
]
const marked = [
  'حتماً',
  'مثلاً',
  'اولاً',
  'لطفاً',
  'محقّق',
  'مسأله',
  'جزء',
  'مؤسسهٔ',
  'رؤیا',
  'قرآن',
  'الله',
  'اسلام',
  'لآلی',
  'لأجل',
]
const joined = [
  'می\u200cشود',
  'آن\u200cها',
  'نمی\u200cتوان',
  'برنامه\u200cریزی',
  'پیش\u200cبینی\u200cشده',
  'بهره\u200cبرداری',
  'خانه\u200cای',
]

const at = (list: readonly string[], n: number): string => list[n % list.length]!

const patterns: ((n: number) => string)[] = [
  (n) => `${at(names, n)} دربارهٔ ${at(places, n)} گفت: «کار تا پایان سال به ${at(figures, n)} می\u200cرسد.»`,
  (n) =>
    `نامهٔ شمارهٔ ${100 + n}/ص/${400 + n} در تاریخ ${at(ranges, n + 3)} ثبت ${at(joined, n)}.`.replaceAll(
      /\d/g,
      persian,
    ),
  (n) => `تلفن: ${at(phones, n)}، نشانی: ${at(places, n)}، خیابان لاله، پلاک ۱۲`,
  (n) => `رایانامهٔ ${at(names, n)} ${at(addresses, n + Math.floor(n / 5))} است.`,
  (n) => `سهم صنعت ${at(figures, n)} و سهم کشاورزی (${at(figures, n + 1)}) از ${at(latin, n)} استان است`,
  (n) =>
    `در بازهٔ ${at(ranges, n)} رشد ${at(figures, n)} بود؛ پیش\u200cبینی سال بعد ${at(figures, n + 2)} است.`,
  (n) => `استاندارد ${at(latin, n)} (ویرایش دوم) برای ${at(places, n)} لازم است.`,
  (n) => `کلمهٔ «${at(marked, n)}» و واژهٔ «${at(marked, n + 5)}» در متن آمده است.`,
  (n) => `${at(marked, n)} باید ${at(joined, n)}، وگرنه ${at(joined, n + 3)} و زمان از دست می\u200cرود.`,
  (n) =>
    `سلام و احوال\u200cپرسی؛ دلار، ریال، کالا، بالا، اعلام، ملاقات و لازم در ${at(places, n)} (${at(latin, n)})`,
  (n) =>
    `گروه کاری (${at(latin, n)}) با حضور ${at(names, n)} و ${at(names, n + 1)} تشکیل شد [پیوست ${n % 9}].`.replaceAll(
      /\d(?=\])/g,
      persian,
    ),
  (n) => `جلسهٔ ${at(ranges, n + 2)}، خانهٔ ${at(names, n + 1)}، برنامهٔ توسعهٔ ${at(places, n)}`,
  (n) => `آیا ${at(names, n)} موافق است؟ بله! ولی با شرط: ${at(joined, n)} و ${at(figures, n)} کاهش.`,
  (n) =>
    `${n + 1}. بند اول: ${at(joined, n)}؛ بند دوم - ${at(marked, n)} - بند سوم`.replaceAll(/\d/g, persian),
  (n) => `هزینهٔ ${at(latin, n)} و ${at(latin, n + 1)} جمعاً ${at(figures, n)} برآورد شد…`,
]

function persian(digit: string): string {
  return String.fromCodePoint(0x06f0 + Number(digit))
}

/** 225 lines, fifteen patterns fifteen times, each with other words. */
export const corpus: readonly string[] = Array.from({ length: 15 }, (_, n) =>
  patterns.map((pattern, index) => pattern(n * 11 + index)),
).flat()

/** Lines as offices write them, each with something of its own. */
export const written: readonly string[] = [
  // Official letters.
  'با سلام و احترام؛ بازگشت به نامهٔ شمارهٔ ۱۴۰۵/۲۳۱/د مورخ ۱۴۰۵/۰۷/۱۸ به استحضار می\u200cرساند:',
  'جناب آقای دکتر محمدرضا پورابراهیمی، مدیرکل محترم دفتر برنامه\u200cریزی و بودجه',
  'سرکار خانم مهندس زهرا طباطبایی\u200cنسب (نمایندهٔ تام\u200cالاختیار شرکت)',
  'موضوع: ابلاغ مصوبهٔ جلسهٔ ۲۴۷ کارگروه تسهیل و رفع موانع تولید',
  'رونوشت: ۱- دفتر استاندار ۲- ادارهٔ کل صمت ۳- بایگانی',
  'مقتضی است دستور فرمایید ظرف مهلت ۷۲ ساعت (سه روز کاری) اقدام و نتیجه را اعلام کنند.',
  // Numbers, percents, money.
  'رشد اقتصادی ۳٫۸٪ و تورم نقطه\u200cبه\u200cنقطه ۴۱٫۲ درصد اعلام شد.',
  'مبلغ ۲٬۳۴۵٬۰۰۰٬۰۰۰ ریال (دو میلیارد و سیصد و چهل\u200cوپنج میلیون ریال) پرداخت گردید.',
  'از ۱۲۰ واحد، ۸۷ واحد (۷۲٫۵٪) فعال، ۲۱ واحد (۱۷٫۵٪) نیمه\u200cفعال و ۱۲ واحد (۱۰٪) تعطیل\u200cاند.',
  'نرخ ارز از ۵۸٬۲۰۰ به ۶۱٬۷۵۰ تومان رسید؛ یعنی +۶٫۱٪ نسبت به ماه قبل.',
  'دمای سردخانه باید بین −۱۸ و −۲۲ درجه باشد.',
  'نسبت ۳:۲ و مقیاس ۱:۵۰٬۰۰۰ روی نقشه آمده است.',
  'حدود ۱/۳ اعتبار و ½ نیروها تأمین شده\u200cاند.',
  // Ranges, dates, times.
  'بازهٔ سنی ۱۸–۳۵ سال و سال\u200cهای ۱۳۹۹–۱۴۰۴ بررسی شد.',
  'جلسه روز سه\u200cشنبه ۱۸ آذر ۱۴۰۵، ساعت ۱۴:۳۰–۱۶:۰۰ برگزار می\u200cشود.',
  'مهلت: ۱۴۰۵/۱۰/۱۵ تا ۱۴۰۵/۱۱/۳۰ (برابر 2027-01-05 تا 2027-02-19)',
  'فصل\u200cهای ۲ تا ۵، صفحه\u200cهای ۳۱-۴۸ و بند (ج) مادهٔ ۱۲',
  // Phones, e-mail, urls.
  'تلفن ۰۲۱-۶۶۴۹۸۲۱۱ داخلی ۳۰۲، دورنگار ۰۲۱-۶۶۴۹۸۲۱۲',
  'همراه: +۹۸ ۹۱۴ ۵۵۵ ۱۲۳۴ یا 0914-555-1234',
  'نشانی رایانامه: m.karimi-nejad@edu.example.ac.ir است.',
  'سامانه در https://portal.example.gov.ir/fa/login?id=25&ref=home در دسترس است.',
  'وبگاه www.example.com/reports و پروندهٔ data_1405.xlsx را ببینید.',
  'شناسهٔ ملی ۱۴۰۰۳۴۵۶۷۸۹ و کد پستی ۵۱۳۶۸-۱۴۵۷۳',
  // Brackets and quotes.
  'عبارت «توسعهٔ پایدار [و متوازن]» در بند (۳-الف) آمده است.',
  'به گفتهٔ او: «ما گفتیم: “صبر کنید” و آن\u200cها نپذیرفتند.»',
  '(الف) نظارت؛ (ب) اجرا؛ (پ) ارزشیابی {پیوست ۴}',
  'واژهٔ «کالا» (جمع: «کالاها») و ترکیب «بالا\u200cدست» را بنویسید.',
  'گزینه\u200cهای زیر [۱] تا [۵] و یادداشت بررسی شدند.',
  // Mixed Latin.
  'نسخهٔ Windows 11 و Office 365 روی ۴۵ رایانه نصب شد.',
  'پروتکل TCP/IP، استاندارد IEEE 802.11 و رمزنگاری AES-256 به کار رفت.',
  'شرکت Sample Trading Co., Ltd. طرف قرارداد است.',
  'شاخص\u200cهای KPI و OKR (Key Results) در داشبورد Power BI دیده می\u200cشوند.',
  'دکتر John Smith از دانشگاه MIT (آمریکا) سخنرانی کرد.',
  'فرمت\u200cهای PDF، DOCX و CSV پذیرفته است.',
  'ظرفیت ۵۰۰ kW و ولتاژ 220V با دمای 25°C',
  'قطعنامهٔ UN/RES 2231 و پیوست B-12',
  // Lam-alef, Allah, marks.
  'لاله\u200cهای لاهیجان، آلاله\u200cهای گیلان و سلاح اصلاحات',
  'بسم الله الرحمن الرحیم؛ إن\u200cشاءالله کار به انجام می\u200cرسد.',
  'الآن، مآلاً، قرآن، لآلئ و آلات را درست بنویسید.',
  'مدّت، معلّم، محمّد، اوّل، تشدیدْ ساکن و قوّهٔ قضائیه',
  'قطعاً، نسبتاً، ابتدائاً، جمعاً و تقریباً قیدند.',
  'خانهٔ ما، نامهٔ شما، مجموعهٔ داده، ادارهٔ کل، كلمۀ قديم',
  'مسئول، رؤسا، تأیید، جزئیات، سوءاستفاده، ماوراءالنهر و هیأت',
  'پَرچَم، کِشوَر، گُلستان و مُهر',
  // Half-space.
  'می\u200cخواهیم نیم\u200cفاصله\u200cها را ببینیم؛ کتاب\u200cهایی که خوانده\u200cایم.',
  'این\u200cگونه، به\u200cطورکلی، بی\u200cشک، هم\u200cاندیشی، پیش\u200cنیازها و نرم\u200cافزارهای\u200cمان',
  'غیرقابل\u200cقبول، خودروسازی\u200cهای هم\u200cجوار و ده\u200cها هزار تن',
  // Arabic, Kurdish, Azerbaijani.
  'قال الله تعالى: «إِنَّ اللَّهَ يَأْمُرُ بِالْعَدْلِ وَالْإِحْسَانِ»',
  'الحمد لله رب العالمين والصلاة والسلام على سيدنا محمد',
  'کوردی: ڕۆژنامە، ژیان، وڵات، گەورە، هێز و ئازادی',
  'آذربایجانجا: اؤلکه، گؤزل، ایش، سؤز، بۆیوک و دۆزگون',
  'نام\u200cهای ۀ، ي، ك، ة و ى در متن\u200cهای کهنه دیده می\u200cشوند.',
  // Punctuation.
  'چرا؟ چون وقت نبود! پس چه؟! هیچ…',
  'تهران/تبریز/ارومیه – سه شهر – میزبان\u200cاند.',
  'سه نکته: یکم، دقت؛ دوم، سرعت؛ سوم، شفافیت.',
  'الف) زمین ب) سرمایه ج) نیروی کار',
  '۱) شناسایی ۲) اولویت\u200cبندی ۳) تخصیص',
  '۴.۲.۱ الزامات عمومی، ۴.۲.۲ الزامات فنی',
  'ساعت ۸ صبح * محل: سالن شهید رجایی * طبقهٔ ۳',
  'مجموع = ۱۲ + ۳۰ − ۷ = ۳۵ و میانگین = ۱۱٫۷',
]

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The corpus as a document: lines, justified text, bold beginnings, a list, a table and page furniture. */
export function corpusDocument(fonts: { regular: string; bold: string }): string {
  const face = (weight: number, base64: string): string =>
    `@font-face { font-family: V; font-weight: ${weight}; src: url(data:font/woff2;base64,${base64}) }`
  const block = (n: number): readonly string[] => corpus.slice(n * 45, n * 45 + 45)
  const bold = (line: string): string => {
    const [first = '', ...rest] = line.split(' ')
    return `<b>${escape(first)}</b> ${escape(rest.join(' '))}`
  }
  return `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>متن دشوار</title><style>
${face(400, fonts.regular)}
${face(700, fonts.bold)}
@page { size: A4; margin: 20mm; @bottom-center { font: 8pt V; content: 'صفحهٔ ۱ از ۲ (نمونه)' } }
body { font: 11pt/1.9 V; font-synthesis: none } p { margin: 0 } .j { text-align: justify }
td { padding: 0 3mm; vertical-align: top; font-size: 9pt }
</style></head><body>
${block(0)
  .map((line) => `<p>${escape(line)}</p>`)
  .join('\n')}
<p class="j">${block(1).map(escape).join(' ')}</p>
${block(2)
  .map((line) => `<p>${bold(line)}</p>`)
  .join('\n')}
${written.map((line) => `<p>${escape(line)}</p>`).join('\n')}
<p class="j">${written.map(escape).join(' ')}</p>
<ul>${block(3)
    .map((line) => `<li>${escape(line)}</li>`)
    .join('\n')}</ul>
<table>${block(4)
    .map(
      (line, n) =>
        `<tr><td>${persian(String(n % 10))}</td><td>${escape(line)}</td><td>${at(figures, n)}</td></tr>`,
    )
    .join('\n')}</table>
</body></html>`
}
