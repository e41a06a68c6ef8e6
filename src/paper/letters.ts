/** Formal letters: the invitation to a person, and the resolutions sent to a body. */
import type { Briefing } from '../insight/insight.ts'
import { timetable } from '../insight/timetable.ts'
import { agendaNatures } from '../model/choices.ts'
import type { Labels } from '../model/glossary.ts'
import type { Meeting, Resolution } from '../model/meeting.ts'
import { compareDates } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { formatDate, formatTime, formatTimeRange } from '../persian/date-format.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { joinList } from '../persian/words.ts'
import { assumptionNote, deadlineText } from './deadlines.ts'
import type { Directory } from './directory.ts'
import { dateWords, fieldOf, letter, meetingWords, named, placeWords } from './head.ts'
import type { MoneyWords } from './head.ts'
import { signatory } from './minutes.ts'
import type { Addressee } from './paper.ts'
import { resolutionsOf } from './recipients.ts'
import type { ExcerptRow, Field, FormalLetter, TimetableRow } from './view.ts'

/** What a letter is written with. */
export interface Desk {
  briefing: Briefing
  names: Directory
  labels: Labels
  money: MoneyWords
}

type Invitation = FormalLetter & { rows: TimetableRow[] }
type Excerpt = FormalLetter & { rows: ExcerptRow[]; note: string }

/** Without an invited person it is the letter as everyone gets it. */
export function invitation(desk: Desk, to: Addressee | undefined): Invitation {
  const { briefing, names, labels } = desk
  const { meeting } = briefing.meeting
  const person = to && 'person' in to ? to.person : undefined
  const asked = fa`بدین~وسیله از ${pronoun(person, names)} دعوت می~شود در ${meetingWords(meeting)}`
  const hours =
    meeting.start && meeting.end
      ? formatTimeRange(meeting.start, meeting.end)
      : meeting.start && formatTime(meeting.start)
  return {
    to: person === undefined ? [] : personLines(person, names),
    subject: `دعوت به ${meetingWords(meeting)}`,
    paragraphs: [fa`${asked} که با مشخصات زیر برگزار می~شود شرکت فرمایید.`],
    facts: [
      ...topicField(meeting, labels),
      fieldOf(labels.meeting_date, dateWords(meeting)),
      fieldOf(labels.hours, hours),
      fieldOf(labels.place, placeWords(meeting)),
      ...(meeting.chair ? [fieldOf(labels.chair, named(meeting.chair, names))] : []),
    ],
    closing: fa`خواهشمند است در صورت عدم امکان حضور، نمایندهٔ تام~الاختیار معرفی شود.`,
    annexes: (briefing.meeting.annexes ?? []).map(({ title }) => title),
    signer: signer(meeting, names, labels),
    rows: timetableRows(briefing.meeting, names),
  }
}

/** Without a body it is the letter as every body gets it, with no resolution. */
export function excerpt(desk: Desk, to: Addressee | undefined): Excerpt {
  const { briefing, names, labels } = desk
  const { meeting } = briefing.meeting
  const body = to && 'body' in to ? to.body : ''
  const own = resolutionsOf(briefing.meeting, names).filter(({ bodies }) => bodies.includes(body))
  const must = own.some(({ resolution }) => names.body(resolution.responsible) === body)
  return {
    to: bodyLines(body, briefing.meeting, names),
    subject: `ابلاغ مصوبات ${meetingWords(meeting)}`,
    paragraphs: [
      fa`پیرو برگزاری ${meetingWords(meeting)}، مصوبات مربوط به آن دستگاه به شرح زیر برای ${must ? 'اجرا' : 'همکاری در اجرا'} ابلاغ می~شود.`,
    ],
    facts: [
      ...topicField(meeting, labels),
      fieldOf(labels.meeting_date, dateWords(meeting)),
      ...(meeting.chair ? [fieldOf(labels.chair, named(meeting.chair, names))] : []),
    ],
    closing: reportRequest(meeting, must),
    annexes: [],
    signer: signer(meeting, names, labels),
    rows: own.map(({ resolution, index }) => excerptRow(resolution, index, body, desk)),
    note: assumptionNote(
      own.map(({ resolution }) => resolution),
      briefing.calendar,
    ),
  }
}

/** A letter has a day and a number of its own; each excerpt is registered by itself. */
export function letterMarks(kind: 'person' | 'body', { meeting }: Briefing, labels: Labels): Field[] {
  if (kind === 'person') {
    const [, ...rest] = letter(meeting, labels)
    const date = meeting.meeting.letter_date
    return [fieldOf(labels.letter_date, date && formatDate(date, 'numeric')), ...rest]
  }
  const issued = issueDate(meeting)
  return [
    fieldOf(labels.letter_date, issued && formatDate(issued, 'numeric')),
    fieldOf(labels.letter_number, undefined),
    fieldOf(labels.letter_attachment, labels.not_attached),
  ]
}

/** The one day on which all the resolutions were sent out. */
function issueDate({ resolutions = [] }: Meeting): JalaliDate | undefined {
  const [first, ...others] = resolutions.map(({ issued }) => issued)
  return first && others.every((day) => day && compareDates(day, first) === 0) ? first : undefined
}

/** What the meeting is about, where its name does not say it. */
function topicField(meeting: Meeting['meeting'], labels: Labels): Field[] {
  return meetingWords(meeting).includes(meeting.title) ? [] : [fieldOf(labels.meeting, meeting.title)]
}

/** By the form of address; a person who has none in the file is addressed without one. */
function pronoun(person: string | undefined, names: Directory): string {
  const name = person === undefined ? '' : names.addressed(person)
  if (person === undefined || name === names.person(person).name) return 'شما'
  return /^(?:سرکار|خانم)/.test(name) ? 'سرکار عالی' : 'جنابعالی'
}

function personLines(reference: string, names: Directory): string[] {
  const { post = '', body = '' } = names.person(reference)
  return [names.addressed(reference), post, post.includes(body) ? '' : body].filter(Boolean)
}

/** The head of the body where the file names him, else the body itself. */
function bodyLines(name: string, { bodies = [] }: Meeting, names: Directory): string[] {
  const row = bodies.find((one) => one.name === name)
  return row?.head ? personLines(row.head, names) : [name].filter(Boolean)
}

function signer(meeting: Meeting['meeting'], names: Directory, labels: Labels): FormalLetter['signer'] {
  const { letter_signed_by: own, secretary, chair } = meeting
  const reference = own ?? secretary ?? chair
  if (reference === undefined) return signatory(undefined, labels.secretary, names)
  const role = reference === chair ? labels.chair : reference === secretary ? labels.secretary : ''
  const { name, post } = signatory(reference, '', names)
  return { name, post, role: post === '' ? role : '' }
}

function timetableRows(meeting: Meeting, names: Directory): TimetableRow[] {
  const slots = timetable(meeting)
  return (meeting.agenda ?? []).map((item, index) => {
    const { start, end } = slots[index] ?? {}
    return {
      n: toPersianDigits(String(index + 1)),
      topic: item.topic,
      presenter: item.presenter ? names.person(item.presenter).name : '',
      nature: item.nature ? agendaNatures[item.nature] : '',
      minutes: item.minutes ? toPersianDigits(String(item.minutes)) : '',
      start: start ? formatTime(start) : '',
      end: end ? formatTime(end) : '',
    }
  })
}

function excerptRow(row: Resolution, index: number, body: string, desk: Desk): ExcerptRow {
  const { names, money, briefing } = desk
  const responsible = names.body(row.responsible)
  const helpers = (row.cooperating ?? []).map(names.body).filter((name) => name !== body)
  const mine = responsible === body
  return {
    n: toPersianDigits(String(index + 1)),
    text: row.text,
    credit: row.credit ? money(row.credit.amount) : '',
    role: mine ? 'مسئول' : 'همکار',
    others: [
      ...(mine || responsible === '' ? [] : [`مسئول: ${responsible}`]),
      ...(helpers.length > 0 ? [`با همکاری ${joinList(helpers)}`] : []),
    ].join('؛ '),
    deadline: deadlineText(row, briefing.calendar),
  }
}

function reportRequest({ body, next }: Meeting['meeting'], must: boolean): string {
  const task = must ? 'نسبت به اجرای مصوبات در مهلت مقرر' : fa`نسبت به همکاری با دستگاه~های مسئول`
  const until = next ? ` تا پیش از جلسه\u0654 بعدی (${formatDate(next, 'numeric')})` : ''
  return fa`خواهشمند است دستور فرمایید ${task} اقدام و گزارش پیشرفت آن${until} به دبیرخانه\u0654 ${body ?? 'جلسه'} ارسال شود.`
}
