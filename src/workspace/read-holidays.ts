/** Official holidays from disk: the workspace's own `holidays/` before those that come with the product. */
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Fault } from '../model/fault.ts'
import type { HolidayYear } from '../persian/holidays.ts'
import { readHolidays } from '../source/source.ts'
import { packageRoot } from './package-root.ts'
import { readText } from './read-text.ts'

const shipped = join(packageRoot, 'data', 'holidays')

/** @param cwd the folder paths in messages count from */
export async function readHolidayYears(
  workspace: string,
  cwd: string,
): Promise<{ years: HolidayYear[]; faults: Fault[]; sources: Map<string, string> }> {
  const years = new Map<number, HolidayYear>()
  const faults: Fault[] = []
  const sources = new Map<string, string>()
  for (const folder of [join(workspace, 'holidays'), shipped]) {
    for (const file of await yearFiles(folder)) {
      const name = relative(cwd, join(folder, file)) || file
      const read = await readText(join(folder, file))
      if ('fault' in read) {
        faults.push(read.fault)
        continue
      }
      sources.set(name, read.text)
      const { value, faults: found } = readHolidays(read.text, name)
      faults.push(...found.filter(({ severity }) => severity === 'error'))
      if (value && !years.has(value.year)) years.set(value.year, value)
    }
  }
  return { years: [...years.values()], faults, sources }
}

async function yearFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^1[3-8]\d\d\.yaml$/.test(name)).toSorted()
  } catch {
    return []
  }
}
