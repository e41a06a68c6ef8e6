import { expect, test } from 'vitest'
import { readPaperFields, xmpPacket } from '../../src/finish/xmp.ts'

const seal = '0'.repeat(64)

test('the fields of the office come back as they were', () => {
  const fields = { kind: 'minutes', number: '۱۲/<الف>&ب', class: 'عادی' }
  const packet = xmpPacket({ title: 'الف & "ب" > ج', fields }, 'fa-IR', seal)
  expect(readPaperFields(packet)).toEqual({ ...fields, title: 'الف & "ب" > ج', seal })
})

test('only a file for archives claims to be one, and describes our fields', () => {
  expect(xmpPacket({}, 'fa', seal)).not.toMatch(/pdfaid:part|pdfuaid:part|pdfaExtension/)
  const packet = xmpPacket({ archival: [] }, 'fa', seal)
  expect(packet).toContain('<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>')
  for (const name of ['kind', 'number', 'edition', 'seal'])
    expect(packet).toContain(`<pdfaProperty:name>${name}</pdfaProperty:name>`)
})

test('what XML has no place for is left out', () => {
  expect(xmpPacket({ title: 'a\u0007b\u001fc' }, 'fa', seal)).toContain('>a b c<')
})
