/** Whether a chain is the one that was written, line by line. */
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { hashOf, origin, parseLine } from './chain.ts'
import type { ChainLine } from './chain.ts'

export interface CheckedLine {
  /** Number of the line in the file. */
  n: number
  /** What it says of a folder; the members of a line that cannot be read are '' but for a path that is found in it. */
  path: string
  manifest: string
  /** The whole line, where it can be read. */
  line?: ChainLine
  /** Its own hash is that of its content. */
  sound: boolean
}

/**
 * Faults, each with the line: `archive/chain-line` (edited, or no line), `archive/chain-rewritten` (edited and given a hash
 * anew, which the next line does not know), `archive/chain-cut` (lines are gone), `archive/chain-order` (a line that
 * stands twice or elsewhere).
 */
export function checkChain(text: string): { lines: CheckedLine[]; faults: Fault[] } {
  const faults: Fault[] = []
  const report = (code: string, values: Record<string, number>): void => {
    const texts = Object.entries(values).map(([name, value]) => [name, String(value)])
    faults.push(fault(code, undefined, Object.fromEntries(texts) as Record<string, string>))
  }
  const rows = text.split('\n')
  // What follows the last end of a line is no line, and should be nothing.
  if (rows.at(-1) === '') rows.pop()
  const lines = rows.map((row, index) => checkLine(row, index + 1))
  const paths = new Set<string>()
  let before: Pick<ChainLine, 'seq' | 'hash'> | undefined = origin
  for (const { n, line, sound } of lines) {
    if (!sound) report('archive/chain-line', { line: n })
    if (line === undefined) {
      before = undefined
      continue
    }
    if (paths.has(line.path)) report('archive/chain-order', { line: n })
    paths.add(line.path)
    if (before !== undefined && line.prev !== before.hash) {
      if (line.seq === before.seq + 1 && n > 1) report('archive/chain-rewritten', { line: n - 1 })
      else if (line.seq > before.seq + 1)
        report('archive/chain-cut', { from: before.seq + 1, to: line.seq - 1, line: n })
      else report('archive/chain-order', { line: n })
    }
    before = line
  }
  return { lines, faults }
}

function checkLine(row: string, n: number): CheckedLine {
  const line = parseLine(row)
  if (line !== undefined)
    return { n, path: line.path, manifest: line.manifest, line, sound: line.hash === hashOf(line) }
  return { n, path: /"path":"([^"]+)"/.exec(row)?.[1] ?? '', manifest: '', sound: false }
}
