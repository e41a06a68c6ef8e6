import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { hasEnded, markForm, ownMark } from '../../src/system/own-mark.ts'

const markOf = (pid: number): string => ownMark.replace(/\d+$/, String(pid))

test('a mark says whose it is', () => {
  expect(ownMark).toMatch(new RegExp(`^${markForm}$`))
  expect(hasEnded(ownMark)).toBe(false)
  expect(hasEnded(markOf(process.ppid))).toBe(false)
  expect(hasEnded(markOf(spawnSync('true').pid))).toBe(true)
})

test('of another place nothing is known', () => {
  expect(hasEnded(ownMark.replace(/^[0-9a-f]{8}/, '00000000'))).toBeUndefined()
})
