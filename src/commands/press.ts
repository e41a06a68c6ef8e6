/** The browser of one run: started once, early, with as many tabs as there is work for, and gone at the end. */
import type { Fault } from '../model/fault.ts'
import type { PaperDefinition } from '../model/paper.ts'
import type { Paper, SectionPages } from '../pipeline.ts'
import type { PrintBrowser } from '../print/browser.ts'
import type { Tab } from '../print/tab.ts'

/** More tabs than two gain nothing: they share one browser process. */
const mostTabs = 2

export type Print = (
  paper: PaperDefinition,
  toPageWith: (pages?: SectionPages) => string,
) => Promise<Paper | { fault: Fault }>

export interface Press extends AsyncDisposable {
  /** Starts the browser and opens its first tab, without waiting for them. */
  warm(): void
  /** Runs the jobs, as many at a time as there are tabs; results stand in the order of the jobs. */
  run<T>(jobs: ((print: Print) => Promise<T>)[]): Promise<T[]>
}

export function openPress(signal: AbortSignal): Press {
  let browser: Promise<PrintBrowser> | undefined
  let tabs: Promise<Tab>[] = []
  /** Opened ahead of the first print. */
  let ahead: Promise<Tab> | undefined
  const idle: Tab[] = []
  const waiting: ((tab: Promise<Tab>) => void)[] = []

  const start = (): Promise<PrintBrowser> => {
    if (browser === undefined) {
      browser = launch(signal)
      browser.catch(() => {})
    }
    return browser
  }
  const newTab = async (): Promise<Tab> => {
    const [{ openTab }, running] = await Promise.all([import('../print/tab.ts'), start()])
    return openTab(running, { signal })
  }
  const open = (): Promise<Tab> => {
    const tab = newTab()
    tabs.push(tab)
    return tab
  }
  const take = (): Promise<Tab> => {
    const first = ahead
    ahead = undefined
    if (first) return first
    const free = idle.pop()
    if (free) return Promise.resolve(free)
    if (tabs.length < mostTabs) return open()
    return new Promise((resolve) => waiting.push(resolve))
  }
  const give = (tab: Tab): void => {
    const next = waiting.shift()
    if (next) next(Promise.resolve(tab))
    else idle.push(tab)
  }
  /** A browser that has failed is left behind, once; the next print, and those that wait, start another. */
  const reset = async (failed = browser): Promise<void> => {
    if (failed !== browser) return
    browser = undefined
    tabs = []
    ahead = undefined
    idle.length = 0
    await failed?.then((running) => running[Symbol.asyncDispose]()).catch(() => {})
    for (const next of waiting.splice(0)) next(take())
  }

  const attempt: Print = async (paper, toPageWith) => {
    const [{ toPdf }, { PrintFailure }, { fault }] = await Promise.all([
      import('../pipeline.ts'),
      import('../print/failure.ts'),
      import('../model/fault.ts'),
    ])
    const taken = take()
    // Whose tab it is: where it fails to start the one begun by now, else the one that gave it.
    let used = browser
    try {
      const tab = await taken
      used = browser
      const result = await toPdf(paper, toPageWith, tab, signal)
      if ('fault' in result && result.fault.code.startsWith('browser/')) await reset(used)
      else if (used === browser) give(tab)
      return result
    } catch (error) {
      await reset(used)
      if (error instanceof PrintFailure) return { fault: fault(error.code, undefined, error.values) }
      throw error
    }
  }
  /** A crash may be no fault of the page: it is printed once more, in a fresh browser. */
  const print: Print = async (paper, toPageWith) => {
    const printed = await attempt(paper, toPageWith)
    const crashed = 'fault' in printed && printed.fault.code === 'browser/crashed'
    return crashed ? attempt(paper, toPageWith) : printed
  }

  return {
    warm() {
      ahead = open()
      ahead.catch(() => {})
    },
    async run(jobs) {
      const results = jobs.map(() => undefined) as Awaited<ReturnType<(typeof jobs)[number]>>[]
      const queue = [...jobs.entries()]
      const worker = async (): Promise<void> => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const [index, job] = next
          try {
            results[index] = await job(print)
          } catch (error) {
            queue.length = 0
            throw error
          }
        }
      }
      // Those at work end before anything is thrown: a print that went on would start a browser that nobody ends.
      const ended = await Promise.allSettled(Array.from({ length: mostTabs + 1 }, worker))
      const failed = ended.find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') throw failed.reason
      return results
    },
    [Symbol.asyncDispose]: () => reset(),
  }
}

async function launch(signal: AbortSignal): Promise<PrintBrowser> {
  const [{ launchBrowser }, { findBrowser }] = await Promise.all([
    import('../print/browser.ts'),
    import('../print/find-browser.ts'),
  ])
  return launchBrowser({ executable: findBrowser(), signal })
}
