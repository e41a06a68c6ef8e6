/**
 * The meeting as one recipient may see it: rebuilt without the pieces above his class, as if they had never been written.
 * Everything else is derived from what this gives, so that no sum, count or finding tells of them.
 */
import type { Class } from '../model/choices.ts'
import type { Meeting } from '../model/meeting.ts'
import { lowestClass } from '../model/class.ts'
import { without } from '../model/without.ts'
import { cutOf, isGone } from './cut.ts'
import { rules as allRules } from './rules.ts'
import type { Rule } from './rules.ts'

/** Something left out: what for and where, and not a word of it. */
export interface Withheld {
  rule: Rule['id']
  /** Its place in the whole meeting: `annexes.2`, `people.0.phone`. */
  path: string
}

/** The meeting of someone who may see nothing of it but pieces of a lower class. */
export const unnamed: Meeting['meeting'] = { title: 'جلسه', class: lowestClass }

/**
 * Total; the meeting given is not changed. The class to print is `classOf` what is returned.
 * @param clearance the highest class the recipient may see
 * @param unsaid class of a meeting that names none: that of the office's settings
 */
export function withhold(
  meeting: Meeting,
  clearance: Class,
  { unsaid = lowestClass, rules = allRules }: { unsaid?: Class; rules?: readonly Rule[] } = {},
): { meeting: Meeting; withheld: Withheld[] } {
  const cut = cutOf(meeting, clearance, unsaid)
  const withheld = rules.flatMap(({ id, finds }) => {
    const found = finds(cut).filter((path) => !isGone(cut, path))
    for (const path of found) cut.gone.add(path)
    return found.map((path) => ({ rule: id, path }))
  })
  const rest = without(meeting, cut.gone) as Partial<Meeting>
  return { meeting: { ...rest, meeting: rest.meeting ?? unnamed }, withheld }
}
