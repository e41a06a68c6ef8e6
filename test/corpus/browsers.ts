/** The browser that prints, with what would hide a leak to this machine turned off; and the same browser unlocked. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { findBrowser } from '../../src/print/find-browser.ts'

/** Pages from elsewhere are kept from this machine by checks of their own, which a test of ours must not rest on. */
const openFeatures =
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets,BlockInsecurePrivateNetworkRequests'

/** A program that starts the browser with flags of its own besides those it is given. */
export class Wrapper implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  readonly path = join(this.folder, 'browser')

  constructor(flags: string[] = []) {
    const all = [openFeatures, ...flags].map((flag) => `'${flag}'`).join(' ')
    writeFileSync(this.path, `#!/bin/sh\nulimit -S -f unlimited\nexec '${findBrowser()}' ${all} "$@"\n`, {
      mode: 0o755,
    })
    chmodSync(this.folder, 0o777)
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Without any policy of ours. */
export async function plainBrowser(flags: string[] = []): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer')
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('there is no browser')
  return puppeteer.launch({
    executablePath,
    pipe: true,
    args: [openFeatures, '--no-sandbox', '--disable-dev-shm-usage', ...flags],
  })
}
