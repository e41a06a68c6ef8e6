/**
 * Every text of a PDF, by a reader of the tests' own that knows nothing of ours: of each stream that is decompressed, of what lies
 * around the streams, and of the files inside, which may be PDFs, too.
 */
import { inflateSync } from 'node:zlib'
import { withPdf } from '../annex/reading.ts'
import { hasMark, marksIn } from './canaries.ts'

interface PdfText {
  /** The object, and of a file inside the one that holds it: `12 > 7`. */
  where: string
  text: string
  /** A word can only stand in it as it is: bytes that may be no text at all, or letters alone. */
  plain?: true
}

/** Each beginning of a word that stands in a file, with the places where it does. */
export async function marksInPdf(
  pdf: Uint8Array,
  marks: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const { where, text, plain } of await textsOf(pdf))
    for (const mark of plain ? marks.filter((one) => hasMark(text, one)) : marksIn(text, marks))
      found.set(mark, [...(found.get(mark) ?? []), where])
  return found
}

/** The bytes of a stream, or of what is around them. */
interface Layer {
  where: string
  bytes: Buffer
}

/** All of it; a file that this reader does not understand is an error and not a file without texts. */
async function textsOf(pdf: Uint8Array): Promise<PdfText[]> {
  const files = filesIn({ where: '', bytes: Buffer.from(pdf) })
  const seen = await Promise.all(files.map(async ({ where, bytes }) => shownIn(bytes, `${where}shown`)))
  return [...seen.flat(), ...files.flatMap((file) => writtenIn(file))]
}

/** The file, and those inside it. */
function filesIn(file: Layer): Layer[] {
  const inside = streamsOf(file).filter(({ bytes }) => bytes.subarray(0, 5).toString('latin1') === '%PDF-')
  return [file, ...inside.flatMap(({ where, bytes }) => filesIn({ where: `${where} > `, bytes }))]
}

/** As the bytes say it, whether anything on a page leads there or not. */
function writtenIn(file: Layer): PdfText[] {
  const layers = [...streamsOf(file), aroundStreams(file)]
  const maps = layers.flatMap(({ bytes }) => toUnicode(bytes) ?? [])
  return layers.flatMap(({ where, bytes }): PdfText[] => {
    const strings = stringsIn(bytes)
    const utf8 = bytes.toString('utf8')
    const isText = !utf8.includes('\ufffd')
    const shows = /\b(?:Tj|TJ)\b/.test(bytes.toString('latin1'))
    return [
      { where, text: utf8, ...(isText ? {} : { plain: true }) },
      { where, text: utf16(bytes, true), plain: true },
      { where, text: utf16(bytes.subarray(1), true), plain: true },
      { where, text: utf16(bytes, false), plain: true },
      { where, text: utf16(bytes.subarray(1), false), plain: true },
      { where: `${where} strings`, text: strings.map(decoded).join('\n') },
      // A content may be drawn with any font of the file.
      ...(shows
        ? maps.map((map): PdfText => {
            const text = strings.map((codes) => read(codes, map)).join('')
            return { where: `${where} glyphs`, text: bare(text), plain: true }
          })
        : []),
    ]
  })
}

/** Each stream of a file without its filters. */
const streamsOf = (file: Layer): Layer[] =>
  parted(file).map(({ number, dictionary, start, end }) => ({
    where: file.where + number,
    bytes: unfiltered(file.bytes.subarray(start, end), dictionary),
  }))

function aroundStreams(file: Layer): Layer {
  const streams = parted(file)
  const ends = [0, ...streams.map(({ end }) => end)]
  const parts = ends.map((end, index) => file.bytes.subarray(end, streams[index]?.start))
  return { where: `${file.where}around`, bytes: Buffer.concat(parts) }
}

interface Stream {
  number: string
  dictionary: string
  start: number
  end: number
}

function parted({ where, bytes }: Layer): Stream[] {
  const text = bytes.toString('latin1')
  const streams: Stream[] = []
  const head = /(\d+) \d+ obj\s*(<<(?:(?!endobj)[^])*?>>)\s*stream\r?\n/g
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const [found, number = '', dictionary = ''] = match
    const start = match.index + found.length
    const end = start + Number(/\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1])
    if (!/^\s*endstream/.test(text.slice(end, end + 12)))
      throw new Error(`stream ${where}${number} has no end`)
    streams.push({ number, dictionary, start, end })
    head.lastIndex = end
  }
  return streams
}

function unfiltered(bytes: Buffer, dictionary: string): Buffer {
  const filters = /\/Filter\s*(\/\w+|\[[^\]]*\])/.exec(dictionary)?.[1]?.match(/\w+/g) ?? []
  return filters.reduce((data, filter) => {
    if (filter === 'FlateDecode') return inflateSync(data)
    if (filter === 'DCTDecode') return data
    throw new Error(`a filter that this reader does not know: ${filter}`)
  }, bytes)
}

/** The bytes of every string and name of objects or of a content. */
function stringsIn(bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1')
  const strings: Buffer[] = []
  const tokens = /\(|<<|<([0-9A-Fa-f\s]*)>|\/([^\s()<>[\]{}/%]+)/g
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [token, hex, name] = match
    if (token === '(') {
      const { string, end } = literal(text, match.index + 1)
      strings.push(string)
      tokens.lastIndex = end
    } else if (hex !== undefined) {
      const digits = hex.replaceAll(/\s/g, '')
      strings.push(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'))
    } else if (name !== undefined) {
      const plain = name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      strings.push(Buffer.from(plain, 'latin1'))
    }
  }
  return strings
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function literal(text: string, start: number): { string: Buffer; end: number } {
  const parts: string[] = []
  let depth = 1
  let at = start
  for (; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text[at + 1] ?? ''
      parts.push(
        octal === undefined ? (escapes[next] ?? next) : String.fromCharCode(Number.parseInt(octal, 8) & 255),
      )
      at += octal?.length ?? 1
      continue
    }
    if (sign === '(') depth++
    if (sign === ')' && --depth === 0) break
    parts.push(sign)
  }
  return { string: Buffer.from(parts.join(''), 'latin1'), end: at + 1 }
}

function decoded(string: Buffer): string {
  const begin = string.subarray(0, 2).toString('hex')
  if (begin === 'feff') return utf16(string.subarray(2), true)
  if (begin === 'fffe') return utf16(string.subarray(2), false)
  return string.toString('utf8')
}

function utf16(bytes: Buffer, bigEndian: boolean): string {
  const even = bytes.subarray(0, bytes.length & ~1)
  return bigEndian ? Buffer.from(even).swap16().toString('utf16le') : even.toString('utf16le')
}

interface CodeMap {
  /** Bytes of a code. */
  size: number
  texts: ReadonlyMap<number, string>
}

/** Letters without what stands between them, in one form. */
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{Cf}\p{M}\u0640]/gu, '')

/** What a font says its glyphs mean. */
function toUnicode(bytes: Buffer): CodeMap | undefined {
  const text = bytes.toString('latin1')
  if (!text.includes('begincmap')) return undefined
  const texts = new Map<number, string>()
  let size = 2
  const textOf = (hex: string): string => utf16(Buffer.from(hex, 'hex'), true)
  for (const [, body = ''] of text.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, code = '', to = ''] of body.matchAll(/<(\w+)>\s*<(\w*)>/g)) {
      size = code.length / 2
      texts.set(Number.parseInt(code, 16), textOf(to))
    }
  for (const [, body = ''] of text.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, from = '', last = '', one, list] of body.matchAll(
      /<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[([^\]]*)\])/g,
    )) {
      size = from.length / 2
      const [first, end] = [Number.parseInt(from, 16), Number.parseInt(last, 16)]
      const listed = list?.match(/\w+/g)?.map(textOf)
      const base = one === undefined ? '' : textOf(one)
      for (let code = first; code <= end; code++)
        texts.set(
          code,
          listed?.[code - first] ??
            base.slice(0, -1) + String.fromCharCode(base.charCodeAt(base.length - 1) + code - first),
        )
    }
  return { size, texts }
}

function read(codes: Buffer, { size, texts }: CodeMap): string {
  let text = ''
  for (let at = 0; at + size <= codes.length; at += size) text += texts.get(codes.readUIntBE(at, size)) ?? ''
  return text
}

/** As a viewer reads it: words and links of the pages, tags, outline, labels, and what the file says of itself. */
function shownIn(pdf: Uint8Array, where: string): Promise<PdfText[]> {
  return withPdf(pdf, async (file) => {
    const texts: string[] = []
    for (let n = 1; n <= file.numPages; n++) {
      const page = await file.getPage(n)
      const { items } = await page.getTextContent()
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
      texts.push(JSON.stringify([await page.getAnnotations(), await page.getStructTree()]))
      page.cleanup()
    }
    const { info, metadata } = await file.getMetadata()
    const names = Object.values((await file.getAttachments()) ?? {}).map(({ filename, description }) => [
      filename,
      description,
    ])
    texts.push(
      JSON.stringify([info, metadata?.getRaw(), await file.getOutline(), await file.getPageLabels(), names]),
    )
    return texts.map((text, index) => ({ where: `${where} ${index}`, text }))
  })
}
