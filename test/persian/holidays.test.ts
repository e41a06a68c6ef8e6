import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compareDates, isLeapYear, parseJalaliDate, weekday } from '../../src/persian/calendar.ts'
import { holidayOn, usualWorkWeek } from '../../src/persian/holidays.ts'
import type { HolidayYear } from '../../src/persian/holidays.ts'
import { addWorkingDays, isWorkingDay } from '../../src/persian/working-days.ts'

type HolidayFile = {
  year: string
  source: string
  incomplete?: string
  days: { date: string; title: string; kind: string }[]
}

const folder = new URL('../../data/holidays/', import.meta.url)
const names = readdirSync(folder)

function read(name: string): { file: HolidayFile; year: HolidayYear } {
  const file = parse(readFileSync(new URL(name, folder), 'utf8'), { schema: 'failsafe' }) as HolidayFile
  const days = file.days.map(({ date, title }) => {
    const day = parseJalaliDate(date)
    if (!day.ok) throw new Error(`${name}: ${date}: ${day.code}`)
    return { date: day.value, title }
  })
  const year: HolidayYear = { year: Number(file.year), days }
  if (file.incomplete !== undefined) year.incomplete = file.incomplete
  return { file, year }
}

describe('the files of holidays', () => {
  it('are one for a year, with 1405 among them', () => {
    expect(names).toContain('1405.yaml')
    expect(names.filter((name) => !/^1[34]\d\d\.yaml$/.test(name))).toEqual([])
  })

  it.each(names)('%s holds real days of its year, in order and once each', (name) => {
    const { file, year } = read(name)
    expect(Object.keys(file).filter((key) => key !== 'incomplete')).toEqual(['year', 'source', 'days'])
    expect(`${year.year}.yaml`).toBe(name)
    expect(year.days.filter(({ date }) => date.y !== year.year)).toEqual([])
    expect(
      year.days.filter(({ date }, i) => i > 0 && compareDates(year.days[i - 1]!.date, date) >= 0),
    ).toEqual([])
    expect(
      file.days.filter(
        (day) =>
          Object.keys(day).join() !== 'date,title,kind' || day.kind !== 'official' || day.title.trim() === '',
      ),
    ).toEqual([])
    expect(file.source.length).toBeGreaterThan(10)
  })

  it.each(names)('%s has the holidays of every year', (name) => {
    const { year } = read(name)
    const fixed = ['1/1', '1/2', '1/3', '1/4', '1/12', '1/13', '3/14', '3/15', '11/22', '12/29']
    if (isLeapYear(year.year)) fixed.push('12/30')
    const there = year.days.map(({ date }) => `${date.m}/${date.d}`)
    expect(fixed.filter((day) => !there.includes(day))).toEqual([])
    expect(holidayOn({ y: year.year, m: 1, d: 13 }, [year])).toBe('روز طبیعت')
  })
})

const y1405: HolidayYear = {
  year: 1405,
  days: [
    { date: { y: 1405, m: 11, d: 22 }, title: 'پیروزی انقلاب' },
    { date: { y: 1405, m: 12, d: 29 }, title: 'ملی شدن نفت' },
  ],
}
const y1406: HolidayYear = {
  year: 1406,
  days: [1, 2, 3, 4].map((d) => ({ date: { y: 1406, m: 1, d }, title: 'نوروز' })),
  incomplete: 'lunar',
}

describe('working days', () => {
  it('are closed on the weekend of the office and on holidays', () => {
    const week = Array.from({ length: 7 }, (_, i) => ({ y: 1405, m: 11, d: 17 + i }))
    expect(week.map(weekday)).toEqual([0, 1, 2, 3, 4, 5, 6])
    const open = (weekend: number[], holidays: HolidayYear[]) =>
      week.map((day) => (isWorkingDay(day, { weekend }, holidays) ? 1 : 0)).join('')
    expect(open([5, 6], [])).toBe('1111100')
    expect(open([6], [])).toBe('1111110')
    expect(open([], [])).toBe('1111111')
    expect(open([6], [y1405])).toBe('1111100')
    expect(open([6], [y1406, y1405])).toBe('1111100')
    expect(usualWorkWeek).toEqual({ weekend: [5, 6] })
  })
  it('knows a holiday by its name', () => {
    expect(holidayOn({ y: 1405, m: 11, d: 22 }, [y1406, y1405])).toBe('پیروزی انقلاب')
    expect(holidayOn({ y: 1405, m: 11, d: 23 }, [y1405])).toBeUndefined()
    expect(holidayOn({ y: 1404, m: 11, d: 22 }, [y1405])).toBeUndefined()
  })
  it.each<[string, number, HolidayYear[], string, number[], number[]]>([
    // From Wednesday 21 بهمن 1405; the 22nd is a Thursday, 29 اسفند a Saturday.
    ['skips a weekend', 1, [y1405], '1405/11/24', [], []],
    ['counts five days a week', 25, [y1405], '1405/12/26', [], []],
    ['skips holidays into a year that is incomplete', 26, [y1405, y1406], '1406/1/7', [], [1406]],
    ['crosses into a year without a file', 26, [y1405], '1406/1/1', [1406], []],
    ['knows no year', 26, [], '1405/12/29', [1405], []],
    ['knows neither year', 27, [], '1406/1/1', [1405, 1406], []],
  ])('%s', (_, count, holidays, day, assumed, incomplete) => {
    const counted = addWorkingDays({ y: 1405, m: 11, d: 21 }, count, usualWorkWeek, holidays)
    const { y, m, d } = counted.day
    expect([`${y}/${m}/${d}`, counted.assumed, counted.incomplete]).toEqual([day, assumed, incomplete])
  })
  it('agrees with a count day by day', () => {
    const start = { y: 1405, m: 12, d: 1 }
    let before = start
    for (let count = 1; count <= 40; count++) {
      const { day } = addWorkingDays(start, count, usualWorkWeek, [y1405, y1406])
      expect(isWorkingDay(day, usualWorkWeek, [y1405, y1406])).toBe(true)
      expect(addWorkingDays(before, 1, usualWorkWeek, [y1405, y1406]).day).toEqual(day)
      before = day
    }
  })
  it.each([0, -1, 1.5, NaN])('refuses to count %d', (count) =>
    expect(() => addWorkingDays({ y: 1405, m: 1, d: 1 }, count, usualWorkWeek, [])).toThrow(RangeError),
  )
  it('refuses a week without a working day', () => {
    const { day } = addWorkingDays({ y: 1405, m: 1, d: 1 }, 1, { weekend: [0, 1, 2, 3, 4, 5, 5] }, [])
    expect(weekday(day)).toBe(6)
    const weekend = [0, 1, 2, 3, 4, 5, 6]
    expect(() => addWorkingDays({ y: 1405, m: 1, d: 1 }, 1, { weekend }, [])).toThrow(RangeError)
  })
})
