/** What a meeting file says, in the words that papers print: to be compared with what is printed. */
import type { Briefing } from '../insight/insight.ts'
import { lastOf } from '../insight/standing.ts'
import { formatDeadline } from '../persian/deadline.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { directory } from './directory.ts'
import { dateWords, placeWords } from './head.ts'
import { statisticRows } from './statistics.ts'

export interface Fact {
  /** Where it stands in the meeting: `resolutions.2.text`. */
  path: string
  /** What it is called: «متن مصوبهٔ ۲». */
  name: string
  text: string
}

export function factsOf({ meeting, figures }: Briefing): Fact[] {
  const names = directory(meeting)
  const facts: Fact[] = []
  const add = (path: string, name: string, text: string | undefined): void => {
    if (text) facts.push({ path, name, text })
  }
  const each = <T>(rows: readonly T[] | undefined, tell: (row: T, index: number, n: string) => void): void =>
    rows?.forEach((row, index) => tell(row, index, toPersianDigits(String(index + 1))))

  add('meeting.title', 'عنوان جلسه', meeting.meeting.title)
  add('meeting.date', 'تاریخ جلسه', dateWords(meeting.meeting))
  add('meeting.place', 'محل جلسه', placeWords(meeting.meeting))
  each(meeting.attendees, ({ person }, at, n) =>
    add(`attendees.${at}.person`, fa`نام شرکت~کنندهٔ ${n}`, names.person(person).name),
  )
  each(meeting.agenda, ({ topic }, at, n) => add(`agenda.${at}.topic`, `موضوع بند ${n} دستور جلسه`, topic))
  each(statisticRows(figures, names), ({ label, value }, at) => {
    add(`statistics.${at}.label`, `عنوان شاخص «${label}»`, label)
    add(`statistics.${at}.value`, `مقدار «${label}»`, value)
  })
  each(meeting.statements, ({ text }, at, n) => add(`statements.${at}.text`, `متن سخن ${n}`, text))
  each(meeting.obstacles, ({ text }, at, n) => add(`obstacles.${at}.text`, `متن مانع ${n}`, text))
  each(meeting.asks, ({ text }, at, n) => add(`asks.${at}.text`, `متن درخواست ${n}`, text))
  each(meeting.resolutions, (resolution, at, n) => {
    const deadline = lastOf(resolution, 'deadline')
    add(`resolutions.${at}.text`, `متن مصوبه\u0654 ${n}`, resolution.text)
    add(`resolutions.${at}.responsible`, `مسئول مصوبه\u0654 ${n}`, names.body(resolution.responsible))
    add(`resolutions.${at}.deadline`, `مهلت مصوبه\u0654 ${n}`, deadline && formatDeadline(deadline))
  })
  return facts
}

/** What is shorter is found in any paper, whether it stands there for this or not. */
const leastTelling = 4

/** The facts that a printed text says; how it is broken into lines and spaced does not count. */
export function printedFacts(facts: readonly Fact[], printed: string): Fact[] {
  const says = reader(bare(printed))
  return facts.filter((fact) => {
    const wanted = bare(fact.text)
    return wanted.length >= leastTelling && says(wanted)
  })
}

/**
 * The facts that a page was written with and nobody sees on its print: a style took them away. Only letters and digits
 * count, whatever else a print makes of a text.
 * @param page a fact is in one of its lines: what two say one after the other may be in another order on the print
 */
export function hiddenFacts(facts: readonly Fact[], page: string, printed: string): Fact[] {
  const lines = page.split('\n').map(letters).join('\n')
  const [isWritten, isSeen] = [reader(lines), reader(letters(printed))]
  return facts.filter((fact) => {
    const wanted = letters(fact.text)
    return wanted.length >= leastTelling && !isSeen(wanted) && isWritten(wanted)
  })
}

/** Whether a text says something; papers mostly say things in the order of the file, so it is looked for where the last was. */
function reader(text: string): (wanted: string) => boolean {
  let place = 0
  return (wanted) => {
    const ahead = text.indexOf(wanted, place)
    const found = ahead === -1 ? text.indexOf(wanted) : ahead
    if (found !== -1) place = found
    return found !== -1
  }
}

/** Whether a print has none of the lines that its page was written with; what stands at the head and foot of sheets is none. */
export function isBlank(page: string, printed: string): boolean {
  const isSeen = reader(letters(printed))
  const told = page
    .split('\n')
    .map(letters)
    .filter((line) => line.length >= leastTelling)
  return told.length > 0 && !told.some(isSeen)
}

const letters = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Without spaces and what only steers; the half-space is a part of its word. */
const bare = (text: string): string => text.normalize('NFC').replaceAll(/(?!\u200c)[\s\p{Cf}]/gu, '')
