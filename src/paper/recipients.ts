/** To whom the letters of a meeting go. */
import { lastOf } from '../insight/standing.ts'
import type { Meeting, Resolution } from '../model/meeting.ts'
import type { Directory } from './directory.ts'

/** Everyone who was asked, once; not the one who signs the letter, unless he is the only one. */
export function invitedPeople(meeting: Meeting, names: Directory): string[] {
  const { letter_signed_by: own, secretary, chair } = meeting.meeting
  const signer = own ?? secretary ?? chair
  const name = (reference: string): string => names.person(reference).name
  const all = (meeting.attendees ?? []).map(({ person }) => person)
  const once = all.filter((one, index) => all.findIndex((other) => name(other) === name(one)) === index)
  const others = once.filter((one) => signer === undefined || name(one) !== name(signer))
  return others.length > 0 ? others : once
}

/** The resolutions that stand, with their place in the minutes and the bodies they name, by name. */
export function resolutionsOf(
  { resolutions = [] }: Meeting,
  names: Directory,
): { resolution: Resolution; index: number; bodies: string[] }[] {
  return resolutions.flatMap((resolution, index) => {
    if (lastOf(resolution, 'status') === 'cancelled') return []
    const { responsible, cooperating = [] } = resolution
    const bodies = [...(responsible === undefined ? [] : [responsible]), ...cooperating].map(names.body)
    return [{ resolution, index, bodies }]
  })
}

/** The bodies that resolutions name, in the order they are met. */
export function addressedBodies(meeting: Meeting, names: Directory): string[] {
  return [...new Set(resolutionsOf(meeting, names).flatMap(({ bodies }) => bodies))]
}
