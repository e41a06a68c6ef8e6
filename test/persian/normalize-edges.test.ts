import { describe, expect, it } from 'vitest'
import { ZWNJ } from '../../src/persian/invisible.ts'
import { arabicQuotations, normalizationCounts, normalize } from '../../src/persian/normalize.ts'
import { sameInSearch, searchForms, searchKey } from '../../src/persian/search-key.ts'

describe('what normalising changes is counted by its kind', () => {
  it.each([
    ['الف\r\nب\rپ', { 'line-end': 2 }],
    ['ا\u0007\u0001لف', { control: 2 }],
    ['ا\u00adل\u200bف\ufeff', { 'zero-width': 3 }],
    ['\u202bالف\u202c', { 'direction-override': 2 }],
    ['\ufedf\ufeea', { 'presentation-form': 2 }],
    ['\ufefb', { 'presentation-form': 1 }],
    ['ا\u0653ب', { composition: 1 }],
    ['علي كه', { 'arabic-yeh': 1, 'arabic-kaf': 1 }],
    ['خانۀ', { 'heh-with-yeh': 1 }],
    ['سـلام', { tatweel: 1 }],
    [`کتاب${ZWNJ}${ZWNJ}ها`, { 'half-space': 1 }],
    ['الف  ب', { space: 1 }],
    ['١٢', { 'arabic-digit': 2 }],
    ['در 12 روز', { 'european-digit': 2 }],
    ['الف', {}],
  ])('%j', (text, counts) => expect(normalizationCounts(text)).toEqual(counts))

  it('drops controls and leaves nothing in their place', () => {
    expect(normalize('ا\u0007لف')).toBe('الف')
  })
})

describe('Arabic that is quoted as such', () => {
  const marked = (letters: number, marks: number): string =>
    `«${'ب'.repeat(letters - marks)}${'ب\u064e'.repeat(marks)}»`
  it.each([
    ['between the brackets of the Quran, either way round', '\ufd3fعلي\ufd3e \ufd3eعلي\ufd3f', 2],
    ['even where they hold nothing', '\ufd3f\ufd3e', 1],
    ['with a vowel sign on every third letter', marked(9, 3), 1],
    ['not with fewer', marked(10, 3), 0],
    ['not with two signs alone', marked(2, 2), 0],
    ['not a plain quotation', '«علي»', 0],
    ['signs without letters to bear them, too', '«\u064e\u064e\u064e»', 1],
  ])('%s', (_, text, found) => expect(arabicQuotations(text)).toHaveLength(found))

  it('keeps its letters, and no others', () => {
    expect(normalize('\ufd3fعلي\ufd3e علي')).toBe('\ufd3fعلي\ufd3e علی')
  })
})

describe('search', () => {
  it('keeps words apart, and half-spaces too', () => {
    expect(searchKey(`می${ZWNJ}رود  کتاب`)).toBe(searchKey('می رود کتاب'))
    expect(searchForms(`پیش${ZWNJ}${ZWNJ}نویس متن`).joined.split(' ')).toHaveLength(2)
    expect(searchForms(`پیش${ZWNJ}${ZWNJ}نویس متن`).joined).not.toContain(ZWNJ)
  })

  it.each([
    ['صورت جلسه', `صورت${ZWNJ}جلسه`, true],
    ['صورتجلسه', `صورت${ZWNJ}جلسه`, true],
    ['صورتجلسه', 'صورت جلسه', true],
    ['صورت', 'صورت جلسه', false],
    ['الف ب', 'الفب', true],
    ['الف', 'ب', false],
  ])('%s and %s', (a, b, same) => expect(sameInSearch(a, b)).toBe(same))

  it('parts letters from digits on either side', () => {
    expect(searchKey('بند5الف')).toBe(searchKey('بند ۵ الف'))
  })
})
