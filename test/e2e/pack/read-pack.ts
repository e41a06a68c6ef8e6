/** A pack as a viewer sees it: what each page says and draws, and whether that is a stamp. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Box, boxOf, chain, type Matrix, moveBox, shared } from '../../../src/annex/geometry.ts'
import { seen, type SeenPage } from '../../annex/reading.ts'
import { withPdf } from '../pages.ts'

export interface PackPage extends SeenPage {
  /** What its stamps say, and on a paper of ours what else is at its head and foot, in their order, without spaces. */
  stamps: string[]
  /** All else that it says, without spaces. */
  text: string
  /** Where its stamps' words stand, those across its middle left out, and where all else stands. */
  stampBoxes: Box[]
  contentBoxes: Box[]
}

/** As it is read, without spaces, marks of direction and joiners. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}\u034f]/gu, '')

export async function readPack(pdf: Uint8Array): Promise<PackPage[]> {
  const pages = await seen(pdf)
  return withPdf(pdf, (file) =>
    Promise.all(
      pages.map(async (page, index) => {
        const proxy = await file.getPage(index + 1)
        const words = await wordsOf(proxy)
        const stamps = words.filter(({ stamp }) => stamp !== undefined)
        const content = words.filter(({ stamp }) => stamp === undefined)
        const count = Math.max(-1, ...stamps.map(({ stamp = 0 }) => stamp)) + 1
        return {
          ...page,
          stamps: Array.from({ length: count }, (_, n) =>
            bare(stamps.map(({ text, stamp }) => (stamp === n ? text : '')).join('')),
          ).filter(Boolean),
          text: bare(content.map(({ text }) => text).join('')),
          stampBoxes: stamps
            .filter(({ upright, text }) => upright && text.trim() !== '')
            .map(({ box }) => box),
          contentBoxes: [
            ...content.filter(({ text }) => text.trim() !== '').map(({ box }) => box),
            ...(await graphicsOf(proxy)),
          ],
        }
      }),
    ),
  )
}

interface PlacedWord {
  text: string
  /** Which stamp of its page it is in. */
  stamp: number | undefined
  upright: boolean
  box: Box
}

/** Stamps are the artifacts that are in nothing else. */
async function wordsOf(page: PDFPageProxy): Promise<PlacedWord[]> {
  const words: PlacedWord[] = []
  let depth = 0
  let stamp: number | undefined
  let stamps = 0
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    if ('str' in item) {
      const [a, b, c, d, x, y] = item.transform as [number, number, number, number, number, number]
      const size = Math.hypot(c, d)
      const length = item.width / Math.hypot(a, b)
      const corners = [0, length].flatMap((along) =>
        // How far letters reach below and above their line.
        [-0.3, 0.9].map((up) => [x + a * along + c * up, y + b * along + d * up]),
      )
      const box = boxOf(
        corners.map(([left]) => left!),
        corners.map(([, bottom]) => bottom!),
      )
      words.push({ text: item.str, stamp, upright: Math.abs(d - size) < 0.01, box })
    } else if (item.type === 'endMarkedContent') {
      depth--
      if (depth === 0) stamp = undefined
    } else {
      if (depth === 0 && 'tag' in item && item.tag === 'Artifact') stamp = stamps++
      depth++
    }
  }
  return words
}

/** Boxes of the images and lines of a page that are no stamps, as far as they are shown. */
async function graphicsOf(page: PDFPageProxy): Promise<Box[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const boxes: Box[] = []
  const kept: { matrix: Matrix; clip: Box }[] = []
  const all: Box = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 }
  let at = { matrix: [1, 0, 0, 1, 0, 0] as Matrix, clip: all }
  const marked: string[] = []
  const add = (box: Box): void => {
    const drawn = shared(moveBox(box, at.matrix), at.clip)
    if (drawn !== undefined && marked[0] !== 'Artifact') boxes.push(drawn)
  }
  const between = (values: ArrayLike<number>): Box =>
    boxOf([values[0]!, values[2]!], [values[1]!, values[3]!])
  fnArray.forEach((operator, n) => {
    const args = (argsArray[n] ?? []) as unknown[]
    if (operator === OPS.save) kept.push(at)
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) at = kept.pop()!
    else if (operator === OPS.transform) at = { ...at, matrix: chain(matrixOf(args as number[]), at.matrix) }
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(at)
      const [matrix, box] = args as [ArrayLike<number> | null, ArrayLike<number> | null]
      const moved = matrix ? chain(matrixOf(matrix), at.matrix) : at.matrix
      const clip = box ? (shared(moveBox(between(box), moved), at.clip) ?? { ...all, width: 0 }) : at.clip
      at = { matrix: moved, clip }
    } else if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const [tag] = args as [string | { name: string }]
      marked.push(typeof tag === 'string' ? tag : tag.name)
    } else if (operator === OPS.endMarkedContent) marked.pop()
    else if (operator === OPS.constructPath) {
      const [painted, , extent] = args as [number, unknown, ArrayLike<number> | null]
      if (painted !== OPS.endPath && extent) add(between(extent))
    } else if (operator === OPS.paintImageXObject) add({ x: 0, y: 0, width: 1, height: 1 })
  })
  return boxes
}

const matrixOf = (values: ArrayLike<number>): Matrix => Array.from(values) as unknown as Matrix

/** The box round all. */
export const around = (boxes: readonly Box[]): Box =>
  boxOf(
    boxes.flatMap(({ x, width }) => [x, x + width]),
    boxes.flatMap(({ y, height }) => [y, y + height]),
  )
