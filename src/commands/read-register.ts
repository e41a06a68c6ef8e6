/** The register of a workspace: of its archive, its meeting files and its files of the register. */
import { createHash } from 'node:crypto'
import { basename, extname, join, relative } from 'node:path'
import { readRevisions } from '../archive/entries.ts'
import type { Revision } from '../archive/entries.ts'
import { warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { compareDates } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { deriveRegister } from '../register/register.ts'
import type { Register, RegisteredMeeting } from '../register/register.ts'
import type { Withholding } from '../register/withheld.ts'
import { officeFiles } from '../workspace/meeting-files.ts'
import { readText } from '../workspace/read-text.ts'
import type { Host } from './host.ts'
import { mayHold, readLeaf } from './register-files.ts'
import type { Leaf } from './register-files.ts'
import { readLeaves } from './register-kept.ts'
import type { Origin } from './register-kept.ts'

export interface ReadRegister {
  register: Register
  meetings: RegisteredMeeting[]
  /** Files that had to be left out, and what the register could not place. */
  faults: Fault[]
  sources: Map<string, string>
}

/**
 * Reads whatever may hold resolutions. Warnings: `register/unreadable` for a file with errors, which is left out, and the
 * findings of the register. An archive that cannot be read is such a file.
 * @param before only what was before the day, and nothing of the meeting with this id
 * @param withholding what of each meeting the register is not to tell; faults and meetings are of the whole
 */
export async function readRegister(
  workspace: string,
  host: Host,
  before?: { day: JalaliDate | undefined; id: string },
  withholding?: Withholding,
): Promise<ReadRegister> {
  const shown = (path: string): string => relative(host.cwd, path) || path
  const [archived, { meetings: current, registers }] = await Promise.all([
    archivedOrigins(workspace, shown),
    officeFiles(workspace),
  ])
  const leaves: Leaf[] = [
    ...current.toReversed().map((one) => ({ ...one, outside: false })),
    ...registers.toReversed().map((one) => ({ ...one, outside: true })),
  ].filter(mayHold)
  const origins = [...archived.origins, ...leaves.map((leaf) => originOf(leaf, shown))]
  const read = await readLeaves(workspace, origins)
  const meetings = read
    .flatMap(({ meeting }) => meeting ?? [])
    .flatMap((one) => (before ? (earlierThan(one, before) ?? []) : one))
  const register = deriveRegister(meetings, withholding)
  const sources = new Map(leaves.map(({ path, text }) => [shown(path), text]))
  const found = await Promise.all(
    register.findings.map(async ({ code, file, path, values }) => {
      const leaf = leaves.find((one) => shown(one.path) === file)
      const place = leaf && (await readLeaf(leaf, file)).spans.get(path)
      return warning(code, place ?? { file, line: 1, column: 1, length: 1 }, values)
    }),
  )
  return {
    register,
    meetings,
    faults: [...archived.faults, ...read.flatMap(({ faults }) => faults), ...found],
    sources,
  }
}

/** Every edition, in the order of its issue. */
async function archivedOrigins(
  workspace: string,
  shown: (path: string) => string,
): Promise<{ origins: Origin[]; faults: Fault[] }> {
  const archive = join(workspace, 'archive')
  let revisions: Revision[]
  try {
    revisions = await readRevisions(archive)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return {
      origins: [],
      faults: [warning('register/unreadable', undefined, { file: shown(archive), code, line: '1' })],
    }
  }
  const origins = revisions.map(({ id, source, manifestHash }) => ({
    stamp: manifestHash,
    id,
    name: shown(source),
    outside: false,
    async read() {
      const text = await readText(source)
      // What is missing or damaged in the archive is told by `archive verify`.
      if ('fault' in text) return { faults: [], spans: new Map() }
      return readLeaf({ path: source, text: text.text, outside: false }, shown(source))
    },
  }))
  return { origins, faults: [] }
}

function originOf(leaf: Leaf, shown: (path: string) => string): Origin {
  const { path, text, outside } = leaf
  return {
    stamp: createHash('sha256').update(text).digest('hex'),
    id: basename(path, extname(path)),
    name: shown(path),
    outside,
    read: () => readLeaf(leaf, shown(path)),
  }
}

/** The file as it stood before the day: reports of that day and after it are not known yet. */
function earlierThan(
  one: RegisteredMeeting,
  { day, id }: { day: JalaliDate | undefined; id: string },
): RegisteredMeeting | undefined {
  const { meeting } = one
  if (one.outside) {
    if (day === undefined || meeting.followups === undefined) return one
    const followups = meeting.followups.filter(({ date }) => date && compareDates(date, day) < 0)
    return { ...one, meeting: { ...meeting, followups } }
  }
  const { date } = meeting.meeting
  if (one.id === id || date === undefined) return undefined
  return day === undefined || compareDates(date, day) < 0 ? one : undefined
}
