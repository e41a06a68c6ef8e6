/** «جلسهٔ نهم؛ در ۳ جلسه مطرح، ۲ بار تمدید؛ …»: what a reader must know of a resolution before he asks. */
import type { EarlierEntry } from '../insight/insight.ts'
import type { Labels } from '../model/glossary.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { percentSign } from '../persian/number.ts'
import { exact } from './amount.ts'
import { paceWords } from './follow-up.ts'
import { count } from './head.ts'
import type { MoneyWords } from './head.ts'

/** Pace and credit are told of what was carried over; a file that writes a row itself chooses what to say of it. */
export function historyLine(
  { resolution, extended, raised, entry }: EarlierEntry,
  labels: Labels,
  money: MoneyWords,
): string {
  const progress =
    resolution.progress && `پیشرفت ${toPersianDigits(resolution.progress).replace('.', '٫')} درصد`
  const times = (word: string): string | false => extended > 0 && `${word} بار تمدید`
  if (raised === undefined) return joined([resolution.meeting, progress, times(count(extended))])
  const digits = (n: number): string => toPersianDigits(String(n))
  const raisedIn = raised > 0 && `در ${digits(raised)} جلسه مطرح`
  const { gap, elapsed, absorption } = entry ?? {}
  const pace = gap && elapsed && paceWords(gap, elapsed)
  const credit = entry && resolution.credit && `اعتبار ${money(resolution.credit.amount)}`
  const absorbed = absorption && `${labels.absorption} ${percentSign(exact(absorption, 1))}`
  return joined([
    resolution.meeting,
    joined([raisedIn, times(digits(extended))], '، '),
    joined([progress, pace], '، '),
    joined([credit, absorbed], '، '),
  ])
}

const joined = (parts: (string | false | undefined)[], mark = '؛ '): string =>
  parts.filter(Boolean).join(mark)
