/** Days of 1405 and 1406 counted by hand, so that the year is not judged by the calendar it tests. */
const months = [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29]
const length = 365

/** 0 is the first of فروردین 1405; neither year is a leap year. */
export function dateOf(day: number): string {
  let year = 1405
  let left = day
  for (; left >= length; left -= length) year++
  let month = 0
  for (; left >= (months[month] ?? 0); month++) left -= months[month] ?? 0
  return `${year}/${two(month + 1)}/${two(left + 1)}`
}

export function dayOf(month: number, date: number): number {
  return months.slice(0, month - 1).reduce((sum, days) => sum + days, 0) + date - 1
}

/** The first of فروردین 1405 was the 21st of March 2026; at noon, which is one day in Tehran and in Greenwich. */
export const clockOf = (day: number): string => String(Date.UTC(2026, 2, 21 + day, 12) / 1000)

const two = (n: number): string => String(n).padStart(2, '0')
