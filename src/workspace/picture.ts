/** Whether a picture may be handed to the browser: how large it would be, and what an SVG holds, before it is drawn. */
import { mediaType } from './media-type.ts'
import { isWholeImage } from './whole-files.ts'

export interface PictureTrouble {
  code: 'file/damaged-image' | 'file/image-size' | 'file/moving-image' | 'file/svg-content'
  values: Record<string, string>
}

/** Pixels: a scan of A4 at 600 dots to the inch is 35 million. */
const mostPixels = 40e6
const longestSide = 12_000

/** By its header and its words alone; nothing is decoded. */
export function pictureTrouble(type: string, bytes: Buffer): PictureTrouble | undefined {
  if (type === 'image/svg+xml') return drawingTrouble(bytes)
  if (!isWholeImage(type, bytes)) return { code: 'file/damaged-image', values: {} }
  if (moves(type, bytes)) return { code: 'file/moving-image', values: {} }
  const size = sides(type, bytes)
  if (size === undefined || size.width === 0 || size.height === 0)
    return { code: 'file/damaged-image', values: {} }
  const { width, height } = size
  if (Math.max(width, height) <= longestSide && width * height <= mostPixels) return undefined
  return { code: 'file/image-size', values: { width: String(width), height: String(height) } }
}

interface Sides {
  width: number
  height: number
}

function sides(type: string, bytes: Buffer): Sides | undefined {
  if (type === 'image/png')
    return bytes.length < 33 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  return type === 'image/jpeg' ? jpegSides(bytes) : webpSides(bytes)
}

/** The frame of a JPEG (ISO/IEC 10918-1), whichever of its codings. */
function jpegSides(bytes: Buffer): Sides | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

/** The first chunk of a WebP (RFC 9649): lossy, lossless or extended. */
function webpSides(bytes: Buffer): Sides | undefined {
  if (bytes.length < 30) return undefined
  const packed = bytes.readUInt32LE(21)
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L':
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}

/** Whether there is more than one picture in it: a PNG says so in a chunk (W3C PNG 11.3), a WebP in its head, too. */
function moves(type: string, bytes: Buffer): boolean {
  if (type === 'image/png') {
    for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
      if (bytes.toString('latin1', at + 4, at + 8) === 'acTL') return true
    return false
  }
  if (type !== 'image/webp') return false
  if (bytes.toString('latin1', 12, 16) === 'VP8X' && (bytes[20]! & 2) !== 0) return true
  for (let at = 12; at + 8 <= bytes.length;) {
    if (['ANIM', 'ANMF'].includes(bytes.toString('latin1', at, at + 4))) return true
    const size = bytes.readUInt32LE(at + 4)
    at += 8 + size + (size % 2)
  }
  return false
}

const largestSvg = 512 * 1024
const mostElements = 10_000
/** With what `use` copies. */
const mostDrawn = 20_000
const deepest = 64
const foreignContent =
  /<!DOCTYPE|<!ENTITY|<\?xml(?:-stylesheet)?|<(?:[^\s<>:/]+:)?(?:script|foreignObject|iframe|object|embed|audio|video|animate\w*|set|handler|feImage|feTurbulence)\b|\son\w+\s*=|@import|image-set\(|url\(\s*["']?(?!#|data:)|(?:href|src)\s*=\s*["']?\s*(?!["'\s]*(?:#|data:image\/(?:png|jpeg|webp)[;,]))/i

function drawingTrouble(bytes: Buffer): PictureTrouble | undefined {
  const holds = (what: string): PictureTrouble => ({ code: 'file/svg-content', values: { what } })
  if (bytes.length > largestSvg) return holds(`${Math.ceil(bytes.length / 1024)} KB`)
  const text = plainSvg(bytes.toString('utf8'))
  if (!/(?:<\/svg ?>|\/>) ?$/.test(text)) return { code: 'file/damaged-image', values: {} }
  const what = svgTrouble(text)
  return what === undefined ? insideTrouble(text) : holds(what)
}

/**
 * Without comments, with characters in place of their numbers and one space for many, so that no
 * expression takes long. A section of plain text may hold what looks like a comment or an element. What would be
 * taken for the end of a text or of an attribute stays a number. Of what is said to programs only styles stay, and
 * codings in which other characters would be read than here.
 */
function plainSvg(svg: string): string {
  return svg
    .replace(
      /<!--[^]*?(-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<\?(?!xml-stylesheet|xml\s[^<>?]*encoding\s*=\s*["'](?!utf-8|us-ascii|iso-8859-|windows-125))[^]*?(?:\?>|$)/gi,
      // What stays of a comment without an end is that the drawing has none.
      (_: string, end?: string, plain?: string) =>
        plain?.replaceAll('&', '&amp;').replaceAll('<', '&lt;') ?? (end === '' ? '<!--' : ''),
    )
    .replace(/&#(?:x0*([0-9a-f]{1,6})|0*(\d{1,7}));/gi, (whole: string, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      const character = code <= 0x10ffff ? String.fromCodePoint(code) : '&'
      return '<>&"\''.includes(character) ? whole : character
    })
    .replace(/\s+/g, ' ')
}

const dataInside = /(?:url\(|(?:href|src)\s*=)\s*["']?\s*data:([^"')>]*)/gi
const fontStarts = ['wOF2', 'wOFF', 'OTTO', 'true', '\0\x01\0\0']

/** Pictures in a drawing are looked at as any other, and together are no larger; fonts may be there, too. */
function insideTrouble(svg: string): PictureTrouble | undefined {
  let pixels = 0
  for (const [, data = ''] of svg.matchAll(dataInside)) {
    const [, said = '', base64 = ''] =
      /^([a-z0-9/.+-]+)(?:;charset=[\w-]+)?;base64,([a-z0-9+/=\s]*)$/i.exec(data) ?? []
    const bytes = Buffer.from(base64, 'base64')
    // Browsers go by the first bytes, whatever is said.
    const isFont = fontStarts.includes(bytes.toString('latin1', 0, 4))
    if (isFont && /^(?:font|application)\//i.test(said)) continue
    const type = mediaType(bytes.subarray(0, 16))
    if (!/^image\/(?:png|jpeg|webp)$/.test(type) || type !== said.toLowerCase())
      return { code: 'file/svg-content', values: { what: `data:${data.slice(0, 40)}` } }
    const trouble = pictureTrouble(type, bytes)
    if (trouble) return trouble
    const { width = 0, height = 0 } = sides(type, bytes) ?? {}
    pixels += width * height
    if (pixels > mostPixels)
      return { code: 'file/image-size', values: { width: String(width), height: String(height) } }
  }
  return undefined
}

/** What an emblem has no need of: scripts, what is elsewhere, and copies of copies without end. */
function svgTrouble(text: string): string | undefined {
  const foreign = foreignContent.exec(text)?.[0]
  if (foreign !== undefined) return foreign.trim()
  const elements = text.match(/<[^\s/!?]/g)?.length ?? 0
  if (elements > mostElements) return `${elements} × <…>`
  return elementTrouble(text)
}

const tag = /<(\/?)([^\s<>/"'=]+)([^"'<>]*(?:(?:"[^"<]*"|'[^'<]*')[^"'<>]*)*)>([^<]*)/g
const attribute = /\s([^\s="'/]+)\s?=\s?(?:"([^"]*)"|'([^']*)')/g

/** Names in styles that are written in a way that hides them, and how much is drawn with all that `use` copies. */
function elementTrouble(text: string): string | undefined {
  /** What is drawn with each element; the first is what is around all. */
  const within: number[][] = [[]]
  const open = [{ at: 0, isStyle: false }]
  const named = new Map<string, number>()
  const uses: { at: number; target: string }[] = []
  for (const [, closing, name = '', attributes = '', after = ''] of text.matchAll(tag)) {
    if (closing) {
      if (open.length > 1) open.pop()
      continue
    }
    const around = open.at(-1)!
    const isStyle = /(?:^|:)style$/i.test(name)
    if (around.isStyle || (isStyle && after.includes('\\'))) return isStyle ? `<${name}>` : '<style>'
    const at = within.push([]) - 1
    within[around.at]!.push(at)
    for (const [whole, key = '', double, single] of attributes.matchAll(attribute)) {
      const value = double ?? single ?? ''
      // With a prefix it is no style, but a note of the program that made it.
      if (!key.includes(':') && value.includes('\\')) return whole.trim()
      if (key === 'id' && !named.has(value)) named.set(value, at)
      if (!/(?:^|:)use$/i.test(name) || !/(?:^|:)href$/i.test(key)) continue
      // The same name could be written in other ways.
      if (!/^#[^\s%&]+$/.test(value)) return value
      uses.push({ at, target: value.slice(1) })
    }
    if (attributes.endsWith('/')) continue
    open.push({ at, isStyle })
    if (open.length > deepest + 1) return `${deepest + 1} × <…>`
  }
  for (const { at, target } of uses) {
    const copied = named.get(target)
    if (copied !== undefined) within[at]!.push(copied)
  }
  return drawn(within) > mostDrawn ? '<use>' : undefined
}

/** How many elements are drawn with the first; without end where one is inside itself. */
function drawn(within: readonly (readonly number[])[]): number {
  const counts: (number | undefined)[] = []
  const waiting = [0]
  for (let at = waiting.at(-1); at !== undefined; at = waiting.at(-1)) {
    const parts = within[at] ?? []
    if (counts[at] === undefined) {
      counts[at] = Infinity
      for (const part of parts) if (counts[part] === undefined) waiting.push(part)
    } else {
      waiting.pop()
      counts[at] = parts.reduce((sum, part) => sum + (counts[part] ?? 0), 1)
    }
  }
  return counts[0] ?? 0
}
