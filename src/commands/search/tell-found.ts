/** What a search found, for a person: each document with the places in it. */
import { toPersianDigits } from '../../persian/digits.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import { shown } from '../../report/wording.ts'
import type { Language } from '../../report/wording.ts'
import type { Host } from '../host.ts'
import type { Result } from './search.ts'

const words = {
  fa: {
    none: 'چیزی یافت نشد.',
    all: 'یافته:',
    first: 'نخستین',
    open: 'تاریخ باز',
    session: 'جلسهٔ',
    revision: 'ویرایش',
  },
  en: {
    none: 'Nothing was found.',
    all: 'found:',
    first: 'the first',
    open: 'day open',
    session: 'session',
    revision: 'revision',
  },
}

/** Parts of a meeting file, by the first key of a path. */
const parts: Record<string, string> = {
  meeting: 'مشخصات جلسه',
  office: 'دستگاه',
  bodies: 'دستگاه~ها',
  people: 'اشخاص',
  attendees: 'شرکت~کنندگان',
  agenda: 'دستور جلسه',
  background: 'پیشینه',
  earlier_resolutions: 'مصوبات جلسات قبل',
  followups: 'پیگیری~ها',
  statistics: 'آمار',
  statements: 'اظهارات',
  obstacles: 'موانع',
  asks: 'درخواست~ها',
  resolutions: 'مصوبات',
  talking_points: 'محورهای صحبت',
  annexes: 'پیوست~ها',
  distribution: 'گیرندگان',
  sources: 'منابع',
}

export function tellFound(total: number, results: Result[], host: Host): void {
  const { language } = host
  const say = words[language]
  const digits = (text: string): string => (language === 'fa' ? toPersianDigits(text) : text)
  if (results.length === 0) {
    host.out(say.none)
    return
  }
  const part = results.length < total ? ` (${say.first} ${digits(String(results.length))})` : ''
  const lines = [`${say.all} ${digits(String(total))}${part}`]
  for (const { document, hits } of results) {
    const { date, title, body, session, revision, path, pdf } = document
    const details = [
      body,
      session && `${say.session} ${session}`,
      revision !== null && revision > 1 && `${say.revision} ${revision}`,
    ].filter(Boolean)
    lines.push('', `${digits(date) || say.open} · ${shown(title || path)}`)
    if (details.length > 0) lines.push(`  ${details.map((one) => digits(shown(String(one)))).join(' · ')}`)
    lines.push(`  ${shown(pdf ?? path)}`)
    for (const { path: at, line, text, marks } of hits)
      lines.push(`  ${placeOf(at, line, language)}: ${marked(text, marks)}`)
  }
  // At once, for whoever shows the first lines only.
  host.out(lines.join('\n'))
}

/** «مصوبات ۳», or the line of a file that is no YAML. */
function placeOf(path: string, line: number, language: Language): string {
  const [first = '', row] = path.split('.')
  const number = row !== undefined && /^\d+$/.test(row) ? ` ${Number(row) + 1}` : ''
  if (first === '') return language === 'fa' ? `سطر ${toPersianDigits(String(line))}` : `line ${line}`
  if (language === 'en') return `${first.replaceAll('_', ' ')}${number}`
  return withHalfSpaces(`${parts[first] ?? first}${toPersianDigits(number)}`)
}

/** What was found stands in ⟦brackets⟧, which keep their place where a line runs from right to left. */
function marked(text: string, marks: [number, number][]): string {
  let line = ''
  let end = 0
  for (const [start, stop] of marks) {
    line += `${harmless(text.slice(end, start))}⟦${harmless(text.slice(start, stop))}⟧`
    end = stop
  }
  return line + harmless(text.slice(end))
}

const harmless = (text: string): string => shown(text, Infinity)
