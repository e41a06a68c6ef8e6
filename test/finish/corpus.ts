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
