/** What holds after every row, whatever it was about. */
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Desk, Ended } from '../e2e/cli.ts'
import { told } from '../e2e/cli.ts'
import type { Canary } from './canary.ts'
import type { Expected } from './row.ts'

/** Paths and what is there: a digest of a file's bytes, the target of a link. */
export type Snapshot = Map<string, string>

export function snapshot(desk: Desk): Snapshot {
  const found: Snapshot = new Map()
  const visit = (folder: string): void => {
    for (const name of readdirSync(join(desk.folder, folder)).toSorted()) {
      const path = folder === '' ? name : `${folder}/${name}`
      const at = join(desk.folder, path)
      const about = lstatSync(at)
      if (about.isDirectory()) visit(path)
      else if (about.isSymbolicLink()) found.set(path, `-> ${readlinkSync(at)}`)
      else if (!about.isFile()) found.set(path, 'other')
      else found.set(path, createHash('sha256').update(readFileSync(at)).digest('hex'))
    }
  }
  visit('')
  return found
}

/** The file that the command line is watched by. */
export const watchFile = (desk: Desk): string => join(desk.base, 'watched')

/** Adds what watches the command line to its environment. */
export const watched = (desk: Desk): Record<string, string> => ({
  CORPUS_WATCH: watchFile(desk),
  NODE_OPTIONS: `--import=${new URL('watch.ts', import.meta.url).href}`,
})

/** Exit code and faults as expected; nothing left, nothing changed, nobody contacted. */
export function afterCheck(
  { desk, canary, before }: { desk: Desk; canary: Canary; before: Snapshot },
  ended: Ended,
  expected: Expected,
): void {
  checkTold(ended, expected)
  expect(desk.leftovers()).toEqual([])
  expect(readdirSync(desk.temporary)).toEqual([])
  checkFiles(desk, before, expected)
  const seen = existsSync(watchFile(desk)) ? readFileSync(watchFile(desk), 'utf8') : ''
  expect(seen).toMatch(expected.connects ? /^(?:a connection was begun\n)+$/ : /^$/)
  expect({ hits: canary.hits, connections: canary.connections }).toEqual({ hits: [], connections: 0 })
}

function checkTold(ended: Ended, { exit, faults, warnings = [], told: words = [] }: Expected): void {
  // Neither a stack nor an object in place of a text.
  const all = ended.stdout + ended.stderr
  expect(all).not.toMatch(/\[object |\n {4}at |\bRangeError|\bTypeError|\bundefined\b/)
  if (ended.stdout.startsWith('{')) {
    const list = told(ended)
    const errors = list.filter(({ severity }) => severity === 'error')
    const shown = errors.map(({ code, line, column }, index) => {
      const place = line === undefined ? '' : `${line}:${column} `
      return faults?.[index]?.includes(' ') ? `${place}${code}` : code
    })
    expect(shown).toEqual(faults ?? [])
    const codes = list.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(warnings))
  } else expect(ended.stdout + ended.stderr).toEqual(expect.toSatisfy(() => faults === undefined))
  for (const word of words) expect(all).toContain(word)
  expect(ended.code).toBe(exit)
}

/** New files are whole papers below `out/`, and there are none where the run failed, but for those that the row expects. */
function checkFiles(desk: Desk, before: Snapshot, { exit, writes = /^$/ }: Expected): void {
  const after = snapshot(desk)
  const fresh = [...after.keys()].filter((path) => !before.has(path))
  const kept = (all: Snapshot): Snapshot =>
    new Map([...all].filter(([path]) => before.has(path) && !writes.test(path)))
  expect(kept(after)).toEqual(kept(before))
  const strange = fresh.filter((path) => exit !== 0 || !/^out\/[^.]+\.(?:pdf|html)$/.test(path))
  expect(strange.filter((path) => !writes.test(path))).toEqual([])
  for (const path of fresh.filter((name) => name.endsWith('.pdf'))) {
    const pdf = readFileSync(join(desk.folder, path), 'latin1')
    expect([path, pdf.startsWith('%PDF-'), /%%EOF\n?$/.test(pdf)]).toEqual([path, true, true])
  }
}
