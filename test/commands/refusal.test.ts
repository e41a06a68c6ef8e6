import { lstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../src/commands/refusal.ts'
import { wordFault } from '../../src/report/wording.ts'

const codes =
  'EACCES EBUSY EDQUOT EFBIG EIO ELOOP EMFILE ENAMETOOLONG ENFILE ENOMEM ENOSPC ENOTDIR EPERM EROFS ESTALE'

describe.each(codes.split(' '))('%s', (code) => {
  it('is a fault that says in both languages what it means', () => {
    const found = refusalOf(Object.assign(new Error(code), { code, syscall: 'open', path: '/data' }))
    expect(found).toMatchObject({ code: 'system/refused', values: { path: '/data', reason: code } })
    expect(wordFault(found!, 'fa').what).toMatch(new RegExp(`\\p{Script=Arabic}، ${code}\\)`, 'u'))
    expect(wordFault(found!, 'en').what).toMatch(new RegExp(`[a-z-], ${code}\\)`))
  })
})

it.each([
  ['ENOTDIR', 'file/below'],
  ['ELOOP', 'loop/below'],
  ['ENAMETOOLONG', 'n'.repeat(5000)],
])('%s of a disk', (code, name) => {
  const folder = mkdtempSync(join(tmpdir(), 'refusal-'))
  try {
    writeFileSync(join(folder, 'file'), '')
    symlinkSync('loop', join(folder, 'loop'))
    const error = thrownBy(() => lstatSync(join(folder, name)))
    expect(refusalOf(error)?.values.reason).toBe(code)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('a mistake of ours is none', () => {
  expect(refusalOf(new TypeError('x is not a function'))).toBe(undefined)
  expect(refusalOf(Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'open' }))).toBe(undefined)
})

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
