/** A table of an office from the disk, whatever program made it. */
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fault, warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Grid } from '../register/grid.ts'
import type { Host } from './host.ts'

/** In bytes: ten times a table of two thousand rows. */
const largestTable = 30_000_000

/** Faults: `import/unreadable`, `import/not-table`, `import/old-workbook`; warning `import/legacy-letters`. */
export async function readGrid(
  path: string,
  host: Host,
): Promise<{ grid: Grid; faults: Fault[] } | { fault: Fault }> {
  const failed = (code: 'import/unreadable' | 'import/not-table' | 'import/old-workbook', values = {}) => ({
    fault: fault(code, undefined, { file: path, ...values }),
  })
  let bytes: Uint8Array
  try {
    const file = resolve(host.cwd, path)
    const about = await stat(file)
    if (!about.isFile() || about.size > largestTable) return failed('import/not-table')
    bytes = await readFile(file)
  } catch (error) {
    return failed('import/unreadable', { reason: (error as NodeJS.ErrnoException).code ?? '' })
  }
  // By the first bytes, never by the name: XLSX is a ZIP, the workbooks of before 2007 are compound files.
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (head === 'd0cf11e0') return failed('import/old-workbook')
  if (head.startsWith('504b')) {
    const { readWorkbook } = await import('../register/workbook.ts')
    const grid = await readWorkbook(bytes)
    return grid ? { grid, faults: [] } : failed('import/not-table')
  }
  const { readSeparated } = await import('../register/separated.ts')
  const read = bytes.includes(0) && bytes[0] !== 0xff ? undefined : readSeparated(bytes)
  if (read === undefined) return failed('import/not-table')
  return {
    grid: read.grid,
    faults: read.legacy ? [warning('import/legacy-letters', undefined, { file: path })] : [],
  }
}
