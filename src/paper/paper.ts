/** Which papers a meeting calls for, and what stands in the way of the others. */
import type { Briefing } from '../insight/insight.ts'
import type { Need, PaperDefinition } from '../model/paper.ts'
import { directory } from './directory.ts'
import { safeName } from './file-name.ts'
import { addressedBodies, invitedPeople } from './recipients.ts'

/** To whom a copy of a paper is written: a person by reference, a body by name. */
export type Addressee = { person: string } | { body: string }

/** The needs of a paper that a meeting does not meet. */
export function missingNeeds({ needs = [] }: PaperDefinition, { meeting, changes }: Briefing): Need[] {
  const filled = (rows: unknown[] | undefined): boolean => (rows?.length ?? 0) > 0
  const met: Record<Need, boolean> = {
    agenda: filled(meeting.agenda),
    attendees: filled(meeting.attendees),
    statistics: filled(meeting.statistics),
    statements: filled(meeting.statements),
    resolutions: filled(meeting.resolutions),
    register: filled(meeting.resolutions) || filled(meeting.earlier_resolutions),
    addressed: addressedBodies(meeting, directory(meeting)).length > 0,
    previous: changes !== undefined,
  }
  return needs.filter((need) => !met[need])
}

/** The copies of a paper, each with its name below the meeting's folder and without an ending. */
export function copiesOf(
  { kind, each = 'meeting' }: PaperDefinition,
  { meeting }: Briefing,
): { name: string; for?: Addressee }[] {
  if (each === 'meeting') return [{ name: kind }]
  const names = directory(meeting)
  const to: { title: string; for: Addressee }[] =
    each === 'person'
      ? invitedPeople(meeting, names).map((person) => ({ title: names.person(person).name, for: { person } }))
      : addressedBodies(meeting, names).map((body) => ({ title: body, for: { body } }))
  const places = String(to.length).length
  // The number keeps apart what a system without upper and lower case would not.
  return to.map(({ title, for: addressee }, index) => ({
    name: `${kind}/${String(index + 1).padStart(places, '0')}-${safeName(title)}`,
    for: addressee,
  }))
}

/** Those that are papers by themselves, and no parts that only packs have. */
export const standalone = (papers: readonly PaperDefinition[]): PaperDefinition[] =>
  papers.filter((paper) => paper.default !== 'pack')

/** Papers built unasked, by the state of the meeting. */
export function defaultPapers(papers: PaperDefinition[], { meeting }: Briefing): PaperDefinition[] {
  const state = meeting.meeting.status ?? 'draft'
  return papers.filter((paper) => paper.default === state)
}
