/**
 * The case of the export working group as display-ready views, complete in every list.
 * Facts and figures are those of the source text; what it leaves open is blank here, too.
 */
import { glossary } from '../../src/model/glossary.ts'
import { sampleFollowUp } from '../../src/paper/sample-follow-up.ts'
import { samplePack } from '../../src/paper/sample-pack.ts'
import { sampleView } from '../../src/paper/sample.ts'
import type { Ask, Field, Head, KeyFigure, Office, PaceChart, View } from '../../src/paper/view.ts'

const spark = { title: 'روند ارزش صادرات', description: 'فروردین: ۱۲۰؛ آذر: ۱۵۰', values: [120, 140, 150] }
const head: Head = {
  lang: 'fa-IR',
  title: 'جلسهٔ کارگروه توسعهٔ صادرات استان آذربایجان شرقی',
  kind: 'پروندهٔ توجیهی جلسه',
  subtitle: 'وضعیت نُه‌ماههٔ صادرات و آنچه باید در سفر رئیس‌جمهور به دولت منتقل شود',
  class: 'عادی',
  status: 'پیش‌نویس',
  footer: 'دبیرخانهٔ کارگروه توسعهٔ صادرات',
  copy: '',
  draft: true,
}

const office: Office = {
  lines: ['استانداری آذربایجان شرقی', 'معاونت هماهنگی امور اقتصادی', 'دبیرخانهٔ کارگروه توسعهٔ صادرات'],
  emblem: '',
  invocation: 'بسمه تعالی',
}

const letter: Field[] = [
  { label: 'تاریخ', value: '', blank: true },
  { label: 'شماره', value: '', blank: true },
  { label: 'پیوست', value: 'ندارد', blank: false },
]

const openPoints = [
  'تاریخ، ساعت و محل جلسه در منبع نیامده است',
  'شمارهٔ جلسه معلوم نیست',
  'رقم صادرات مدت مشابه سال قبل در دست نیست',
]

const purpose =
  'کارگروه پیش از سفر رئیس‌جمهور به استان تشکیل می‌شود تا موانع استانی صادرات همین‌جا رفع و موانع ملی برای طرح در سفر آماده شود.'
const standing = [
  'از پیش‌بینی یک میلیارد و ۸۰۰ میلیون دلاری امسال، در ۹ ماه نخست یک میلیارد و ۲۳۱ میلیون دلار محقق شده است: ۶۸٫۴ درصد هدف در برابر ۷۵ درصد زمان. با همین آهنگ، سال با حدود یک میلیارد و ۶۴۱ میلیون دلار بسته می‌شود؛ ۱۵۹ میلیون دلار کمتر از هدف.',
]

const keyFigures: KeyFigure[] = [
  {
    value: '۱٫۲۳۱',
    unit: 'میلیارد دلار',
    label: 'صادرات ۹ ماههٔ نخست',
    comparison: '۶۸٫۴ درصد از پیش‌بینی ۱٫۸ میلیارد دلاری سال',
  },
  {
    value: '۶٫۶',
    unit: 'واحد درصد',
    label: 'عقب‌تر از تقویم',
    comparison: '۷۵ درصد سال گذشته، ۶۸٫۴ درصد هدف محقق شده',
  },
  {
    value: '۱۸۹٫۷',
    unit: 'میلیون دلار در ماه',
    label: 'آهنگ لازم در سه ماه پایانی',
    comparison: 'میانگین تا امروز ۱۳۶٫۸ میلیون دلار در ماه',
  },
  {
    value: '۱٬۷۳۱',
    unit: 'فقره',
    label: 'کارت بازرگانی صادرشده',
    comparison: 'در سال جاری',
  },
  {
    value: '۳۷۰',
    unit: 'صادرکننده',
    label: 'صادرکنندگان فعال استان',
    comparison: '۶ نفر از آنان صادرکنندهٔ نمونهٔ ملی‌اند',
  },
  {
    value: '۶',
    unit: 'رتبهٔ کشور',
    label: 'جایگاه استان در صادرات',
    comparison: 'ششم در میان استان‌های کشور',
  },
]

const paces: PaceChart[] = [
  {
    title: 'صادرات ۹ ماهه در برابر پیش‌بینی سال',
    description: 'تحقق ۶۸٫۴ درصد هدف؛ ۷۵ درصد سال گذشته است. فاصله ۶٫۶ واحد درصد.',
    actual: 1231,
    target: 1800,
    elapsed: 0.75,
    actualLabel: 'تحقق: ۱٬۲۳۱ میلیون دلار (۶۸٫۴٪)',
    targetLabel: 'هدف سال: ۱٬۸۰۰',
    elapsedLabel: 'جای تقویم: ۷۵٪ سال گذشته',
    figures: keyFigures.slice(0, 3),
  },
]

const asks: Ask[] = [
  {
    n: '۱',
    text: 'اعتبار برای پشتیبانی از تولید و صادرات استان در سفر رئیس‌جمهور تصویب شود',
    to: 'دولت، در سفر رئیس‌جمهور',
    amount: '',
    legalBasis: '',
    effect: 'جذب اعتبارات مناسب در حوزهٔ تولید و صادرات',
  },
  {
    n: '۲',
    text: 'موانع ملی صادرات در فهرستی واحد به هیئت دولت ارائه شود',
    to: 'استانداری آذربایجان شرقی',
    amount: '',
    legalBasis: '',
    effect: 'انتقال مسائل تولید و صادرات به دولت',
  },
  {
    n: '۳',
    text: 'زمان ارائهٔ خدمات به صادرکنندگان کاهش یابد و فرایندها احصا شود',
    to: 'دستگاه‌های مسئول استان',
    amount: '',
    legalBasis: '',
    effect: 'شرایطی سهل‌تر از دیگر استان‌ها برای صادرکنندگان',
  },
]

const talkingPoints = [
  'در سطح استان هیچ مانعی برای صادرکننده پذیرفته نیست؛ با کسی که مشکل بسازد برخورد می‌شود.',
  'تا هدف سال ۵۶۹ میلیون دلار مانده است؛ سه ماه پایانی ماهی ۱۸۹٫۷ میلیون دلار می‌خواهد.',
  'برای ارتباط اقتصادی با کشورهای همسایه برنامهٔ مدون داریم.',
  'سفر رئیس‌جمهور فرصت انتقال مسائل و جذب اعتبار است؛ فهرست ما باید آماده باشد.',
]

const kalami = 'محمد کلامی'
const kalamiPost = 'معاون هماهنگی امور اقتصادی استاندار آذربایجان شرقی'
const rasti = 'غلامعلی راستی'
const rastiPost = 'رئیس سازمان صنعت، معدن و تجارت آذربایجان شرقی'
const draft = { word: 'پیشنهاد', shape: 'open' } as const

const secretariat = { name: '', post: '', role: 'دبیر جلسه' }
const formal = {
  to: [kalami, kalamiPost],
  subject: 'جلسهٔ کارگروه توسعهٔ صادرات استان',
  paragraphs: ['شرح نامه به زبان رسمی.'],
  facts: [{ label: 'محل', value: '', blank: true }],
  closing: 'درخواست پایانی نامه.',
  annexes: ['متن خبر جلسهٔ کارگروه'],
  signer: secretariat,
}

/** The briefing of the real case. */
export const briefing: View = {
  ...sampleFollowUp,
  ...samplePack,
  head,
  office,
  labels: glossary,
  letter,
  cover: [
    { label: 'کارگروه', value: 'توسعهٔ صادرات استان', blank: false },
    { label: 'شمارهٔ جلسه', value: '', blank: true },
    { label: 'تاریخ و ساعت', value: '', blank: true },
    { label: 'محل', value: '', blank: true },
    { label: 'رئیس جلسه', value: `${kalami}، ${kalamiPost}`, blank: false },
    { label: 'موضوع', value: 'رفع موانع صادرات و آمادگی برای سفر رئیس‌جمهور', blank: false },
  ],
  openPoints,
  contents: {
    id: 'contents',
    number: '',
    title: 'فهرست مطالب',
    rows: [
      { id: 'summary', number: '۱', title: 'خلاصهٔ مدیریتی', page: '' },
      { id: 'agenda', number: '۲', title: 'دستور جلسه', page: '' },
    ],
  },
  summary: { id: 'summary', number: '۱', title: 'خلاصهٔ مدیریتی', purpose, standing, keyFigures, paces },
  agenda: {
    id: 'agenda',
    number: '۲',
    title: 'دستور جلسه',
    rows: [
      {
        n: '۱',
        topic: 'وضعیت صادرات استان در ۹ ماههٔ نخست سال',
        presenter: rasti,
        minutes: '۱۵',
        nature: 'اطلاع',
        annexes: 'پ۱',
      },
      {
        n: '۲',
        topic: 'موانع صادرات: استانی و ملی',
        presenter: 'صادرکنندگان و اتاق بازرگانی تبریز',
        minutes: '۳۰',
        nature: 'بررسی',
        annexes: '',
      },
      {
        n: '۳',
        topic: 'محورهای سفر رئیس‌جمهور به استان',
        presenter: kalami,
        minutes: '۲۰',
        nature: 'تصمیم',
        annexes: '',
      },
    ],
  },
  background: {
    id: 'background',
    number: '۳',
    title: 'سابقه و زمینه',
    paragraphs: [
      'شناسایی بازارهای هدف از مؤلفه‌های مهم برنامهٔ صادراتی استان است و اتاق بازرگانی و بخش خصوصی در آن نقشی بسزا دارند. استان در دیپلماسی اقتصادی فعال خواهد بود.',
    ],
    facts: [
      {
        label: 'گروه‌های عمدهٔ کالای صادراتی',
        items: ['پتروشیمی', 'کشاورزی', 'صنایع غذایی', 'معدنی', 'صنعتی'],
      },
      {
        label: 'کشورهای اصلی هدف',
        items: ['ترکیه', 'عراق', 'افغانستان', 'آذربایجان', 'پاکستان', 'گرجستان', 'بلغارستان', 'امارات'],
      },
    ],
  },
  earlier: {
    note: 'فهرست تعطیلات کامل نیست.',
    id: 'earlier',
    number: '۴',
    title: 'مصوبات پیشین',
    rows: [
      {
        n: '۱',
        text: 'احصای فرایندهای صادرات در دستگاه‌های استان',
        responsible: 'دستگاه‌های اقتصادی استان',
        deadline: 'مستمر',
        status: { word: 'در جریان', shape: 'running' },
        history: 'در دو جلسه مطرح شده است',
      },
      {
        n: '۲',
        text: 'تهیهٔ فهرست موانع ملی صادرات',
        responsible: 'سازمان صنعت، معدن و تجارت',
        deadline: 'پایان آذر',
        status: { word: 'عقب‌افتاده', shape: 'late' },
        history: 'یک بار تمدید شده است',
      },
    ],
  },
  statistics: {
    id: 'statistics',
    cited: '',
    number: '۵',
    title: 'آمار و شاخص‌ها',
    rows: [
      {
        label: 'ارزش صادرات',
        unit: 'میلیون دلار',
        value: '۱٬۲۳۱',
        asOf: 'پایان آذر',
        target: '۱٬۸۰۰',
        share: '۶۸٫۴٪',
        lastYear: '',
        change: '',
        source: 'م۲',
        spark,
      },
      {
        label: 'میانگین ماهانهٔ صادرات',
        unit: 'میلیون دلار',
        value: '۱۳۶٫۸',
        asOf: 'پایان آذر',
        target: '۱۵۰',
        share: '۹۱٫۲٪',
        lastYear: '',
        change: '−۸٫۸٪',
        source: 'محاسبه',
        spark,
      },
      {
        label: 'کارت بازرگانی صادرشده',
        unit: 'فقره',
        value: '۱٬۷۳۱',
        asOf: 'سال جاری',
        target: '',
        share: '',
        lastYear: '',
        change: '',
        source: 'م۲',
        spark,
      },
      {
        label: 'صادرکنندگان فعال',
        unit: 'نفر',
        value: '۳۷۰',
        asOf: 'سال جاری',
        target: '',
        share: '',
        lastYear: '',
        change: '',
        source: 'م۲',
        spark,
      },
      {
        label: 'صادرکنندهٔ نمونهٔ ملی',
        unit: 'نفر',
        value: '۶',
        asOf: 'سال جاری',
        target: '',
        share: '',
        lastYear: '',
        change: '',
        source: 'م۲',
        spark,
      },
      {
        label: 'رتبهٔ استان در صادرات کشور',
        unit: 'رتبه',
        value: '۶',
        asOf: 'سال جاری',
        target: '',
        share: '',
        lastYear: '',
        change: '',
        source: 'م۲',
        spark,
      },
    ],
    bars: [
      {
        title: 'سه ماه پایانی باید ۳۹ درصد تندتر از ۹ ماه نخست باشد',
        description: 'آهنگ ماهانه تا کنون ۱۳۶٫۸ و لازم ۱۸۹٫۷ میلیون دلار.',
        bars: [
          { label: 'تا امروز (۹ ماه)', value: 136.8, valueLabel: '۱۳۶٫۸', emphasis: false },
          { label: 'آهنگ هدف سال', value: 150, valueLabel: '۱۵۰', emphasis: false },
          { label: 'لازم در سه ماه پایانی', value: 189.7, valueLabel: '۱۸۹٫۷', emphasis: true },
        ],
        source: 'میلیون دلار در ماه. منبع: محاسبه از ارقام م۲',
      },
    ],
    lines: [
      {
        title: 'در مسیر یکنواخت هدف، پایان آذر باید ۱٬۳۵۰ میلیون دلار محقق می‌شد',
        description: 'مسیر هدف: ۴۵۰، ۹۰۰، ۱٬۳۵۰ و ۱٬۸۰۰ در پایان چهار فصل؛ تحقق تا پایان آذر ۱٬۲۳۱.',
        points: [
          { label: 'پایان خرداد', value: 450, valueLabel: '۴۵۰' },
          { label: 'پایان شهریور', value: 900, valueLabel: '۹۰۰' },
          { label: 'پایان آذر', value: 1350, valueLabel: '۱٬۳۵۰' },
          { label: 'پایان اسفند', value: 1800, valueLabel: '۱٬۸۰۰' },
        ],
        ticks: [
          { value: 0, label: '۰' },
          { value: 500, label: '۵۰۰' },
          { value: 1000, label: '۱٬۰۰۰' },
          { value: 1500, label: '۱٬۵۰۰' },
        ],
        references: [{ value: 1231, label: 'تحقق تا پایان آذر: ۱٬۲۳۱' }],
        source: 'میلیون دلار، انباشته. منبع: محاسبه از ارقام م۲',
      },
    ],
    slopes: sampleView.statistics.slopes,
    notes: ['سهم زمان بر پایهٔ ماه حساب شده است (۹ از ۱۲)؛ بر پایهٔ روز، ۲۷۶ از ۳۶۵ روز است (۷۵٫۶ درصد).'],
  },
  statements: {
    id: 'statements',
    cited: '',
    number: '۶',
    title: 'اظهارات',
    themes: [
      {
        theme: 'رفع موانع صادرات',
        level: 'استانی',
        levels: [
          {
            level: '',
            speakers: [
              {
                name: kalami,
                post: kalamiPost,
                rows: [
                  {
                    nature: 'تأکید',
                    text: 'در سطح استان به هیچ عنوان نباید مانع و مشکلی برای صادرکنندگان ایجاد شود.',
                    source: 'م۱',
                  },
                  {
                    nature: 'هشدار',
                    text: 'با کسانی که در استان برای صادرات مشکل ایجاد می‌کنند باید برخورد شود.',
                    source: 'م۱',
                  },
                  {
                    nature: 'مطالبه',
                    text: 'شرایط استان برای تولیدکنندگان و صادرکنندگان باید سهل‌تر از دیگر استان‌ها باشد.',
                    source: 'م۱',
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        theme: 'سفر رئیس‌جمهور',
        level: 'ملی',
        levels: [
          {
            level: '',
            speakers: [
              {
                name: kalami,
                post: kalamiPost,
                rows: [
                  {
                    nature: 'فرصت',
                    text: 'سفر، فرصت مغتنمی برای انتقال مسائل تولید و صادرات به دولت و جذب اعتبارات است.',
                    source: 'م۱',
                  },
                  {
                    nature: 'گزارش',
                    text: 'از پیش‌بینی یک میلیارد و ۸۰۰ میلیون دلار، یک میلیارد و ۲۳۱ میلیون دلار در ۹ ماه محقق شده است.',
                    source: 'م۲',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  obstacles: {
    id: 'obstacles',
    cited: '',
    number: '۷',
    title: 'موانع',
    groups: [
      {
        level: 'استانی',
        rows: [
          {
            text: 'طولانی‌بودن زمان ارائهٔ خدمات به صادرکنندگان',
            body: 'دستگاه‌های مسئول استان',
            effect: 'کندی صدور کالا',
            source: 'م۱',
          },
          {
            text: 'احصانشدن فرایندهای صادرات',
            body: 'دستگاه‌های اقتصادی استان',
            effect: '',
            source: 'م۱',
          },
        ],
      },
      {
        level: 'ملی',
        rows: [
          {
            text: 'بخشی از مشکلات صادرات در سطح ملی است؛ مصداق‌ها را صادرکنندگان در جلسه طرح کرده‌اند',
            body: 'دولت',
            effect: 'نیازمند تصمیم بیرون از استان',
            source: 'م۱',
          },
        ],
      },
    ],
  },
  asks: { id: 'asks', number: '۸', title: 'درخواست‌ها', rows: asks, total: '' },
  resolutions: {
    note: 'فهرست تعطیلات کامل نیست.',
    id: 'resolutions',
    number: '۹',
    title: 'پیش‌نویس مصوبات',
    rows: [
      {
        n: '۱',
        text: 'فرایندهای مربوط به صادرات احصا و زمان ارائهٔ خدمات کاهش داده شود.',
        credit: '',
        responsible: 'دستگاه‌های مسئول استان',
        cooperating: 'اتاق بازرگانی تبریز',
        deadline: '',
        status: draft,
      },
      {
        n: '۲',
        text: 'بازارهای هدف شناسایی و در برنامهٔ صادراتی استان درج شود.',
        credit: '',
        responsible: 'اتاق بازرگانی تبریز',
        cooperating: 'بخش خصوصی',
        deadline: '',
        status: draft,
      },
      {
        n: '۳',
        text: 'فهرست مسائل ملی صادرات برای طرح در سفر رئیس‌جمهور آماده شود.',
        credit: '',
        responsible: 'سازمان صنعت، معدن و تجارت',
        cooperating: '',
        deadline: 'پیش از سفر',
        status: draft,
      },
    ],
  },
  talkingPoints: { id: 'talking-points', number: '', title: 'چه بگوییم', items: talkingPoints },
  participants: {
    id: 'participants',
    number: '۱۰',
    title: 'حاضران',
    rows: [
      { name: kalami, post: kalamiPost, body: 'استانداری', note: '', attendance: 'رئیس جلسه' },
      { name: rasti, post: rastiPost, body: 'سازمان صنعت، معدن و تجارت', note: '', attendance: 'عضو' },
      {
        name: 'مدیران اتاق',
        post: '',
        body: 'اتاق بازرگانی، صنایع، معادن و کشاورزی تبریز',
        note: '',
        attendance: 'مدعو',
      },
    ],
  },
  minutes: [{ label: 'تاریخ جلسه', value: '', blank: true }],
  attendance: {
    id: 'attendance',
    number: '۱۱',
    title: 'حاضران',
    rows: [{ n: '۱', name: kalami, standsFor: '', post: kalamiPost, body: '' }],
    others: [{ label: 'غایبان', names: ['مدیران اتاق'] }],
  },
  discussion: {
    id: 'discussion',
    number: '۱۲',
    title: 'خلاصهٔ مذاکرات',
    items: [{ n: '۱', topic: 'وضع صادرات استان', presenter: rasti, text: 'گزارش داده شد.' }],
  },
  decisions: {
    id: 'decisions',
    number: '۱۳',
    title: 'مصوبات',
    note: '',
    rows: [
      {
        n: '۱',
        text: 'فهرست موانع ملی صادرات آماده شود',
        credit: '',
        responsible: 'استانداری',
        cooperating: '',
        deadline: '',
        status: draft,
      },
    ],
  },
  nextMeeting: { label: 'تاریخ جلسهٔ بعدی', value: '', blank: true },
  signatures: {
    id: 'signatures',
    number: '',
    title: '',
    statement: 'صورت‌جلسه با یک مصوبه تنظیم شد.',
    officers: [secretariat],
    members: [{ name: rasti, post: rastiPost, role: '' }],
    note: '',
  },
  copies: [{ to: kalami, purpose: 'جهت استحضار' }],
  mark: { text: '' },
  archived: '',
  invitation: {
    ...formal,
    rows: [
      { n: '۱', topic: 'وضع صادرات', presenter: rasti, nature: 'بحث', minutes: '۲۰', start: '', end: '' },
    ],
  },
  excerpt: {
    ...formal,
    rows: [{ n: '۱', text: 'فهرست آماده شود', credit: '', role: 'مسئول', others: '', deadline: '' }],
    note: '',
  },
  sources: {
    id: 'sources',
    number: '۱۱',
    title: 'منابع',
    rows: [
      { mark: 'م۱', title: 'سخنان معاون هماهنگی امور اقتصادی', detail: 'متن خبر جلسهٔ کارگروه' },
      { mark: 'م۲', title: 'گزارش رئیس سازمان صنعت، معدن و تجارت', detail: 'متن خبر جلسهٔ کارگروه' },
    ],
    note: '',
  },
  annexes: {
    id: 'annexes',
    number: '۱۲',
    title: 'پیوست‌ها',
    rows: [{ n: 'پ۱', title: 'متن خبر جلسهٔ کارگروه', detail: 'دو صفحه', class: 'عادی' }],
  },
}

/** The one-page summary of the real case. */
export const summary: View = { ...briefing, head: { ...head, kind: 'خلاصهٔ مدیریتی' } }
