/** Reads one meeting file with its workspace and the files both name. */
import { createHash } from 'node:crypto'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { archiveName, readHead } from '../archive/chain.ts'
import { deriveBriefing } from '../insight/insight.ts'
import type { Briefing, Clock } from '../insight/insight.ts'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Meeting } from '../model/meeting.ts'
import { folderName } from '../paper/file-name.ts'
import type { House } from '../paper/head.ts'
import { todayInTehran } from '../persian/calendar.ts'
import { toBriefing } from '../pipeline.ts'
import type { Mention } from '../source/tree.ts'
import { lookOf } from '../workspace/look-of.ts'
import type { LookFiles } from '../workspace/read-look.ts'
import { readHolidayYears } from '../workspace/read-holidays.ts'
import { readText } from '../workspace/read-text.ts'
import { nearestFolder, readAssets, readWorkspace } from '../workspace/read-workspace.ts'
import type { Host } from './host.ts'
import { readPrevious } from './previous.ts'

export interface Origin {
  text: string
  clock: Clock
  previous?: Meeting
  /** Folders: of the workspace, and of the meeting file, from which the paths in it count. */
  workspace: string
  base: string
}

export interface Prepared {
  /** As it was given, and as messages show it. */
  path: string
  name: string
  /** Name of its file, without the ending. */
  slug: string
  /** Absent where a fault is an error. */
  ready?: {
    briefing: Briefing
    house: House
    fonts: Record<string, string>
    /** What else it was derived from, for whoever derives it anew for one recipient. */
    from: Origin
  }
  faults: Fault[]
  sources: Map<string, string>
  /** Words of the workspace that proofreading leaves alone. */
  words: ReadonlySet<string>
  /** Templates, styles and papers of its workspace. */
  look: LookFiles
}

export async function prepare(path: string, host: Host): Promise<Prepared> {
  const name = shownPath(path, host.cwd)
  const slug = basename(path, extname(path))
  const base = dirname(resolve(host.cwd, path))
  const [workspace, read] = await Promise.all([
    readWorkspace(path, host.cwd),
    readText(resolve(host.cwd, path)),
  ])
  const sources = new Map(workspace.sources)
  const look = await lookOf(workspace, host.cwd)
  const nothing = { path, name, slug, sources, look, words: new Set(workspace.settings.words ?? []) }
  if ('fault' in read) {
    const { code, span, values } = read.fault
    const named = fault(code, span && { ...span, file: name }, { ...values, file: name })
    return { ...nothing, faults: [...workspace.faults, named] }
  }
  sources.set(name, read.text)
  const { settings } = workspace
  const holidays = await readHolidayYears(workspace.folder, host.cwd)
  for (const [file, text] of holidays.sources) sources.set(file, text)
  const clock = { today: todayInTehran(host.now), holidays: holidays.years }
  const { briefing, faults, files } = toBriefing(read.text, name, settings, clock)
  const named = [
    { files, base },
    { files: workspace.files, base: workspace.folder },
  ]
  const { emblem, fonts, faults: unsound } = await readAssets(named, workspace.folder)
  if (Object.keys(fonts).length > 0) unsound.push(...(await unreadable(fonts, workspace.files)))
  const previous =
    unsound.length > 0 ? { faults: [] } : await readPrevious(files, base, workspace.folder, host.cwd)
  for (const [file, text] of previous.sources ?? []) sources.set(file, text)
  const all = [...workspace.faults, ...holidays.faults, ...faults, ...unsound, ...previous.faults]
  if (briefing === undefined || all.some(({ severity }) => severity === 'error'))
    return { ...nothing, faults: all }
  const compared = previous.meeting
    ? deriveBriefing(briefing.meeting, settings, clock, previous.meeting)
    : briefing
  // A file that lies in no workspace has no register, and does not wait for its code.
  const whole = nearestFolder(base)
    ? await (
        await import('./carry.ts')
      ).carried(compared, { id: slug, name, text: read.text }, workspace.folder, host)
    : { briefing: compared, faults: [] }
  return {
    ...nothing,
    faults: [...all, ...whole.faults],
    ready: {
      briefing: whole.briefing,
      house: {
        settings,
        emblem,
        sourceHash: createHash('sha256').update(read.text).digest('hex'),
        archived: await archivedIn(workspace.folder),
      },
      fonts,
      from: {
        text: read.text,
        clock,
        ...(previous.meeting && { previous: previous.meeting }),
        workspace: workspace.folder,
        base,
      },
    },
  }
}

/** What an archive that cannot be read says is told by `archive verify`; the paper then says nothing of it. */
async function archivedIn(workspace: string): Promise<House['archived']> {
  const head = await readHead(join(workspace, archiveName)).catch(() => undefined)
  return head && { head }
}

/** Own fonts in which no names and letters are found, or that may not be put into documents, each at its place. */
async function unreadable(fonts: Record<string, string>, files: Mention[]): Promise<Fault[]> {
  const { readFace } = await import('../print/font-face.ts')
  return files.flatMap(({ path, text, span }) => {
    const weight = path.startsWith('font.') ? path.slice('font.'.length) : undefined
    const name = Object.keys(fonts).find((file) => file.toLowerCase() === `own-${weight}.woff2`)
    if (name === undefined) return []
    const face = readFace(Buffer.from(fonts[name] ?? '', 'base64'))
    if (face === undefined) return [fault('file/not-font', span, { path: text })]
    return face.restricted ? [fault('file/font-restricted', span, { path: text })] : []
  })
}

/** A path as messages show it: from the current folder where it lies in it, else as it was given. */
function shownPath(path: string, cwd: string): string {
  const way = relative(cwd, resolve(cwd, path))
  return way === '' || way.startsWith('..') ? path : way
}

/** The folder of a meeting's papers. @param out where those of all meetings are */
export const papersFolder = (out: string, slug: string, { cwd }: Host): string =>
  resolve(cwd, out, folderName(slug))

/** Folders whose change calls for a new build. */
export function foldersOf(files: string[], cwd: string): string[] {
  return [
    ...new Set(
      files.flatMap((file) => {
        const base = dirname(resolve(cwd, file))
        return [base, nearestFolder(base) ?? base]
      }),
    ),
  ]
}
