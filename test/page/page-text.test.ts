import { expect, test } from 'vitest'
import { escapeMarkup } from '../../src/page/escape.ts'
import { pageText } from '../../src/page/page-text.ts'

const page = (main: string): string =>
  `<html><head><title>سر</title><style>p{}</style></head><body><main>${main}</main></body></html>`

test('is the text between the tags, as it was before it was escaped', () => {
  const text = `الف < ب & "پ" > 'ت' &lt; &amp;amp;`
  expect(pageText(page(`<p class="a">${escapeMarkup(text)}</p>`))).toBe(text)
})

test('has a line for each element that has one', () => {
  const rows = '<tr><td>یک <bdi>A</bdi><b>و</b>\n دو</td><td>سه</td></tr>'
  expect(pageText(page(`<table>\n${rows}</table>`))).toBe('یک Aو دو\nسه')
})

test('leaves out what only describes a chart, and the chart for a phone', () => {
  const svg =
    '<svg class="chart"><title>نام</title><desc id="d">شرح</desc><text>۱۰</text><text>دیده</text></svg>'
  expect(pageText(page(`${svg}<svg class="chart narrow"><text>باریک</text></svg>`))).toBe('۱۰\nدیده')
})
