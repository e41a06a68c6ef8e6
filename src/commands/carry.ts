/** Brings the open resolutions of earlier meetings into a briefing, from the archive and the data folder around it. */
import type { Briefing } from '../insight/insight.ts'
import { warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { withCarried } from '../register/carry-over.ts'
import { idKey } from '../register/identity.ts'
import { findResolution } from '../register/register.ts'
import type { Register } from '../register/register.ts'
import type { Withholding } from '../register/withheld.ts'
import { readMeeting } from '../source/source.ts'
import type { Host } from './host.ts'
import { readRegister } from './read-register.ts'

/**
 * The briefing as it was where there is nothing to bring. Warnings: `register/unreadable`, and `register/unknown` for a
 * report of a resolution that nobody knows.
 * @param file whose own editions do not count; its id is its base name
 * @param withheld for the briefing of one recipient, itself without what he may not see: what of each earlier meeting he may not
 */
export async function carried(
  briefing: Briefing,
  file: { id: string; name: string; text: string },
  workspace: string,
  host: Host,
  { withheld }: { withheld?: Withholding } = {},
): Promise<{ briefing: Briefing; faults: Fault[] }> {
  const day = briefing.meeting.meeting.date
  const { register, faults } = await readRegister(workspace, host, { day, id: file.id }, withheld)
  // What keeps the other files from being read is theirs to tell, not this one's.
  const unread = faults.filter(({ code }) => code === 'register/unreadable')
  // What is withheld is not unknown.
  const strange = withheld ? [] : unknownIds(briefing, register)
  const { spans } = strange.length > 0 ? readMeeting(file.text, file.name) : { spans: new Map() }
  const told = strange.map(({ index, id }) =>
    warning('register/unknown', spans.get(`followups.${index}.id`), { id }),
  )
  return { briefing: withCarried(briefing, register), faults: [...unread, ...told] }
}

function unknownIds({ meeting }: Briefing, register: Register): { index: number; id: string }[] {
  const own = new Set(
    [...(meeting.earlier_resolutions ?? []), ...(meeting.resolutions ?? [])].flatMap(({ id }) =>
      id === undefined ? [] : [idKey(id)],
    ),
  )
  return (meeting.followups ?? []).flatMap(({ id }, index) =>
    own.has(idKey(id)) || findResolution(register, id) ? [] : [{ index, id }],
  )
}
