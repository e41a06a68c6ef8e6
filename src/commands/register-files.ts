/** One file → what the register needs of it. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { warning } from '../model/fault.ts'
import type { Fault, Span } from '../model/fault.ts'
import { toOutside } from '../register/outside.ts'
import type { RegisteredMeeting } from '../register/register.ts'
import { readMeeting, readRegisterFile } from '../source/source.ts'
import type { Source } from '../source/source.ts'

/** A file that may hold resolutions. */
export interface Leaf {
  path: string
  text: string
  outside: boolean
}

export interface ReadLeaf {
  /** Absent where the file has errors, or says nothing of resolutions. */
  meeting?: RegisteredMeeting
  faults: Fault[]
  spans: ReadonlyMap<string, Span>
}

const nothing: ReadLeaf = { faults: [], spans: new Map() }

/** Files read by this process, by path and text: `--watch` builds again and again. */
const known = new Map<string, Promise<ReadLeaf>>()
const mostKnown = 2_000

const holding = /^[ \t]*["']?(?:(?:earlier_)?resolutions|followups|مصوبات|پیگیری[\s\u200c]?ها)/m

/** Whether to read the file: that takes ten milliseconds, and most hold figures and statements only. */
export const mayHold = ({ text }: Leaf): boolean => holding.test(text)

/** Warning `register/unreadable` for a file with errors. */
export function readLeaf(leaf: Leaf, name: string): Promise<ReadLeaf> {
  if (!mayHold(leaf)) return Promise.resolve(nothing)
  const key = `${name}\0${createHash('sha256').update(leaf.text).digest('hex')}`
  const before = known.get(key)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const read = readAnew(leaf, name)
  known.set(key, read)
  return read
}

async function readAnew({ path, text, outside }: Leaf, name: string): Promise<ReadLeaf> {
  const id = basename(path, extname(path))
  const given = outside ? readRegisterFile(text, name) : readMeeting(text, name)
  const { value, faults, spans } = given as Source<never>
  if (value === undefined) {
    const first = faults.find(({ severity }) => severity === 'error')
    const values = { file: name, code: first?.code ?? '', line: String(first?.span?.line ?? 1) }
    return { faults: [warning('register/unreadable', first?.span, values)], spans }
  }
  const meeting: RegisteredMeeting = outside ? toOutside(id, name, value) : { id, meeting: value, file: name }
  const hashes = await hashesOf(meeting, dirname(path))
  return { meeting: { ...meeting, ...(hashes.size > 0 && { hashes }) }, faults: [], spans }
}

/** Files of evidence that are there; `check` tells of the others. */
async function hashesOf({ meeting }: RegisteredMeeting, base: string): Promise<Map<string, string>> {
  const paths = (meeting.followups ?? []).flatMap(({ files = [] }) => files)
  const hashes = new Map<string, string>()
  for (const path of new Set(paths)) {
    const bytes = await readFile(resolve(base, path)).catch(() => undefined)
    if (bytes) hashes.set(path, createHash('sha256').update(bytes).digest('hex'))
  }
  return hashes
}
