/** What a recipient is told of what was left out of his copy: how many pieces of which kind, and no word of them. */
import { fa } from '../persian/fa.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { joinList, numberWords } from '../persian/words.ts'
import type { Withheld } from './withhold.ts'

/** Pieces with a word of their own; all others are counted together. */
const named: Record<string, string> = {
  annexes: 'پیوست',
  agenda: 'بند دستور جلسه',
  resolutions: 'مصوبه',
  statements: 'سخن',
  asks: 'درخواست',
}
const rest = ['statistics', 'obstacles', 'earlier_resolutions', 'background', 'talking_points']

/** «از این نسخه یک پیوست و دو مصوبه حذف شده است.»; nothing where nothing that anyone would miss was left out. */
export function toldOf(withheld: readonly Withheld[]): string {
  const rows = withheld.flatMap(({ path }) => /^(\w+)\.\d+$/.exec(path)?.[1] ?? [])
  const counted = Object.entries(named).map(([table, word]) => ({
    word,
    count: rows.filter((one) => one === table).length,
  }))
  const others = rows.filter((one) => rest.includes(one)).length
  const all = [...counted, { word: 'مورد دیگر', count: others }].filter(({ count }) => count > 0)
  if (all.length === 0) return ''
  const words = all.map(
    ({ word, count }) => `${amount(count)} ${all.length === 1 && count === others ? 'مورد' : word}`,
  )
  return fa`از این نسخه ${joinList(words)} حذف شده است.`
}

const amount = (count: number): string =>
  count <= 10 ? numberWords(String(count)) : toPersianDigits(String(count))
