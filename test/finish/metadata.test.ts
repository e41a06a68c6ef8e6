import { describe, expect, test } from 'vitest'
import { finishPdf } from '../../src/finish/finish.ts'
import { run, skiaFile } from './skia.ts'

const content = run(100, 100, ['ا', 'ب'])
const info = (date: string): string =>
  `<</Title <FEFF0627>\n/Creator (Chromium)\n/Producer (Skia/PDF m156)\n/CreationDate (D:${date})>>`
const printed = (date = '20260101000000'): Buffer =>
  Buffer.from(
    skiaFile(content, { extra: info(date) })
      .toString('latin1')
      .replace('/Root 1 0 R', '/Root 1 0 R\n/Info 10 0 R'),
    'latin1',
  )
const finish = (file: Buffer, metadata = {}): string =>
  Buffer.from(finishPdf(file, { metadata }).pdf).toString('latin1')

describe('metadata', () => {
  test('the hour and the browser leave no trace', () => {
    const other = printed('20271231235959')
    expect(finish(printed())).toBe(finish(other))
    expect(finish(printed())).not.toMatch(/Skia|Chromium|CreationDate/)
  })

  test('another content has another ID, the same the same', () => {
    const id = (text: string): string => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(text)![1]!
    expect(id(finish(printed()))).toBe(id(finish(printed())))
    expect(id(finish(printed()))).not.toBe(id(finish(printed(), { author: 'x' })))
  })

  test('a given date is the only one', () => {
    const text = finish(printed(), { date: new Date('2026-11-22T08:30:00Z') })
    expect(text.match(/D:\d+Z?/g)).toEqual(['D:20261122083000Z', 'D:20261122083000Z'])
    expect(text).toContain('<xmp:CreateDate>2026-11-22T08:30:00Z</xmp:CreateDate>')
  })

  test('pages are read from the right and have their labels; the title is shown', () => {
    const text = finish(printed(), { pageLabels: ['۱', '۲'], language: 'fa', title: 'ب & ا' })
    expect(text).toContain('/Direction /R2L')
    expect(text).toContain('/DisplayDocTitle true')
    expect(text).toContain('/PageLabels <</Nums [0 <</P <FEFF06F1>>>]>>')
    expect(text).toContain('/Lang (fa)')
    expect(text).toContain('/Title <FEFF0628002000260020')
    expect(Buffer.from(text, 'latin1').toString('utf8')).toContain('>ب &amp; ا</rdf:li>')
  })

  test("the browser's title stays when none is given", () => {
    expect(finish(printed())).toContain('/Title <FEFF0627>')
  })

  test('without metadata nothing of this is written', () => {
    expect(Buffer.from(finishPdf(printed()).pdf).toString('latin1')).toContain('Skia/PDF m156')
  })
})
