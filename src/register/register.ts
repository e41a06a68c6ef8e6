/**
 * The register stage: minutes in the order of their days → every resolution with all that was ever said of it. Pure, and
 * total over valid minutes: what it cannot place it reports as a finding.
 */
import type { Class, ResolutionState } from '../model/choices.ts'
import type { EarlierResolution, Meeting } from '../model/meeting.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import type { Deadline } from '../persian/deadline.ts'
import type { Money } from '../persian/money.ts'
import { compareDays } from './days.ts'
import { foldResolution } from './fold.ts'
import { idKey, identify } from './identity.ts'
import { withheldEntries } from './withheld.ts'
import type { Withholding } from './withheld.ts'

/** A file the register is made from. Its id names it for good: the base name of its YAML. */
export interface RegisteredMeeting {
  id: string
  meeting: Meeting
  file: string
  /** No meeting, but a file of the register: its resolutions were decided elsewhere, its reports came between meetings. */
  outside?: boolean
  /** SHA-256 of files of evidence, by their paths as the file writes them. */
  hashes?: ReadonlyMap<string, string>
}

export type EventKind = 'created' | 'amended' | 'progress' | 'extended' | 'done' | 'cancelled' | 'merged'

export interface Evidence {
  path: string
  /** Absent where the file was not there to be read. */
  sha256?: string
}

/** Something that happened to a resolution. Never changed once told: a correction is another event. */
export interface RegisterEvent {
  /** Hash of what happened, whoever tells it: the same news in two minutes is one event. */
  id: string
  /** Key of the resolution. */
  resolution: string
  kind: EventKind
  at?: JalaliDate
  /** Id of the meeting that told it first. */
  source: string
  status?: ResolutionState
  progress?: string
  deadline?: Deadline
  absorbed?: Money
  /** Key or, where it is not known, id of the resolution it became a part of. */
  into?: string
  /** What was amended: field → what it was and what it became. */
  changes?: Record<string, [from: string, to: string]>
  note?: string
  evidence?: string
  files?: Evidence[]
}

export interface Party {
  name: string
  role: 'owner' | 'cooperating'
}

/** Where a resolution comes from. */
export interface Origin {
  meeting: string
  title: string
  body?: string
  session?: number
  date?: JalaliDate
}

/** A resolution as it stands after its last event. */
export interface RegisteredResolution {
  /** Its first id, which never changes. */
  key: string
  /** The id it goes by today, and those it had before. */
  id: string
  former: string[]
  origin: Origin
  text: string
  parties: Party[]
  decided?: JalaliDate
  issued?: JalaliDate
  /** As first decided, corrections included; later ones are in the events. */
  deadline?: Deadline
  status?: ResolutionState
  progress?: string
  credit?: { promised: Money; absorbed?: Money }
  /** Key or id of the resolution it became a part of. */
  into?: string
  events: RegisterEvent[]
  /** Ids of the meetings in which it was raised. */
  raised: string[]
  /** The highest class of what was said of it: its own, else that of the minutes; absent where nobody named one. */
  class?: Class
}

/** A warning at a path of a file. */
export interface RegisterFinding {
  code: 'register/unknown' | 'register/was-unknown' | 'register/id-twice'
  file: string
  path: string
  values: Record<string, string>
}

export interface Register {
  /** In the order in which they were decided. */
  resolutions: RegisteredResolution[]
  findings: RegisterFinding[]
}

/** A resolution as a row of a meeting file, whose own words name its bodies. */
export type Row = EarlierResolution

/**
 * The register that files give. Editions of one meeting share its id and stand in the order of their issue; the same
 * edition twice adds nothing. Drafts of resolutions are not in it.
 * @param withholding what of each meeting is withheld; findings are of the whole
 */
export function deriveRegister(meetings: readonly RegisteredMeeting[], withholding?: Withholding): Register {
  const { entries, findings } = identify(inOrder(meetings))
  const told = withholding ? withheldEntries(entries, meetings, withholding) : entries
  return { resolutions: told.map(foldResolution), findings }
}

/** By any of its ids, the one of today first. */
export function findResolution(register: Register, id: string): RegisteredResolution | undefined {
  const index = indexes.get(register) ?? indexOf(register)
  indexes.set(register, index)
  return index.get(idKey(id))
}

const indexes = new WeakMap<Register, Map<string, RegisteredResolution>>()

function indexOf({ resolutions }: Register): Map<string, RegisteredResolution> {
  const before = resolutions.flatMap((one) => [one.key, ...one.former].map((id) => [id, one] as const))
  const today = resolutions.map((one) => [one.id, one] as const)
  return new Map([...before, ...today].map(([id, one]) => [idKey(id), one]))
}

/** Every event, by its day; those without one last. */
export function eventsOf({ resolutions }: Register): RegisterEvent[] {
  return resolutions.flatMap(({ events }) => events).toSorted((a, b) => compareDays(a.at, b.at))
}

/** By the day of the meeting; editions of one meeting, and meetings of one day, as they are given. */
function inOrder(meetings: readonly RegisteredMeeting[]): RegisteredMeeting[] {
  return meetings.toSorted((a, b) => compareDays(a.meeting.meeting.date, b.meeting.meeting.date))
}
