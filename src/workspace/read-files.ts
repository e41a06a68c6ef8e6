/** The files a source names: emblem, fonts and annexes, held inside the workspace. */
import { open, realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Mention } from '../source/tree.ts'

const megabyte = 1024 * 1024
const largest = { image: 5, annex: 500, font: 5, meeting: 5 }

type Kind = keyof typeof largest

/** A file found sound: its absolute path, and its media type by its first bytes. */
export interface SoundFile {
  path: string
  type: string
}

/**
 * Checks one mention. Its path counts from `base`, the folder of the file that names it, and must stay, through
 * every symbolic link, inside the workspace. Faults: `file/outside`, `file/missing`, `file/not-image`,
 * `file/not-annex`, `file/not-font`, `file/not-meeting`, `file/too-large`.
 */
export async function checkFile(
  mention: Mention,
  base: string,
  workspace: string,
): Promise<SoundFile | Fault> {
  const values = { path: mention.text }
  const failed = (code: string, more = {}): Fault => fault(code, mention.span, { ...values, ...more })
  const asked = resolve(base, mention.text.replaceAll('\\', '/'))
  let path: string
  try {
    path = await realpath(asked)
  } catch {
    return failed(inside(asked, workspace) ? 'file/missing' : 'file/outside')
  }
  if (!inside(path, await realpath(workspace))) return failed('file/outside')
  const kind = kindOf(mention)
  // Before it is opened: a pipe would be waited for.
  const about = await stat(path)
  if (!about.isFile()) return failed('file/missing')
  if (about.size > largest[kind] * megabyte) return failed('file/too-large', { limit: String(largest[kind]) })
  await using handle = await open(path, 'r')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
  const type = mediaType(buffer.subarray(0, bytesRead))
  const fits = {
    image: type.startsWith('image/'),
    annex: type === 'application/pdf' || type.startsWith('image/'),
    font: type === 'font/woff2',
    meeting: /\.ya?ml$/i.test(path) && type === '' && !buffer.subarray(0, bytesRead).includes(0),
  }
  return fits[kind] ? { path, type } : failed(`file/not-${kind}`)
}

export function isFault(value: SoundFile | Fault): value is Fault {
  return 'code' in value
}

function kindOf({ path }: Mention): Kind {
  if (path.startsWith('font')) return 'font'
  if (path === 'meeting.previous') return 'meeting'
  return /^(?:annexes|followups)\b/.test(path) ? 'annex' : 'image'
}

function inside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** By the first bytes, never by the name. '' for anything else. */
function mediaType(head: Buffer): string {
  const latin = head.toString('latin1')
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (latin.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return 'image/webp'
  if (latin.startsWith('%PDF-')) return 'application/pdf'
  if (latin.startsWith('wOF2')) return 'font/woff2'
  const text = head.toString('utf8').replace(/^\ufeff/, '')
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<svg[\s>]/.test(text) ? 'image/svg+xml' : ''
}
