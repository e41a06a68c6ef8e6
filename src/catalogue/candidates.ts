/** The files a search index is made from: the meeting files of the office, and those in its archive. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Described } from './write-index.sqlite.ts'

/** A revision in the archive; what is stored there never changes. */
export interface Archived {
  id: string
  revision: number
  latest: boolean
  /** Absolute path of its meeting file. */
  source: string
  manifestHash: string
}

export interface ArchiveSource {
  /** Other whenever something was stored since. */
  stamp: string
  revisions(): Promise<Archived[]>
  /** What only the manifest of a revision says. */
  describe(revision: Archived): Promise<{ kind: string; pdf: string } | undefined>
}

/** A file to look at. */
export interface Candidate {
  path: string
  absolute: string
  stamp: string
  describe(): Promise<Described | undefined>
}

const workingKind = 'data'
/** Names of files that may be about a meeting. */
export const minutesName = /\.ya?ml$/i

/** The YAML files beside `jalaseh.yaml` and in `data/`. */
export function dataFiles(workspace: string): Candidate[] {
  return ['', 'data'].flatMap((folder) => {
    const absoluteFolder = join(workspace, folder)
    const names = existsSync(absoluteFolder) ? readdirSync(absoluteFolder) : []
    return names.flatMap((name) => {
      const absolute = join(absoluteFolder, name)
      const stamp = minutesName.test(name) ? stampOf(absolute) : undefined
      const path = folder === '' ? name : `${folder}/${name}`
      return stamp === undefined ? [] : [{ path, absolute, stamp, describe: async () => working(name) }]
    })
  })
}

const working = (name: string): Described => ({
  origin: 'data',
  meeting: name.replace(minutesName, ''),
  revision: null,
  latest: 1,
  kind: workingKind,
  pdf: null,
})

export function archivedFile(revision: Archived, workspace: string, archive: ArchiveSource): Candidate {
  const { id, revision: number, latest, source, manifestHash } = revision
  return {
    path: inWorkspace(workspace, source),
    absolute: source,
    stamp: `${manifestHash} ${latest ? 'latest' : 'superseded'}`,
    async describe() {
      const told = await archive.describe(revision)
      if (told === undefined) return undefined
      const { kind, pdf } = told
      return {
        origin: 'archive',
        meeting: id,
        revision: number,
        latest: latest ? 1 : 0,
        kind,
        pdf: inWorkspace(workspace, pdf),
      }
    },
  }
}

const inWorkspace = (workspace: string, path: string): string =>
  relative(workspace, path).split(sep).join('/')

/** When its content, or its name, last changed: the first number cannot be set back by whoever copies a file. */
function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() ? `${stat.ctimeMs} ${stat.mtimeMs} ${stat.size}` : undefined
}

/** Milliseconds: when a file of the office last changed, by its stamp. */
export const changedAt = (stamp: string): number => Number(stamp.split(' ', 1)[0])
