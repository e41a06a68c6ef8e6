/** The files a source names: emblem, fonts and annexes, held inside the workspace. */
import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Mention } from '../source/tree.ts'
import { mediaType } from './media-type.ts'
import { inside, liesIn, openFile, piecesOf, readOpen } from './open-file.ts'

const megabyte = 1024 * 1024
const largest = { image: 5, annex: 500, font: 5, meeting: 5 }

type Kind = keyof typeof largest

/** A file found sound: its absolute path, its media type by its first bytes, and how many it has. */
export interface SoundFile {
  path: string
  type: string
  size: number
}

/** One that is known by its bytes. */
export interface DigestedFile extends SoundFile {
  /** SHA-256, hex. */
  digest: string
}

/**
 * Checks one mention. Its path counts from `base`, the folder of the file that names it, and must stay, through
 * every symbolic link, inside the workspace. Faults: `file/outside`, `file/missing`, `file/not-image`,
 * `file/not-annex`, `annex/empty`, `file/not-font`, `file/not-meeting`, `file/too-large`.
 */
export function checkFile(mention: Mention, base: string, workspace: string): Promise<SoundFile | Fault> {
  return withFile(mention, base, workspace, (file) => Promise.resolve(file))
}

/** `checkFile`, and the bytes of the file that was checked. */
export function readFileNamed(
  mention: Mention,
  base: string,
  workspace: string,
): Promise<(SoundFile & { bytes: Buffer }) | Fault> {
  return withFile(mention, base, workspace, async (file, handle) => ({
    ...file,
    bytes: await readOpen(handle, file.size),
  }))
}

/** `checkFile`, and by which bytes the file is known again when it is read. */
export function digestFile(mention: Mention, base: string, workspace: string): Promise<DigestedFile | Fault> {
  return withFile(mention, base, workspace, async (file, handle) => {
    const hash = createHash('sha256')
    for await (const piece of piecesOf(handle, file.size)) hash.update(piece)
    return { ...file, digest: hash.digest('hex') }
  })
}

/** The bytes of a file that was found sound; nothing where they have changed since. */
export async function readAgain({ path, size, digest }: DigestedFile): Promise<Buffer | undefined> {
  try {
    await using handle = await openFile(path)
    const about = await handle.stat()
    if (!about.isFile() || about.size !== size) return undefined
    const bytes = await readOpen(handle, size)
    return createHash('sha256').update(bytes).digest('hex') === digest ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Opens the file of a mention once, checks it, and uses it. */
async function withFile<T>(
  mention: Mention,
  base: string,
  workspace: string,
  use: (file: SoundFile, handle: FileHandle) => Promise<T>,
): Promise<T | Fault> {
  const failed = (code: string, more: Record<string, string> = { path: mention.text }): Fault =>
    fault(code, mention.span, more)
  const asked = resolve(base, mention.text.replaceAll('\\', '/'))
  let path: string
  try {
    path = await realpath(asked)
  } catch {
    return failed(inside(asked, workspace) ? 'file/missing' : 'file/outside')
  }
  // Nothing outside is opened; whether what was opened lies inside is asked of it again.
  if (!inside(path, await realpath(workspace))) return failed('file/outside')
  await using handle = await openFile(path).catch(() => undefined)
  if (handle === undefined) return failed('file/missing')
  if (!(await liesIn(handle, path, workspace))) return failed('file/outside')
  const kind = kindOf(mention)
  const about = await handle.stat()
  if (!about.isFile()) return failed('file/missing')
  if (about.size > largest[kind] * megabyte)
    return failed('file/too-large', { path: mention.text, limit: String(largest[kind]) })
  if (kind === 'annex' && about.size === 0) return failed('annex/empty', { file: mention.text })
  const head = await readOpen(handle, Math.min(about.size, headLength))
  const type = mediaType(head)
  const fits = {
    image: type.startsWith('image/'),
    annex: type === 'application/pdf' || type.startsWith('image/'),
    font: type === 'font/woff2',
    meeting: /\.ya?ml$/i.test(path) && type === '' && !head.includes(0),
  }
  return fits[kind] ? await use({ path, type, size: about.size }, handle) : failed(`file/not-${kind}`)
}

/** How many bytes the kind of a file is known by. */
const headLength = 512

export function isFault<T extends object>(value: T | Fault): value is Fault {
  return 'code' in value
}

function kindOf({ path }: Mention): Kind {
  if (path.startsWith('font')) return 'font'
  if (path === 'meeting.previous') return 'meeting'
  return /^(?:annexes|followups)\b/.test(path) ? 'annex' : 'image'
}
