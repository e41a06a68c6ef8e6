/**
 * The objects of a PDF file as text, and back to bytes. It reads what Skia writes: a classic cross-reference table,
 * dictionaries in the clear, streams with a direct length. A general library would parse some 5,000 objects of a long
 * paper into trees and print them again, which takes as long as all the rest of the stage.
 */
import { deflateSync, inflateSync } from 'node:zlib'
import { skipSpace, valueEnd } from './lexer.ts'

export interface PdfObject {
  /** The object without its stream, as it is written. */
  value: string
  /** The stream as it is stored. */
  stream?: Uint8Array
}

export interface PdfFile {
  objects: Map<number, PdfObject>
  trailer: string
}

/** Reads a file; nothing when it is not written in the plain way that Skia has. */
export function readPdfFile(pdf: Uint8Array): PdfFile | undefined {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? NaN)
  if (!text.startsWith('xref', start)) return undefined
  const objects = new Map<number, PdfObject>()
  let at = start + 4
  for (;;) {
    const section = /\s*(\d+) (\d+)\s*\n/y
    section.lastIndex = at
    const head = section.exec(text)
    if (head === null) break
    at = section.lastIndex
    // A table that says it is longer than the file.
    if (Number(head[2]) * 20 > text.length) return undefined
    for (let n = 0; n < Number(head[2]); n++, at += 20) {
      if (text[at + 17] !== 'n') continue
      const object = readObject(pdf, text, Number(text.slice(at, at + 10)), Number(head[1]) + n)
      if (object === undefined) return undefined
      objects.set(Number(head[1]) + n, object)
    }
  }
  const trailerAt = skipSpace(text, at)
  if (!text.startsWith('trailer', trailerAt)) return undefined
  const dictionary = skipSpace(text, trailerAt + 7)
  const trailer = text.slice(dictionary, valueEnd(text, dictionary))
  // What is written to an object that is not there would take all numbers up to its own.
  const named = [...trailer.matchAll(/\/(?:Root|Info) (\d+) 0 R/g)].map(([, number]) => Number(number))
  if (named.some((number) => !objects.has(number))) return undefined
  return /\/(?:Encrypt|Prev)\b/.test(trailer) ? undefined : { objects, trailer }
}

function readObject(pdf: Uint8Array, text: string, at: number, number: number): PdfObject | undefined {
  const head = `${number} 0 obj`
  if (!text.startsWith(head, at)) return undefined
  const from = skipSpace(text, at + head.length)
  let end = valueEnd(text, from)
  // Only a reference is a value of more than one word.
  const reference = /\d+ \d+ R/y
  reference.lastIndex = from
  if (reference.test(text)) end = reference.lastIndex
  const value = text.slice(from, end)
  const after = skipSpace(text, end)
  if (text.startsWith('endobj', after)) return { value }
  if (!text.startsWith('stream', after)) return undefined
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(value)?.[1] ?? NaN)
  if (Number.isNaN(length)) return undefined
  const begin = after + (text.startsWith('\r\n', after + 6) ? 8 : 7)
  if (!text.startsWith('endstream', skipSpace(text, begin + length))) return undefined
  return { value, stream: pdf.subarray(begin, begin + length) }
}

/** A stream's bytes, inflated where Flate is its only filter; nothing for any other filter. */
export function streamBytes(object: PdfObject): Buffer | undefined {
  if (object.stream === undefined) return undefined
  const filter = /\/Filter\s*(\/\w+|\[[^\]]*\])/.exec(object.value)?.[1]
  if (filter === undefined) return Buffer.from(object.stream)
  if (/\/DecodeParms/.test(object.value)) return undefined
  return filter === '/FlateDecode' ? inflateSync(object.stream) : undefined
}

/** The object with other bytes in its stream, deflated. */
export function withStream(object: PdfObject, bytes: Uint8Array): PdfObject {
  const stream = deflateSync(bytes, { level: 6 })
  const others = object.value
    .slice(2, -2)
    .replace(/\/Length \d+/, '')
    .replace(/\/Filter\s*\/\w+/, '')
    .trim()
  const entries = others === '' ? '' : `${others}\n`
  return { value: `<<${entries}/Filter /FlateDecode\n/Length ${stream.length}>>`, stream }
}

/** The file's bytes: objects in the order of their numbers, one cross-reference table. */
export function writePdfFile({ objects, trailer }: PdfFile, version = '1.7'): Buffer {
  const parts: Buffer[] = []
  let size = 0
  const push = (part: Buffer): void => {
    parts.push(part)
    size += part.length
  }
  push(Buffer.from(`%PDF-${version}\n%\u00d3\u00eb\u00e9\u00e1\n`, 'latin1'))
  const numbers = [...objects.keys()].toSorted((a, b) => a - b)
  const count = (numbers.at(-1) ?? 0) + 1
  const offsets = new Map<number, number>()
  for (const number of numbers) {
    const { value, stream } = objects.get(number)!
    offsets.set(number, size)
    if (stream === undefined) {
      push(Buffer.from(`${number} 0 obj\n${value}\nendobj\n`, 'latin1'))
    } else {
      push(Buffer.from(`${number} 0 obj\n${value} stream\n`, 'latin1'))
      push(Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength))
      push(Buffer.from('\nendstream\nendobj\n', 'latin1'))
    }
  }
  let table = `xref\n0 ${count}\n0000000000 65535 f \n`
  for (let number = 1; number < count; number++) {
    const offset = offsets.get(number)
    table += offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  }
  const entries = trailer.replace(/\/Size \d+/, `/Size ${count}`)
  push(Buffer.from(`${table}trailer\n${entries}\nstartxref\n${size}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

/** The object number of the catalog. */
export function catalogNumber({ trailer }: PdfFile): number {
  return Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1] ?? NaN)
}

/** Gives an object the next number, which is returned. */
export function addObject({ objects }: PdfFile, object: PdfObject): number {
  let number = objects.size + 1
  while (objects.has(number)) number++
  objects.set(number, object)
  return number
}

/** The object numbers of the pages in their order. */
export function pageNumbers(file: PdfFile): number[] {
  const { objects } = file
  const leaves = (number: number): number[] => {
    const node = objects.get(number)?.value ?? ''
    if (!/\/Type \/Pages\b/.test(node)) return /\/Type \/Page\b/.test(node) ? [number] : []
    const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1] ?? ''
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => leaves(Number(kid)))
  }
  const pages = /\/Pages (\d+) 0 R/.exec(objects.get(catalogNumber(file))?.value ?? '')?.[1]
  return pages === undefined ? [] : leaves(Number(pages))
}
