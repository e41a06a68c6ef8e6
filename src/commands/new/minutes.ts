/** `jalaseh new minutes --from <briefing>`: minutes to be filled in after the meeting, beside its briefing. */
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { registerEntry } from '../../insight/follow-up.ts'
import type { RegisterEntry } from '../../insight/follow-up.ts'
import type { Briefing } from '../../insight/insight.ts'
import type { OfficeCalendar } from '../../insight/standing.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { deadlineText } from '../../paper/deadlines.ts'
import { directory } from '../../paper/directory.ts'
import { toLatinDigits, toPersianDigits } from '../../persian/digits.ts'
import { minutesSkeleton } from '../../source/minutes-skeleton.ts'
import type { OpenItem } from '../../source/minutes-skeleton.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import { exitCode, isError, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { isFileName } from './new.ts'
import { prepare } from '../prepare.ts'

/** @param slug name of the minutes; that of the briefing with «-minutes» unless given. Never overwrites. */
export async function newMinutes(from: string, slug: string | undefined, host: Host): Promise<ExitCode> {
  const prepared = await prepare(from, host)
  const refused = (faults: Fault[]): ExitCode => {
    tell(host, faults, prepared.sources)
    return exitCode(faults)
  }
  const text = prepared.sources.get(prepared.name)
  if (prepared.ready === undefined || text === undefined) return refused(prepared.faults.filter(isError))
  if (slug !== undefined && !isFileName(slug))
    return refused([fault('output/name', undefined, { name: slug })])
  const name = `${slug?.replace(/\.yaml$/, '') ?? `${basename(from, extname(from))}-minutes`}.yaml`
  const path = join(dirname(resolve(host.cwd, from)), name)
  const shown = relative(host.cwd, path) || path
  if (existsSync(path)) {
    const present = [fault('output/exists', undefined, { path: shown })]
    tell(host, present, new Map())
    return 2
  }
  const { briefing } = prepared.ready
  const open = openItems(briefing)
  const minutes = minutesSkeleton(text, briefing.meeting, open, { file: basename(from), minutes: shown })
  try {
    await writeWhole(path, minutes)
  } catch (error) {
    if (error instanceof WriteFailure) return refused([error.fault])
    throw error
  }
  host.out(shown)
  return 0
}

/** Those that the briefing names and those that the register carries over to it. */
function openItems({ meeting, calendar, earlier }: Briefing): OpenItem[] {
  const names = directory(meeting)
  const written = meeting.earlier_resolutions?.length ?? 0
  return earlier.flatMap(({ resolution, raised }, index): OpenItem[] => {
    const entry = registerEntry(resolution, calendar)
    if (!isOpen(entry)) return []
    // What no other file holds would be lost with the briefing.
    const row = index < written && raised === undefined ? index : undefined
    return [{ ...openItem(entry, names.body, calendar), row }]
  })
}

const isOpen = ({ standing }: RegisterEntry): boolean => standing !== 'done' && standing !== 'stopped'

function openItem(
  { resolution, progress }: RegisterEntry,
  body: (name?: string) => string,
  calendar: OfficeCalendar,
): OpenItem {
  const { id, text, responsible, credit } = resolution
  return {
    id: id === undefined ? undefined : toLatinDigits(id),
    text: text.replace(/[.؛\s]+$/, ''),
    responsible: body(responsible) || undefined,
    deadline: deadlineText(resolution, calendar) || undefined,
    progress: progress && `${toPersianDigits(progress.toFixed()).replace('.', '٫')}٪`,
    hasCredit: credit !== undefined,
  }
}
