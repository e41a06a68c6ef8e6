/** The paper of changes for two files that need not name each other. */
import { relative } from 'node:path'
import { deriveBriefing } from '../../insight/insight.ts'
import type { Clock } from '../../insight/insight.ts'
import type { Fault } from '../../model/fault.ts'
import type { Meeting } from '../../model/meeting.ts'
import { faultsOfLooks, lookOf } from '../../workspace/look-of.ts'
import { readAssets, readWorkspace } from '../../workspace/read-workspace.ts'
import { isError } from '../host.ts'
import type { Host } from '../host.ts'
import { makeOne } from '../make-papers.ts'
import type { Made } from '../make-papers.ts'
import { papersFolder } from '../prepare.ts'
import { openPress } from '../press.ts'
import type { Edition } from './read-edition.ts'

/** Written where `build` writes it: `<out>/<name of the newer file>/changes.pdf`. */
export async function printChanges(
  path: string,
  now: Edition,
  before: Meeting,
  clock: Clock,
  out: string,
  host: Host,
): Promise<{ made: Made[]; faults: Fault[] }> {
  if (now.meeting === undefined) return { made: [], faults: [] }
  const workspace = await readWorkspace(path, host.cwd)
  const look = await lookOf(workspace, host.cwd)
  const named = [
    { files: now.files, base: now.base },
    { files: workspace.files, base: workspace.folder },
  ]
  const { emblem, fonts, faults: unsound } = await readAssets(named, workspace.folder)
  const faults = [...faultsOfLooks([look]), ...unsound]
  if (faults.some(isError)) return { made: [], faults }
  const { settings } = workspace
  const briefing = deriveBriefing(now.meeting, settings, clock, before)
  const from = { text: now.text, clock, previous: before, workspace: workspace.folder, base: now.base }
  const prepared = {
    path,
    name: now.name,
    slug: now.slug,
    ready: { briefing, house: { settings, emblem }, fonts, from },
    faults,
    sources: new Map([[now.name, now.text]]),
    words: new Set<string>(),
    look,
  }
  await using press = openPress(host.signal)
  const folder = papersFolder(out, now.slug, host)
  const [result] = await press.run([
    (print) => makeOne(prepared, ['changes'], print, folder, { html: false, archival: false }),
  ])
  const made = (result?.made ?? []).map((paper) => ({
    ...paper,
    file: relative(host.cwd, paper.file) || paper.file,
  }))
  return { made, faults: [...faults, ...(result?.faults ?? [])] }
}
