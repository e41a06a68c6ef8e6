/** One copy of a paper, printed and finished: the same for every verb that makes papers. */
import type { Briefing } from '../insight/insight.ts'
import type { Fault } from '../model/fault.ts'
import type { PaperDefinition } from '../model/paper.ts'
import type { House } from '../paper/head.ts'
import type { Addressee } from '../paper/paper.ts'
import { toFinished, toPage } from '../pipeline.ts'
import type { Look, Paper } from '../pipeline.ts'
import type { Print } from './press.ts'

export interface Copy {
  paper: PaperDefinition
  briefing: Briefing
  house: House
  look: Look
  addressee?: Addressee | undefined
  /** The meeting file that goes inside, of a paper for archives. */
  source?: { name: string; text: string } | undefined
}

/** The finished paper with warnings of what in it may not be read right, or the fault that keeps it from being one. */
export async function finishPaper(
  { paper, briefing, house, look, addressee, source }: Copy,
  print: Print,
): Promise<(Paper & { faults: Fault[] }) | { fault: Fault }> {
  const printed = await print(paper, (pages) => toPage(paper, briefing, house, look, pages, addressee))
  if ('fault' in printed) return printed
  const finished = toFinished(printed, paper, briefing, house, source)
  return 'fault' in finished ? finished : { ...printed, ...finished }
}
