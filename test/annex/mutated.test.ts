import { expect, it } from 'vitest'
import { assemble, openAnnex } from '../../src/annex/assemble.ts'
import { isRefused, readAnnex } from '../../src/annex/read-annex.ts'
import { richPdf } from './raw-pdf.ts'
import { seen } from './reading.ts'

const rich = richPdf().toString('latin1')

const values = [
  'null',
  '<<>>',
  '[]',
  '0',
  '-1',
  '99999',
  '1 0 R',
  '2 0 R',
  '4 0 R',
  '12 0 R',
  '()',
  '/X',
  'true',
]

it('every value of a file may be any other: it is refused, or its pack can be read', async () => {
  let accepted = 0
  const places = [...rich.matchAll(/\d+ 0 R|\[[^[\]]*\]|\/[A-Z]\w+|(?<= )-?\d+(?= )/g)]
  for (const [
    order,
    {
      index,
      0: { length },
    },
  ] of places.entries()) {
    const value = values[order % values.length]!
    const file = Buffer.from(rich.slice(0, index) + value + rich.slice(index + length), 'latin1')
    const annex = await readAnnex(file, 'annex.pdf')
    if (isRefused(annex)) continue
    accepted++
    const part = { kind: 'annex', annex: await openAnnex(annex), title: 'a' } as const
    const { pdf } = await assemble([part, { ...part, fit: true }], { title: 'mutated' })
    expect(await seen(pdf)).toHaveLength(annex.pages.length * 2)
  }
  expect(places.length).toBeGreaterThan(100)
  expect(accepted).toBeGreaterThan(places.length / 3)
})
