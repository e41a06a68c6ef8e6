/** (c) A hundred one-page papers in one process, against the bare print of the same pages, one after the other. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePapers } from '../../src/commands/make-papers.ts'
import { openPress } from '../../src/commands/press.ts'
import { launchBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { barePrinter } from './bare-print.ts'
import { largeMeeting } from './large-meeting.ts'
import { finished, inTurn, startCli, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'

const papers = 100
const rounds = 3

export function batch(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const files = Array.from({ length: papers }, (_, n) => join(folder, `meeting-${n + 1}.yaml`))
    for (const [n, file] of files.entries()) writeFileSync(file, largeMeeting({ rows: 2, number: n + 1 }))
    const signal = new AbortController().signal
    const host = {
      cwd: folder,
      now: new Date(),
      language: 'en' as const,
      signal,
      out: () => {},
      err: () => {},
      confirm: async () => false,
      terminal: false,
    }
    const options = {
      kinds: ['summary'],
      out: 'out',
      watch: false,
      html: true,
      archival: false,
      open: false,
      json: true,
    }
    await using press = openPress(signal)
    await using browser = await launchBrowser({ executable: findBrowser() })
    const build = (html: boolean) => async (): Promise<void> => {
      const { made: built } = await makePapers(files, { ...options, html }, host, press)
      if (built.length !== papers) throw new Error(`${built.length} papers of ${papers}`)
    }
    // The throw-away run starts the browser, warms the code up and leaves the pages.
    await build(true)()
    const pages = files.map((_, n) =>
      readFileSync(join(folder, 'out', `meeting-${n + 1}`, 'summary.html'), 'utf8'),
    )
    const print = await barePrinter(browser)
    const bare = async (): Promise<void> => {
      for (const page of pages) await print(page)
    }
    const command = async (): Promise<unknown> =>
      finished(startCli(['build', ...files, '--kind', 'summary', '--out', join(folder, 'out')], folder))
    await bare()
    const [own = NaN, peer = NaN, whole = NaN] = await inTurn(rounds, [build(false), bare, command])
    const bareFigure = { name: 'bare CDP print, setDocumentContent', value: peer / papers }
    return [
      {
        name: 'one of 100 papers',
        value: own / papers,
        unit: 'ms',
        peer: bareFigure,
        aim: { of: 'ratio', most: 1.5 },
        note: 'in one process, two tabs',
      },
      {
        name: 'one of 100 papers',
        value: whole / papers,
        unit: 'ms',
        peer: bareFigure,
        note: 'the whole command',
      },
    ]
  })
}
