/** How a resolution stands, in words. */
import type { RegisterEntry } from '../insight/follow-up.ts'
import { workStatus } from '../insight/standing.ts'
import type { Standing } from '../insight/standing.ts'
import { resolutionStates } from '../model/choices.ts'
import type { ResolutionState } from '../model/choices.ts'
import type { Labels } from '../model/glossary.ts'
import type { Status } from './view.ts'

export function standingWords(labels: Labels): Record<Standing, string> {
  return {
    done: labels.done,
    running: labels.in_progress,
    open: labels.not_begun,
    late: labels.overdue,
    stopped: labels.stopped,
  }
}

/** The words that may be written for each way to stand; any other gives way to that of the standing. */
const written: Partial<Record<Standing, ResolutionState[]>> = {
  done: ['done'],
  running: ['in-progress', 'partly-done', 'ongoing'],
  open: ['draft', 'issued', 'not-started'],
  stopped: ['suspended', 'cancelled'],
}

/** The word that was written where it says how the resolution stands, else that of its standing. */
export function statusOf({ resolution, standing: shape }: RegisterEntry, labels: Labels): Status {
  const status = workStatus(resolution)
  const fits = status !== undefined && written[shape]?.includes(status)
  return { word: fits ? resolutionStates[status] : standingWords(labels)[shape], shape }
}
