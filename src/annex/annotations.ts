/** What stands on a page besides its content: links are kept where they are harmless, the rest becomes part of the picture. */
import { type Destination, type Resolve, targetOf } from './destinations.ts'
import { type Box, type Matrix, moveBox, movePoint } from './geometry.ts'
import {
  arrayAt,
  asDictionary,
  boxAt,
  dictionaryAt,
  entry,
  found,
  nameAt,
  numberAt,
  numbersAt,
  textAt,
} from './objects.ts'
import { type PDFDict, PDFRawStream } from './pdf-library.ts'

export interface Link {
  /** The annotation that it was. */
  from: PDFDict
  rect: Box
  /** The corners of its lines, where it says them. */
  quads: number[]
  to: Destination | { uri: string }
}

/** How an annotation looks: a form, and where it is drawn on its page. */
export interface Look {
  form: PDFRawStream
  matrix: Matrix
}

export const strippedKinds = ['scripts', 'links', 'media'] as const
/** How often something was taken away, by what it was. */
export type Stripped = Record<(typeof strippedKinds)[number], number>

export interface Annotations {
  links: Link[]
  looks: Look[]
  /** Fields with a value and notes of which the file does not say how they look. */
  unseen: number
}

const media = new Set('Sound Movie Screen RichMedia 3D FileAttachment'.split(' '))
/** Notes that open beside their page, and marks for a printing press. */
const besides = new Set(['Popup', 'PrinterMark', 'TrapNet'])
const hiddenFlags = 2 | 32
const safeUri = /^(?:https?:\/\/|mailto:|tel:)/i
const most = 20_000

/** Reads the annotations of a page; what is taken away is counted. `isKept` says which addresses links may have. */
export function readAnnotations(
  page: PDFDict,
  resolve: Resolve,
  stripped: Stripped,
  isKept: (uri: string) => boolean = isSafeUri,
): Annotations {
  const read: Annotations = { links: [], looks: [], unseen: 0 }
  for (const value of arrayAt(page, 'Annots').slice(0, most)) {
    const annotation = asDictionary(found(page.context, value))
    if (annotation === undefined) continue
    const subtype = nameAt(annotation, 'Subtype') ?? ''
    if (media.has(subtype)) stripped.media++
    else if (subtype === 'Link') readLink(annotation, resolve, stripped, read, isKept)
    else if (!besides.has(subtype)) readLook(annotation, subtype, stripped, read)
  }
  return read
}

function readLink(
  from: PDFDict,
  resolve: Resolve,
  stripped: Stripped,
  read: Annotations,
  isKept: (uri: string) => boolean,
): void {
  const rect = boxAt(from, 'Rect')
  const to = uriOf(from, isKept) ?? targetOf(from, resolve)
  if (entry(from, 'AA') !== undefined) stripped.scripts++
  if (rect !== undefined && to !== undefined) read.links.push({ from, rect, quads: quadsOf(from), to })
  else stripped.links++
}

/** The address of a link, if it is one that cannot run or open anything of the reader's. */
function uriOf(annotation: PDFDict, isKept: (uri: string) => boolean): { uri: string } | undefined {
  const action = dictionaryAt(annotation, 'A')
  if (nameAt(action, 'S') !== 'URI') return undefined
  const uri = (textAt(action, 'URI') ?? '').trim()
  return isKept(uri) ? { uri } : undefined
}

export const isSafeUri = (uri: string): boolean => safeUri.test(uri) && !/[\p{Cc}\s]/u.test(uri)

function quadsOf(from: PDFDict): number[] {
  const quads = numbersAt(from, 'QuadPoints')
  return quads.length % 8 === 0 ? quads : []
}

function readLook(annotation: PDFDict, subtype: string, stripped: Stripped, read: Annotations): void {
  if (entry(annotation, 'A') !== undefined || entry(annotation, 'AA') !== undefined) stripped.scripts++
  if (((numberAt(annotation, 'F') ?? 0) & hiddenFlags) !== 0) return
  const form = lookOf(annotation)
  const rect = boxAt(annotation, 'Rect')
  const matrix = form && rect && placeLook(form.dict, rect)
  if (form !== undefined && matrix !== undefined) read.looks.push({ form, matrix })
  else if (form === undefined && (subtype !== 'Widget' || hasValue(annotation))) read.unseen++
}

/** Its normal appearance, in its state. */
function lookOf(annotation: PDFDict): PDFRawStream | undefined {
  const appearances = dictionaryAt(annotation, 'AP')
  const normal = entry(appearances, 'N')
  const look =
    normal instanceof PDFRawStream ? normal : entry(asDictionary(normal), nameAt(annotation, 'AS') ?? 'Off')
  return look instanceof PDFRawStream ? look : undefined
}

/** From a form's own space onto its rectangle (ISO 32000-2 12.5.5, algorithm 8), its own matrix left out. */
function placeLook(form: PDFDict, rect: Box): Matrix | undefined {
  const box = boxAt(form, 'BBox')
  const own = matrixOf(form)
  const moved = box && moveBox(box, own)
  if (moved === undefined || moved.width <= 0 || moved.height <= 0 || rect.width <= 0 || rect.height <= 0)
    return undefined
  const [x, y] = [rect.width / moved.width, rect.height / moved.height]
  return [x, 0, 0, y, rect.x - moved.x * x, rect.y - moved.y * y]
}

export function matrixOf(form: PDFDict): Matrix {
  const numbers = numbersAt(form, 'Matrix')
  return numbers.length === 6 ? (numbers as unknown as Matrix) : [1, 0, 0, 1, 0, 0]
}

/** Whether a field or those above it hold something that a viewer would show. */
function hasValue(widget: PDFDict): boolean {
  let at: PDFDict | undefined = widget
  for (let depth = 0; at !== undefined && depth < 16; depth++, at = dictionaryAt(at, 'Parent')) {
    const value = textAt(at, 'V')
    if (value !== undefined) return value !== ''
  }
  return false
}

/** A link on a page that was moved. */
export function moveLink(link: Link, matrix: Matrix): Link {
  const quads: number[] = []
  for (let n = 0; n < link.quads.length; n += 2)
    quads.push(...movePoint([link.quads[n]!, link.quads[n + 1]!], matrix))
  return { ...link, rect: moveBox(link.rect, matrix), quads }
}
