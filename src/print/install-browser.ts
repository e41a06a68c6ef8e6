import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findBrowser } from './find-browser.ts'

const root = dirname(dirname(import.meta.dirname))

// Standard output carries only the path found, for setup.mjs; all else goes to standard error.
function run(command: string, args: string[], seconds: number, env = process.env): boolean {
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    timeout: seconds * 1000,
  })
  return result.status === 0
}

function download(): string | undefined {
  const cli = join(root, 'node_modules', 'puppeteer', 'lib', 'puppeteer', 'node', 'cli.js')
  if (!existsSync(cli)) return undefined
  if (!run(process.execPath, [cli, 'browsers', 'install', 'chrome-headless-shell'], 300)) return undefined
  const browser = findBrowser()
  if (browser === undefined || process.platform !== 'linux') return browser
  if (spawnSync(browser, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0) return browser
  // Downloaded, but the system lacks its libraries: leave it out of the way of the system's own.
  rmSync(dirname(dirname(browser)), { recursive: true, force: true })
  return undefined
}

function aptInstall(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done =
    run('apt-get', ['update'], 300, env) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], 900, env)
  return done ? findBrowser() : undefined
}

function main(): number {
  const asked = process.env.JALASEH_BROWSER
  const browser = findBrowser() ?? (asked ? undefined : (download() ?? aptInstall()))
  if (browser !== undefined) {
    process.stdout.write(`${browser}\n`)
    return 0
  }
  process.stderr.write(
    asked
      ? `مرورگری که در JALASEH_BROWSER آمده قابل اجرا نیست: ${asked}\nThe browser named in JALASEH_BROWSER cannot be run: ${asked}\n`
      : 'مرورگری برای ساختن PDF پیدا نشد؛ یکی از دو دستور زیر را اجرا کنید یا نشانی کروم را در JALASEH_BROWSER بگذارید.\n' +
          'No browser to make PDFs with was found; run one of these commands, or set JALASEH_BROWSER to the path of a Chrome:\n' +
          '  npx puppeteer browsers install chrome-headless-shell\n' +
          '  sudo apt-get install chromium-headless-shell\n',
  )
  return 2
}

process.exitCode = main()
