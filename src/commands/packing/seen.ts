/** The meeting as those of one clearance may see it: rebuilt from its data, and everything derived anew from that. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { deriveBriefing } from '../../insight/insight.ts'
import type { Briefing } from '../../insight/insight.ts'
import type { Class } from '../../model/choices.ts'
import type { Meeting } from '../../model/meeting.ts'
import type { House } from '../../paper/head.ts'
import { toldOf } from '../../pack/told.ts'
import { rules as allRules } from '../../pack/rules.ts'
import { unnamed, withhold } from '../../pack/withhold.ts'
import { toBriefing } from '../../pipeline.ts'
import { rebuildSource } from '../../source/rebuild.ts'
import { carried } from '../carry.ts'
import type { Host } from '../host.ts'
import type { Prepared } from '../prepare.ts'

export interface Seen {
  /** Undefined for the office itself, which sees all. */
  clearance: Class | undefined
  /** The meeting file without what is withheld, and what it is called. */
  text: string
  name: string
  briefing: Briefing
  house: House
  /** What the recipient is told of it; '' where nothing is missing, or nothing is said. */
  told: string
  /** Whether nothing is left of the meeting, and no piece either. */
  empty: boolean
}

/** A file's name often says what its meeting is about. */
const unnamedFile = 'meeting.yaml'

/** @param clearance undefined for the office itself */
export async function seenBy(
  clearance: Class | undefined,
  prepared: Prepared,
  host: Host,
  rules = allRules,
): Promise<Seen> {
  const { ready, name, slug } = prepared
  if (ready === undefined) throw new Error('a file with faults was to be packed')
  const { briefing, house, from } = ready
  if (clearance === undefined)
    return { clearance, text: from.text, name: basename(name), briefing, house, told: '', empty: false }
  const { settings } = house
  const withholding = (meeting: Meeting): ReturnType<typeof withhold> =>
    withhold(meeting, clearance, { unsaid: settings.class, rules })
  const { meeting, withheld } = withholding(briefing.meeting)
  const paths = withheld.map(({ path }) => path)
  const isUnnamed = paths.includes('meeting')
  // Even where nothing is withheld: what is written in comments is for the office.
  const text = rebuildSource(from.text, name, paths, unnamed)
  const read = toBriefing(text, name, settings, from.clock).briefing
  if (!isDeepStrictEqual(read?.meeting, meeting)) throw new Error('the rebuilt file says something else')
  const previous = from.previous && withholding(from.previous).meeting
  const derived = deriveBriefing(meeting, settings, from.clock, previous)
  const file = { id: slug, name, text }
  const whole = await carried(derived, file, from.workspace, host, { withheld: withholding })
  return {
    clearance,
    text,
    name: isUnnamed ? unnamedFile : basename(name),
    briefing: whole.briefing,
    // An emblem may be the meeting's own.
    house: {
      ...house,
      ...(paths.includes('office') && { emblem: '' }),
      sourceHash: createHash('sha256').update(text).digest('hex'),
    },
    told: settings.withheld === 'told' ? toldOf(withheld) : '',
    empty: isUnnamed && !hasPieces(meeting),
  }
}

/** People and bodies are there to be named by pieces. */
const hasPieces = (meeting: Meeting): boolean =>
  Object.entries(meeting).some(
    ([table, rows]) => Array.isArray(rows) && table !== 'people' && table !== 'bodies',
  )
