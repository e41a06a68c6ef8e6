/** (e) The finishing stage alone: time a page on a paper of fifty pages, its growth, its memory, the size of the file. */
import { spawn } from 'node:child_process'
import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { barePrinter } from './bare-print.ts'
import { largeMeeting } from './large-meeting.ts'
import { finished, median, startCli, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'

interface Alone {
  pages: number
  times: number[]
  megabytes: number
  sizes: [before: number, after: number]
}

const alone = join(import.meta.dirname, 'finish-alone.ts')

export function finish(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    await using browser = await launchBrowser({ executable: findBrowser() })
    const print = await barePrinter(browser)
    const measure = async (name: string, rows: number, calls: number): Promise<Alone> => {
      writeFileSync(join(folder, `${name}.yaml`), largeMeeting({ rows }))
      await finished(startCli(['build', `${name}.yaml`, '--kind', 'briefing', '--html'], folder))
      const html = readFileSync(join(folder, 'out', name, 'briefing.html'), 'utf8')
      const raw = join(folder, `${name}.pdf`)
      writeFileSync(raw, await print(html))
      const child = spawn(process.execPath, [alone, raw, String(calls)], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      return JSON.parse(await finished(child)) as Alone
    }
    const fifty = await measure('fifty', 60, 8)
    const long = await measure('long', 240, 4)
    const perPage = ({ pages, times }: Alone): number => median(times.slice(1)) / pages
    const note = ({ pages }: Alone): string => `${pages} pages`
    return [
      {
        name: 'finishing a page, warm',
        value: perPage(fifty),
        unit: 'ms',
        aim: { of: 'value', most: 15 },
        note: note(fifty),
      },
      {
        name: 'finishing a page of a paper four times as long',
        value: perPage(long),
        unit: 'ms',
        peer: { name: 'a page of the shorter', value: perPage(fifty) },
        aim: { of: 'ratio', most: 1.25 },
        note: note(long),
      },
      {
        name: 'memory that finishing adds',
        value: long.megabytes,
        unit: 'MB',
        aim: { of: 'value', most: 250 },
        note: `${note(long)}, ${long.times.length} times in one process`,
      },
      {
        name: 'size of the finished file',
        value: long.sizes[1] / 1e6,
        unit: 'MB',
        peer: { name: "Chromium's own", value: long.sizes[0] / 1e6 },
        aim: { of: 'ratio', most: 1 },
      },
    ]
  })
}
