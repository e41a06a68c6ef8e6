/** `jalaseh follow-up list`: the register on the day, or the part of it that is asked for. */
import { compareDates } from '../../persian/calendar.ts'
import { toPersianDigits } from '../../persian/digits.ts'
import { toRecord } from '../../register/record.ts'
import { select, standings } from '../../register/standing.ts'
import type { Standing } from '../../register/standing.ts'
import { recordLine } from '../../register/table.ts'
import { standingOrder } from '../../insight/follow-up.ts'
import type { Asked } from './follow-up.ts'
import { tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { openRegister } from '../open-register.ts'
import type { OpenRegister } from '../open-register.ts'

export async function listResolutions(asked: Asked, json: boolean, host: Host): Promise<ExitCode> {
  const open = await openRegister(host)
  const found = chosen(open, asked)
  const records = found.map(toRecord)
  if (json) {
    const faults = open.faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ resolutions: records, faults }, null, 2))
    return 0
  }
  tell(host, open.faults, open.sources)
  for (const record of records) host.out(recordLine(record, toPersianDigits))
  const all = open.register.resolutions.length
  host.err(
    host.language === 'fa'
      ? toPersianDigits(`${records.length} مصوبه از ${all}`)
      : `${records.length} of ${all} resolutions`,
  )
  return 0
}

/** What is asked for, the most pressing first. */
export function chosen({ register, calendar }: OpenRegister, asked: Asked): Standing[] {
  const found = select(standings(register, calendar), asked, calendar)
  return found.toSorted(
    (a, b) =>
      standingOrder.indexOf(a.entry.standing) - standingOrder.indexOf(b.entry.standing) ||
      b.entry.lateDays - a.entry.lateDays ||
      (a.entry.due && b.entry.due ? compareDates(a.entry.due, b.entry.due) : 0),
  )
}
