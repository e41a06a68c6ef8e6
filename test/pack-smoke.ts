// Packs the package, installs the tarball into an empty prefix, and makes papers with what was installed.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'jalaseh-pack-'))
// The browser is found as anywhere else; an install for a test needs no second one.
const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' }
const run = (command: string, args: string[], cwd: string): string =>
  execFileSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })

try {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root)) as [
    { filename: string },
  ]
  const prefix = join(folder, 'prefix')
  mkdirSync(prefix)
  run(
    'npm',
    ['install', '--prefix', prefix, '--no-audit', '--no-fund', '--prefer-offline', join(folder, filename)],
    folder,
  )
  const bill = join(prefix, 'node_modules', 'jalaseh', 'dist', 'sbom.cdx.json')
  if (!readFileSync(bill, 'utf8').includes('"bomFormat": "CycloneDX"'))
    throw new Error('the package has no bill of materials')
  const jalaseh = join(prefix, 'node_modules', '.bin', 'jalaseh')
  run(jalaseh, ['new', 'demo'], folder)
  const papers = run(jalaseh, ['build', 'demo/first-meeting.yaml'], folder).trim().split('\n')
  if (papers.length !== 2) throw new Error(`expected two papers, got: ${papers.join(', ')}`)
  for (const paper of papers) {
    if (readFileSync(join(folder, paper)).subarray(0, 5).toString() !== '%PDF-')
      throw new Error(`${paper} is not a PDF`)
  }
  process.stdout.write(`${filename}: ${papers.join(', ')}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
