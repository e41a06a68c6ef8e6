/** Figures of a meeting file that another meeting file of its workspace tells otherwise. */
import { dirname, relative, resolve } from 'node:path'
import { contradictionsAcross, datedValues, inScaleOf } from '../../insight/contradictions.ts'
import { warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import type { Meeting } from '../../model/meeting.ts'
import { readMeeting } from '../../source/source.ts'
import type { Source } from '../../source/source.ts'
import { meetingFiles } from '../../workspace/meeting-files.ts'
import { nearestFolder } from '../../workspace/read-workspace.ts'
import type { Host } from '../host.ts'
import type { Prepared } from '../prepare.ts'

/** Reading a file takes some ten milliseconds: the newest of a year of five bodies, then no more. */
const mostFiles = 60
const withFigures = /^[ \t]*["']?(?:statistics|آمار|شاخص)/m

/** Meeting files of workspaces, each read once however many files are checked. */
export class Neighbours {
  readonly host: Host
  readonly folders = new Map<string, Promise<{ path: string; text: string }[]>>()
  readonly read = new Map<string, Source<Meeting>>()

  constructor(host: Host) {
    this.host = host
  }

  /**
   * Warnings `statistic/contradiction-across`, at the value here and with the place of the other; `statistic/not-compared`
   * where the workspace has more files than are read. None for a file that lies in no workspace.
   */
  async faultsOf({ path, name, ready, sources }: Prepared): Promise<Fault[]> {
    const { cwd } = this.host
    const file = resolve(cwd, path)
    const workspace = nearestFolder(dirname(file))
    const text = sources.get(name)
    if (ready === undefined || workspace === undefined || text === undefined) return []
    const { meeting } = ready.briefing
    if (datedValues(meeting).length === 0) return []
    const all = await this.filesOf(workspace)
    const others = all.filter((one) => one.path !== file && withFigures.test(one.text))
    const read = others.slice(0, mostFiles).flatMap((one) => {
      const source = this.sourceOf(one)
      return source.value ? [{ meeting: source.value, spans: source.spans }] : []
    })
    const { spans } = readMeeting(text, name)
    const found = contradictionsAcross(
      meeting,
      read.map((one) => one.meeting),
    ).map(({ here, there, other }): Fault => {
      const place = read[other]?.spans.get(there.path)
      return warning('statistic/contradiction-across', spans.get(here.path), {
        label: here.path.endsWith('target.value') ? `هدف: ${here.label}` : here.label,
        first: inScaleOf(here, here),
        second: inScaleOf(here, there),
        place: place ? `${place.file}:${place.line}:${place.column}` : '',
      })
    })
    const left = others.length - mostFiles
    return left > 0
      ? [...found, warning('statistic/not-compared', undefined, { file: name, count: String(left) })]
      : found
  }

  filesOf(workspace: string): Promise<{ path: string; text: string }[]> {
    const known = this.folders.get(workspace) ?? meetingFiles(workspace)
    this.folders.set(workspace, known)
    return known
  }

  sourceOf({ path, text }: { path: string; text: string }): Source<Meeting> {
    const known = this.read.get(path) ?? readMeeting(text, relative(this.host.cwd, path) || path)
    this.read.set(path, known)
    return known
  }
}
