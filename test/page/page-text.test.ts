import { expect, test } from 'vitest'
import { escapeMarkup } from '../../src/page/escape.ts'
import { pageText } from '../../src/page/page-text.ts'

const page = (main: string): string =>
  `<html><head><title>سر</title><style>p{}</style></head><body><main>${main}</main></body></html>`

test('is the text between the tags, as it was before it was escaped', () => {
  const text = `الف < ب & "پ" > 'ت' &lt; &amp;amp;`
  expect(pageText(page(`<p class="a">${escapeMarkup(text)}</p>`))).toBe(text)
})

test('leaves out what only describes a chart', () => {
  expect(pageText(page('<svg><title>نام</title><desc id="d">شرح</desc><text>دیده</text></svg>'))).toBe('دیده')
})
