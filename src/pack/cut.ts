/** A meeting on the way to one recipient: what of it is already known to be withheld. */
import type { Class } from '../model/choices.ts'
import type { Meeting } from '../model/meeting.ts'
import { searchKey } from '../persian/search-key.ts'
import { isAbove, meetingClass } from '../model/class.ts'
import { isWithin } from '../model/without.ts'
import { referencesIn } from './references.ts'
import type { Reference } from './references.ts'

export interface Cut {
  meeting: Meeting
  clearance: Class
  /** The class of the meeting, which every piece has that names none. */
  level: Class
  references: readonly Reference[]
  /** Paths that are withheld; with a path, all that lies below it. */
  gone: Set<string>
}

export function cutOf(meeting: Meeting, clearance: Class, unsaid: Class): Cut {
  return {
    meeting,
    clearance,
    level: meetingClass(meeting, unsaid),
    references: referencesIn(meeting),
    gone: new Set(),
  }
}

/** Whether a piece with this class, or with none, is above the recipient. */
export const isTooHigh = ({ level, clearance }: Cut, own: Class | undefined): boolean =>
  isAbove(own ?? level, clearance)

/** Whether it, or what it is a part of, is withheld. */
export const isGone = ({ gone }: Pick<Cut, 'gone'>, path: string): boolean => isWithin(gone, path)

/**
 * One spelling of an id or name, for what is withheld. A name that is only spelled like that of a row still tells of it;
 * but nothing is kept for the sake of such a name.
 */
export const looseKey = (name: string): string => searchKey(name).replaceAll(' ', '')
