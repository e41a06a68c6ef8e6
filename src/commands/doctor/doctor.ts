/** `jalaseh doctor`: what this machine has, what it lacks and how to get it. */
import { fault } from '../../model/fault.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import { findBrowser } from '../../print/find-browser.ts'
import { launchBrowser } from '../../print/browser.ts'
import { PrintFailure } from '../../print/failure.ts'
import { openTab } from '../../print/tab.ts'
import { tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'

const words = {
  fa: {
    node: 'نود',
    browser: 'مرورگر',
    sandbox: 'جعبهٔ شنی مرورگر',
    on: 'روشن',
    none: 'خاموش؛ این سیستم فضای نامِ کاربران (user namespaces) ندارد یا کاربر دیگری نمی~تواند مرورگر را اجرا کند',
    ok: 'همه چیز برای ساختن برگ~ها آماده است.',
  },
  en: {
    node: 'Node',
    browser: 'browser',
    sandbox: 'browser sandbox',
    on: 'on',
    none: 'off: this system has no user namespaces for it, or no other user may run the browser',
    ok: 'Everything needed to make papers is here.',
  },
}

/** Starts the browser for real and prints an empty page, for its presence alone says little. */
export async function doctor(host: Host): Promise<ExitCode> {
  const say = words[host.language]
  host.out(`${say.node}: ${process.versions.node}`)
  const executable = findBrowser()
  host.out(`${say.browser}: ${executable ?? '-'}`)
  try {
    await using browser = await launchBrowser({ executable, signal: host.signal })
    host.out(withHalfSpaces(`${say.sandbox}: ${say[browser.sandbox]}`))
    await using tab = await openTab(browser, { signal: host.signal })
    await tab.print('<!doctype html><title></title>', { signal: host.signal })
  } catch (error) {
    if (!(error instanceof PrintFailure)) throw error
    tell(host, [fault(error.code, undefined, error.values)], new Map())
    return 2
  }
  host.out(withHalfSpaces(say.ok))
  return 0
}
