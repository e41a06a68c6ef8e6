// Plain JavaScript for whatever Node is at hand (20 or newer), with nothing installed yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const stampFile = join(root, 'node_modules', '.jalaseh-setup')

/** @param {string} persian @param {string} english @returns {never} */
function fail(persian, english) {
  process.stderr.write(`${persian}\n${english}\n`)
  process.exit(2)
}

/** @returns {{ lock?: string, browser?: string }} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const stamp = readStamp()
const installed = stamp.lock === lock
if (installed && stamp.browser && existsSync(stamp.browser)) process.exit(0)

if (!installed) {
  const npm = (/** @type {string[]} */ ...args) =>
    spawnSync(windows ? 'npm.cmd' : 'npm', args, {
      cwd: root,
      shell: windows,
      stdio: ['ignore', 2, 'inherit'],
    }).status === 0
  // No package runs a script of its own but the one that puts Node 24 in its place.
  const done =
    npm('ci', '--include=dev', '--ignore-scripts') && npm('rebuild', 'node', '--ignore-scripts=false')
  if (!done) {
    fail(
      'نصب انجام نشد؛ اتصال به اینترنت را بررسی کنید و دوباره «npm run setup» را اجرا کنید.',
      'The packages could not be installed (npm ci failed); check the network and run "npm run setup" again.',
    )
  }
  writeFileSync(stampFile, JSON.stringify({ lock }))
}

const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
if (!existsSync(node)) {
  fail(
    'نسخهٔ ۲۴ نود در node_modules پیدا نشد؛ پوشهٔ node_modules را پاک کنید و دوباره «npm run setup» را اجرا کنید.',
    'Node 24 is missing from node_modules; delete node_modules and run "npm run setup" again.',
  )
}
const found = spawnSync(node, [join(root, 'src', 'print', 'install-browser.ts')], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
})
// install-browser.ts has already said what to do.
if (found.status === 2) process.exit(2)
const browser = found.stdout?.trim()
if (found.status !== 0 || !browser) {
  fail(
    'جستجوی مرورگر ناتمام ماند؛ دوباره «npm run setup» را اجرا کنید.',
    'The search for a browser ended unexpectedly; run "npm run setup" again.',
  )
}
writeFileSync(stampFile, JSON.stringify({ lock, browser }))
