/** The id of an event: a hash of what happened. Who tells it, and whether its evidence could be read, does not count. */
import { createHash } from 'node:crypto'
import { formatDeadline } from '../persian/deadline.ts'
import { textKey } from './identity.ts'
import type { RegisterEvent } from './register.ts'

/** 32 hex digits, half of a SHA-256. An amendment is the word of one meeting, so its source counts. */
export function eventId(event: Omit<RegisterEvent, 'id'>): string {
  const { at, deadline, absorbed, note, evidence, files } = event
  const said = [
    event.resolution,
    event.kind,
    at ? [at.y, at.m, at.d] : null,
    event.status ?? null,
    event.progress ?? null,
    deadline ? formatDeadline(deadline) : null,
    absorbed ? [absorbed.amount, absorbed.unit] : null,
    event.into ?? null,
    Object.entries(event.changes ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    note === undefined ? null : textKey(note),
    evidence === undefined ? null : textKey(evidence),
    (files ?? []).map(({ path }) => path).toSorted(),
    event.kind === 'amended' ? event.source : null,
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32)
}
