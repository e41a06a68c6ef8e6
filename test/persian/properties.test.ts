import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  compareDates,
  dayNumber,
  fromDayNumber,
  parseJalaliDate,
} from '../../src/persian/calendar.ts'
import { convert } from '../../src/persian/conversion.ts'
import { formatDate } from '../../src/persian/date-format.ts'
import { formatDeadline, parseDeadline } from '../../src/persian/deadline.ts'
import { decimal, decimalText } from '../../src/persian/decimal.ts'
import { ZWNJ } from '../../src/persian/invisible.ts'
import { moneyUnitNames, parseMoney, parseMoneyUnit } from '../../src/persian/money.ts'
import type { MoneyUnit } from '../../src/persian/money.ts'
import { formatNumber, mixedScale, parseNumber } from '../../src/persian/number.ts'
import { parsePeriod, parseYearSpan } from '../../src/persian/period.ts'
import { numberWords } from '../../src/persian/words.ts'
import { runs } from './runs.ts'

const most = 10n ** 18n - 1n
const whole = fc.bigInt({ min: -most, max: most }).map(String)
/** Of every length alike; bigInt alone hardly ever gives a short one. */
const anyLength = fc
  .tuple(fc.nat({ max: 17 }), whole)
  .map(([drop, n]) => String(BigInt(n) / 10n ** BigInt(drop)))
const exact = fc
  .tuple(anyLength, fc.nat({ max: 12 }))
  .map(([n, places]) => decimalText({ units: BigInt(n), places }))
const date = fc
  .integer({ min: dayNumber({ y: 1300, m: 1, d: 1 }), max: dayNumber({ y: 1500, m: 12, d: 29 }) })
  .map(fromDayNumber)
function reads(text: string, value: string): void {
  expect(parseNumber(text)).toEqual({ ok: true, value })
}

describe('what is written is read back', () => {
  it('digits', () => {
    fc.assert(
      fc.property(exact, fc.boolean(), (v, group) => reads(formatNumber(v, { group }), v)),
      runs,
    )
  })
  it('words', () =>
    fc.assert(
      fc.property(anyLength, (v) => reads(numberWords(v), v)),
      runs,
    ))
  it('legal words, with decimals', () => {
    fc.assert(
      fc.property(exact, (v) => reads(numberWords(v, { legal: true }), v)),
      runs,
    )
  })
  it('the mixed scale at full groups', () => {
    fc.assert(
      fc.property(anyLength, fc.boolean(), (v, trillion) => reads(mixedScale(v, { groups: 9, trillion }), v)),
      runs,
    )
  })
  it('days', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('numeric', 'numeric-loose', 'long'), (d, style) => {
        expect(parseJalaliDate(formatDate(d, style as 'long'))).toEqual({ ok: true, value: d })
      }),
      runs,
    )
  })
  it('deadlines', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('day', 'week', 'month', 'working-day'),
        (count, unit) => {
          const value = { kind: 'relative', count, unit } as const
          expect(parseDeadline(formatDeadline(value as never))).toEqual({ ok: true, value })
        },
      ),
      runs,
    )
  })
  it('conversions', () => {
    const unit = fc.constantFrom<MoneyUnit>('rial-current', 'rial-new', 'toman', 'hemat')
    fc.assert(
      fc.property(exact, unit, unit, (amount, from, to) => {
        const there = convert({ amount, unit: from }, to)
        const back = there.ok ? convert(there.value.money, from) : there
        expect(back.ok && back.value.money).toEqual({ amount, unit: from })
      }),
      runs,
    )
  })
})

it('months added keep their order and their distance', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -600, max: 600 }), (d, n) => {
      const moved = addMonths(d, n)
      expect((moved.y - d.y) * 12 + moved.m - d.m).toBe(n)
      expect(Math.sign(compareDates(moved, d))).toBe(Math.sign(n))
      expect(fromDayNumber(dayNumber(moved))).toEqual(moved)
    }),
    runs,
  )
})

describe('readers take any text', () => {
  const words = ['یک', 'سی', 'صد', 'هزار', 'میلیون', 'میلیارد', 'ممیز', 'دهم', 'منفی', ' و ', 'ماهه', 'نخست']
  const marks = ['۱', '0', '٣', '/', '-', ',', '\u066b', '\u066c', '.', ' ', ZWNJ, '(', '\ud800']
  const more = ['تومان', 'ریال', 'عمان', 'پایان', 'سال', '۱۴۰۵', 'آذر', 'روز', 'کاری', 'ظرف', 'تا', 'usd']
  const likely = fc.array(fc.constantFrom(...words, ...marks, ...more), { maxLength: 9 })
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((c) => String.fromCharCode(...c)),
    likely.map((parts) => parts.join('')),
    likely.map((parts) => parts.join(' ')),
  )
  it('numbers, in canonical form', () => {
    fc.assert(
      fc.property(text, (t) => {
        const read = parseNumber(t)
        if (read.ok) expect(decimalText(decimal(read.value))).toBe(read.value)
        else expect(read.code).toMatch(/^number\/(?:invalid|ambiguous-slash)$/)
      }),
      runs,
    )
  })
  it('numbers of great length', () => {
    for (const part of [' و نیم', 'هزار ', 'یک و ', '1,', ' ممیز ', '-', '1/', ZWNJ])
      expect(parseNumber(part.repeat(100_000)).ok).toBe(false)
    reads('9'.repeat(10_000), '9'.repeat(10_000))
  })
  it('money', () => {
    fc.assert(
      fc.property(text, (t) => {
        for (const read of [parseMoney(t), parseMoneyUnit(t)]) {
          if (read.ok) expect(moneyUnitNames[read.value.unit]).toBeTypeOf('string')
          else expect(read.code).toMatch(/^(?:money|number)\//)
        }
      }),
      runs,
    )
  })
  it('days, deadlines and periods', () => {
    fc.assert(
      fc.property(text, (t) => {
        const day = parseJalaliDate(t)
        if (day.ok) expect(fromDayNumber(dayNumber(day.value))).toEqual(day.value)
        const deadline = parseDeadline(t)
        if (deadline.ok) expect(formatDeadline(deadline.value)).not.toBe('')
        const period = parsePeriod(t)
        if (period.ok) expect(period.value.fromMonth).toBeLessThanOrEqual(period.value.toMonth)
        const span = parseYearSpan(t)
        if (span.ok) expect(span.value.fromYear).toBeLessThan(span.value.toYear)
      }),
      runs,
    )
  })
})
