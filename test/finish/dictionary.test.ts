import { expect, test } from 'vitest'
import { readArray, readDictionary, referenceOf, writeDictionary } from '../../src/finish/dictionary.ts'

test('entries with every kind of value', () => {
  const text = '<</A 12 0 R /B [1 2 0 R <</C (x\\)y)>>]\n/D<FEFF>/E/Name/F -.5 /G <</H 3>> /I 7 /J true>>'
  const entries = readDictionary(text)
  expect([...entries]).toEqual([
    ['A', '12 0 R'],
    ['B', '[1 2 0 R <</C (x\\)y)>>]'],
    ['D', '<FEFF>'],
    ['E', '/Name'],
    ['F', '-.5'],
    ['G', '<</H 3>>'],
    ['I', '7'],
    ['J', 'true'],
  ])
  expect(readDictionary(writeDictionary(entries))).toEqual(entries)
})

test('arrays, and what stands alone', () => {
  expect(readArray('[1 2 0 R <</C [3]>> (a b) [4 5]]')).toEqual([
    '1',
    '2 0 R',
    '<</C [3]>>',
    '(a b)',
    '[4 5]',
  ])
  expect(readArray('7 0 R')).toEqual(['7 0 R'])
  expect(readArray('')).toEqual([])
})

test('references', () => {
  expect(referenceOf('12 0 R')).toBe(12)
  expect(referenceOf('12')).toBeUndefined()
  expect(referenceOf(undefined)).toBeUndefined()
})
