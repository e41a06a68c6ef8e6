import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

type Env = Record<string, string | undefined>

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** puppeteer's layout: <cache>/<browser>/<platform>-<version>/<browser>-<platform>/<binary>; the newest version first. */
function* cached(env: Env): Generator<string> {
  const cache = env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer')
  const mac = join('Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing')
  const binaries: Record<string, string[]> = {
    'chrome-headless-shell': ['chrome-headless-shell', 'chrome-headless-shell.exe'],
    chrome: ['chrome', 'chrome.exe', mac],
  }
  for (const [name, files] of Object.entries(binaries)) {
    const builds = list(join(cache, name)).toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    for (const build of builds) {
      for (const inner of list(join(cache, name, build))) {
        for (const file of files) yield join(cache, name, build, inner, file)
      }
    }
  }
}

function* onPath(env: Env, names: string[]): Generator<string> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  for (const name of names) {
    for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
      if (folder) yield join(folder, name + suffix)
    }
  }
}

function* system(env: Env): Generator<string> {
  // Debian's /usr/bin names are shell wrappers; the process started must be the browser itself.
  yield '/usr/lib/chromium/chromium-headless-shell'
  yield* onPath(env, ['chrome-headless-shell', 'chromium-headless-shell'])
  if (process.platform === 'darwin') {
    for (const name of ['Google Chrome', 'Chromium', 'Microsoft Edge']) {
      for (const base of ['/Applications', join(homedir(), 'Applications')]) {
        yield join(base, `${name}.app`, 'Contents', 'MacOS', name)
      }
    }
  } else if (process.platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    for (const tail of [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]) {
      for (const base of bases) if (base) yield join(base, tail)
    }
  } else {
    yield '/opt/google/chrome/chrome'
    yield '/usr/lib/chromium/chromium'
    yield '/opt/microsoft/msedge/msedge'
    yield* onPath(env, [
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      'microsoft-edge',
    ])
  }
}

/** The browser to print with. A JALASEH_BROWSER that cannot be run hides the others: the user asked for that one. */
export function findBrowser(env: Env = process.env): string | undefined {
  if (env.JALASEH_BROWSER) return runnable(env.JALASEH_BROWSER) ? env.JALASEH_BROWSER : undefined
  for (const file of cached(env)) if (runnable(file)) return file
  for (const file of system(env)) if (runnable(file)) return file
  return undefined
}
