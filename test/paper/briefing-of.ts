import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deriveBriefing } from '../../src/insight/insight.ts'
import type { Briefing } from '../../src/insight/insight.ts'
import type { Addressee } from '../../src/paper/paper.ts'
import { toView } from '../../src/paper/view-of.ts'
import type { View } from '../../src/paper/view.ts'
import { readMeeting } from '../../src/source/source.ts'
import { definition } from '../page/files.ts'

const formsFile = join(import.meta.dirname, '../data/forms.yaml')

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

/** The synthetic meeting of `test/data/forms.yaml`, on a fixed day. */
export function formsBriefing(): Briefing {
  const { value, faults } = readMeeting(readFileSync(formsFile, 'utf8'), 'forms.yaml')
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return deriveBriefing(value, {}, { today: { y: 1405, m: 9, d: 5 }, holidays: [] })
}

/** A paper of that meeting, for the one it is addressed to. */
export function formsView(kind: string, to?: Addressee): View {
  return toView(definition(kind), formsBriefing(), { settings: {}, emblem: '' }, undefined, to)
}
