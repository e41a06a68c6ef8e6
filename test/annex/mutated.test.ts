import { expect, it } from 'vitest'
import { assemble, openAnnex } from '../../src/annex/assemble.ts'
import { isRefused, readAnnex } from '../../src/annex/read-annex.ts'
import { rawPages, stream } from './raw-pdf.ts'
import { seen } from './reading.ts'

/** A file with something of everything. */
const rich = rawPages(
  [
    { entries: '/Rotate 90/CropBox[10 10 500 700]/Group<</S/Transparency>>/Annots[8 0 R 9 0 R 10 0 R]' },
    { content: ['q', 'BT /F 3 Tf (x) Tj ET Q'] },
  ],
  '/Outlines 12 0 R/AcroForm<</Fields[9 0 R]>>/Names<</Dests<</Names[(n)[4 0 R/XYZ 1 2 3]]>>>>' +
    '/OCProperties<</OCGs[14 0 R]/D<</OFF[14 0 R]>>>>',
  [
    '<</Subtype/Link/Rect[1 2 3 4]/A<</S/URI/URI(https://example.org/)>>/QuadPoints[1 2 3 4 5 6 7 8]>>',
    '<</Subtype/Widget/FT/Tx/V(a)/Rect[1 2 30 40]/AP<</N 11 0 R>>>>',
    '<</Subtype/Link/Rect[1 2 3 4]/Dest(n)>>',
    stream('BT /F 1 Tf (x) Tj ET', '/Subtype/Form/BBox[0 0 5 5]/Resources<</Font<</F 3 0 R>>>>'),
    '<</First 13 0 R/Last 13 0 R>>',
    '<</Title(t)/Parent 12 0 R/Dest[6 0 R/FitH 4]>>',
    '<</Type/OCG/Name(x)>>',
  ],
).toString('latin1')

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
