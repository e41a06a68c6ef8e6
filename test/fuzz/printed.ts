/** Real papers to begin with: as the browser prints them, and as they are handed out. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { barePrinter } from '../bench/bare-print.ts'
import { finished, inClone, startCli } from '../bench/measure.ts'

/** Names the folder to the processes that try. */
export const seedFolder = 'JALASEH_FUZZ_SEEDS'
const root = join(import.meta.dirname, '../..')

/** Prints the smallest meeting into the folder. */
export async function printSeeds(folder: string): Promise<void> {
  const to = join(folder, 'out')
  const from = join(root, 'data/minimal.yaml')
  await finished(
    startCli(['build', from, '--kind', 'all', '--archival', '--html', '--out', to], folder, inClone),
  )
  await using browser = await launchBrowser({ executable: findBrowser() })
  const print = await barePrinter(browser)
  for (const file of filesBelow(to)) {
    if (file.endsWith('.html')) {
      const name = file.replaceAll(/[\\/]/g, '-').replace('.html', '')
      writeFileSync(join(folder, `${name}.raw.pdf`), await print(readFileSync(join(to, file), 'utf8')))
    } else if (file.endsWith('.pdf')) {
      writeFileSync(join(folder, `${file.replaceAll(/[\\/]/g, '-')}`), readFileSync(join(to, file)))
    }
  }
}

/** Those printed, `raw` by the browser alone or finished; none in a plain test. */
export function printed(kind: 'raw' | 'finished'): Buffer[] {
  const folder = process.env[seedFolder]
  if (folder === undefined || !existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf') && name.endsWith('.raw.pdf') === (kind === 'raw'))
    .toSorted()
    .map((name) => readFileSync(join(folder, name)))
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
