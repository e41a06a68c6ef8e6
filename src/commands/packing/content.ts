/** What goes into the packs of those who may see the same: papers and annexes, or what of them is new. */
import { deriveDifferences } from '../../insight/differences.ts'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { needs } from '../../model/paper.ts'
import type { PaperDefinition } from '../../model/paper.ts'
import { withhold } from '../../pack/withhold.ts'
import type { Recipient } from '../../pack/recipients.ts'
import { reportOf } from '../../paper/differences/report-differences.ts'
import { copiesOf, defaultPapers, missingNeeds, standalone } from '../../paper/paper.ts'
import type { Addressee } from '../../paper/paper.ts'
import { changeGroups } from '../../paper/supplement.ts'
import type { Supplement } from '../../paper/view-pack.ts'
import { joinList } from '../../persian/words.ts'
import type { Look } from '../../pipeline.ts'
import { readMeeting } from '../../source/source.ts'
import type { AnnexFile } from './annexes.ts'
import type { Edition } from './editions.ts'
import type { Seen } from './seen.ts'

export interface Content {
  papers: { definition: PaperDefinition; addressee?: Addressee }[]
  annexes: AnnexFile[]
  /** Of a supplement. */
  changes?: Supplement['groups']
}

export interface Wanted {
  kinds: readonly string[]
  /** Nobody for the office's own pack. */
  recipient: Pick<Recipient, 'pack' | 'body' | 'name'> | undefined
  since: Edition | undefined
}

/**
 * Faults: `pack/no-paper` where what the distribution promises cannot be made, the warning `pack/unchanged` where a supplement
 * would have nothing to say, `pack/nothing` where nothing is left that he may see.
 */
export function contentOf(
  seen: Seen,
  { kinds, recipient, since }: Wanted,
  look: Look,
  files: ReadonlyMap<string, AnnexFile>,
): Content | { fault: Fault } {
  const { briefing } = seen
  const annexes = (briefing.meeting.annexes ?? []).flatMap(({ id }) => files.get(id) ?? [])
  const name = recipient?.name ?? ''
  if (seen.empty) return { fault: fault('pack/nothing', undefined, { name }) }
  if (since) {
    const content = newsOf(seen, since, annexes)
    return content.changes?.length === 0
      ? { fault: warning('pack/unchanged', undefined, { name, edition: String(since.edition) }) }
      : content
  }
  const papers = standalone(look.papers)
  const kind = recipient && recipient.pack !== 'full' ? recipient.pack : undefined
  if (kind === undefined) return { papers: fullPapers(papers, kinds, seen), annexes }
  const lacking = (word: string): { fault: Fault } => ({
    fault: fault('pack/no-paper', undefined, { name, paper: word }),
  })
  const definition = papers.find((paper) => paper.kind === kind)
  if (definition === undefined) return lacking(kind)
  const missing = missingNeeds(definition, briefing)
  if (missing.length > 0)
    return lacking(`${definition.title}: ${joinList(missing.map((need) => needs[need]))}`)
  if (kind === 'summary') return { papers: [{ definition }], annexes: [] }
  const own = copiesOf(definition, briefing).find(
    ({ for: to }) => to && 'body' in to && to.body === recipient?.body,
  )
  return own?.for
    ? { papers: [{ definition, addressee: own.for }], annexes: [] }
    : lacking(`${definition.title}: ${recipient?.body ?? needs.addressed}`)
}

/** Those asked for; else those of the state of the meeting, but for the summary that is a section of a longer one. */
function fullPapers(
  papers: PaperDefinition[],
  kinds: readonly string[],
  { briefing }: Seen,
): Content['papers'] {
  const usual = defaultPapers(papers, briefing).filter(isPackable)
  const long = usual.filter(({ pages }) => pages !== 'one')
  const chosen =
    kinds.length > 0
      ? kinds.flatMap((kind) => papers.find((paper) => paper.kind === kind) ?? [])
      : long.length > 0
        ? long
        : usual
  return chosen
    .filter((paper) => missingNeeds(paper, briefing).length === 0)
    .map((definition) => ({ definition }))
}

/** Letters have addressees of their own, and a pocket card no margin for stamps. */
export const isPackable = ({ each = 'meeting', sheet }: PaperDefinition): boolean =>
  each === 'meeting' && sheet !== 'A6'

/** The changes since an edition as the same recipient would have seen it, and annexes that are new or others. */
function newsOf(seen: Seen, since: Edition, annexes: AnnexFile[]): Content {
  const { briefing, house, clearance } = seen
  const whole = readMeeting(since.text, 'edition').value
  if (whole === undefined) throw new Error('an edition that was packed cannot be read')
  const unsaid = house.settings.class
  const before = clearance === undefined ? whole : withhold(whole, clearance, { unsaid }).meeting
  const found = deriveDifferences(briefing.meeting, before, briefing.calendar)
  const report = reportOf(found, { name: '', meeting: before }, { name: '', meeting: briefing.meeting }, 'fa')
  const known = new Set((before.annexes ?? []).map(({ id }) => id))
  const late = annexes.filter(({ row: { id }, digest }) => !known.has(id) || since.annexes[id] !== digest)
  const replaced = late.filter(({ row: { id } }) => known.has(id)).map(({ row }) => row.title)
  const changes = changeGroups(
    { ...report, head: report.head.filter(({ field }) => field !== 'edition') },
    replaced,
  )
  return { papers: [], annexes: late, changes }
}
