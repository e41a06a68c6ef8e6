import type { HTTPRequest, Page } from 'puppeteer'
import type { PrintBrowser } from './browser.ts'
import { PrintFailure } from './failure.ts'

const address = 'https://paper.jalaseh.invalid/'
const policy =
  "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
const printSeconds = 60
const closeSeconds = 5
const refusedWording =
  /^Not allowed to load local resource|^Refused to execute the redirect|document is sandboxed/

/** Resolves when every font asked for has settled, to the families that could not be loaded. */
const failedFonts = `document.fonts.ready.then(() =>
  [...document.fonts].filter((face) => face.status === 'error').map((face) => face.family))`

export async function printPage(
  browser: PrintBrowser,
  { html, signal }: { html: string; signal?: AbortSignal },
): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const stop = Promise.withResolvers<never>()
  stop.promise.catch(() => {})
  const timer = setTimeout(() => {
    // A browser that let the time run out is still busy: it is not used again.
    browser.kill()
    stop.reject(new PrintFailure('print/timeout', { seconds: String(printSeconds) }))
  }, printSeconds * 1000)
  const onAbort = (): void => stop.reject(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })

  let page: Page | undefined
  // Puppeteer's calls can hang after a crash, so each is raced with whatever ends the work.
  const step = <T>(work: Promise<T>): Promise<T> => {
    work.catch(() => {})
    return Promise.race([work, stop.promise, browser.crashed])
  }
  try {
    page = await step(browser.puppeteer.newPage())
    page.once('error', (error) =>
      stop.reject(new PrintFailure('browser/crashed', { reason: error.message }, error)),
    )
    return await print(page, html, step)
  } catch (error) {
    throw await failure(error, browser, signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
    if (page !== undefined) await closePage(page, browser)
  }
}

async function print(
  page: Page,
  html: string,
  step: <T>(work: Promise<T>) => Promise<T>,
): Promise<Uint8Array> {
  const blocked = new Set<string>()
  const checkBlocked = (): void => {
    const [first] = blocked
    if (first !== undefined)
      throw new PrintFailure('print/blocked-request', {
        url: first.slice(0, 300),
        count: String(blocked.size),
      })
  }
  // The policy stops most requests before they can be intercepted; the browser reports those as issues.
  const session = await step(page.createCDPSession())
  session.on('Audits.issueAdded', ({ issue }) => {
    const refused = issue.details.contentSecurityPolicyIssueDetails
    if (refused !== undefined && !refused.isReportOnly)
      blocked.add(refused.blockedURL ?? refused.violatedDirective)
  })
  await step(session.send('Audits.enable'))
  // Files and refreshes are refused without an issue; with JavaScript off the console is the browser's alone.
  page.on('console', (message) => {
    if (refusedWording.test(message.text())) blocked.add(message.text())
  })
  await step(page.setJavaScriptEnabled(false))
  await step(page.setRequestInterception(true))
  let served = false
  page.on('request', (request) => {
    const first =
      !served && request.url() === address && request.isNavigationRequest() && request.method() === 'GET'
    if (first) served = true
    else if (!request.url().startsWith('data:')) blocked.add(request.url())
    // A request that can no longer be answered belongs to a page that has gone.
    answer(request, first ? html : undefined).catch(() => {})
  })
  await step(page.emulateMediaType('print'))
  try {
    await step(page.goto(address, { waitUntil: 'load', timeout: printSeconds * 1000 }))
  } finally {
    checkBlocked()
  }
  if (page.url() !== address) throw new PrintFailure('print/blocked-request', { url: page.url(), count: '1' })

  const fonts = (await step(page.evaluate(failedFonts))) as string[]
  checkBlocked()
  if (fonts.length > 0) throw new PrintFailure('print/failed', { reason: `font: ${fonts.join(', ')}` })
  const pdf = await step(
    page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: printSeconds * 1000,
    }),
  )
  checkBlocked()
  return pdf
}

async function answer(request: HTTPRequest, html: string | undefined): Promise<void> {
  if (html !== undefined) {
    await request.respond({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': policy },
      body: html,
    })
  } else if (request.url().startsWith('data:')) {
    await request.continue()
  } else {
    await request.abort(request.isNavigationRequest() ? 'aborted' : 'accessdenied')
  }
}

/** A broken connection is often heard of before the exit that explains it. */
async function failure(
  error: unknown,
  browser: PrintBrowser,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  if (error instanceof PrintFailure || signal?.aborted) return error
  const moment = new Promise<void>((done) => {
    setTimeout(done, browser.puppeteer.connected ? 100 : 1000)
  })
  try {
    await Promise.race([browser.crashed, moment])
  } catch (crash) {
    return crash
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new PrintFailure('print/timeout', { seconds: String(printSeconds) }, error)
  }
  return new PrintFailure(
    'print/failed',
    { reason: error instanceof Error ? error.message : String(error) },
    error,
  )
}

async function closePage(page: Page, browser: PrintBrowser): Promise<void> {
  if (!browser.puppeteer.connected) return
  const late = Promise.withResolvers<void>()
  const timer = setTimeout(() => {
    browser.kill()
    late.resolve()
  }, closeSeconds * 1000)
  await Promise.race([page.close().catch(() => {}), browser.crashed.catch(() => {}), late.promise])
  clearTimeout(timer)
}
