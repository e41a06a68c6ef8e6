/** Days of the calendar and hours of the wall → instants. */
import { dayNumber } from './calendar.ts'
import type { JalaliDate } from './calendar.ts'

/** Julian day number of 1970-01-01. */
const epoch = 2_440_588
const minute = 60_000

/** The beginning of the day in Greenwich, by which programs name a day without an hour. */
export const dayInGreenwich = (day: JalaliDate): Date => new Date((dayNumber(day) - epoch) * 24 * 60 * minute)

const offsetFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Tehran',
  timeZoneName: 'longOffset',
})

/**
 * The instant at which the clocks of Tehran show this hour: half past three hours before Greenwich, and an hour more in the
 * summers up to 1401.
 * @param time HH:MM. Throws RangeError on any other.
 */
export function instantInTehran(day: JalaliDate, time: string): Date {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!match) throw new RangeError(`not a time: ${time}`)
  const wall = dayInGreenwich(day).getTime() + (Number(match[1]) * 60 + Number(match[2])) * minute
  // The offset there and then; where the clocks are put forward or back, that of an hour before.
  return new Date(wall - offsetAt(wall - offsetAt(wall)))
}

/** In milliseconds. */
function offsetAt(instant: number): number {
  const name = offsetFormat.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  if (sign === undefined) throw new Error(`no offset of Tehran: ${name}`)
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute
}
