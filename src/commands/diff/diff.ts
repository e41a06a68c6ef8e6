/** `jalaseh diff <a> <b>`: what is other in meaning, from the older file to the newer one. */
import { deriveDifferences } from '../../insight/differences.ts'
import type { Clock } from '../../insight/insight.ts'
import type { Fault } from '../../model/fault.ts'
import type { Meeting } from '../../model/meeting.ts'
import { compareDates, todayInTehran } from '../../persian/calendar.ts'
import { toBriefing } from '../../pipeline.ts'
import { readHolidayYears } from '../../workspace/read-holidays.ts'
import { readWorkspace } from '../../workspace/read-workspace.ts'
import { diffLines } from './text.ts'
import { exitCode, isError, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { readEdition } from './read-edition.ts'
import type { Edition } from './read-edition.ts'
import { reportOf } from '../../paper/differences/report-differences.ts'

export interface DiffOptions {
  json: boolean
  /** Prints the paper of changes, too. */
  paper: boolean
  out: string
}

/** Either file may be a YAML file or a paper for archives. Exit 0 with differences or without. */
export async function diff(
  [older, newer]: readonly [string, string],
  options: DiffOptions,
  host: Host,
): Promise<ExitCode> {
  const [before, now] = await Promise.all([readEdition(older, host), readEdition(newer, host)])
  const { settings, folder, faults: unread } = await readWorkspace(newer, host.cwd)
  const holidays = await readHolidayYears(folder, host.cwd)
  const faults = [...before.faults, ...now.faults, ...unread, ...holidays.faults].filter(
    (one) => isError(one) || one.code.startsWith('verify/'),
  )
  const sources = new Map([before, now].map(({ name, text }) => [name, text]))
  const both =
    before.meeting && now.meeting
      ? { before: numbered(before.meeting, before.slug), now: now.meeting }
      : undefined
  const clock = { today: judgedOn(now.meeting, host), holidays: holidays.years }
  const calendar = both && toBriefing(now.text, now.name, settings, clock).briefing?.calendar
  if (both === undefined || calendar === undefined || faults.some(isError))
    return ended({ faults, sources }, options, host)

  const found = deriveDifferences(both.now, both.before, calendar)
  const paper = options.paper ? await printed(newer, now, both.before, clock, options, host) : undefined
  faults.push(...(paper?.faults ?? []))
  const language = options.json ? 'en' : host.language
  const report = reportOf(
    found,
    { name: before.name, meeting: both.before },
    { name: now.name, meeting: both.now },
    language,
  )
  if (options.json) {
    const told = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ ...report, ...(paper && { papers: paper.made }), faults: told }, null, 2))
    return exitCode(faults)
  }
  tell(host, faults, sources)
  host.out(diffLines(report, language).join('\n'))
  for (const { file } of paper?.made ?? []) host.out(file)
  return exitCode(faults)
}

/** Later minutes report on a resolution without an id by the name of its file and its number, as in the register. */
function numbered(meeting: Meeting, file: string): Meeting {
  const { resolutions } = meeting
  if (resolutions === undefined) return meeting
  return {
    ...meeting,
    resolutions: resolutions.map((row, index) => ({ ...row, id: row.id ?? `${file}/${index + 1}` })),
  }
}

/** A file of the past is judged by its own day, so that the answer is the same tomorrow. */
function judgedOn(meeting: Meeting | undefined, host: Host): Clock['today'] {
  const today = todayInTehran(host.now)
  const day = meeting?.meeting.date
  return day && compareDates(day, today) < 0 ? day : today
}

async function printed(
  path: string,
  now: Edition,
  before: Meeting,
  clock: Clock,
  { out }: DiffOptions,
  host: Host,
): Promise<{ made: { file: string }[]; faults: Fault[] }> {
  const { printChanges } = await import('./paper.ts')
  return printChanges(path, now, before, clock, out, host)
}

function ended(
  { faults, sources }: { faults: Fault[]; sources: Map<string, string> },
  { json }: DiffOptions,
  host: Host,
): ExitCode {
  if (json) host.out(JSON.stringify({ faults: faults.map((one) => toJson(one, host.language)) }, null, 2))
  else tell(host, faults, sources)
  return exitCode(faults)
}
