/** Small PDFs and the keys of the tests (see data/generate.sh). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SignOptions } from '../../src/sign/sign.ts'

export const key = (name: string): Buffer => readFileSync(join(import.meta.dirname, `data/${name}.p12`))

export const noon = new Date('2026-03-21T08:30:00Z')

/** What a signature by the office needs. */
export const office: SignOptions = { p12: key('office'), passphrase: 'office', time: noon }

/** A PDF of one empty page with a classic cross-reference table, and more objects where they are given. */
export function toPdf(catalog = '', objects: string[] = []): Buffer {
  const all = [
    `<</Type /Catalog /Pages 2 0 R /Lang (fa)${catalog}>>`,
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>',
    ...objects,
  ]
  let text = '%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n'
  const offsets = all.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const id = '<0123456789ABCDEF0123456789ABCDEF>'
  const trailer = `<</Size ${all.length + 1} /Root 1 0 R /ID [${id} ${id}]>>`
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  return Buffer.from(`${text}${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}

/** A copy with other bytes at a place. */
export function changed(bytes: Uint8Array, at: number, text?: string): Buffer {
  const copy = Buffer.from(bytes)
  if (text === undefined) copy[at] = copy[at]! ^ 1
  else copy.write(text, at, 'latin1')
  return copy
}
