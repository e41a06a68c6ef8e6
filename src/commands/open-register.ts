/** The register of the office one stands in, as it stands on the day; the tables of its catalogue follow the files. */
import { join, resolve } from 'node:path'
import { deriveBriefing } from '../insight/insight.ts'
import type { OfficeCalendar } from '../insight/standing.ts'
import type { Settings } from '../model/settings.ts'
import { todayInTehran } from '../persian/calendar.ts'
import type { Workspace } from '../workspace/read-workspace.ts'
import { readHolidayYears } from '../workspace/read-holidays.ts'
import { nearestFolder, readWorkspace } from '../workspace/read-workspace.ts'
import type { Host } from './host.ts'
import { readRegister } from './read-register.ts'
import type { ReadRegister } from './read-register.ts'
import { storeTables } from './register-store.ts'

export interface OpenRegister extends ReadRegister {
  workspace: Workspace
  settings: Settings
  calendar: OfficeCalendar
  holidays: OfficeCalendar['holidays']
}

export async function openRegister(host: Host): Promise<OpenRegister> {
  const folder = workspaceOf(host)
  const workspace = await readWorkspace(join(folder, 'jalaseh.yaml'), host.cwd)
  const [read, years] = await Promise.all([readRegister(folder, host), readHolidayYears(folder, host.cwd)])
  const { settings } = workspace
  const clock = { today: todayInTehran(host.now), holidays: years.years }
  const { calendar } = deriveBriefing({ meeting: { title: '' } }, settings, clock)
  const stored = await storeTables(folder, read.register)
  const faults = [...workspace.faults, ...years.faults, ...read.faults, ...stored]
  const sources = new Map([...workspace.sources, ...years.sources, ...read.sources])
  return { ...read, workspace, settings, calendar, holidays: years.years, faults, sources }
}

/** The folder with the nearest `jalaseh.yaml`, else the current one. */
export const workspaceOf = ({ cwd }: Host): string => nearestFolder(resolve(cwd)) ?? resolve(cwd)
