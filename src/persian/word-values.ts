/** Number words up to 999 and the scale words (persian.md §3.3). */
import { ZWNJ } from './invisible.ts'

export const UNITS = [
  '',
  'یک',
  'دو',
  'سه',
  'چهار',
  'پنج',
  'شش',
  'هفت',
  'هشت',
  'نه',
  'ده',
  'یازده',
  'دوازده',
  'سیزده',
  'چهارده',
  'پانزده',
  'شانزده',
  'هفده',
  'هجده',
  'نوزده',
] as const
export const TENS = ['', '', 'بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود'] as const
export const HUNDREDS = [
  '',
  'صد',
  'دویست',
  'سیصد',
  'چهارصد',
  'پانصد',
  'ششصد',
  'هفتصد',
  'هشتصد',
  'نهصد',
] as const

export const THOUSAND = 'هزار'
export const MILLION = 'میلیون'
export const BILLION = 'میلیارد'
export const TRILLION = 'تریلیون'
export const AND = ' و '
export const NEGATIVE = 'منفی'
export const HALF = 'نیم'
/** The decimal point as a word. */
export const POINT = 'ممیز'
/** Names of decimal places: one decimal is «دهم». */
export const DENOMINATORS = ['', 'دهم', 'صدم', 'هزارم', `ده${ZWNJ}هزارم`, 'صدهزارم', 'میلیونیم'] as const

/** Value of one word under a thousand, e.g. «بیست» → 20. */
export const WORD_VALUES: ReadonlyMap<string, number> = new Map<string, number>([
  ['صفر', 0],
  ['یکصد', 100],
  ['هیجده', 18],
  ...UNITS.map((w, i): [string, number] => [w, i]).slice(1),
  ...TENS.map((w, i): [string, number] => [w, i * 10]).slice(2),
  ...HUNDREDS.map((w, i): [string, number] => [w, i * 100]).slice(1),
])
