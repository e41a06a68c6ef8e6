/** The resolutions of a meeting file with what its own reports say of them. */
import type { EarlierResolution, FollowUpReport, Meeting } from '../model/meeting.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { toLatinDigits } from '../persian/digits.ts'

/** One spelling of an id. */
const idKey = (id: string): string => toLatinDigits(id).toLowerCase()

export const sameId = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && idKey(a) === idKey(b)

/**
 * The rows of the file, and those of the earlier file that it only reports on, each with the reports as its history.
 * @param earlier rows of the other file
 */
export function heardRows(file: Meeting, earlier: readonly EarlierResolution[] = []): EarlierResolution[] {
  const own: EarlierResolution[] = [...(file.earlier_resolutions ?? []), ...(file.resolutions ?? [])]
  const reports = file.followups ?? []
  const reported = (row: EarlierResolution): boolean => reports.some(({ id }) => sameId(id, row.id))
  const held = (row: EarlierResolution): boolean =>
    own.some(({ id, was }) => sameId(id, row.id) || sameId(was, row.id))
  const carried = earlier.filter((row) => reported(row) && !held(row))
  return [...own, ...carried].map((row) =>
    reports
      .filter(({ id }) => sameId(id, row.id) || sameId(id, row.was))
      .reduce((now, report) => hear(now, report, file.meeting.date), row),
  )
}

/** A resolution that became a part of another is no longer owed by itself. */
function hear(row: EarlierResolution, report: FollowUpReport, day?: JalaliDate): EarlierResolution {
  const { deadline, progress, absorbed, note, into, date = day } = report
  const status = into === undefined ? report.status : 'cancelled'
  const news = { ...(status && { status }), ...(deadline && { deadline }), ...(note && { note }) }
  const isNews = Object.keys(news).length > 0
  return {
    ...row,
    ...(progress !== undefined && { progress }),
    ...(absorbed && row.credit && { credit: { ...row.credit, absorbed } }),
    // Without a day it can have no place in the history.
    ...(isNews && (date ? { history: [...(row.history ?? []), { date, ...news }] } : news)),
  }
}
