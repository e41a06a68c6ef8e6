/** One copy of a paper, printed and finished: the same for every verb that makes papers. */
import type { Briefing } from '../insight/insight.ts'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { PaperDefinition } from '../model/paper.ts'
import type { House } from '../paper/head.ts'
import type { Addressee } from '../paper/paper.ts'
import { toFinished, toPage } from '../pipeline.ts'
import type { Enclosure, Look, Paper, SectionPages } from '../pipeline.ts'
import type { Print } from './press.ts'

/** Breaks make pages of what is short before it is printed. */
const mostPages = 2000

export interface Copy {
  paper: PaperDefinition
  briefing: Briefing
  house: House
  look: Look
  addressee?: Addressee | undefined
  /** The meeting file that goes inside, of a paper for archives. */
  source?: { name: string; text: string } | undefined
  /** Files that go inside with it. */
  annexes?: readonly Enclosure[]
}

/** The finished paper with warnings of what in it may not be read right, or the fault that keeps it from being one. */
export async function finishPaper(
  { paper, briefing, house, look, addressee, source, annexes }: Copy,
  print: Print,
): Promise<(Paper & { faults: Fault[] }) | { fault: Fault }> {
  // A pack has contents of its own, for which the paper says where its sections begin.
  const counted = house.pack === undefined ? paper : { ...paper, sections: [] }
  const page = (pages?: SectionPages): string => toPage(paper, briefing, house, look, pages, addressee)
  const printed = await print(counted, page, house.settings.limits?.print_seconds)
  if ('fault' in printed) return printed
  if (printed.pages > mostPages)
    return {
      fault: fault('print/too-long', undefined, { sheets: String(printed.pages), limit: String(mostPages) }),
    }
  const finished = toFinished(printed, paper, briefing, house, source, annexes)
  return 'fault' in finished ? finished : { ...printed, ...finished }
}
