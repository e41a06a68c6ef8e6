/** Security classes: which is the higher one, what a pack has, and what a recipient may see. */
import { classes } from './choices.ts'
import type { Class } from './choices.ts'
import type { Meeting, Person } from './meeting.ts'

/** The lowest first. */
export const classOrder = Object.keys(classes) as readonly Class[]

export const lowestClass: Class = 'normal'

export const isAbove = (one: Class, other: Class): boolean =>
  classOrder.indexOf(one) > classOrder.indexOf(other)

/** Undefined where there are none. */
export function highestOf(all: readonly Class[]): Class | undefined {
  return classOrder.findLast((one) => all.includes(one))
}

/** The class of the meeting itself, and of every piece that names none. */
export const meetingClass = ({ meeting }: Meeting, unsaid: Class): Class => meeting.class ?? unsaid

/**
 * The class of a pack is that of its highest piece (regulation of 1354, article 2).
 * @param unsaid class of a meeting that names none: that of the office's settings
 */
export function classOf(meeting: Meeting, unsaid: Class = lowestClass): Class {
  const rows = Object.values(meeting).filter(Array.isArray).flat() as unknown[]
  const own = rows.flatMap((row) => (hasClass(row) ? row.class : []))
  return highestOf([meetingClass(meeting, unsaid), ...own]) ?? unsaid
}

const hasClass = (row: unknown): row is { class: Class } =>
  typeof row === 'object' && row !== null && 'class' in row && row.class !== undefined

type Recipient = NonNullable<Meeting['distribution']>[number]

/**
 * What the distribution says, else the person's own row. Undefined where nobody has said what he may see; of two people
 * of one name he may be the one who may see less.
 */
export function clearanceOf(meeting: Meeting, { to, ceiling }: Recipient): Class | undefined {
  const said = ceiling === undefined ? peopleNamed(meeting, to).map((row) => row.ceiling) : [ceiling]
  return said.includes(undefined) ? undefined : classOrder.find((one) => said.includes(one))
}

/** The person with this id, else all of this name. */
export function peopleNamed({ people = [] }: Meeting, reference: string): readonly Person[] {
  const byId = people.filter(({ id }) => id === reference)
  return byId.length > 0 ? byId : people.filter(({ name }) => name === reference)
}
