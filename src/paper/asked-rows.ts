/** Asks and resolutions as rows of a paper: all of the meeting's, or those of one body. */
import { standing } from '../insight/standing.ts'
import type { OfficeCalendar } from '../insight/standing.ts'
import { resolutionStates } from '../model/choices.ts'
import type { Meeting } from '../model/meeting.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { joinList } from '../persian/words.ts'
import { deadlineText } from './deadlines.ts'
import type { Directory } from './directory.ts'
import type { MoneyWords } from './head.ts'
import type { Ask, DraftResolution } from './view.ts'

const number = (n: number): string => toPersianDigits(String(n))

/** Numbered from 1. */
export function askRows(asks: Meeting['asks'] = [], names: Directory, money: MoneyWords): Ask[] {
  return asks.map((ask, index) => ({
    n: number(index + 1),
    text: ask.text,
    to: names.body(ask.to),
    amount: ask.amount ? money(ask.amount) : '',
    legalBasis: ask.legal_basis ?? '',
    effect: ask.effect ?? '',
  }))
}

/** Numbered from 1; where all are drafts, none is said to be one. */
export function resolutionRows(
  resolutions: Meeting['resolutions'] = [],
  names: Directory,
  money: MoneyWords,
  calendar: OfficeCalendar,
): DraftResolution[] {
  const drafts = resolutions.every(({ status }) => (status ?? 'draft') === 'draft')
  return resolutions.map((row, index) => ({
    n: number(index + 1),
    text: row.text,
    credit: row.credit ? money(row.credit.amount) : '',
    responsible: names.body(row.responsible),
    cooperating: joinList((row.cooperating ?? []).map(names.body)),
    deadline: deadlineText(row, calendar),
    status: { word: drafts ? '' : resolutionStates[row.status ?? 'draft'], shape: standing(row, calendar) },
  }))
}
