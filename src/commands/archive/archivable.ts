/** Whether a meeting is fit to be archived: final, whole and sure. */
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { needs } from '../../model/paper.ts'
import type { PaperDefinition } from '../../model/paper.ts'
import { missingNeeds, standalone } from '../../paper/paper.ts'
import { joinList } from '../../persian/words.ts'
import type { Prepared } from '../prepare.ts'

export interface Archivable {
  paper: PaperDefinition
  prepared: Prepared
  ready: NonNullable<Prepared['ready']>
}

const unsure = ['fact/open', 'fact/unsourced', 'statistic/contradiction']

/**
 * Faults: `usage/kind`, `archive/copies` (a kind that has a copy for each addressee), `paper/needs`, `archive/draft`,
 * `archive/unsure` with what is open, as errors. What was said at a meeting has its minutes as the source.
 */
export function archivable(prepared: Prepared, kind: string): Archivable | { refused: Fault[] } {
  const { look, ready, name: file, faults } = prepared
  const all = standalone(look.look.papers)
  const papers = all.filter(({ each = 'meeting' }) => each === 'meeting')
  const paper = papers.find((one) => one.kind === kind)
  if (ready === undefined) throw new Error('a file with faults was to be archived')
  if (paper === undefined) {
    const values = { kind, papers: papers.map((one) => one.kind).join('، ') }
    const unknown = fault('usage/kind', undefined, values)
    const isOfMany = all.some((one) => one.kind === kind)
    const copies = fault('archive/copies', undefined, { ...values, paper: kind })
    return { refused: [isOfMany ? copies : unknown] }
  }
  const { briefing } = ready
  const refused: Fault[] = []
  if ((briefing.meeting.meeting.status ?? 'draft') !== 'final')
    refused.push(fault('archive/draft', undefined, { file }))
  const missing = missingNeeds(paper, briefing)
  if (missing.length > 0) {
    const words = { needs: joinList(missing.map((need) => needs[need])), keys: missing.join(', ') }
    refused.push(fault('paper/needs', undefined, { kind, title: paper.title, ...words }))
  }
  const said = briefing.findings.filter(({ path }) => kind === 'minutes' && path.startsWith('statements.'))
  const sayings = new Set(said.map(({ values }) => values.label))
  const open = faults.filter(
    ({ code, values }) => unsure.includes(code) && !(code === 'fact/unsourced' && sayings.has(values.label)),
  )
  if (open.length > 0) {
    refused.push(...open.map((one): Fault => ({ ...one, severity: 'error' })))
    refused.push(fault('archive/unsure', undefined, { file, count: String(open.length) }))
  }
  return refused.length > 0 ? { refused } : { paper, prepared, ready }
}
