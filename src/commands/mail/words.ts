/** What mail says to the person at the terminal. */
import { classes, deliveries } from '../../model/choices.ts'
import { toPersianDigits } from '../../persian/digits.ts'
import { fa } from '../../persian/fa.ts'
import type { Language } from '../../report/wording.ts'
import { shown } from '../../report/wording.ts'
import type { Delivered } from './deliver.ts'
import type { Letter } from './letters.ts'

const ways = {
  fa: { mail: 'رایانامه', link: fa`رایانامه با نشانی دریافت`, hand: 'دستی' },
  en: { mail: 'mail', link: 'mail with a link', hand: 'by hand' },
} as const

/** Who gets what: a line for each, with tabs between its parts. */
export function letterTable(letters: readonly Letter[], language: Language): string[] {
  const megabytes = (size: number): string => (size / 1_000_000).toFixed(1)
  const rows = letters.map(({ name, address, class: level, pages, size, way }) => [
    shown(name),
    shown(address) || '-',
    language === 'fa' ? classes[level] : level,
    language === 'fa' ? fa`${String(pages)} صفحه` : `${pages} pages`,
    language === 'fa' ? `${megabytes(size)} مگابایت` : `${megabytes(size)} MB`,
    ways[language][way],
  ])
  return rows.map((row) => {
    const [name = '', address = '', ...rest] = row
    const said = language === 'fa' ? rest.map((part) => toPersianDigits(part).replace('.', '٫')) : rest
    return [name, address, ...said].join('\t')
  })
}

export const sendQuestion = (count: number, way: keyof typeof deliveries, language: Language): string =>
  language === 'fa'
    ? fa`${toPersianDigits(String(count))} نامه به شیوهٔ «${deliveries[way]}» برود؟`
    : `Send ${count} ${count === 1 ? 'message' : 'messages'} (${way})?`

export function sentSentence(
  { sent, failed, retry, unknown, next }: Delivered,
  there: number,
  language: Language,
): string {
  const counts: [count: number, fa: string, en: string][] = [
    [there, fa`نامه پیش~تر در دفتر بود`, 'in the ledger already'],
    [failed, fa`نامه پذیرفته نشد`, 'refused'],
    [retry, fa`نامه برای بعد ماند`, 'put off'],
    [unknown, fa`نامه معلوم نیست رسیده باشد`, 'in doubt'],
  ]
  const told = counts.filter(([count]) => count > 0)
  if (language === 'en') {
    const first = `${sent} sent`
    const rest = told.map(([count, , words]) => `${count} ${words}`)
    return [first, ...rest, ...(next ? [`next try at ${hourInTehran(next)}`] : [])].join('; ')
  }
  const first = fa`${String(sent)} نامه رفت`
  const rest = told.map(([count, words]) => `${count} ${words}`)
  const then = next ? [`کوشش بعدی ساعت ${hourInTehran(next)}`] : []
  return toPersianDigits([first, ...rest, ...then].join('؛ '))
}

/** Nothing is put off for longer than some hours, so no day is told. */
const hourInTehran = (time: Date): string =>
  time.toLocaleTimeString('en-GB', { timeZone: 'Asia/Tehran', hour: '2-digit', minute: '2-digit' })
