/** The register as a table: the columns an office reads, and reads back by `follow-up import`. */
import { fa } from '../persian/fa.ts'
import type { RegisterRecord } from './record.ts'
import { shapeWords } from './record.ts'

interface Column {
  header: string
  /** In characters, for programs that lay it out. */
  width: number
  value: (record: RegisterRecord) => string | number | null
}

const number = (text: string | null): number | null => (text === null ? null : Number(text))

export const columns: readonly Column[] = [
  { header: 'شناسه', width: 16, value: ({ id }) => id },
  { header: 'متن', width: 60, value: ({ text }) => text },
  { header: 'دستگاه مسئول', width: 28, value: ({ responsible }) => responsible },
  { header: fa`دستگاه~های همکار`, width: 28, value: ({ cooperating }) => cooperating.join('؛ ') || null },
  { header: 'کارگروه', width: 28, value: ({ body }) => body },
  { header: 'جلسه', width: 20, value: ({ meeting }) => meeting },
  { header: 'تاریخ ابلاغ', width: 12, value: ({ issued }) => issued },
  { header: 'مهلت', width: 16, value: ({ deadline }) => deadline },
  { header: 'آخرین مهلت', width: 12, value: ({ due }) => due },
  { header: 'آخرین مهلت (میلادی)', width: 12, value: ({ dueGregorian }) => dueGregorian },
  { header: 'وضعیت', width: 14, value: ({ status }) => status },
  { header: 'وضع امروز', width: 14, value: ({ standing }) => shapeWords[standing] },
  { header: 'روزهای تأخیر', width: 10, value: ({ lateDays }) => lateDays },
  { header: 'شمار تمدید', width: 10, value: ({ extended }) => extended },
  { header: 'درصد پیشرفت', width: 10, value: ({ progress }) => number(progress) },
  { header: 'اعتبار', width: 24, value: ({ credit }) => credit },
  { header: fa`جذب~شده`, width: 24, value: ({ absorbed }) => absorbed },
  { header: 'شمار جلسات', width: 10, value: ({ raised }) => raised },
  { header: 'تاریخ آخرین خبر', width: 12, value: ({ lastHeard }) => lastHeard },
  { header: 'آخرین خبر', width: 40, value: ({ lastNote }) => lastNote },
  { header: 'مستند', width: 24, value: ({ lastEvidence }) => lastEvidence },
]

export function tableRows(records: readonly RegisterRecord[]): (string | number | null)[][] {
  return [
    columns.map(({ header }) => header),
    ...records.map((record) => columns.map(({ value }) => value(record))),
  ]
}

/**
 * A text as a spreadsheet shows it and never runs it: one that begins like a formula gets an apostrophe before it
 * (OWASP, CSV injection). `import` takes it off again.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n|'\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
}

/** One record on two lines, for a terminal. */
export function recordLine(record: RegisterRecord, digits: (text: string) => string): string {
  const { id, standing, lateDays, due, deadline, responsible, text, progress, raised, extended } = record
  const late = lateDays > 0 ? ` (${digits(String(lateDays))} روز)` : ''
  const when = due ?? deadline
  const parts = [
    `${shapeWords[standing]}${late}`,
    when === null ? '' : `مهلت ${digits(when)}`,
    progress === null ? '' : `پیشرفت ${digits(progress).replace('.', '٫')}٪`,
    responsible ?? '',
    `در ${digits(String(raised))} جلسه، ${digits(String(extended))} تمدید`,
  ]
  return `${id}  ${text}\n    ${joinParts(parts)}`
}

const joinParts = (parts: string[]): string => parts.filter(Boolean).join(' · ')

/** Names of a list cell, whichever mark parts them. */
export const listOf = (cell: string): string[] =>
  cell
    .split(/[؛;،,\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
