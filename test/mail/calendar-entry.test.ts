import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarAttachment, calendarEntry } from '../../src/mail/calendar-entry.ts'
import type { CalendarMeeting } from '../../src/mail/calendar-entry.ts'

const meeting: CalendarMeeting = {
  meeting: 'data/export-12',
  title: 'دوازدهمین جلسهٔ کارگروه توسعهٔ صادرات استان، \\ با "نقل" و؛ نشانه\u200cها; و, ۱۰٪',
  date: { y: 1405, m: 9, d: 10 },
  start: '08:30',
  end: '10:00',
  place: 'سالن اجتماعات، طبقهٔ دوم; خیابان «امام»',
  edition: 1,
  organiser: { name: 'دبیرخانهٔ "کارگروه"', address: 'office@x.ir' },
  approved: new Date('2026-11-20T08:00:00Z'),
}
const entry = (change: Partial<CalendarMeeting> = {}): string =>
  calendarEntry({ ...meeting, ...change }) ?? ''

/** As a reader of its own reads it. */
function read(text: string): { event: ICAL.Component; calendar: ICAL.Component; of(name: string): string } {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const event = calendar.getFirstSubcomponent('vevent')
  if (event === null) throw new Error('no event')
  return { event, calendar, of: (name) => String(event.getFirstPropertyValue(name)) }
}

describe('a calendar entry', () => {
  it('is read as it was written', () => {
    const { of, event, calendar } = read(entry())
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(of('summary')).toBe(meeting.title)
    expect(of('location')).toBe(meeting.place)
    expect(of('description').split('\n')).toEqual([
      meeting.title,
      'سه\u200cشنبه ۱۰ آذر ۱۴۰۵',
      'ساعت ۸:۳۰ تا ۱۰:۰۰ به وقت تهران',
      meeting.place,
    ])
    expect(of('dtstart')).toBe('2026-12-01T05:00:00Z')
    expect(of('dtend')).toBe('2026-12-01T06:30:00Z')
    expect(of('dtstamp')).toBe('2026-11-20T08:00:00Z')
    expect(of('organizer')).toBe('mailto:office@x.ir')
    expect(event.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('دبیرخانهٔ "کارگروه"')
  })

  it('has lines of 75 octets at most, ended as mail ends them', () => {
    const text = entry({ title: 'ک'.repeat(300), place: `${'😀'.repeat(60)}x` })
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(read(text).of('summary')).toBe('ک'.repeat(300))
    expect(read(text).of('location')).toBe(`${'😀'.repeat(60)}x`)
  })

  it('keeps its id, and counts editions from nothing', () => {
    const [first, second] = [read(entry()), read(entry({ edition: 2, start: '09:00' }))]
    expect(second.of('uid')).toBe(first.of('uid'))
    expect([first.of('sequence'), second.of('sequence')]).toEqual(['0', '1'])
    expect(read(entry({ meeting: 'data/other' })).of('uid')).not.toBe(first.of('uid'))
    expect(entry()).toBe(entry())
  })

  it('is none without a day', () => {
    expect(calendarEntry({ ...meeting, date: undefined })).toBeUndefined()
  })

  it('is for a whole day without an hour', () => {
    const text = entry({ start: undefined })
    expect(text).toContain('\r\nDTSTART;VALUE=DATE:20261201\r\n')
    expect(text).toContain('\r\nDTEND;VALUE=DATE:20261202\r\n')
    expect(text).toContain('\r\nTRANSP:TRANSPARENT\r\n')
    expect(read(text).of('description')).not.toContain('ساعت')
  })

  it('has no end that nobody said', () => {
    expect(entry({ end: undefined })).not.toContain('DTEND')
    expect(read(entry({ end: undefined })).of('description')).toContain('ساعت ۸:۳۰ به وقت تهران')
  })

  it('may end on the next day', () => {
    expect(read(entry({ start: '22:00', end: '01:00' })).of('dtend')).toBe('2026-12-01T21:30:00Z')
  })

  it('takes no line from what it is given', () => {
    const text = entry({ title: 'x\r\nATTENDEE:mailto:b@x.ir', place: 'y\nEND:VEVENT\u2028z' })
    expect(text.match(/^[A-Z-]+(?=[:;])/gm)).toEqual(entry().match(/^[A-Z-]+(?=[:;])/gm))
  })
})

it('it is attached with its method', () => {
  const text = entry()
  expect(calendarAttachment(text)).toEqual({
    name: 'jalaseh.ics',
    type: 'text/calendar; charset=utf-8; method=PUBLISH',
    size: Buffer.byteLength(text),
    content: text,
  })
})
