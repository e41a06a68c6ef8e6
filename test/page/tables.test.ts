import { expect, it } from 'vitest'
import { labelCells } from '../../src/page/tables.ts'

const head = '<table><thead><tr><th class="row">ردیف</th><th>شرح <b>مصوبه</b></th></tr></thead>'

it('says what a header cell heads, unless it says so itself', () => {
  expect(labelCells(`${head}</table>`)).toContain('<th scope="col" class="row">')
  expect(labelCells('<table><thead><tr><th scope="row">ردیف</th></tr></thead></table>')).toContain(
    '<th scope="row">',
  )
})

it('gives each cell the title of its column', () => {
  const html = labelCells(`${head}<tbody><tr><td class="row">۱</td><td>متن</td></tr></tbody></table>`)
  expect(html).toContain('<td data-title="ردیف" class="row">۱</td><td data-title="شرح مصوبه">متن</td>')
})

it('counts the columns that a cell spans', () => {
  const html = labelCells(
    `${head}<tbody><tr><th colspan="2" scope="rowgroup">گروه</th></tr><tr><td colspan="2">متن</td></tr></tbody></table>`,
  )
  expect(html).toContain('<th colspan="2" scope="rowgroup">')
  expect(html).toContain('<td data-title="ردیف" colspan="2">')
})

it('leaves alone what is no table, and a table without a head', () => {
  const html = '<p>متن</p><table><tr><td>متن</td></tr></table>'
  expect(labelCells(html)).toBe(html)
})
