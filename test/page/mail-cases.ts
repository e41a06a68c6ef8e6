/** Deliveries of one meeting to several people, and what their mails say. */
import { deriveBriefing } from '../../src/insight/insight.ts'
import type { Briefing } from '../../src/insight/insight.ts'
import type { House } from '../../src/paper/head.ts'
import { mailView } from '../../src/paper/mail.ts'
import type { MailFacts } from '../../src/paper/mail.ts'
import { reminderView } from '../../src/paper/reminder.ts'
import type { ReminderFacts } from '../../src/paper/reminder.ts'
import type { MailView } from '../../src/paper/view-mail.ts'
import { readMeeting } from '../../src/source/source.ts'

const file = `
meeting:
  title: کارگروه توسعهٔ صادرات استان آذربایجان شرقی
  body: کارگروه توسعهٔ صادرات استان آذربایجان شرقی
  session: ۱۲
  date: ۱۴۰۵/۰۹/۱۰
  start: ۸:۳۰
  end: ۱۰:۰۰
  place: سالن اجتماعات شهید مدنی
  mode: hybrid
  edition: 2
bodies:
  - { id: samt, name: "سازمان صنعت، معدن و تجارت" }
asks:
  - { text: تخصیص اعتبار برای پایانهٔ صادراتی سهلان (فاز 2), to: samt, amount: ۲ میلیارد تومان, legal_basis: بند ۳ مادهٔ ۱۱ قانون بودجه }
  - { text: اعلام فهرست موانع ملی صادرات, to: samt }
resolutions:
  - { id: r1, text: گزارش عملکرد کارت‌های بازرگانی تا پایان ماه ارسال شود, responsible: samt, deadline: ۱۴۰۵/۰۹/۳۰ }
`

export const house: House = {
  settings: {
    office: {
      lines: ['استانداری آذربایجان شرقی', 'معاونت هماهنگی امور اقتصادی', 'دبیرخانهٔ کارگروه توسعهٔ صادرات'],
    },
  },
  emblem: '',
}

export function briefingOf(text: string): Briefing {
  const { value, faults } = readMeeting(text, 'm.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return deriveBriefing(value, house.settings, { today: { y: 1405, m: 9, d: 1 }, holidays: [] })
}

export const briefing = briefingOf(file)

const someone: MailFacts['recipient'] = {
  name: 'سهراب نمونه',
  honorific: 'جناب آقای دکتر',
  post: 'مدیرکل شرکت فرضی',
  body: 'سازمان صنعت، معدن و تجارت',
  language: 'fa',
}

export const pack: MailFacts = {
  recipient: someone,
  replyTo: 'dabirkhaneh@example.ir',
  content: 'full',
  copy: 3,
  class: 'normal',
  files: [
    { title: 'بستهٔ جلسه', name: 'بسته-جلسه-14050910.pdf', pages: 48, size: 1_843_200 },
    { title: 'پیوست ۱: آمار گمرک', name: 'customs-1405.xlsx', size: 38_400 },
  ],
  calendar: 'jalaseh.ics',
  downloads: [],
}

const big: MailFacts = {
  ...pack,
  files: [{ title: 'خلاصهٔ مدیریتی', name: 'kholaseh.pdf', pages: 2, size: 120_000 }],
  downloads: [
    {
      title: 'بستهٔ جلسه',
      name: 'pack.pdf',
      pages: 312,
      size: 48_300_000,
      url: 'https://files.example.ir/1405/12/pack-12-1405-09-10.pdf?k=7f3a9c',
      sha256: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    },
  ],
}

const reminder: ReminderFacts = {
  recipient: someone,
  replyTo: 'dabirkhaneh@example.ir',
  council: 'کارگروه توسعهٔ صادرات استان',
  today: { y: 1405, m: 9, d: 1 },
  unsubscribe: 'laghv@example.ir',
  resolutions: [
    {
      id: 'exp-12-3',
      text: 'گزارش عملکرد کارت‌های بازرگانی ارسال شود',
      origin: 'جلسهٔ یازدهم',
      due: { y: 1405, m: 9, d: 4 },
    },
    {
      id: 'exp-11-1',
      text: 'راه‌اندازی درگاه واحد صادرات',
      origin: 'جلسهٔ دهم',
      due: { y: 1405, m: 8, d: 19 },
    },
    { id: 'exp-12-4', text: 'معرفی نمایندهٔ تام‌الاختیار', origin: 'جلسهٔ یازدهم', due: { y: 1405, m: 9, d: 1 } },
  ],
}

const english = { name: 'Dr. Ali Rasti', post: 'Head of section', body: 'samt', language: 'en' } as const

/** By the name of their golden. */
export const views: Record<string, MailView> = {
  pack: mailView(pack, briefing, house),
  supplement: mailView({ ...pack, since: 1, content: 'full' }, briefing, house),
  download: mailView(big, briefing, house),
  confidential: mailView(
    { ...pack, class: 'confidential', told: 'بخش‌هایی از این بسته برای شما نیست.', content: 'summary' },
    briefing,
    house,
  ),
  english: mailView({ ...pack, recipient: english }, briefing, house),
  reminder: reminderView(reminder, house),
  'english-reminder': reminderView({ ...reminder, recipient: english }, house),
}
