/** Differences of two files → plain strings for people and programs. */
import { isSame } from '../../insight/differences.ts'
import type { Differences } from '../../insight/differences.ts'
import type { Meeting } from '../../model/meeting.ts'
import { formatDate } from '../../persian/date-format.ts'
import { toLatinDigits } from '../../persian/digits.ts'
import type { Language } from './language.ts'
import { fieldReport, naming, tableReport } from './fields.ts'
import { figureReports } from './figures.ts'
import type { DiffReport, FileReport } from './report.ts'
import { resolutionReports } from './resolutions.ts'

interface Side {
  name: string
  meeting: Meeting
}

/** @param language also of the digits; in English, choices are the keys of the file */
export function reportOf(found: Differences, before: Side, now: Side, language: Language): DiffReport {
  const voice = { language, before: naming(before.meeting), now: naming(now.meeting) }
  return {
    before: fileReport(before, language),
    now: fileReport(now, language),
    same: isSame(found),
    resolutions: resolutionReports(found, voice),
    figures: figureReports(found.changes, language),
    head: found.head.map((field) => fieldReport(field, voice)),
    tables: found.tables.map((table) => tableReport(table, voice)),
  }
}

function fileReport({ name, meeting: { meeting } }: Side, language: Language): FileReport {
  const day = meeting.date && formatDate(meeting.date, 'numeric')
  return {
    file: name,
    title: meeting.title,
    ...(meeting.session !== undefined && { session: meeting.session }),
    ...(day && { date: language === 'en' ? toLatinDigits(day) : day }),
  }
}
