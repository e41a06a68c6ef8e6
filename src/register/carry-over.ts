/** Open resolutions of earlier meetings that a briefing must not forget. */
import type { RegisterEntry } from '../insight/follow-up.ts'
import type { Briefing } from '../insight/insight.ts'
import { extensions } from '../insight/standing.ts'
import type { OfficeCalendar } from '../insight/standing.ts'
import { highestOf } from '../model/class.ts'
import type { EarlierResolution, Meeting } from '../model/meeting.ts'
import { idKey, textKey } from './identity.ts'
import { findResolution } from './register.ts'
import type { Register, RegisteredResolution } from './register.ts'
import { isOpen, sameBody, standings, toRow } from './standing.ts'

/** A resolution brought over, as a row of the briefing. */
export interface Carried {
  row: EarlierResolution
  entry: RegisterEntry
  /** In how many meetings it was raised. */
  raised: number
}

/**
 * The open resolutions of the body that meets, and those the file names under `followups`, the most pressing first. Those
 * that the file writes itself are left to it.
 * @param register of what was before this meeting
 */
export function carryOver(meeting: Meeting, register: Register, calendar: OfficeCalendar): Carried[] {
  const { body } = meeting.meeting
  const named = new Set(
    (meeting.followups ?? []).flatMap(({ id }) => findResolution(register, id)?.key ?? []),
  )
  const written = new Set(writtenRows(meeting, register).map(([, { key }]) => key))
  const ours = register.resolutions.filter(
    ({ key, origin }) => !written.has(key) && (named.has(key) || sameBody(origin.body, body)),
  )
  return standings({ ...register, resolutions: ours }, calendar)
    .filter(({ registered: { key }, entry }) => named.has(key) || isOpen(entry))
    .toSorted((a, b) => b.entry.lateDays - a.entry.lateDays)
    .map(({ registered, entry }) => ({
      row: toRow(registered, body),
      entry,
      raised: registered.raised.length,
    }))
}

/** The briefing with what is carried over, and with how often each row it writes itself was raised. */
export function withCarried(briefing: Briefing, register: Register): Briefing {
  const { meeting, calendar } = briefing
  const carried = carryOver(meeting, register, calendar)
  const known = new Map(writtenRows(meeting, register))
  const own = briefing.earlier.map((row) => {
    const raised = known.get(row.resolution)?.raised.length
    return raised === undefined ? row : { ...row, raised }
  })
  const more = carried.map(({ row, entry, raised }) => ({
    resolution: row,
    standing: entry.standing,
    extended: extensions(row),
    raised,
    entry,
  }))
  const levels = carried.flatMap(({ row }) => row.class ?? [])
  return {
    ...briefing,
    earlier: [...own, ...more],
    class: highestOf([briefing.class, ...levels]) ?? briefing.class,
  }
}

/** Rows of the file itself with the resolutions they speak of: by id, else by text. */
function writtenRows(meeting: Meeting, register: Register): [EarlierResolution, RegisteredResolution][] {
  const rows: EarlierResolution[] = [...(meeting.earlier_resolutions ?? []), ...(meeting.resolutions ?? [])]
  const texts = new Map(register.resolutions.map((one) => [textKey(one.text), one]))
  return rows.flatMap((row): [EarlierResolution, RegisteredResolution][] => {
    const ids = [row.id, row.was].flatMap((id) => id ?? [])
    const byId = ids.map((id) => findResolution(register, idKey(id))).find((one) => one !== undefined)
    const found = byId ?? (row.id === undefined ? texts.get(textKey(row.text)) : undefined)
    return found ? [[row, found]] : []
  })
}
