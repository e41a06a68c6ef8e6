/** (b) From a change of the source to the finished papers, in `build --watch`. */
import { appendFileSync, copyFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { once } from 'node:events'
import { example, median, startCli, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'

const rebuilds = 15
/** The first rebuilds run code that has not been compiled for speed yet. */
const throwAway = 3

export function rebuild(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const source = join(folder, basename(example))
    copyFileSync(example, source)
    copyFileSync(join(dirname(example), 'jalaseh.yaml'), join(folder, 'jalaseh.yaml'))
    const child = startCli(['build', source, '--watch', '--json'], folder)
    const closed = once(child, 'close')
    try {
      return await measure(createInterface({ input: child.stdout! }), source)
    } finally {
      child.kill('SIGTERM')
      await closed
    }
  })
}

async function measure(lines: AsyncIterable<string>, source: string): Promise<Figure[]> {
  const whole: number[] = []
  const own: number[] = []
  let changed: number | undefined
  for await (const line of lines) {
    if (changed === undefined) {
      // The report of the first build ends; the watch begins.
      if (line !== '}') continue
      await pause(500)
    } else {
      whole.push(performance.now() - changed)
      const { papers, milliseconds } = JSON.parse(line) as { papers: unknown[]; milliseconds: number }
      if (papers.length !== 2) throw new Error(`a rebuild made ${papers.length} papers of 2`)
      own.push(milliseconds)
      if (whole.length === rebuilds + throwAway) break
      await pause(100)
    }
    changed = performance.now()
    appendFileSync(source, `# ${whole.length}\n`)
  }
  if (whole.length < rebuilds) throw new Error('the watch ended early')
  const name = 'warm rebuild of both papers'
  return [
    {
      name,
      value: median(whole.slice(throwAway)),
      unit: 'ms',
      aim: { of: 'value', most: 100 },
      note: 'from the change of the file',
    },
    { name, value: median(own.slice(throwAway)), unit: 'ms', note: 'as --watch reports it' },
  ]
}
