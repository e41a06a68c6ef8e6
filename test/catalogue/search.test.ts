import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Filters } from '../../src/catalogue/expression.sqlite.ts'
import { kindsOf } from '../../src/catalogue/search.sqlite.ts'
import { Workspace } from './workspace.ts'

const workspace = new Workspace()
const put = (name: string, date: string, text: string, rest = ''): void =>
  workspace.put(
    `${name}.yaml`,
    `meeting:\n  title: ${name}\n${date && `  date: ${date}\n`}  body: کارگروه توسعهٔ صادرات استان\n${rest}background:\n  - ${text}\n`,
  )
beforeAll(async () => {
  put('one', '1404/12/29', 'سقف اعتبار طرح', '  status: final\n')
  put(
    'two',
    '1405/01/01',
    'سقف مهلت',
    'people:\n  - { id: k, name: محمد رضا کلامی }\n  - { id: r, name: غلام راستی }\n',
  )
  put(
    'three',
    '1405/09/04',
    'اعتبار سقف سقف سقف',
    'resolutions:\n  - { text: x, status: partly-done, responsible: گمرک }\n',
  )
  put('four', '', 'سقف', 'resolutions:\n  - { text: y, status: done }\n')
  await workspace.index()
})
afterAll(() => workspace[Symbol.dispose]())

const find = async (text: string, filters: Partial<Filters> = {}): Promise<string[]> =>
  (await workspace.find(text, filters, { sort: 'new' })).map((path) => path.replace('.yaml', ''))

describe('order', () => {
  it('is the newest first; a meeting whose day is open is to come', async () =>
    expect(await find('سقف')).toEqual(['four', 'three', 'two', 'one']))
  it('or the best first', async () => {
    const [best] = await workspace.find('سقف اعتبار', {}, { sort: 'rank' })
    expect(best).toBe('three.yaml')
    expect((await workspace.find('two', {}, { sort: 'rank' }))[0]).toBe('two.yaml')
  })
  it('is cut at the limit, and counted in all', async () =>
    expect(await workspace.find('سقف', {}, { sort: 'new', limit: 2 })).toEqual(['four.yaml', 'three.yaml']))
})

describe('days', () => {
  const between = async (text: string, from?: [number, number, number], to?: [number, number, number]) => {
    const day = (given?: [number, number, number]) => given && { y: given[0], m: given[1], d: given[2] }
    const [first, last] = [day(from), day(to)]
    const page = { sort: 'new' as const, ...(first && { from: first }), ...(last && { to: last }) }
    return (await workspace.find(text, {}, page)).map((path) => path.replace('.yaml', ''))
  }
  it.each(['سقف', '', '-هیچ'])('are both included, and open ones left out, for «%s»', async (text) => {
    expect(await between(text, [1405, 1, 1])).toEqual(['three', 'two'])
    expect(await between(text, undefined, [1405, 1, 1])).toEqual(['two', 'one'])
    expect(await between(text, [1404, 12, 29], [1404, 12, 29])).toEqual(['one'])
    expect(await between(text, [1405, 9, 5])).toEqual([])
  })
})

describe('filters', () => {
  it.each([
    ['bodies', ['گمرك'], ['three']],
    ['bodies', ['صادرات استان'], ['four', 'three', 'two', 'one']],
    ['bodies', ['صادرات گمرک'], []],
    ['people', ['محمد کلامی'], ['two']],
    ['people', ['محمدرضا'], ['two']],
    ['people', ['محمد راستی'], []],
    ['people', ['k', 'نیست'], ['two']],
    ['states', ['done'], ['four']],
    ['states', ['partly-done'], ['three']],
    ['states', ['final'], ['one']],
    ['states', ['final', 'done'], ['four', 'one']],
    ['kinds', ['data'], ['four', 'three', 'two', 'one']],
    ['kinds', ['minutes'], []],
  ] as [keyof Filters, string[], string[]][])('%s %s', async (name, values, wanted) => {
    expect(await find('سقف', { [name]: values })).toEqual(wanted)
    expect(await find('', { [name]: values })).toEqual(wanted)
  })
  it('of several kinds all count', async () =>
    expect(await find('سقف', { bodies: ['گمرک'], states: ['done'] })).toEqual([]))
  it('the kinds there are', async () =>
    expect(await workspace.open(({ db }) => kindsOf(db))).toEqual(['data']))
})

describe('words', () => {
  it.each([
    ['سقف اعتبار', ['three', 'one']],
    ['«سقف اعتبار»', ['one']],
    ['"اعتبار سقف"', ['three']],
    ['سقف -اعتبار', ['four', 'two']],
    ['سقف -«سقف اعتبار»', ['four', 'three', 'two']],
    ['-سقف', []],
    ['-اعتبار', ['four', 'two']],
    ['اعت*', ['three', 'one']],
    ['اعت', []],
    ['سق اعتبار', []],
    ['نیست', []],
    ['گمرک کارگروه', ['three']],
  ] as [string, string[]][])('%s', async (text, wanted) => expect(await find(text)).toEqual(wanted))

  it('no phrase runs from one passage into the next', async () => expect(await find('"سقف one"')).toEqual([]))
})

describe('what looks like a language of its own', () => {
  it.each([
    "'; drop table search_document; --",
    '" OR 1=1 --',
    'main : سقف',
    'NEAR(سقف اعتبار, 5)',
    'سقف AND (اعتبار OR NOT طرح)',
    '{title main} : x ^سقف',
    '"""',
    '«»«»«',
    '*',
    '%_\\',
    '\u0000سقف',
    'سقف'.repeat(4000),
    'سقف '.repeat(4000),
    Array.from({ length: 3000 }, (_, n) => `w${n}`).join(' '),
    Array.from({ length: 3000 }, (_, n) => `-w${n}`).join(' '),
    `"${Array.from({ length: 40 }, (_, n) => `سقف${n}`).join(' ')}"`,
  ])('is harmless: %s', async (text) => {
    await find(text)
    expect(await find('سقف')).toHaveLength(4)
  })

  it('in every mixture', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom(
            ...'"«»“-−* \t()^:+\'\\{}%_;,',
            'سقف',
            'اعتبار',
            'NEAR',
            'OR',
            'NOT',
            'ها',
            '\u200c',
            '\u0000',
          ),
          maxLength: 40,
        }),
        async (text) => {
          const found = await find(text)
          expect(new Set(found).size).toBe(found.length)
        },
      ),
      { numRuns: 300 },
    ))
})
