/** A cell of a table → the words that a meeting file takes. */
import Big from 'big.js'
import { todayInTehran } from '../persian/calendar.ts'
import { formatDate } from '../persian/date-format.ts'
import { toLatinDigits } from '../persian/digits.ts'
import { parseMoneyUnit } from '../persian/money.ts'
import { normalize } from '../persian/normalize.ts'
import type { Cell } from './grid.ts'
import { toState } from './headings.ts'
import type { TableField } from './headings.ts'

/** @param share whether the cell shows a share of one as percent */
export function cellText(cell: Cell, share: boolean): string {
  if (cell instanceof Date) return formatDate(todayInTehran(noon(cell)), 'numeric')
  // A share is shown with a few digits, and no number has more than its fifteen of meaning.
  if (typeof cell === 'number') return share ? rounded(cell * 100, 2) : rounded(cell, 10)
  return shownCell(cell)
}

const rounded = (value: number, places: number): string => new Big(value).round(places).toFixed()

/** A spreadsheet has days without hours, which the library puts at midnight in Greenwich. */
function noon(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 8))
}

/** Without characters that only steer, and the apostrophe by which spreadsheets mark a text. */
export function shownCell(cell: Cell | undefined): string {
  return String(cell ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(
      // oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      ' ',
    )
    .replace(/^'(?=[=+\-@|'\uff1d\uff0b\uff0d\uff20])/, '')
    .replace(/[ \u00a0]+/g, ' ')
    .trim()
}

/** A value in the words that a meeting file takes. */
export function tidied(text: string, field: TableField, unit: string): string {
  switch (field) {
    case 'issued':
    case 'deadline':
      return tableDay(text)
    case 'status':
      return toState(text)
    case 'credit':
    case 'absorbed':
      // The unit stands over the column.
      return /^[\d۰-۹٠-٩.,٬٫\s]+$/.test(text) && parseMoneyUnit(unit).ok ? `${text} ${unit}` : text
    case 'id':
    case 'progress':
      return text
    default:
      return normalize(text)
  }
}

/** «14050901», «1405.09.01» and «01/09/1405» as 1405/09/01; anything else as it is. */
function tableDay(text: string): string {
  const clean = toLatinDigits(text).trim()
  const parts =
    /^(1[34]\d\d)(\d\d)(\d\d)$/.exec(clean) ??
    /^(1[34]\d\d)[./\\-](\d{1,2})[./\\-](\d{1,2})(?:[ T]0?0:00(?::00)?)?$/.exec(clean)
  if (parts) return parts.slice(1).join('/')
  const turned = /^(\d{1,2})[./\\-](\d{1,2})[./\\-](1[34]\d\d)$/.exec(clean)
  return turned ? turned.slice(1).toReversed().join('/') : text
}
