/** One pack: its own front, the parts it shares with others, and stamps on every page. */
import type { Part } from '../../annex/assemble.ts'
import type { Fault } from '../../model/fault.ts'
import type { PaperDefinition } from '../../model/paper.ts'
import { isDraft } from '../../paper/head.ts'
import { imprint } from '../../paper/imprint.ts'
import type { ListedPart, PackFacts } from '../../paper/pack.ts'
import { stampFrame } from '../../pipeline.ts'
import type { Look, Paper } from '../../pipeline.ts'
import { finishPaper } from '../finish-paper.ts'
import type { Copy } from '../finish-paper.ts'
import type { Print } from '../press.ts'
import type { OpenAnnexes } from './annexes.ts'
import { stateOf } from './shared.ts'
import type { SharedPart, SharedParts } from './shared.ts'
import type { Sheets, StampGroup } from './sheets.ts'
import { stampsOf, uncounted } from './stamping.ts'
import type { Owner, StampFacts } from './stamping.ts'

export interface PackPlan {
  shared: SharedParts
  owner: Owner
  since: number | undefined
  look: Look
}

/** How the office means its annexes to be put in. */
export interface Binding {
  open: OpenAnnexes
  sheets: Sheets
  fit: boolean
}

export interface MadePack {
  pdf: Uint8Array
  pages: number
  faults: Fault[]
}

/** Contents that come to rest after so many prints never do. */
const mostPrints = 4

export async function makePack(
  plan: PackPlan,
  { open, sheets, fit }: Binding,
  print: Print,
): Promise<MadePack | { fault: Fault }> {
  const { shared, look } = plan
  const { briefing, house } = shared.seen
  // What takes packs apart and puts them together takes long to load, and nothing needs it where no pack has changed.
  const { assemble, openPaper } = await import('../../annex/assemble.ts')
  const rest = await shared.parts(print, open, fit)
  if ('fault' in rest) return rest
  const front = await printFront(plan, rest.parts, print)
  if ('fault' in front) return front
  const definition = frontDefinition(look)
  const title = `${definition.title}: ${briefing.meeting.meeting.title}`
  const parts: Part[] = [
    {
      kind: 'paper',
      paper: await openPaper(front.pdf, definition.title),
      title: definition.title,
      frame: stampFrame(definition, house),
    },
    ...rest.parts.map(({ part }) => part),
  ]
  const stamped = [{ pages: front.pages }, ...rest.parts.map((one) => one.stamped)]
  const facts = stampFacts(plan)
  const stamps = stampsOf(stamped, facts)
  const counted = {
    key: shared.state,
    texts: stamps.flat().flatMap(({ text, counts }) => (counts ? text : [])),
  }
  const own = ownStamps(plan)
  const unprinted = await sheets.add([own, counted], print)
  if (unprinted) return { fault: unprinted }
  const { author, date } = imprint(definition.kind, briefing, house)
  const { pdf } = await assemble(parts, {
    title,
    ...(author !== undefined && { author }),
    ...(date && { date }),
    stamps: stamps.map((page) =>
      page.map(({ text, edge, counts }) => ({
        sheet: sheets.of((counts ? counted : own).key, text),
        edge,
        align: text.align,
      })),
    ),
  })
  return { pdf, pages: stamps.length, faults: [...rest.faults, ...front.faults] }
}

/** Stamps that no other pack bears. */
export function ownStamps(plan: PackPlan): StampGroup {
  const facts = stampFacts(plan)
  return { key: JSON.stringify(facts), texts: uncounted(facts) }
}

const stampFacts = ({ shared, owner }: PackPlan): StampFacts => ({
  ...owner,
  class: shared.seen.briefing.class,
  draft: isDraft(shared.seen.briefing.meeting),
})

/** The front as a page without what only the print can tell: by it, an unchanged pack is known. */
export function frontState({ shared, owner, since, look }: PackPlan): string {
  const parts = shared.content.annexes.map(({ row }, index): ListedPart => {
    return { part: index, title: row.title, sections: [] }
  })
  return stateOf(frontCopy({ shared, owner, since, look }, parts))
}

const frontDefinition = (look: Look): PaperDefinition => look.papers.find(({ kind }) => kind === 'pack')!

function frontCopy({ shared, owner, since, look }: PackPlan, parts: readonly ListedPart[]): Copy {
  const { briefing, house, told } = shared.seen
  const pack: PackFacts = { ...owner, told, parts, ...(since !== undefined && { since }) }
  return { paper: frontDefinition(look), briefing, house: { ...house, pack }, look }
}

/** Its contents say the pages of the pack, which its own length moves. */
async function printFront(
  plan: PackPlan,
  parts: readonly SharedPart[],
  print: Print,
): Promise<(Paper & { faults: Fault[] }) | { fault: Fault }> {
  const { shared } = plan
  let length = shared.frontLength
  for (let prints = 1; prints <= mostPrints; prints++) {
    const printed = await finishPaper(frontCopy(plan, listedParts(parts, length)), print)
    if ('fault' in printed || printed.pages === length) return printed
    length = printed.pages
    // Fronts of the same contents are nearly always as long: the next one is printed once.
    shared.frontLength = length
  }
  throw new Error('the contents of the pack do not come to rest')
}

function listedParts(parts: readonly SharedPart[], front: number): ListedPart[] {
  let page = front + 1
  // The front itself is the first part.
  return parts.flatMap(({ listed, stamped }, index) => {
    const at = page
    page += stamped.pages
    return listed === undefined ? [] : [{ ...listed, part: index + 2, page: at }]
  })
}
