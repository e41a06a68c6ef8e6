/**
 * Where a PDF says that it is signed: its signature dictionaries (ISO 32000-2 12.8.1), found by their text and not
 * through its cross-references, which whoever tampers with a file writes himself. A dictionary that is found in no
 * form claims nothing more by it: what counts is what bytes it covers and whose key signed them.
 */

/** A signature's dictionary; without `contents` it is broken: its range is not all but the hole of its own contents. */
export interface Claim {
  /** The bytes before and after the hole. */
  signed?: [Uint8Array, Uint8Array]
  contents?: Buffer
  format: string
  /** The signer's own word. */
  time?: Date
  /** Where the range ends: the length that the file had when it was signed; 0 where that cannot be told. */
  end: number
}

/** Signatures that are looked at; a file with more is no office's. */
const most = 64
/** A signature with all its certificates and lists of revocation has some tens of kilobytes. */
const mostContents = 4 * 1024 * 1024
const dictionaryAround = 64 * 1024

/** All signature dictionaries in the order of their ends. */
export function findClaims(pdf: Uint8Array): Claim[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const mark = /\/ByteRange\s{0,9}\[/g
  let at = mark.exec(text)?.index ?? Infinity
  if (at === Infinity) return []
  const claims: Claim[] = []
  for (const [stream, end] of [...streamsOf(text), [text.length, text.length] as const]) {
    for (; at < stream && claims.length < most; at = mark.exec(text)?.index ?? Infinity)
      claims.push(readClaim(pdf, text, at))
    // What stands in a stream is another file's: an annex that is signed itself.
    if (at > end) continue
    mark.lastIndex = end
    at = mark.exec(text)?.index ?? Infinity
  }
  return claims.toSorted((a, b) => a.end - b.end)
}

function readClaim(pdf: Uint8Array, text: string, at: number): Claim {
  const numbers = /^\/ByteRange\s{0,9}\[\s*(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})\s*\]/.exec(
    text.slice(at, at + 120),
  )
  const [start = -1, length = 0, second = 0, rest = 0] = numbers?.slice(1).map(Number) ?? []
  const hole = { from: length, to: second }
  const end = second + rest
  const inFile = start === 0 && hole.from < hole.to && end <= pdf.length
  const size = hole.to - hole.from
  // The dictionary's own text, without the hole: from its object's head to its end, the hole among it.
  const from = headBefore(text, at)
  const near =
    inFile && hole.from > from && hole.from - at < dictionaryAround && at - hole.to < dictionaryAround
  if (!near || size > mostContents * 2) return { format: '', end: end <= pdf.length ? end : 0 }
  const last = Math.max(at, hole.to)
  const until = text.indexOf('endobj', last)
  const to = until === -1 || until - last > dictionaryAround ? last + dictionaryAround : until
  const dictionary = text.slice(from, hole.from) + text.slice(hole.to, to)
  const hex = /^<([0-9A-Fa-f]*)>$/.exec(text.slice(hole.from, hole.to))?.[1]
  const time = timeOf(dictionary)
  const claim: Claim = {
    format: /\/SubFilter\s*\/([\w.]+)/.exec(dictionary)?.[1] ?? '',
    end,
    ...(time && { time }),
  }
  const sound =
    hex !== undefined &&
    /\/Contents\s*$/.test(text.slice(from, hole.from)) &&
    until !== -1 &&
    at < to &&
    // Said twice, a reader may believe the other.
    ['/Contents', '/ByteRange'].every((key) => dictionary.split(key).length === 2) &&
    !/\d \d+ obj\b/.test(dictionary)
  if (!sound) return claim
  return {
    ...claim,
    signed: [pdf.subarray(0, hole.from), pdf.subarray(hole.to, end)],
    contents: Buffer.from(hex, 'hex'),
  }
}

/** Where the text of the object begins that holds the place: behind its `1 0 obj`. */
function headBefore(text: string, at: number): number {
  const around = text.slice(Math.max(0, at - dictionaryAround - mostContents), at)
  const head = around.lastIndexOf(' obj')
  return head === -1 ? at : at - around.length + head + 4
}

/** `D:20260321103000+03'30'`, in brackets or as hexadecimal digits. */
function timeOf(dictionary: string): Date | undefined {
  const [, plain, hex] = /\/M\s*(?:\(([^)]{0,40})\)|<([0-9A-Fa-f]{0,80})>)/.exec(dictionary) ?? []
  const said = plain ?? Buffer.from(hex ?? '', 'hex').toString('latin1')
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(said)
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second, sign, zoneHour = '00', zoneMinute = '00'] = parts
  const zone = sign === undefined ? 'Z' : `${sign}${zoneHour}:${zoneMinute}`
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time.getTime()) ? undefined : time
}

/** From where to where the streams reach. */
function streamsOf(text: string): [number, number][] {
  const streams: [number, number][] = []
  const begin = />>[\r\n\t ]{0,9}stream\r?\n/g
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const from = begin.lastIndex
    const before = text.slice(Math.max(0, match.index - 2048), match.index)
    const length = /\/Length\s+(\d{1,12})(?!\d|\s+\d+\s+R)(?!.*\sobj\b)/s.exec(
      before.slice(before.lastIndexOf(' obj') + 1),
    )?.[1]
    const said = from + Number(length ?? NaN)
    const found = text
      .slice(said, said + 11)
      .trimStart()
      .startsWith('endstream')
      ? said
      : text.indexOf('endstream', from)
    const to = found === -1 ? text.length : found
    streams.push([from, to])
    begin.lastIndex = to
  }
  return streams
}
