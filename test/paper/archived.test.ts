import { describe, expect, it } from 'vitest'
import { archivedWords, readArchivedHead } from '../../src/paper/archived.ts'
import { plain } from './briefing-of.ts'

const hash = '3f9a0c'.padEnd(64, 'e')
const house = { settings: {}, emblem: '' }
const words = (replaces?: { revision: number; reason: string }): string =>
  archivedWords({ ...house, archived: { head: { seq: 12, hash }, replaces } })

describe('the head of the chain', () => {
  it('is not spoken of where nothing is archived', () => expect(archivedWords(house)).toBe(''))

  it('is the number of the line and the beginning of its hash', () =>
    expect(plain(words())).toBe('سر زنجیرهٔ بایگانی: ۱۲ · 3f9a0ceeeeeeeeee'))

  it('is followed by what a revision replaces, and why', () =>
    expect(plain(words({ revision: 1, reason: 'اصلاح نام' }))).toBe(
      'سر زنجیرهٔ بایگانی: ۱۲ · 3f9a0ceeeeeeeeee · جایگزین نسخهٔ ۱ بایگانی: اصلاح نام',
    ))

  it('is read back from a print, over ends of lines and marks of direction', () => {
    const head = { seq: 12, hash: '3f9a0ceeeeeeeeee' }
    expect(readArchivedHead(`امضا ${words()} صفحه`)).toEqual(head)
    expect(readArchivedHead(words().replaceAll(' ', '\n').replace('3f', '\u20663f'))).toEqual(head)
    expect(readArchivedHead('سر زنجیرهٔ بایگانی: ۱۲')).toBeUndefined()
  })
})
