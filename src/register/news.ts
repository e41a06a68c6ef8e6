/** What a report says, and whether it says anything new. */
import type { ResolutionState } from '../model/choices.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { formatDeadline } from '../persian/deadline.ts'
import type { Deadline } from '../persian/deadline.ts'
import type { Money } from '../persian/money.ts'
import { compareDays } from './days.ts'
import { textKey } from './identity.ts'
import type { EventKind, RegisterEvent } from './register.ts'

/** Whether an event of the day says all that is said again, perhaps in fewer words. */
export function holds(
  event: RegisterEvent,
  news: Partial<RegisterEvent>,
  at: JalaliDate | undefined,
): boolean {
  const alike = (a: string | undefined, b: string | undefined): boolean =>
    a === undefined || (b !== undefined && textKey(a) === textKey(b))
  const status = news.status === 'extended' && event.kind === 'extended' ? undefined : news.status
  return (
    compareDays(event.at, at) === 0 &&
    event.kind !== 'created' &&
    event.kind !== 'amended' &&
    alike(status, event.status) &&
    alike(news.deadline && formatDeadline(news.deadline), event.deadline && formatDeadline(event.deadline)) &&
    alike(news.note, event.note) &&
    alike(news.evidence, event.evidence)
  )
}

/** A deadline put off says nothing of the work. */
export const isWork = (status: ResolutionState | undefined): status is ResolutionState =>
  status !== undefined && status !== 'extended' && status !== 'draft'

/** «issued» of a resolution that nobody has said anything of yet. */
export const isBeginning = (status: ResolutionState, now: ResolutionState | undefined): boolean =>
  status === 'issued' && now === undefined

/** What kind of event the news are: the end of a resolution weighs more than its deadline. */
export function kindOf({ into, status, deadline }: Partial<RegisterEvent>): EventKind {
  if (into !== undefined) return 'merged'
  if (status === 'done' || status === 'cancelled') return status
  return deadline !== undefined || status === 'extended' ? 'extended' : 'progress'
}

/** A deadline in the words of its decision. */
export const written = (deadline: Deadline): string => deadline.written ?? formatDeadline(deadline)

export const sameMoney = (a: Money, b: Money | undefined): boolean =>
  a.amount === b?.amount && a.unit === b.unit
