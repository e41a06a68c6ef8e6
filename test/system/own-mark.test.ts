import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { isLeftBehind, markForm, ownMark } from '../../src/system/own-mark.ts'

const markOf = (pid: number): string => ownMark.replace(/\d+$/, String(pid))
const hour = 60 * 60 * 1000
const before = (hours: number): { mtimeMs: number } => ({ mtimeMs: Date.now() - hours * hour })

test('a mark says whose it is, however old', () => {
  expect(ownMark).toMatch(new RegExp(`^${markForm}$`))
  expect(isLeftBehind(ownMark, before(1000))).toBe(false)
  expect(isLeftBehind(markOf(process.ppid), before(1000))).toBe(false)
  expect(isLeftBehind(markOf(spawnSync('true').pid), before(0))).toBe(true)
})

test('of another place it says nothing, but nobody is at work for longer than a day', () => {
  const elsewhere = ownMark.replace(/^[0-9a-f]{8}/, '00000000')
  expect(isLeftBehind(elsewhere, before(23))).toBe(false)
  expect(isLeftBehind(elsewhere, before(25))).toBe(true)
})
