/** Letterhead, marks and blanks that every paper shares. */
import type { Briefing } from '../insight/insight.ts'
import { classes, modes, states, urgencies } from '../model/choices.ts'
import { glossary } from '../model/glossary.ts'
import type { Labels } from '../model/glossary.ts'
import type { Meeting } from '../model/meeting.ts'
import type { PaperDefinition } from '../model/paper.ts'
import type { Settings } from '../model/settings.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { formatDate, formatThreeCalendars, formatTime } from '../persian/date-format.ts'
import { withSecondUnit } from '../persian/conversion.ts'
import { formatMoney } from '../persian/money.ts'
import type { Money } from '../persian/money.ts'
import { joinList, ordinal, numberWords } from '../persian/words.ts'
import type { Archived } from './archived.ts'
import type { Directory } from './directory.ts'
import type { PackFacts } from './pack.ts'
import type { Field, Head, Office } from './view.ts'

/** What the workspace adds to a meeting: its settings, and the emblem as a data: URI ('' for none). */
export interface House {
  settings: Settings
  emblem: string
  /** SHA-256 of the meeting file in hexadecimal, for the mark of a paper that bears one. */
  sourceHash?: string
  /** What the archive of the workspace says, where papers are archived. */
  archived?: Archived | undefined
  /** Number of the copy, of a paper that is one person's. */
  copy?: number
  /** Of papers that are parts of a pack. */
  pack?: PackFacts
}

/** The words of the office, ours where it has none of its own. */
export function labelsOf({ settings }: House): Labels {
  return { ...glossary, ...settings.labels }
}

/** Writes an amount; with the office's second unit and the rule of conversion where it has one that fits. */
export type MoneyWords = (money: Money) => string

export function moneyWords({ settings: { second_unit: second } }: House): MoneyWords {
  if (second === undefined) return formatMoney
  return (money) => {
    const both = withSecondUnit(money, second)
    return both.ok ? both.value : formatMoney(money)
  }
}

export const isDraft = ({ meeting: { status = 'draft' } }: Pick<Meeting, 'meeting'>): boolean =>
  status === 'draft'

/** What goes into the right third of a foot, in letters; the sheet of the pocket card is narrower. */
const longestFooter = { wide: 44, narrow: 34 }

/** @param sheet the sheet of the paper, where it has its own */
export function head(briefing: Briefing, kind: string, sheet?: PaperDefinition['sheet']): Head {
  const { meeting } = briefing.meeting
  return {
    lang: 'fa-IR',
    title: meeting.title,
    kind,
    subtitle: meeting.subtitle ?? '',
    class: classes[briefing.class],
    status: [
      states[meeting.status ?? 'draft'],
      meeting.urgency && meeting.urgency !== 'normal' && urgencies[meeting.urgency],
    ]
      .filter(Boolean)
      .join('، '),
    footer: footer(meeting, sheet === 'A6' ? longestFooter.narrow : longestFooter.wide),
    copy: '',
    draft: isDraft(briefing.meeting),
  }
}

/** Body and session as long as they fit on one line beside the number of the page, else the body, cut at a word. */
function footer(meeting: Meeting['meeting'], longest: number): string {
  const whole = [meeting.body, sessionWords(meeting)].filter(Boolean).join('، ')
  if (whole.length <= longest || meeting.body === undefined) return whole
  if (meeting.body.length <= longest) return meeting.body
  const cut = meeting.body.slice(0, longest - 1)
  return `${cut.replace(/\s+\S*$/, '')}…`
}

/** The regulation of 1367 keeps the emblem off drafts. */
export function office(meeting: Pick<Meeting, 'meeting' | 'office'>, house: House): Office {
  const lines = meeting.office?.lines ?? house.settings.office?.lines ?? []
  const invocation =
    meeting.office?.invocation ?? house.settings.office?.invocation ?? labelsOf(house).invocation
  return { lines, emblem: isDraft(meeting) ? '' : house.emblem, invocation }
}

const defaultAccent = '#14505c'

/** The colour of the office, #rrggbb. */
export const accentOf = (meeting: Pick<Meeting, 'office'>, { settings }: House): string =>
  meeting.office?.accent ?? settings.office?.accent ?? defaultAccent

/** تاریخ، شماره، پیوست of the letterhead. */
export function letter({ meeting, annexes }: Meeting, labels: Labels): Field[] {
  return [
    fieldOf(labels.letter_date, meeting.date && formatDate(meeting.date, 'numeric')),
    fieldOf(labels.letter_number, meeting.letter_number),
    fieldOf(labels.letter_attachment, annexes && annexes.length > 0 ? labels.attached : labels.not_attached),
  ]
}

/** What the cover says of the meeting; what is not known is a blank to fill in. */
export function coverFields({ meeting }: Meeting, names: Directory, labels: Labels): Field[] {
  const hours = [meeting.start, meeting.end].filter((hour) => hour !== undefined).map(formatTime)
  const person = (reference: string | undefined): string | undefined => reference && named(reference, names)
  return [
    fieldOf(labels.organiser, meeting.body),
    fieldOf(labels.session_number, meeting.session && toPersianDigits(String(meeting.session))),
    fieldOf(labels.meeting_date, dateWords(meeting)),
    fieldOf(labels.hours, hours.join(' تا ')),
    fieldOf(labels.place, placeWords(meeting)),
    fieldOf(labels.chair, person(meeting.chair)),
    fieldOf(labels.secretary, person(meeting.secretary)),
    ...(meeting.occasion ? [fieldOf(labels.occasion, meeting.occasion)] : []),
    ...editionField(meeting.edition, labels),
  ]
}

/** The first edition goes without saying. */
export function editionField(edition: number | undefined, labels: Labels): Field[] {
  return edition === undefined || edition < 2
    ? []
    : [fieldOf(labels.edition, toPersianDigits(String(edition)))]
}

/** What the file leaves open, as phrases. */
export function openPoints({ findings }: Briefing): string[] {
  const open = findings.flatMap(({ code, values }) => (code === 'fact/open' ? (values.fields ?? []) : []))
  const unsourced = findings.filter(({ code }) => code === 'fact/unsourced').length
  const clashes = findings.flatMap(({ code, values }) =>
    code === 'statistic/contradiction' ? (values.label ?? []) : [],
  )
  return [
    ...open.map((fields) => `${fields} هنوز معلوم نیست`),
    ...(clashes.length > 0 ? [`برای ${joinList(clashes)} دو رقم ناسازگار آمده است`] : []),
    ...(unsourced > 0 ? [`منبع ${count(unsourced)} رقم یا سخن نیامده است`] : []),
  ]
}

/** Small counts are words in running text. */
export const count = (n: number): string => (n <= 10 ? numberWords(String(n)) : toPersianDigits(String(n)))

/** «جناب آقای …، رئیس سازمان …». */
export function named(reference: string, names: Directory): string {
  return [names.addressed(reference), names.person(reference).post].filter(Boolean).join('، ')
}

export const placeWords = ({ place, mode }: Meeting['meeting']): string =>
  [place, mode && modes[mode]].filter(Boolean).join('، ')

/** «پنجمین جلسهٔ کارگروه …»; without a number, the meeting by its title. */
export function meetingWords({ session, body, title }: Meeting['meeting']): string {
  const isMeeting = /^(?:جلسه|نشست|اجلاس|همایش|گردهمایی)/.test(title)
  if (session === undefined) return isMeeting ? title : `جلسه\u0654 ${title}`
  const of = body ?? title.replace(/^جلسه\u0654?\s+/, '')
  if (session > 999) return `جلسه\u0654 شماره\u0654 ${toPersianDigits(String(session))} ${of}`
  return `${ordinal(session, { attributive: true })} جلسه\u0654 ${of}`
}

/** The day in full, with the lunar and the Gregorian one where the lunar one is given. */
export function dateWords({ date, lunar_date: lunar }: Meeting['meeting']): string {
  if (date === undefined) return ''
  return lunar === undefined ? formatDate(date, 'full') : formatThreeCalendars(date, lunar)
}

const sessionWords = ({ session }: Meeting['meeting']): string | undefined =>
  session === undefined
    ? undefined
    : `جلسه\u0654 ${session <= 999 ? ordinal(session) : toPersianDigits(String(session))}`

export function fieldOf(label: string, value: string | 0 | undefined): Field {
  const text = value || ''
  return { label, value: text, blank: text === '' }
}
