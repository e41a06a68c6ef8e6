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
  let tabs = 0
  /** Opened ahead of the first print. */
  let ahead: Place | undefined
  const idle: Place[] = []
  const waiting: ((place: Promise<Place>) => void)[] = []

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
    tabs++
    return { tab, browser: of }
  }
  const take = async (): Promise<Place> => {
    const first = ahead
    ahead = undefined
    const free = first ?? idle.pop()
    if (free) return free
    if (tabs < mostTabs) return open()
    return new Promise((resolve) => waiting.push(resolve))
  }
  const give = (place: Place): void => {
    const next = waiting.shift()
    if (next) next(Promise.resolve(place))
    else idle.push(place)
  }
  /** A browser that has failed is left behind, once; the next print, and those that wait, start another. */
  const reset = async (failed = browser): Promise<void> => {
    if (failed !== browser) return
    browser = undefined
    tabs = 0
    ahead = undefined
    idle.length = 0
    await failed?.then((running) => running[Symbol.asyncDispose]()).catch(() => {})
    for (const next of waiting.splice(0)) next(take())
  }

  /** @returns also whether a crash is its own: one that a page beside it brought about is not */
  const attempt = async (
    ...[paper, toPageWith, seconds]: Parameters<Print>
  ): Promise<{ printed: Awaited<ReturnType<Print>>; crash?: 'own' | 'other' }> => {
    const [{ toPdf }, { PrintFailure }, { fault }] = await Promise.all([
      import('../pipeline.ts'),
      import('../print/failure.ts'),
      import('../model/fault.ts'),
    ])
    const place = await take()
    const crashed = async (found: Fault): ReturnType<typeof attempt> => {
      const crash = place.browser === browser ? 'own' : 'other'
      if (isBroken(found)) broken = place.browser
      await reset(place.browser)
      return { printed: { fault: found }, ...(isCrash(found) && { crash }) }
    }
    try {
      const printed = await toPdf(paper, toPageWith, await place.tab, { signal, seconds })
      if ('fault' in printed && printed.fault.code.startsWith('browser/')) return await crashed(printed.fault)
      if (place.browser === browser) give(place)
      return { printed }
    } catch (error) {
      if (error instanceof PrintFailure) return crashed(fault(error.code, undefined, error.values))
      await reset(place.browser)
      throw error
    }
  }
  /** A crash may be no fault of the page: it is printed once more, in a fresh browser. */
  const print: Print = async (...given) => {
    for (let crashes = 0; ;) {
      const { printed, crash } = await attempt(...given)
      if (crash === 'own') crashes++
      if (crash === undefined || crashes === 2) return printed
    }
  }

  return {
    warm() {
      ahead = open()
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
  code === 'browser/crashed' || (code === 'browser/start' && values.reason?.startsWith('SIG') === true)

const isBroken = (found: Fault): boolean => /^browser\/(?:missing|start)$/.test(found.code) && !isCrash(found)

async function launch(signal: AbortSignal): Promise<PrintBrowser> {
  const [{ launchBrowser }, { findBrowser }] = await Promise.all([
    import('../print/browser.ts'),
    import('../print/find-browser.ts'),
  ])
  return launchBrowser({ executable: findBrowser(), signal })
}
