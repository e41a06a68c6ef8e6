/** Minutes: who was there, what was said on each item, who signs, and who gets a copy. */
import type { Briefing } from '../insight/insight.ts'
import { purposes } from '../model/choices.ts'
import type { Labels } from '../model/glossary.ts'
import type { Meeting } from '../model/meeting.ts'
import { formatDate, formatTime } from '../persian/date-format.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import type { Directory } from './directory.ts'
import { count, dateWords, editionField, fieldOf, meetingWords, named, placeWords } from './head.ts'
import type { AttendanceRow, CopyRow, DiscussionItem, Field, NameList, Signatory, View } from './view.ts'

type Signatures = Omit<View['signatures'], 'id' | 'number' | 'title'>
type Attendee = NonNullable<Meeting['attendees']>[number]

/** More signatures than these do not stay together on a page; those of the table of attendance stand for them. */
const mostMembers = 12

/** Head of the minutes; what is not known is a blank to fill in. */
export function minutesFields({ meeting }: Meeting, names: Directory, labels: Labels): Field[] {
  const { session, start, end, chair, secretary, edition } = meeting
  return [
    fieldOf(labels.organiser, meeting.body),
    fieldOf(labels.session_number, session && toPersianDigits(String(session))),
    fieldOf(labels.meeting_date, dateWords(meeting)),
    fieldOf(labels.place, placeWords(meeting)),
    fieldOf(labels.start_hour, start && formatTime(start)),
    fieldOf(labels.end_hour, end && formatTime(end)),
    fieldOf(labels.chair, chair && named(chair, names)),
    fieldOf(labels.secretary, secretary && named(secretary, names)),
    ...editionField(edition, labels),
  ]
}

/**
 * Rows to sign for those who were there, a representative in the place of whom he represents; the others by name.
 * Where nobody's presence is recorded, everyone who was asked has a row, to be signed at the meeting.
 */
export function attendance(
  { meeting }: Briefing,
  names: Directory,
  labels: Labels,
): { title: string; rows: AttendanceRow[]; others: NameList[] } {
  const all = meeting.attendees ?? []
  const recorded = all.some((row) => isThere(row) || ['absent', 'excused'].includes(stateOf(row)))
  const signing = all.filter((row) => isThere(row) || (!recorded && stateOf(row) === 'expected'))
  const rest = (state: Attendee['attendance']): string[] =>
    all
      .filter((row) => stateOf(row) === state && !(state === 'expected' && signing.includes(row)))
      .map((row) => nameOf(row, names, labels))
  return {
    title: recorded ? labels.present : labels.expected,
    rows: signing.map((row, index) => attendanceRow(row, index, names, labels)),
    others: [
      { label: labels.absentees, names: rest('absent') },
      { label: labels.excused, names: rest('excused') },
      { label: labels.guests, names: rest('invited') },
      { label: labels.expected, names: rest('expected') },
    ].filter((list) => list.names.length > 0),
  }
}

const stateOf = ({ attendance: state = 'expected' }: Attendee): NonNullable<Attendee['attendance']> => state

/** He or his representative. */
const isThere = (row: Attendee): boolean => stateOf(row) === 'present' || row.represented_by !== undefined

function attendanceRow(row: Attendee, index: number, names: Directory, labels: Labels): AttendanceRow {
  const reference = row.represented_by ?? row.person
  const { post = '', body = '' } = names.person(reference)
  return {
    n: toPersianDigits(String(index + 1)),
    name: names.addressed(reference),
    standsFor: row.represented_by ? `${labels.stands_for} ${nameAndPost(row.person, names)}` : '',
    post,
    body: post.includes(body) ? '' : body,
  }
}

/** «جناب آقای …، رئیس سازمان … (نماینده: …)». */
function nameOf(row: Attendee, names: Directory, labels: Labels): string {
  const deputy = row.represented_by && ` (${labels.deputy}: ${names.addressed(row.represented_by)})`
  return nameAndPost(row.person, names) + (deputy ?? '')
}

function nameAndPost(reference: string, names: Directory): string {
  const { post, body } = names.person(reference)
  return [names.addressed(reference), post || body].filter(Boolean).join('، ')
}

/** Every item of the agenda, once something is told of one of them. */
export function discussion({ meeting: { agenda = [] } }: Briefing, names: Directory): DiscussionItem[] {
  if (agenda.every((item) => item.discussion === undefined)) return []
  return agenda.map((item, index) => ({
    n: toPersianDigits(String(index + 1)),
    topic: item.topic,
    presenter: item.presenter ? names.person(item.presenter).name : '',
    text: item.discussion ?? '',
  }))
}

/**
 * Chair and secretary, then those who were there; or those whom the file names. The statement says what is signed,
 * for the signatures may stand on another page than the resolutions.
 */
export function signatures({ meeting }: Briefing, names: Directory, labels: Labels): Signatures {
  const { chair, secretary, signatories } = meeting.meeting
  const statement = signedStatement(meeting)
  if (signatories) {
    const role = (reference: string): string =>
      reference === chair ? labels.chair : reference === secretary ? labels.secretary : ''
    const officers = signatories.map((one) => signatory(one, role(one), names))
    return { statement, officers, members: [], note: '' }
  }
  const officers = [signatory(chair, labels.chair, names), signatory(secretary, labels.secretary, names)]
  const known = new Set(officers.map(({ name }) => name))
  const members = (meeting.attendees ?? [])
    .filter(isThere)
    .map((row) => signatory(row.represented_by ?? row.person, '', names))
    .filter(({ name }) => !known.has(name))
  if (members.length <= mostMembers) return { statement, officers, members, note: '' }
  return { statement, officers, members: [], note: 'امضای سایر حاضران در جدول حاضران آمده است.' }
}

function signedStatement({ meeting, resolutions = [] }: Meeting): string {
  const how = resolutions.length > 0 ? ` با ${count(resolutions.length)} مصوبه` : ''
  return fa`صورت~جلسه\u0654 ${meetingWords(meeting)}${how} تنظیم شد و به امضای زیر رسید.`
}

/** Without a reference, a blank name over the role. */
export function signatory(reference: string | undefined, role: string, names: Directory): Signatory {
  if (reference === undefined) return { name: '', post: '', role }
  return { name: names.addressed(reference), post: names.person(reference).post ?? '', role }
}

/** The day of the next meeting, blank where it is open: minutes must give the next session its task. */
export function nextMeeting({ meeting }: Briefing, labels: Labels): Field {
  const { next } = meeting.meeting
  return fieldOf(labels.next_meeting, next && formatDate(next, 'full'))
}

/** «جناب آقای …، رئیس سازمان …، جهت استحضار». */
export function copyRows({ meeting }: Briefing, names: Directory): CopyRow[] {
  return (meeting.distribution ?? []).map(({ to, purpose }) => ({
    to: nameAndPost(to, names),
    purpose: purpose ? `جهت ${purposes[purpose]}` : '',
  }))
}
