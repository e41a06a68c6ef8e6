import type { CDPSession } from 'puppeteer'
import type { PrintBrowser } from './browser.ts'
import { PrintFailure } from './failure.ts'
import { checkGlyphs } from './missing-glyph.ts'
import { measureOverflow } from './overflow.ts'
import { countPages, destinationPages, pageSize, pdfText } from './pdf.ts'
import { until } from './until.ts'

const address = 'https://paper.jalaseh.invalid/'
const policy =
  "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
const emptyPage = Buffer.from('<!doctype html><title></title>').toString('base64')
const printSeconds = 60
/** In sheets of A4; a briefing of two thousand statements has a tenth of them. */
const mostSheets = 2000
const pixelsPerSheet = 1123
const closeSeconds = 5
/** Of a method or a parameter that the browser does not know. */
const unknownWording = /^Protocol error .*(?:' wasn't found|: Invalid parameters)/
const refusedWording =
  /^Not allowed to load local resource|^Refused to execute the redirect|document is sandboxed/

interface LaidOut {
  /** The families that could not be loaded. */
  failed: string[]
  /** In CSS pixels, without page breaks. */
  height: number
}

/**
 * Lays the document out and resolves when every font is there. All are asked for: one that only a margin box uses would
 * otherwise be missed, as that is laid out when it is printed.
 */
const layOut = `document.documentElement.getBoundingClientRect(),
  Promise.allSettled([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => ({
    failed: [...document.fonts].filter((face) => face.status === 'error').map((face) => face.family),
    height: document.documentElement.scrollHeight }))`

/** All that may be drawn: text, and what style sheets add; escapes are read as the characters they stand for. */
const shownText = `[document.documentElement.textContent, ...[...document.querySelectorAll('style')].map((style) =>
  style.textContent.replace(/\\\\([0-9a-f]{1,6})\\s?/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16) % 0x110000)))].join('')`

/** How to print one document. */
export interface PrintOptions {
  /** Ends the print; its reason is what the print rejects with. */
  signal?: AbortSignal | undefined
  /** How long it may take; a minute unless said. */
  seconds?: number | undefined
  /** The document is meant to fill one page; when it does not, the overflow is measured. */
  onePage?: boolean
}

/** A printed document. */
export interface Printed {
  /** The tagged PDF. */
  pdf: Uint8Array
  /** The number of its pages. */
  pages: number
  /** The pages, counted from 1, that its own links lead to, by the ids of the elements. */
  places: ReadonlyMap<string, number>
  /** With onePage and more than one page: by how many millimetres the content is taller than one page's box. */
  overflow?: number
}

/** A place to print one document after another; several tabs of one browser print at the same time. */
export interface Tab extends AsyncDisposable {
  /**
   * Prints a self-contained document: without scripts, without any request but data: URIs.
   * After a failure the page behind the tab is closed and the next print gets a new one.
   * @throws PrintFailure print/blocked-request, print/missing-glyph, print/font (one that cannot be read),
   * print/too-long (more than 2000 sheets of A4), print/timeout (after 60 s, the browser is killed), browser/crashed,
   * browser/unfit (too old or too new), print/failed (anything else)
   */
  print(html: string, options?: PrintOptions): Promise<Printed>
}

interface LockedPage {
  targetId: string
  session: CDPSession
  /** What was asked for and refused since the last print began, as URLs or the browser's own words. */
  blocked: Set<string>
  /** Aborted when the page has crashed. */
  crashed: AbortSignal
}

type Step = <T>(work: Promise<T>) => Promise<T>

/**
 * Opens a tab. The first one takes the blank page that the browser started with.
 * @throws PrintFailure browser/crashed, print/failed
 */
export async function openTab(
  browser: PrintBrowser,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Tab> {
  let page: LockedPage | undefined
  let busy = false
  let disposed = false
  const work = async <T>(
    job: (page: LockedPage, step: Step) => Promise<T>,
    limits: Pick<PrintOptions, 'signal' | 'seconds'>,
  ): Promise<T> => {
    if (busy || disposed) throw new Error(disposed ? 'the tab is closed' : 'the tab is printing')
    busy = true
    try {
      const crashes = (): AbortSignal[] => [browser.crashed, ...(page ? [page.crashed] : [])]
      return await guarded(browser, crashes, limits, async (step) => {
        page ??= await step(openPage(browser))
        const { crashed } = page
        return job(page, (part) => step(until(part, [crashed])))
      })
    } catch (error) {
      const failed = page
      page = undefined
      if (failed !== undefined) await closePage(browser, failed)
      throw error
    } finally {
      busy = false
    }
  }
  await work(async () => {}, { signal })
  return {
    print: (html, { onePage = false, ...limits } = {}) =>
      work((current, step) => print(current, step, html, onePage), limits),
    async [Symbol.asyncDispose]() {
      disposed = true
      if (page !== undefined) await closePage(browser, page)
      page = undefined
    },
  }
}

/** Runs a job whose every step is raced with the time limit, the signal and the end of the browser. */
async function guarded<T>(
  browser: PrintBrowser,
  crashes: () => AbortSignal[],
  { signal, seconds = printSeconds }: Pick<PrintOptions, 'signal' | 'seconds'>,
  job: (step: Step) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const late = new AbortController()
  const timer = setTimeout(() => {
    // A browser that let the time run out is still busy: it is not used again.
    browser.kill()
    late.abort(new PrintFailure('print/timeout', { seconds: String(seconds) }))
  }, seconds * 1000)
  const ends = [late.signal, browser.crashed, ...(signal ? [signal] : [])]
  try {
    // Calls can hang after a crash, so each is left for whatever ends the work.
    return await job((work) => until(work, ends))
  } catch (error) {
    throw await failure(error, browser, crashes(), signal)
  } finally {
    clearTimeout(timer)
  }
}

/** A page locked down once, on an empty document of the fake origin; its documents replace one another there. */
async function openPage(browser: PrintBrowser): Promise<LockedPage> {
  const { targetId, session } = await browser.attachPage()
  const crash = new AbortController()
  session.on('Inspector.targetCrashed', () =>
    crash.abort(new PrintFailure('browser/crashed', { reason: 'page' })),
  )
  const blocked = new Set<string>()
  watch(session, blocked)
  await until(lockDown(session), [crash.signal])
  refuseBlocked(blocked)
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId === undefined) blocked.add(frame.url)
  })
  return { targetId, session, blocked, crashed: crash.signal }
}

async function lockDown(session: CDPSession): Promise<void> {
  await Promise.all([
    session.send('Emulation.setScriptExecutionDisabled', { value: true }),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Emulation.setEmulatedMedia', { media: 'print' }),
    // The policy stops most requests before they can be intercepted; the browser reports those as issues.
    session.send('Audits.enable'),
    // Files and refreshes are refused without an issue.
    session.send('Log.enable'),
    session.send('Inspector.enable'),
    session.send('Page.enable'),
  ])
  // Not sent along with the others: a new page can load before it has seen to them.
  const loaded = nextLoad(session)
  await session.send('Page.navigate', { url: address })
  await loaded
}

function watch(session: CDPSession, blocked: Set<string>): void {
  let served = false
  session.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
    const first =
      !served && request.url === address && request.method === 'GET' && resourceType === 'Document'
    if (first) served = true
    else if (!request.url.startsWith('data:')) blocked.add(request.url)
    const answered = first
      ? session.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 200,
          responseHeaders: [
            { name: 'Content-Type', value: 'text/html; charset=utf-8' },
            { name: 'Content-Security-Policy', value: policy },
          ],
          body: emptyPage,
        })
      : request.url.startsWith('data:')
        ? session.send('Fetch.continueRequest', { requestId })
        : session.send('Fetch.failRequest', {
            requestId,
            // A navigation refused in another way would show an error page in place of the document.
            errorReason: resourceType === 'Document' ? 'Aborted' : 'AccessDenied',
          })
    // A request that can no longer be answered belongs to a page that has gone.
    answered.catch(() => {})
  })
  session.on('Audits.issueAdded', ({ issue }) => {
    const refused = issue.details.contentSecurityPolicyIssueDetails
    if (refused !== undefined && !refused.isReportOnly)
      blocked.add(refused.blockedURL ?? refused.violatedDirective)
  })
  session.on('Log.entryAdded', ({ entry }) => {
    if (refusedWording.test(entry.text)) blocked.add(entry.text)
  })
}

function nextLoad(session: CDPSession): Promise<unknown> {
  return new Promise((resolve) => {
    session.once('Page.loadEventFired', resolve)
  })
}

function refuseBlocked(blocked: Set<string>): void {
  const [first] = blocked
  if (first === undefined) return
  throw new PrintFailure('print/blocked-request', { url: first.slice(0, 300), count: String(blocked.size) })
}

async function print(page: LockedPage, step: Step, html: string, onePage: boolean): Promise<Printed> {
  const { session, blocked, targetId } = page
  blocked.clear()
  await step(fill(session, targetId, html))
  refuseBlocked(blocked)
  const { failed, height } = await step(evaluate<LaidOut>(session, layOut))
  refuseBlocked(blocked)
  if (failed.length > 0) throw new PrintFailure('print/font', { family: [...new Set(failed)].join(', ') })
  // What is far too long takes minutes to print; before it is broken into pages it is no longer than they are.
  const sheets = Math.ceil(height / pixelsPerSheet)
  if (sheets > mostSheets)
    throw new PrintFailure('print/too-long', { sheets: String(sheets), limit: String(mostSheets) })
  const { data } = await step(
    session.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  )
  refuseBlocked(blocked)
  const pdf = Buffer.from(data, 'base64')
  const text = pdfText(pdf)
  const pages = text.startsWith('%PDF-') ? countPages(text) : 0
  if (pages === 0) throw new PrintFailure('browser/unfit', { reason: 'no PDF' })
  await step(checkGlyphs({ html, pdf, text }, () => evaluate<string>(session, shownText)))
  const places = destinationPages(text)
  if (!onePage || pages === 1) return { pdf, pages, places }
  return { pdf, pages, places, overflow: await step(measureOverflow(session, pageSize(text))) }
}

/**
 * Puts a document in place of the last one without a navigation, which would cost more than the print. The window
 * stays the one that was served the policy, and with it the policy, the sandbox and the interception.
 */
async function fill(session: CDPSession, frameId: string, html: string): Promise<void> {
  const loaded = nextLoad(session)
  await session.send('Page.setDocumentContent', { frameId, html })
  await loaded
}

async function evaluate<T>(session: CDPSession, expression: string): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  }
  return result.value as T
}

/** A broken connection, or a print that failed, is often heard of before the crash that explains it. */
async function failure(
  error: unknown,
  browser: PrintBrowser,
  crashes: AbortSignal[],
  signal: AbortSignal | undefined,
): Promise<unknown> {
  if (error instanceof PrintFailure || signal?.aborted) return error
  const moment = new Promise<void>((done) => {
    setTimeout(done, browser.connected ? 100 : 1000)
  })
  try {
    await until(moment, crashes)
  } catch (crash) {
    return crash
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new PrintFailure(unknownWording.test(reason) ? 'browser/unfit' : 'print/failed', { reason }, error)
}

async function closePage(
  { connected, connection, crashed, kill }: PrintBrowser,
  page: LockedPage,
): Promise<void> {
  if (!connected) return
  const gone = Promise.withResolvers<void>()
  // The answer to the call comes before the page has gone.
  const onGone = ({ targetId }: { targetId: string }): void => {
    if (targetId === page.targetId) gone.resolve()
  }
  connection.on('Target.targetDestroyed', onGone)
  const timer = setTimeout(() => {
    kill()
    gone.resolve()
  }, closeSeconds * 1000)
  connection.send('Target.closeTarget', { targetId: page.targetId }).catch(gone.resolve)
  await until(gone.promise, [crashed]).catch(() => {})
  clearTimeout(timer)
  connection.off('Target.targetDestroyed', onGone)
}
