/** What the first and the last bytes of a PDF tell, before anything is parsed (ISO 32000-2 7.5). */

/** Of a kind that is taken, by its first bytes; a name says nothing. */
export function formatOf(bytes: Buffer): { format: 'pdf' | 'jpeg' | 'png'; from: number } | undefined {
  if (bytes.readUIntBE(0, Math.min(3, bytes.length)) === 0xff_d8_ff) return { format: 'jpeg', from: 0 }
  if (bytes.subarray(0, 8).toString('latin1') === '\u0089PNG\r\n\u001a\n') return { format: 'png', from: 0 }
  // Blanks and a byte-order mark before it are the work of mail gateways; anything else makes it two files in one.
  const head = /^(?:\u00ef\u00bb\u00bf)?\s*%PDF-\d/.exec(bytes.subarray(0, 64).toString('latin1'))
  return head === null ? undefined : { format: 'pdf', from: head[0].indexOf('%') }
}

/** Whether objects stand after the last end of file, or there is no end at all. */
export function isTruncated(pdf: Buffer): boolean {
  const end = pdf.lastIndexOf('%%EOF', undefined, 'latin1')
  if (end < 0 || pdf.lastIndexOf('startxref', end, 'latin1') < 0) return true
  return /\d+\s+\d+\s+obj\b/.test(pdf.subarray(end).toString('latin1'))
}

/** Whether the last cross-reference is where the file says, and its first entries lead to objects. */
export function isXrefSound(pdf: Buffer): boolean {
  const at = pdf.lastIndexOf('startxref', undefined, 'latin1')
  const offset = Number(/^startxref\s+(\d+)/.exec(pdf.subarray(at, at + 64).toString('latin1'))?.[1] ?? NaN)
  if (!(offset < pdf.length)) return false
  const head = pdf.subarray(offset, offset + 4096).toString('latin1')
  if (/^\s*\d+\s+\d+\s+obj\b/.test(head)) return true
  const table = /^\s*xref\s+(\d+)\s+(\d+)\s+/.exec(head)
  if (table === null) return false
  const [, first, count] = table.map(Number) as [number, number, number]
  const entries = [...head.slice(table[0].length).matchAll(/(\d{10}) \d{5} ([nf])[ \r\n]{1,2}/g)]
  return entries.slice(0, count).every(([, place, kind], index) => {
    const object = pdf.subarray(Number(place), Number(place) + 32).toString('latin1')
    return kind === 'f' || new RegExp(`^\\s*${first + index}\\s+\\d+\\s+obj\\b`).test(object)
  })
}

/** The longest dictionary of a table that is looked at, in bytes. */
const tableHead = 4000

/**
 * Whether a table of objects that is a stream (ISO 32000-2 7.5.8) counts more than a file can hold: a reader would count on
 * for ever. Its fields have a few bytes each, and no file has ten million objects.
 */
export function hasEndlessTable(file: Buffer): boolean {
  for (let at = file.indexOf('/XRef'); at !== -1; at = file.indexOf('/XRef', at + 1)) {
    const head = file.toString('latin1', Math.max(0, at - tableHead), at + tableHead)
    const before = head.slice(0, Math.min(at, tableHead))
    const after = head.slice(before.length)
    const dictionary =
      before.slice(before.lastIndexOf('obj') + 1) + after.slice(0, after.search(/stream/) >>> 0)
    const [, widths = ''] = /\/W\s*\[([^\]]*)\]/.exec(dictionary) ?? []
    const [, counts = ''] = /\/Index\s*\[([^\]]*)\]/.exec(dictionary) ?? []
    if (/\d{2,}/.test(widths) || /\d{8,}/.test(`${counts} ${/\/Size\s+(\d+)/.exec(dictionary)?.[1] ?? ''}`))
      return true
  }
  return false
}
