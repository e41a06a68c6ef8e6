/** What a careful reader would ask about the file: open facts, figures without a source, two values for one thing. */
import type { Meeting, Statistic } from '../model/meeting.ts'
import { normalize } from '../persian/normalize.ts'
import { joinList } from '../persian/words.ts'

/** A warning, unless said, at a path of the meeting; the source stage knows the place of each path. */
export interface Finding {
  code: 'fact/open' | 'fact/unsourced' | 'statistic/contradiction' | 'agenda/overrun'
  severity?: 'error'
  path: string
  values: Record<string, string>
}

/** Facts of the meeting that print as a blank while they are not known, by their key. */
const openFacts = {
  date: 'تاریخ جلسه',
  start: 'ساعت شروع',
  place: 'محل جلسه',
  session: 'شمارهٔ جلسه',
  letter_number: 'شمارهٔ نامه',
  chair: 'رئیس جلسه',
  secretary: 'دبیر جلسه',
} as const

/** All open facts as one finding: a clerk knows them, and needs no list of seven warnings. */
export function openFindings({ meeting }: Meeting): Finding[] {
  const open = Object.entries(openFacts).filter(
    ([key]) => meeting[key as keyof typeof openFacts] === undefined,
  )
  if (open.length === 0) return []
  const values = { fields: joinList(open.map(([, name]) => name)), keys: open.map(([key]) => key).join(', ') }
  return [{ code: 'fact/open', path: 'meeting', values }]
}

export function unsourcedFindings(meeting: Meeting): Finding[] {
  const rows = [
    ...(meeting.statistics ?? []).map((row, index) => ({
      row,
      label: row.label,
      path: `statistics.${index}`,
    })),
    ...(meeting.statements ?? []).map((row, index) => ({
      row,
      label: row.text,
      path: `statements.${index}`,
    })),
  ]
  return rows
    .filter(({ row }) => row.source === undefined)
    .map(({ label, path }) => ({ code: 'fact/unsourced', path, values: { label } }))
}

/** The same indicator (by key, else by label) and the same period with two different values. */
export function contradictions(meeting: Meeting): Finding[] {
  const seen = new Map<string, { value: string; index: number }>()
  const findings: Finding[] = []
  for (const [index, row] of (meeting.statistics ?? []).entries()) {
    for (const { of, value } of valuesOf(row)) {
      const key = JSON.stringify([row.key ?? normalize(row.label), row.unit, of])
      const before = seen.get(key)
      if (before === undefined) seen.set(key, { value, index })
      else if (before.value !== value) {
        const values = {
          label: row.label,
          first: before.value,
          second: value,
          firstPath: `statistics.${before.index}`,
        }
        findings.push({ code: 'statistic/contradiction', path: `statistics.${index}`, values })
      }
    }
  }
  return findings
}

function valuesOf(row: Statistic): { of: unknown; value: string }[] {
  const found: { of: unknown; value: string }[] = []
  if (row.value !== undefined) found.push({ of: ['value', row.period, row.as_of], value: row.value })
  if (row.actual) found.push({ of: ['value', row.actual.period, row.actual.as_of], value: row.actual.value })
  if (row.target) found.push({ of: ['target', row.target.period], value: row.target.value })
  return found
}
