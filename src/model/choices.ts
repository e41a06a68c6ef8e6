import { fa } from '../persian/fa.ts'

/** Closed word lists of a meeting file: English key → Persian word. Both are accepted; the Persian one is printed. */

export const classes = {
  normal: 'عادی',
  confidential: 'محرمانه',
  'highly-confidential': 'خیلی محرمانه',
  secret: 'سری',
  'top-secret': fa`به~کلی سری`,
} as const

/** Whether a recipient is told that something was left out of his copy. */
export const withholdings = { told: 'گفته شود', silent: 'گفته نشود' } as const

export const urgencies = {
  normal: 'عادی',
  urgent: 'فوری',
  'very-urgent': 'خیلی فوری',
  immediate: 'آنی',
} as const

export const states = { draft: fa`پیش~نویس`, final: 'نسخهٔ نهایی' } as const

export const modes = { 'in-person': 'حضوری', online: 'برخط', hybrid: 'ترکیبی' } as const

export const attendances = {
  expected: fa`دعوت~شده`,
  present: 'حاضر',
  absent: 'غایب',
  excused: 'غایب موجه',
  invited: 'مدعو',
} as const

export const agendaNatures = { information: 'اطلاع', discussion: 'بحث', decision: fa`تصمیم~گیری` } as const

export const levels = { provincial: 'استانی', national: 'ملی' } as const

export const natures = {
  emphasis: 'تأکید',
  request: 'درخواست',
  commitment: 'تعهد',
  warning: 'هشدار',
  opportunity: 'فرصت',
  report: 'گزارش',
} as const

export const resolutionStates = {
  draft: fa`پیش~نویس`,
  issued: fa`ابلاغ~شده`,
  'not-started': fa`اقدام~نشده`,
  'in-progress': 'در دست اقدام',
  'partly-done': 'انجام ناقص',
  done: fa`انجام~شده`,
  extended: 'تمدید مهلت',
  suspended: 'متوقف',
  cancelled: 'لغوشده',
  ongoing: 'مستمر',
} as const

/** What a recipient of a copy is to do with it: «جهت استحضار». */
export const purposes = {
  notice: 'استحضار',
  information: 'اطلاع',
  action: 'اقدام',
  'follow-up': 'پیگیری',
} as const

export const packs = { full: 'کامل', summary: 'خلاصه', excerpt: 'ابلاغ' } as const

/** In which somebody is addressed. */
export const languages = { fa: 'فارسی', en: 'انگلیسی' } as const

/** How mail leaves the office. */
export const deliveries = { draft: fa`پیش~نویس`, outbox: 'صندوق', smtp: 'ارسال' } as const

export const mailSecurities = { starttls: 'رمز پس از اتصال', tls: 'رمز از آغاز', none: 'بدون رمز' } as const

export const attachmentNames = { persian: 'فارسی', ascii: 'لاتین' } as const

export const weekdays = {
  saturday: 'شنبه',
  sunday: 'یکشنبه',
  monday: 'دوشنبه',
  tuesday: fa`سه~شنبه`,
  wednesday: 'چهارشنبه',
  thursday: 'پنجشنبه',
  friday: 'جمعه',
} as const

export const paperSizes = { A4: 'آ۴', A5: 'آ۵' } as const

export type Class = keyof typeof classes
export type Level = keyof typeof levels
export type Nature = keyof typeof natures
export type ResolutionState = keyof typeof resolutionStates
