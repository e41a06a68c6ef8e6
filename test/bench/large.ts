/** (d) A paper of a hundred pages: time a page, and the most memory it takes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { barePrinter } from './bare-print.ts'
import { largeMeeting } from './large-meeting.ts'
import { finished, inTurn, startCli, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'
import { peakMemory } from './memory.ts'

const rounds = 3

export function large(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const file = join(folder, 'large.yaml')
    writeFileSync(file, largeMeeting())
    let memory: { own: number; browser: number } | undefined
    const build = async (): Promise<number> => {
      const child = startCli(['build', file, '--kind', 'briefing', '--html', '--json'], folder)
      const peak = peakMemory(child.pid)
      const { papers } = JSON.parse(await finished(child)) as { papers: { pages: number }[] }
      memory = peak()
      return papers[0]?.pages ?? 0
    }
    const pages = await build()
    const html = readFileSync(join(folder, 'out', 'large', 'briefing.html'), 'utf8')
    await using browser = await launchBrowser({ executable: findBrowser() })
    const print = await barePrinter(browser)
    const [own = NaN, bare = NaN] = await inTurn(rounds, [build, () => print(html)])
    return [
      {
        name: 'a page of a long paper',
        value: own / pages,
        unit: 'ms',
        peer: { name: 'bare CDP print, browser already running', value: bare / pages },
        note: `a briefing of ${pages} pages, the whole command`,
      },
      {
        name: "peak memory, the product's process",
        value: memory?.own,
        unit: 'MB',
        note: 'largest resident set',
      },
      {
        name: "peak memory, the browser's processes",
        value: memory?.browser,
        unit: 'MB',
        note: 'sum of resident sets; what they share counts more than once',
      },
    ]
  })
}
