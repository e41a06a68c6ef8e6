/** Where a pack is too big for mail, its summary goes in its place, beside the address at which the pack is fetched. */
import { join } from 'node:path'
import { missingNeeds } from '../../paper/paper.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import { finishPaper } from '../finish-paper.ts'
import type { Host } from '../host.ts'
import type { PackRun } from '../packing/make-packs.ts'
import type { Seen } from '../packing/seen.ts'
import { openPress } from '../press.ts'

export interface Summary {
  title: string
  path: string
  /** In bytes. */
  size: number
  pages: number
}

/**
 * One for all who may see the same; none where the meeting has no summary, or it cannot be printed: then the address alone goes.
 * @param wanted of the recipients whose packs are too big, what they may see
 */
export async function makeSummaries(
  wanted: readonly Seen[],
  { look }: Pick<PackRun, 'look'>,
  folder: string,
  host: Host,
): Promise<Map<Seen, Summary>> {
  const paper = look.papers.find(({ kind }) => kind === 'summary')
  const summaries = new Map<Seen, Summary>()
  const seen = [...new Set(wanted)].filter(
    ({ briefing }) => paper !== undefined && missingNeeds(paper, briefing).length === 0,
  )
  if (paper === undefined || seen.length === 0) return summaries
  await using press = openPress(host.signal)
  await press.run(
    seen.map((one) => async (print) => {
      const { briefing, house, clearance = 'all' } = one
      const finished = await finishPaper({ paper, briefing, house, look }, print)
      if ('fault' in finished) return
      const path = join(folder, `summary-${clearance}.pdf`)
      try {
        await writeWhole(path, finished.pdf)
      } catch (error) {
        // The letters come to the same folder, and tell it.
        if (error instanceof WriteFailure) return
        throw error
      }
      summaries.set(one, { title: paper.title, path, size: finished.pdf.length, pages: finished.pages })
    }),
  )
  return summaries
}
