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
  /** For each print; those of the tab unless said. */
  seconds?: number,
) => Promise<Paper | { fault: Fault }>

export interface Press extends AsyncDisposable {
  /** Starts the browser and opens its first tab, without waiting for them. */
  warm(): void
  /** Runs the jobs, as many at a time as there are tabs; results stand in the order of the jobs. */
  run<T>(jobs: ((print: Print) => Promise<T>)[]): Promise<T[]>
}

/** A tab, and the browser that it is of. */
interface Place {
  tab: Promise<Tab>
  browser: Promise<PrintBrowser>
}

export function openPress(signal: AbortSignal): Press {
  let browser: Promise<PrintBrowser> | undefined
  /** One that did not start: it would not start for the next paper either. */
  let broken: Promise<PrintBrowser> | undefined
  /** Tabs of the browser that nothing is printed in. */
  const idle: Place[] = []
  const room = openRoom(mostTabs)

  const start = (): Promise<PrintBrowser> => {
    if (browser === undefined) {
      browser = broken ?? launch(signal)
      browser.catch(() => {})
    }
    return browser
  }
  const openIn = async (starting: Promise<PrintBrowser>): Promise<Tab> => {
    const [{ openTab }, running] = await Promise.all([import('../print/tab.ts'), starting])
    return openTab(running, { signal })
  }
  const open = (): Place => {
    const of = start()
    const tab = openIn(of)
    tab.catch(() => {})
    return { tab, browser: of }
  }
  /** A browser that has failed is left behind, once; the next print starts another. */
  const reset = async (failed = browser): Promise<void> => {
    if (failed !== browser) return
    browser = undefined
    idle.length = 0
    await failed?.then((running) => running[Symbol.asyncDispose]()).catch(() => {})
  }

  /** @param alone nothing is printed meanwhile, and nothing has been before it in its browser */
  const attempt = async (
    alone: boolean,
    ...[paper, toPageWith, seconds]: Parameters<Print>
  ): ReturnType<Print> => {
    const [{ toPdf }, { PrintFailure }, { fault }] = await Promise.all([
      import('../pipeline.ts'),
      import('../print/failure.ts'),
      import('../model/fault.ts'),
    ])
    const wanted = alone ? mostTabs : 1
    await room.enter(wanted)
    if (alone) await reset()
    const place = idle.pop() ?? open()
    try {
      const printed = await toPdf(paper, toPageWith, await place.tab, { signal, seconds })
      if ('fault' in printed && endsBrowser(printed.fault)) await reset(place.browser)
      else if (place.browser === browser) idle.push(place)
      return printed
    } catch (error) {
      const found = error instanceof PrintFailure && fault(error.code, undefined, error.values)
      if (found && isBroken(found)) broken = place.browser
      await reset(place.browser)
      if (!found) throw error
      return { fault: found }
    } finally {
      room.leave(wanted)
    }
  }
  /** All that is printed in a browser hears of its crash; whose it was shows when each is printed once more, alone. */
  const print: Print = async (...given) => {
    const printed = await attempt(false, ...given)
    return 'fault' in printed && isCrash(printed.fault) ? attempt(true, ...given) : printed
  }

  return {
    warm() {
      idle.push(open())
    },
    async run(jobs) {
      broken = undefined
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

/** Also while it starts, a browser can be ended by a signal. */
const isCrash = ({ code, values }: Fault): boolean =>
  code === 'browser/crashed' ||
  code === 'browser/memory' ||
  (code === 'browser/start' && values.reason?.startsWith('SIG') === true)

const isBroken = (found: Fault): boolean => /^browser\/(?:missing|start)$/.test(found.code) && !isCrash(found)

/** One that let the time run out has been ended. */
const endsBrowser = ({ code }: Fault): boolean => code.startsWith('browser/') || code === 'print/timeout'

/** Room for so many; whoever comes first is let in first, also where he wants all of it. */
function openRoom(size: number): { enter(wanted: number): Promise<void>; leave(held: number): void } {
  let free = size
  const waiting: { wanted: number; begin: () => void }[] = []
  const admit = (): void => {
    for (let [next] = waiting; next && next.wanted <= free; [next] = waiting) {
      waiting.shift()
      free -= next.wanted
      next.begin()
    }
  }
  return {
    enter: (wanted) =>
      new Promise((begin) => {
        waiting.push({ wanted, begin })
        admit()
      }),
    leave(held) {
      free += held
      admit()
    },
  }
}

async function launch(signal: AbortSignal): Promise<PrintBrowser> {
  const [{ launchBrowser }, { findBrowser }] = await Promise.all([
    import('../print/browser.ts'),
    import('../print/find-browser.ts'),
  ])
  return launchBrowser({ executable: findBrowser(), signal })
}
