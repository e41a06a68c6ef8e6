/**
 * The words papers print around a meeting's own: titles of papers and sections, heads of columns, names of blanks.
 * An office that says it otherwise puts its word under `labels` in `jalaseh.yaml`, by the key or by our word.
 */
import { withHalfSpaces } from '../persian/fa.ts'

const words = {
  briefing_paper: 'پروندهٔ توجیهی جلسه',
  summary_paper: 'خلاصهٔ مدیریتی',
  invocation: 'بسمه تعالی',
  letter_date: 'تاریخ',
  letter_number: 'شماره',
  letter_attachment: 'پیوست',
  attached: 'دارد',
  not_attached: 'ندارد',
  classification: 'طبقه~بندی',
  status: 'وضعیت',
  open_points: 'نکته~های باز',

  organiser: 'برگزارکننده',
  session_number: 'شمارهٔ جلسه',
  meeting_date: 'تاریخ جلسه',
  hours: 'ساعت',
  place: 'محل',
  chair: 'رئیس جلسه',
  secretary: 'دبیر جلسه',
  occasion: 'مناسبت',

  we_ask: 'چه می~خواهیم',
  we_say: 'چه بگوییم',
  agenda: 'دستور جلسه',
  background: 'پیشینه',
  earlier_resolutions: 'مصوبات جلسات قبل',
  statistics: 'آمار و ارقام',
  statements: 'اظهارات، به تفکیک محور و سطح',
  obstacles: 'مسائل و موانع',
  asks: 'درخواست~ها',
  draft_resolutions: 'پیش~نویس مصوبات',
  participants: 'شرکت~کنندگان',
  sources: 'منابع',
  annexes: 'پیوست~ها',

  row: 'ردیف',
  topic: 'موضوع',
  presenter: 'ارائه~دهنده',
  nature: 'نوع',
  minutes: 'دقیقه',
  annex: 'پیوست بند',
  resolution: 'مصوبه',
  resolution_text: 'شرح مصوبه',
  responsible: 'دستگاه مسئول',
  cooperating: 'با همکاری',
  deadline: 'مهلت',
  credit: 'اعتبار',
  indicator: 'شاخص',
  unit: 'واحد',
  value: 'مقدار',
  target: 'هدف',
  share: 'تحقق هدف',
  last_year: 'سال قبل',
  change: 'تغییر',
  obstacle: 'مانع',
  effect: 'اثر',
  lifted_by: 'مرجع رفع',
  asked_of: 'از',
  amount: 'مبلغ',
  legal_basis: 'مستند قانونی',
  expected_effect: 'اثر مورد انتظار',
  name: 'نام',
  post_and_body: 'سمت و دستگاه',
  attendance: 'حضور',
  title: 'عنوان',
  description: 'شرح',
} as const

export type LabelKey = keyof typeof words
export type Labels = Record<LabelKey, string>

/** Our words, by their key. */
export const glossary = Object.fromEntries(
  Object.entries(words).map(([key, word]) => [key, withHalfSpaces(word)]),
) as Labels
