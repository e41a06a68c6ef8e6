/** Parts that several packs share: each paper and slip sheet is printed once for all who may see the same. */
import { createHash } from 'node:crypto'
import type { AnnexPart, PaperPart, Part } from '../../annex/assemble.ts'
import type { Fault } from '../../model/fault.ts'
import { lowestClass, meetingClass } from '../../model/class.ts'
import type { PaperDefinition } from '../../model/paper.ts'
import { annexLabel } from '../../paper/pack.ts'
import type { ListedPart, PackFacts } from '../../paper/pack.ts'
import { sectionsOf, stampFrame, toPage } from '../../pipeline.ts'
import type { Look } from '../../pipeline.ts'
import { finishPaper } from '../finish-paper.ts'
import type { Copy } from '../finish-paper.ts'
import type { Print } from '../press.ts'
import type { AnnexFile, OpenAnnexes } from './annexes.ts'
import type { Content } from './content.ts'
import type { Seen } from './seen.ts'
import type { StampedPart } from './stamping.ts'

export interface SharedPart {
  part: Part
  stamped: StampedPart
  /** Nothing for the pages of an annex, whose slip sheet is listed. */
  listed: Omit<ListedPart, 'part' | 'page'> | undefined
}

interface Printed {
  parts: SharedPart[]
  faults: Fault[]
}

/** A paper to be printed as a part. */
interface Planned {
  copy: Copy
  listed: NonNullable<SharedPart['listed']>
}

export class SharedParts {
  readonly seen: Seen
  readonly content: Content
  /** Hash of all that is printed in these parts, without the pages. */
  readonly state: string
  /** The pages that a front before these parts is expected to have: a cover and the contents of a usual pack. */
  frontLength = 2
  readonly #papers: Planned[]
  readonly #look: Look
  #printed: Promise<Printed | { fault: Fault }> | undefined

  constructor(seen: Seen, content: Content, look: Look, since: number | undefined) {
    this.seen = seen
    this.content = content
    this.#look = look
    const facts: PackFacts = since === undefined ? {} : { since }
    const planned = (
      definition: PaperDefinition,
      own: PackFacts,
      addressee?: Copy['addressee'],
    ): Planned => ({
      copy: { ...this.#copy(withContents(definition), { ...facts, ...own }), addressee },
      listed: { title: definition.title, sections: [] },
    })
    const { papers, changes } = content
    this.#papers = [
      ...(changes ? [planned(this.#definition('supplement'), { changes })] : []),
      ...papers.map(({ definition, addressee }) => planned(definition, {}, addressee)),
    ]
    const hash = createHash('sha256')
    for (const { copy } of this.#papers) hash.update(stateOf(copy))
    for (const file of content.annexes)
      hash
        .update(stateOf(this.#slip(file, 0).copy))
        .update(file.digest)
        .update(file.row.title)
    this.state = hash.digest('hex')
  }

  /** The first call prints; after a failure of the browser itself, the next one does again. */
  async parts(print: Print, open: OpenAnnexes, fit: boolean): Promise<Printed | { fault: Fault }> {
    const running = (this.#printed ??= this.#print(print, open, fit))
    const printed = await running
    if ('fault' in printed && printed.fault.code.startsWith('browser/') && this.#printed === running)
      this.#printed = undefined
    return printed
  }

  async #print(print: Print, open: OpenAnnexes, fit: boolean): Promise<Printed | { fault: Fault }> {
    const ofPapers = this.#papers.map(async (planned) => [await partOf(planned, print)])
    const ofAnnexes = this.content.annexes.map(async (file) => {
      const annex = open.get(file.digest)
      if (annex === undefined) throw new Error('an annex was not read')
      const planned = this.#slip(file, annex.pages)
      const slip = await partOf(planned, print)
      const part: AnnexPart = { kind: 'annex', annex, title: planned.listed.title, fit, joined: true }
      const stamped = { pages: annex.pages, annex: planned.listed.annex! }
      return [slip, { part, stamped, listed: undefined, faults: [] }]
    })
    const all = (await Promise.all([...ofPapers, ...ofAnnexes])).flat()
    const failed = all.find((part) => 'fault' in part)
    if (failed) return failed
    const parts = all.filter((part) => 'part' in part)
    return { parts, faults: parts.flatMap(({ faults }) => faults) }
  }

  #slip({ row }: AnnexFile, pages: number): Planned {
    const definition = this.#definition('slip')
    const all = this.seen.briefing.meeting.annexes ?? []
    const annex = all.findIndex(({ id }) => id === row.id) + 1
    const { briefing, house } = this.seen
    // Where a pack has a class, each of its annexes is told its own.
    const level =
      briefing.class === lowestClass
        ? undefined
        : (row.class ?? meetingClass(briefing.meeting, house.settings.class ?? lowestClass))
    return {
      copy: this.#copy(definition, { slip: { id: row.id, pages } }),
      listed: { title: row.title, annex, pages, sections: [], ...(level && { class: level }) },
    }
  }

  #copy(paper: PaperDefinition, pack: PackFacts): Copy {
    const { briefing, house } = this.seen
    return { paper, briefing, house: { ...house, pack }, look: this.#look }
  }

  #definition(kind: string): PaperDefinition {
    return this.#look.papers.find((paper) => paper.kind === kind)!
  }
}

async function partOf(
  { copy, listed }: Planned,
  print: Print,
): Promise<(SharedPart & { faults: Fault[] }) | { fault: Fault }> {
  const printed = await finishPaper(copy, print)
  if ('fault' in printed) return printed
  const { openPaper } = await import('../../annex/assemble.ts')
  const { pdf, pages, places, faults } = printed
  const part: PaperPart = {
    kind: 'paper',
    paper: await openPaper(pdf, listed.title),
    title: listed.annex === undefined ? listed.title : `${annexLabel(listed.annex)}: ${listed.title}`,
    frame: stampFrame(copy.paper, copy.house),
  }
  const sections = sectionsOf(copy.paper, copy.briefing, copy.house).flatMap(({ id, number, title }) => {
    const page = places.get(id)
    return page === undefined ? [] : [{ number, title, page }]
  })
  return { part, stamped: { pages }, listed: { ...listed, sections }, faults }
}

/** With contents, which are not printed, the paper says where its sections begin. */
function withContents(paper: PaperDefinition): PaperDefinition {
  const { sections } = paper
  if (sections === undefined) return paper
  return { ...paper, sections: ['contents', ...sections.filter((id) => id !== 'contents')] }
}

/** The page by which a paper is known not to have changed, without fonts, which are the same in all papers of a run. */
export const stateOf = ({ paper, briefing, house, look, addressee }: Copy): string =>
  toPage(paper, briefing, house, { ...look, fonts: {} }, undefined, addressee)
