/** Words and forms of mail in the two languages in which somebody is addressed. */
import { toGregorian } from 'jalaali-js'
import { classes, modes } from '../model/choices.ts'
import type { Class } from '../model/choices.ts'
import type { Meeting } from '../model/meeting.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { weekday } from '../persian/calendar.ts'
import { formatDate, formatTime } from '../persian/date-format.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { placeWords } from './head.ts'
import type { MailWords } from './view-mail.ts'

export type MailLanguage = 'fa' | 'en'

export const mailWords: Record<MailLanguage, MailWords> = {
  fa: {
    attached: fa`پیوست~ها`,
    downloads: 'نشانی دریافت',
    asks: 'درخواست از شما',
    resolutions: 'مصوبات مربوط به شما',
    resolution: 'مصوبه',
    deadline: 'مهلت',
    download: 'دریافت پرونده',
    file: 'نام پرونده',
    checksum: 'SHA-256',
    reply: 'پاسخ به',
  },
  en: {
    attached: 'Attached',
    downloads: 'To be fetched',
    asks: 'Asked of you',
    resolutions: 'Resolutions that concern you',
    resolution: 'Resolution',
    deadline: 'Deadline',
    download: 'Download',
    file: 'File',
    checksum: 'SHA-256',
    reply: 'Reply to',
  },
}

/** What the form of a thing is in one language. */
export interface MailForms {
  number(n: number): string
  date(day: JalaliDate): string
  /** Without the day of the week, for a column. */
  day(day: JalaliDate): string
  /** Of the wall in Tehran. */
  hours(start: string | undefined, end: string | undefined): string
  place(meeting: Meeting['meeting']): string
  class(level: Class): string
  pages(n: number): string
  size(bytes: number): string
  /** @param days until the deadline, negative when it has passed */
  left(days: number): string
  list(parts: readonly string[]): string
}

const weekdayNames = ['Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const monthNames =
  'January February March April May June July August September October November December'.split(' ')
const jalaliMonths =
  'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' ')

const persian = (n: number): string => toPersianDigits(String(n))

export const mailForms: Record<MailLanguage, MailForms> = {
  fa: {
    number: persian,
    date: (day) => formatDate(day, 'full'),
    day: (day) => formatDate(day, 'long'),
    hours: (...hours) => hours.flatMap((one) => (one === undefined ? [] : [formatTime(one)])).join(' تا '),
    place: placeWords,
    class: (level) => classes[level],
    pages: (n) => `${persian(n)} صفحه`,
    size: (bytes) => sized(bytes, 'کیلوبایت', 'مگابایت', (text) => toPersianDigits(text).replace('.', '٫')),
    left: (days) =>
      days === 0 ? 'امروز' : days > 0 ? `${persian(days)} روز مانده` : `${persian(-days)} روز گذشته`,
    list: (parts) => parts.filter(Boolean).join('، '),
  },
  en: {
    number: String,
    date: (day) => `${weekdayNames[weekday(day)]}, ${englishDay(day)}`,
    day: englishDay,
    hours: (...hours) => {
      const known = hours.filter((one) => one !== undefined)
      return known.length === 0 ? '' : `${known.join(' to ')} (Tehran time)`
    },
    place: ({ place, mode }) => [place, mode && modeWords[mode]].filter(Boolean).join(', '),
    class: (level) => level.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()),
    pages: (n) => (n === 1 ? '1 page' : `${n} pages`),
    size: (bytes) => sized(bytes, 'KB', 'MB', (text) => text),
    left: (days) => {
      const size = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
      return days === 0 ? 'due today' : days > 0 ? `${size} left` : `${size} late`
    },
    list: (parts) => parts.filter(Boolean).join(', '),
  },
}

const modeWords: Record<keyof typeof modes, string> = {
  'in-person': 'in person',
  online: 'online',
  hybrid: 'hybrid',
}

/** «1 December 2026 (10 Azar 1405)». */
function englishDay(day: JalaliDate): string {
  const { gy, gm, gd } = toGregorian(day.y, day.m, day.d)
  return `${gd} ${monthNames[gm - 1]} ${gy} (${day.d} ${jalaliMonths[day.m - 1]} ${day.y})`
}

/** As a file manager shows it. */
function sized(bytes: number, small: string, large: string, digits: (text: string) => string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  if (kilobytes < 1024) return `${digits(String(kilobytes))} ${small}`
  return `${digits(String(Number((bytes / 1024 / 1024).toFixed(1))))} ${large}`
}

/** What the facts are called where the office's own words do not reach: in English, and of the copy. */
export const englishLabels = {
  meeting_date: 'Date',
  hours: 'Time',
  place: 'Place',
  session_number: 'Session',
  classification: 'Classification',
  edition: 'Edition',
  pages: 'Pages',
}
export const copyLabel = { fa: 'نسخه', en: 'Copy' } as const
