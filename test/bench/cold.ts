/** (a) A cold build of one page, against browsers that only print the finished page. */
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from '../../src/print/find-browser.ts'
import { example, finished, inClone, installed, inTurn, run, startCli, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'

const rounds = 9
const nobody = 65534

export function cold(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const build = (program: string, ...more: string[]): Promise<string> =>
      finished(startCli(['build', example, '--kind', 'summary', '--out', folder, ...more], folder, program))
    // The throw-away runs: they fill the compile cache and leave the page that the browsers print.
    await build(inClone)
    await build(installed, '--html')
    const page = join(folder, 'export-working-group', 'summary.html')
    const shell = findBrowser()
    const full = findFullBrowser()
    const [own = NaN, clone = NaN, ...others] = await inTurn(rounds, [
      () => build(installed),
      () => build(inClone),
      ...[shell, full].flatMap((browser) => (browser ? [() => printWith(browser, page, folder)] : [])),
    ])
    const name = 'cold build of one page'
    const byShell = shell === undefined ? undefined : others.shift()
    return [
      {
        name: `${name}, in a clone`,
        value: clone,
        unit: 'ms',
        peer: { name: "headless shell's --print-to-pdf", value: byShell },
      },
      {
        name,
        value: own,
        unit: 'ms',
        peer: { name: "headless shell's --print-to-pdf", value: byShell },
        aim: { of: 'ratio', most: 1.6 },
      },
      {
        name,
        value: own,
        unit: 'ms',
        peer: {
          name: "full browser's --print-to-pdf",
          value: full === undefined ? undefined : others.shift(),
        },
      },
    ]
  })
}

/** As the product starts it: the sandbox on and, for root, as nobody, with a new profile each time. */
async function printWith(browser: string, page: string, folder: string): Promise<void> {
  const profile = mkdtempSync(join(folder, 'profile-'))
  mkdirSync(join(profile, 'tmp'))
  const asNobody = process.getuid?.() === 0
  if (asNobody) for (const path of [profile, join(profile, 'tmp')]) chownSync(path, nobody, nobody)
  const args = [
    '--headless',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-dev-shm-usage',
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${join(profile, 'page.pdf')}`,
    pathToFileURL(page).href,
  ]
  await run(browser, args, {
    env: { HOME: profile, TMPDIR: join(profile, 'tmp'), LANG: 'C.UTF-8', PATH: process.env.PATH },
    ...(asNobody ? { uid: nobody, gid: nobody } : {}),
  })
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

/** The shell hides a full browser from findBrowser, so that names are looked for one by one. */
function findFullBrowser(): string | undefined {
  for (const file of [
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/opt/microsoft/msedge/msedge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
  ]) {
    const found = findBrowser({ JALASEH_BROWSER: file })
    if (found !== undefined) return found
  }
  return undefined
}
