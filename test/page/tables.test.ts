import { expect, it } from 'vitest'
import { joinClosing, labelCells } from '../../src/page/tables.ts'

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

const table = `<section>${head}<tbody>\n<tr><td>۱</td><td>متن</td></tr>\n</tbody></table>`

it.each([
  ['a letter', `${table}</section>\n<div class="closing"><div><p>امضا</p></div></div>\n`, ''],
  [
    'minutes',
    `${table}<p class="quiet note">یادداشت</p></section>\n\n<section class="closing"><div><p>امضا</p></div></section>`,
    '<p class="quiet note">یادداشت</p>',
  ],
])('makes what closes %s the last row of the table before it, read after the table', (_, html, note) => {
  const joined = joinClosing(html)
  const closing = /<(section|div) class="closing">[^]*<\/\1>/.exec(html)?.[0]
  expect(joined).toContain(
    `<tr class="end" role="presentation"><td role="presentation" colspan="2"><div id="closing">${note}${closing}</div></td></tr>\n</tbody></table><div aria-owns="closing"></div></section>`,
  )
  expect(joined.match(/امضا/g)).toHaveLength(1)
})

it.each([
  ['nothing closes the paper', `${table}</section>`],
  ['words stand between', `${table}</section><p>متن</p><div class="closing"><p>امضا</p></div>`],
  [
    'something follows',
    `${table}</section><div class="closing"><p>امضا</p></div><section><p>متن</p></section>`,
  ],
])('leaves the table alone where %s', (_, html) => expect(joinClosing(html)).toBe(html))
