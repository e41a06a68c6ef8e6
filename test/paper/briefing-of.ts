import { deriveBriefing } from '../../src/insight/insight.ts'
import type { Briefing } from '../../src/insight/insight.ts'
import { readMeeting } from '../../src/source/source.ts'

/** The briefing of a meeting written as YAML, on a fixed day. */
export function briefingOf(yaml: string): Briefing {
  const { value, faults } = readMeeting(`meeting: { title: جلسه }\n${yaml}`, 'meeting.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return deriveBriefing(value, {}, { today: { y: 1405, m: 9, d: 1 }, holidays: [] })
}

/** Non-breaking spaces as plain ones and half-spaces as «~», so that expected texts can be read and typed. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u200c', '~')

/** One statistic from the fields of its row. */
export const statistic = (fields: string): string => `statistics:\n  - { label: صادرات استان, ${fields} }\n`

export const exports = statistic(
  'unit: دلار, target: { value: 1800000000, period: سال جاری }, actual: { value: 1231000000, period: ۹ ماههٔ نخست سال جاری }',
)
