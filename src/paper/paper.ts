/** Which papers a meeting calls for, and what stands in the way of the others. */
import type { Briefing } from '../insight/insight.ts'
import type { Need, PaperDefinition } from '../model/paper.ts'

/** The needs of a paper that a meeting does not meet. */
export function missingNeeds({ needs = [] }: PaperDefinition, { meeting }: Briefing): Need[] {
  const filled = (rows: unknown[] | undefined): boolean => (rows?.length ?? 0) > 0
  const met: Record<Need, boolean> = {
    agenda: filled(meeting.agenda),
    attendees: filled(meeting.attendees),
    statistics: filled(meeting.statistics),
    statements: filled(meeting.statements),
    resolutions: filled(meeting.resolutions),
    register: filled(meeting.resolutions) || filled(meeting.earlier_resolutions),
    previous: false,
  }
  return needs.filter((need) => !met[need])
}

/** Papers built unasked, by the state of the meeting. */
export function defaultPapers(papers: PaperDefinition[], { meeting }: Briefing): PaperDefinition[] {
  const state = meeting.meeting.status ?? 'draft'
  return papers.filter((paper) => paper.default === state)
}
