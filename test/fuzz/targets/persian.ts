/** Words of any kind: each reader answers with a value or a fault, and what it reads it can write. */
import assert from 'node:assert/strict'
import { parseMailAddress } from '../../../src/model/mail-address.ts'
import { directionRuns } from '../../../src/persian/bidi.ts'
import { parseJalaliDate } from '../../../src/persian/calendar.ts'
import { formatDate } from '../../../src/persian/date-format.ts'
import { formatDeadline, parseDeadline } from '../../../src/persian/deadline.ts'
import { formatMoney, parseMoney, parseMoneyUnit } from '../../../src/persian/money.ts'
import { normalize } from '../../../src/persian/normalize.ts'
import { formatNumber, parseNumber } from '../../../src/persian/number.ts'
import { formatPeriod, formatYearSpan, parsePeriod, parseYearSpan } from '../../../src/persian/period.ts'
import { corrected } from '../../../src/persian/proofread/proofread.ts'
import type { Parsed } from '../../../src/persian/result.ts'
import { searchForms, searchWords } from '../../../src/persian/search-key.ts'
import { meetingFiles } from '../meetings.ts'
import { mutate } from '../mutate.ts'
import type { Target } from '../target.ts'

const seeds = [
  'یک میلیارد و ۲۳۱ میلیون',
  '۱٬۷۳۱٫۵',
  '-1,234.5e3',
  'منفی سه ممیز پنج دهم',
  '۶۸٫۴٪',
  '1405/09/01',
  '۱ آذر ۱۴۰۵',
  'سی‌ام اسفند ۱۴۰۳',
  '۱۲۰۰ میلیون تومان',
  '۵۰ همت',
  '۳ میلیارد ریال جاری',
  '1.5 million USD',
  'ظرف ۱۵ روز کاری',
  'پایان آذر ۱۴۰۵',
  'تا جلسهٔ بعد',
  'مستمر',
  '۹ ماههٔ نخست ۱۴۰۴',
  'سال جاری',
  '۱۴۰۰ تا ۱۴۰۴',
  'علی.نمونه@اداره.ایران',
  'می روم ، خانه ها (ISO 9001:2015) در IR12 3456 و ۳٫۵ kg/m²',
  ...meetingFiles[0].split('\n').filter((line) => line.length > 3),
] as const
const words = [
  ' و ',
  'هزار',
  'میلیارد',
  'نیم',
  'ممیز',
  'دهم',
  '٫',
  '٬',
  '/',
  '-',
  '۰',
  '٠',
  '0',
  '‌',
  '۱۴۰۵',
  'تومان',
  'ریال',
  'روز',
  'ماه',
  'پایان',
  'ظرف',
  '(',
  ')',
  '«',
  '»',
  '@',
  '.',
  '٪',
  'ك',
  'ي',
  'ۀ',
] as const

const written: [read: (text: string) => Parsed<unknown>, write: (value: never) => string][] = [
  [parseNumber, formatNumber],
  [parseJalaliDate, (day: Parameters<typeof formatDate>[0]) => formatDate(day, 'long')],
  [parseMoney, formatMoney],
  [parseDeadline, formatDeadline],
  [parsePeriod, formatPeriod],
  [parseYearSpan, formatYearSpan],
  [parseMoneyUnit, JSON.stringify],
  [parseMailAddress, JSON.stringify],
]

export const persian: Target = {
  make: (random) => Buffer.from(mutate(random.pick(seeds) ?? '', random, { words, others: seeds })),
  check(bytes) {
    const text = bytes.toString()
    for (const [read, write] of written) {
      const parsed = read(text)
      if (!parsed.ok) assert.match(parsed.code, /^[a-z]+\/[a-z-]+$/)
      else assert.notEqual(write(parsed.value as never), '')
    }
    const number = parseNumber(text)
    if (number.ok) assert.deepEqual(parseNumber(formatNumber(number.value)), number)
    const runs = directionRuns(text)
    // Signs that steer are put beside what they steer.
    const unsteered = (of: string): string => of.replace(/[\u200e\u200f]/g, '')
    assert.equal(unsteered(runs.map((run) => run.text).join('')), unsteered(text))
    assert.equal(normalize(normalize(text)), normalize(text))
    corrected(text)
    searchForms(text)
    searchWords(text)
  },
}
