/** Parts that several packs share: each paper and slip sheet is printed once for all who may see the same. */
import { createHash } from 'node:crypto'
import { openPaper } from '../../annex/assemble.ts'
import type { AnnexPart, PaperPart, Part } from '../../annex/assemble.ts'
import type { Fault } from '../../model/fault.ts'
import type { PaperDefinition } from '../../model/paper.ts'
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
    for (const { copy } of this.#papers) hash.update(pageOf(copy))
    for (const file of content.annexes)
      hash
        .update(pageOf(this.#slip(file, 0).copy))
        .update(file.digest)
        .update(file.row.title)
    this.state = hash.digest('hex')
  }

  /** The first call prints. */
  parts(print: Print, open: OpenAnnexes, fit: boolean): Promise<Printed | { fault: Fault }> {
    this.#printed ??= this.#print(print, open, fit)
    return this.#printed
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
    return {
      copy: this.#copy(definition, { slip: { id: row.id, pages } }),
      listed: { title: row.title, annex, pages, sections: [], ...(row.class && { class: row.class }) },
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
  const { pdf, pages, places, faults } = printed
  const part: PaperPart = {
    kind: 'paper',
    paper: await openPaper(pdf, listed.title),
    title: listed.title,
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

const pageOf = ({ paper, briefing, house, look, addressee }: Copy): string =>
  toPage(paper, briefing, house, look, undefined, addressee)
