/** The file of the previous meeting, which a meeting file may name. */
import { relative, resolve } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Meeting } from '../model/meeting.ts'
import { readMeeting } from '../source/source.ts'
import type { Mention } from '../source/tree.ts'
import { readText } from '../workspace/read-text.ts'

export interface Previous {
  meeting?: Meeting
  /** `previous/unreadable` at the line that names it, and the first fault of the file itself. */
  faults: Fault[]
  /** Its text by the name that faults print. */
  sources?: Map<string, string>
}

/** Nothing where none is named. Its mention has been checked: it lies in the workspace and is a text. */
export async function readPrevious(
  files: Mention[],
  base: string,
  workspace: string,
  cwd: string,
): Promise<Previous> {
  const mention = files.find(({ path }) => path === 'meeting.previous')
  if (mention === undefined) return { faults: [] }
  const path = resolve(base, mention.text)
  const name = relative(cwd, path) || path
  const unreadable = (first: Fault): Fault[] => [
    fault('previous/unreadable', mention.span, {
      path: mention.text,
      code: first.code,
      line: String(first.span?.line ?? 1),
    }),
    first,
  ]
  const read = await readText(path, workspace)
  if ('fault' in read) {
    const { code, span, values } = read.fault
    return { faults: unreadable(fault(code, span && { ...span, file: name }, { ...values, file: name })) }
  }
  const { value, faults } = readMeeting(read.text, name)
  const first = faults.find(({ severity }) => severity === 'error')
  if (value !== undefined) return { meeting: value, faults: [] }
  return { faults: first ? unreadable(first) : [], sources: new Map([[name, read.text]]) }
}
