/** What makes two words one to a search, and what must not. */
import { describe, expect, test } from 'vitest'
import { indexForms, sameInSearch, searchForms, searchKey } from '../../src/persian/search-key.ts'

const HALF = '\u200c'
const SHADDA = '\u0651'

describe('halves with «و» between them', () => {
  test.each([
    ['گفت و گو', 'گفتوگو'],
    ['گفت وگو', 'گفتوگو'],
    ['گفتو گو', 'گفتوگو'],
    ['گفتو گوی', 'گفتوگوی'],
    ['گفت و گوهای', 'گفتوگوهای'],
    ['گفت و گویی', 'گفتوگویی'],
    ['حمل و نقل', 'حملونقل'],
    ['ساز و کارها', 'سازوکارها'],
    ['جست و جوی', 'جستوجوی'],
    ['رفت و آمد', 'رفتوامد'],
  ])('%s', (written, key) => {
    expect(searchKey(written)).toBe(key)
  })

  test.each([
    ['گفت و رفت', 'گفت و رفت'],
    ['گفت و گوش', 'گفت و گوش'],
    ['گفت گو', 'گفت گو'],
    ['گفت به گو', 'گفت به گو'],
    ['گفتو نشنید', 'گفتو نشنید'],
    ['گفتو', 'گفتو'],
    ['گفت و', 'گفت و'],
    ['گفت', 'گفت'],
    ['کتاب و گو', 'کتاب و گو'],
    ['بگفتو گو', 'بگفتو گو'],
    ['گفت و بگو', 'گفت و بگو'],
    ['حمل و نقلیه', 'حمل و نقلیه'],
  ])('%s stays apart', (written, key) => {
    expect(searchKey(written)).toBe(key)
  })
})

describe('endings', () => {
  test.each([
    ['گفته ام', 'گفتهام'],
    ['گفته اند', 'گفتهاند'],
    ['خانه ی ما', searchKey(`خانه${HALF}ی ما`)],
    ['خانه ی ما', searchKey('خانه\u0654 ما')],
  ])('%s', (written, key) => {
    expect(searchKey(written)).toBe(key)
  })

  test.each([
    // Too short, another letter, or the heh at the beginning only.
    ['ده ام', 'ده ام'],
    ['کتاب ام', 'کتاب ام'],
    ['هفت ام', 'هفت ام'],
    ['کتاب ی', 'کتاب ی'],
    ['ی', 'ی'],
  ])('%s stays apart', (written, key) => {
    expect(searchKey(written)).toBe(key)
  })

  test('a prefix or an ending is joined to letters only', () => {
    expect(searchKey('می 12')).toBe('می 12')
    expect(searchKey('12 ها')).toBe('12 ها')
    expect(searchKey('abc ها')).toBe('abc ها')
    expect(searchKey('کتاب ها')).toBe('کتابها')
  })
})

describe('half-spaces', () => {
  test('several in a row are one, in every form', () => {
    const [one, two] = [`صورت${HALF}جلسه`, `صورت${HALF}${HALF}جلسه`]
    expect(searchKey(two)).toBe(searchKey(one))
    expect(searchForms(two)).toEqual(searchForms(one))
    expect(indexForms(two)).toEqual(indexForms(one))
  })

  test('a compound is kept beside its parts, where it is another word', () => {
    expect(indexForms(`پیش${HALF}فاکتور`)).toEqual({ main: 'پیش فاکتور', compounds: ['پیشفاکتور'] })
    expect(indexForms(`پیش${HALF}${HALF}فاکتور`).compounds).toEqual(['پیشفاکتور'])
    expect(indexForms(`کتاب${HALF}ها`).compounds).toEqual([])
    expect(indexForms('پیش فاکتور').compounds).toEqual([])
  })
})

describe('marks', () => {
  test('one that stands alone is no word, and one between words joins none', () => {
    expect(searchKey(`الف ${SHADDA} ب`)).toBe('الف ب')
    expect(searchKey(`${SHADDA}`)).toBe('')
    // Marks that are no harakat are kept on their letter and dropped where they have none.
    expect(searchKey('e\u0301 \u0301\u0301 b')).toBe('é b')
    expect(searchKey('الف، ؛ ... ب')).toBe('الف ب')
  })

  test('what is dropped leaves nothing behind', () => {
    expect(searchKey('کت\u0640\u0640اب')).toBe('کتاب')
    expect(searchKey('مُصَوَّبه')).toBe(searchKey('مصوبه'))
  })
})

describe('the same in a search', () => {
  test.each([
    ['صورت جلسه', `صورت${HALF}جلسه`],
    [`پیش${HALF}فاکتور`, 'پیشفاکتور'],
    ['پیش فاکتور', 'پیشفاکتور'],
    ['ي', 'ی'],
    ['', ' '],
  ])('%s and %s', (a, b) => {
    expect(sameInSearch(a, b)).toBe(true)
    expect(sameInSearch(b, a)).toBe(true)
  })

  test.each([
    ['الف', 'ب'],
    ['', 'الف'],
    ['پیش فاکتور', 'پیش فاکتورها'],
  ])('%s and %s are not', (a, b) => {
    expect(sameInSearch(a, b)).toBe(false)
    expect(sameInSearch(b, a)).toBe(false)
  })
})
