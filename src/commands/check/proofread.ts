/** `check --proofread`: findings as warnings; with `--fix` a diff, a question and the file written anew. */
import { resolve } from 'node:path'
import type { Fault } from '../../model/fault.ts'
import { shown } from '../../report/wording.ts'
import { editText } from '../../source/edit.ts'
import { proofreadSource } from '../../source/proofread.ts'
import { readMeeting } from '../../source/source.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import type { CheckOptions } from './check.ts'
import type { Host } from '../host.ts'
import type { Prepared } from '../prepare.ts'

/** The findings; after a fix, those that are left. */
export async function proofreadFile(
  { path, name, sources, words }: Prepared,
  { fix, yes }: CheckOptions,
  host: Host,
): Promise<Fault[]> {
  const source = sources.get(name)
  if (source === undefined) return []
  const read = (text: string): ReturnType<typeof proofreadSource> =>
    proofreadSource(text, name, readMeeting(text, name), words)
  const { faults, edits } = read(source)
  if (!fix || edits.length === 0) return faults
  const mended = editText(source, edits, readMeeting(source, name).spans)
  for (const line of difference(source, mended)) host.err(line)
  if (!yes && !(await host.confirm(question[host.language]))) return faults
  try {
    await writeWhole(resolve(host.cwd, path), mended)
  } catch (error) {
    if (error instanceof WriteFailure) return [...faults, error.fault]
    throw error
  }
  return read(mended).faults
}

const question = { fa: 'نوشته شود؟', en: 'Write these changes?' }

/** The lines that differ, the old before the new, each pair under its number. */
function difference(before: string, after: string): string[] {
  const [old, fresh] = [before, after].map((text) => text.split(/\r\n|\r|\n/)) as [string[], string[]]
  if (old.length !== fresh.length) return [...changed('-', 1, old), ...changed('+', 1, fresh)]
  return old.flatMap((line, index) =>
    line === fresh[index]
      ? []
      : [...changed('-', index + 1, [line]), ...changed('+', index + 1, [fresh[index] ?? ''])],
  )
}

function changed(sign: string, first: number, lines: string[]): string[] {
  return lines.map((line, index) => `${sign} ${first + index} | ${shown(line, Infinity)}`)
}
