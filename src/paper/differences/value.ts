/** A value of a meeting file in words: as a person reads it, or in Western digits and English keys for programs. */
import type { z } from 'zod'
import { unwrap } from '../../model/field.ts'
import { formatDate } from '../../persian/date-format.ts'
import type { JalaliDate } from '../../persian/calendar.ts'
import { formatDeadline } from '../../persian/deadline.ts'
import type { Deadline } from '../../persian/deadline.ts'
import { toLatinDigits, toPersianDigits } from '../../persian/digits.ts'
import { NBSP } from '../../persian/invisible.ts'
import { moneyUnitNames } from '../../persian/money.ts'
import type { Money } from '../../persian/money.ts'
import { formatNumber, mixedScale } from '../../persian/number.ts'
import { formatPeriod } from '../../persian/period.ts'
import type { Period } from '../../persian/period.ts'
import type { Unit } from '../../model/readers.ts'
import { unitWord } from '../amount.ts'
import { compactScale } from '../../persian/compact.ts'
import type { Language } from './language.ts'

/** @param name the name of what is referred to by an id */
export function valueText(
  type: z.ZodType,
  value: unknown,
  language: Language,
  name: (reference: string) => string = (reference) => reference,
): string {
  if (value === undefined) return ''
  const schema = unwrap(type)
  const part = (element: z.ZodType, row: unknown): string => valueText(element, row, language, name)
  if (schema.def.type === 'array') {
    const { element } = schema as z.ZodArray<z.ZodType>
    return (value as unknown[]).map((row) => part(element, row)).join(language === 'fa' ? '، ' : ', ')
  }
  if (schema.def.type === 'object') {
    const row = value as Record<string, unknown>
    return Object.entries((schema as z.ZodObject).shape)
      .filter(([key]) => row[key] !== undefined)
      .map(([key, field]) => part(field as z.ZodType, row[key]))
      .join(' ')
  }
  const { kind, choices } = schema.meta() ?? {}
  if (kind === 'reference') return name(String(value))
  if (kind === 'choice') return language === 'fa' ? (choices?.[String(value)] ?? '') : String(value)
  const ours = written(kind, value)
  // What a file says in its own words keeps its own digits.
  if (ours === undefined) return String(value)
  const plain = ours.replaceAll(NBSP, ' ')
  return language === 'en' ? toLatinDigits(plain) : plain
}

/** What was read into a value is written by us; undefined for words of the file. */
function written(kind: string | undefined, value: unknown): string | undefined {
  switch (kind) {
    case 'date':
      return formatDate(value as JalaliDate, 'numeric')
    case 'deadline':
      return formatDeadline(value as Deadline)
    case 'period':
      return formatPeriod(value as Period)
    case 'money':
      return moneyText(value as Money)
    case 'unit':
      return unitText(value as Unit)
    case 'number':
    case 'percent':
    case 'whole':
    case 'time':
      return toPersianDigits(String(value))
    default:
      return undefined
  }
}

/** Every digit of it, for two amounts that differ must not read the same. */
function moneyText({ amount, unit }: Money): string {
  const isWhole = /^-?\d+$/.test(amount)
  const number = isWhole ? mixedScale(amount, { groups: allGroups }) : formatNumber(amount)
  return `${number} ${moneyUnitNames[unit]}`
}
const allGroups = 99

/** «میلیون دلار», «درصد», «فقره». */
function unitText(unit: Unit): string {
  if (unit.kind === 'rank') return 'رتبه'
  const scale = unit.kind === 'money' && unit.scale !== '1' ? compactScale(unit.scale).scale : ''
  return [scale, unitWord(unit)].filter(Boolean).join(' ')
}
