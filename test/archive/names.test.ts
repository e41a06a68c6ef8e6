import { describe, expect, test } from 'vitest'
import { isSafeId, readRevisionPath, revisionPath } from '../../src/archive/names.ts'

const long = (letter: string, bytes: number): string => letter.repeat(bytes / Buffer.byteLength(letter))

test.each(['m', 'export-1405-09', 'صورت‌جلسهٔ ۵', 'a.r2', 'x y', long('a', 180), long('م', 180)])(
  'an id: %s',
  (id) => expect(isSafeId(id)).toBe(true),
)

describe('no id', () => {
  test.each([
    ['nothing', ''],
    ['a separator', 'a/b'],
    ['the other one', 'a\\b'],
    ['the folder above', '..'],
    ['a hidden file', '.a'],
    ['a dot at the end', 'a.'],
    ['a space at the end', 'a '],
    ['a colon', 'a:b'],
    ['a wildcard', 'a*'],
    ['a percent sign, which a bag writes otherwise', 'a%41'],
    ['the end of a line', 'a\nb'],
    ['nothing that is seen', 'a\u200f'],
    ['an override of direction', 'a\u202eb'],
    ['half a character', 'a\ud800'],
    ['letters taken apart', 'a\u0301'],
    ['a device of Windows', 'NUL'],
    ['the same with an ending', 'com1.x'],
    ['181 bytes', long('a', 181)],
    ['182 bytes of Persian', long('م', 182)],
  ])('%s', (_, id) => expect(isSafeId(id)).toBe(false))
})

test('a path says id and revision, even of an id that looks like one', () => {
  const path = revisionPath({ y: 1405, m: 9, d: 4 }, 'a.r2', 13)
  expect(path).toBe('1405/09/a.r2.r13')
  expect(readRevisionPath(path)).toEqual({ id: 'a.r2', revision: 13 })
})

test.each(['1405/09/a', '1405/09/a.r0', '1405/9/a.r1', '../09/a.r1', '1405/09/../a.r1', '1405/09/a.r1/b'])(
  'no path of a revision: %s',
  (path) => expect(readRevisionPath(path)).toBeUndefined(),
)
