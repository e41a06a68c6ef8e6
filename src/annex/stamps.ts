/** Words that a pack puts on its pages: shaped by the browser on sheets of their own, drawn here as artifacts. */
import { type Box, chain, grow, type Matrix, matrixText, move, rotate } from './geometry.ts'
import type { Sheet } from './sheets.ts'

/** A sheet, and where on a page it goes: into a row at an edge, or over all of the page from corner to corner. */
export interface Stamp {
  sheet: Sheet
  edge: 'head' | 'foot' | 'middle'
  align: 'right' | 'center' | 'left'
}

/**
 * Where the lines of our own papers at head and foot are, in points: distance of their middle from the edge of the page, and of
 * their ends from its sides.
 */
export interface Frame {
  head: number
  foot: number
  side: number
}

/** Where the rows of stamps on a page are, and how large their sheets become. */
export interface Rows extends Frame {
  scale: number
}

/** What a page gives its stamps: how much they grow on it, the height of the strips at its head and foot, and their width. */
export interface Strips {
  scale: number
  width: number
  head: number
  foot: number
}

type Size = Pick<Box, 'width' | 'height'>

/** Between a stamp and what is beside it, in points. */
const gap = 6
/** Between a stamp and the edge of the sheet: printers leave some 4 mm of it blank. */
const margin = 14
/** The side of a page for which stamps are made, in points: on larger ones they grow, to be read when it is seen as a whole. */
const usualSide = 595
/** Smaller than so they are not read: a page too narrow for them is widened. */
const leastScale = 0.75
/** How much of a page a stamp over its middle takes at most. */
const middleShare = 0.9

/** Room for the stamps of a page of a size; a strip without stamps has none. */
export function stripsFor(stamps: readonly Stamp[], { width, height }: Size): Strips {
  const wanted = Math.max(1, Math.min(width, height) / usualSide)
  const wide = 2 * margin + widestOf(stamps)
  const scale = Math.max(leastScale, Math.min(wanted, width / wide))
  const heightOf = (edge: Stamp['edge']): number => {
    const heights = stamps.filter((stamp) => stamp.edge === edge).map(({ sheet }) => sheet.height)
    return heights.length === 0 ? 0 : (margin + Math.max(...heights) + gap) * scale
  }
  return { scale, head: heightOf('head'), foot: heightOf('foot'), width: Math.max(width, wide * scale) }
}

/** The rows of strips, nearer to the content than to the edge. */
export function rowsOf({ scale, head, foot }: Strips): Rows {
  const middle = (height: number): number => (height + (margin - gap) * scale) / 2
  return { scale, head: middle(head), foot: middle(foot), side: margin * scale }
}

/** The rows on the lines of a paper of ours, whose words are as large as the sheets' are. */
export function rowsOn(frame: Frame, stamps: readonly Stamp[], { width }: Size): Rows {
  return { ...frame, scale: Math.min(1, (width - 2 * frame.side) / Math.max(1, widestOf(stamps))) }
}

/** The width of the fuller row, without what is at its ends. */
function widestOf(stamps: readonly Stamp[]): number {
  const widthAt = (edge: Stamp['edge']): number => {
    const [left, center, right] = (['left', 'center', 'right'] as const).map((align) =>
      widthOf(stamps.filter((stamp) => stamp.edge === edge && stamp.align === align)),
    ) as [number, number, number]
    const beside = (width: number): number => (width === 0 ? 0 : width + gap)
    // What is in the middle stays there, whatever is beside it.
    if (center > 0) return 2 * beside(Math.max(left, right)) + center
    return right === 0 ? left : beside(left) + right
  }
  return Math.max(widthAt('head'), widthAt('foot'))
}

const widthOf = (row: readonly Stamp[]): number =>
  row.length === 0 ? 0 : row.reduce((sum, { sheet }) => sum + sheet.width + gap, -gap)

/** Draws the stamps of a page by the names that they have there; those over its middle last. */
export function drawStamps(stamps: readonly Stamp[], rows: Rows, box: Box): string {
  const drawn = stamps.map((stamp, index) => {
    const place = stamp.edge === 'middle' ? overMiddle(stamp.sheet, box) : inRow(stamps, index, rows, box)
    const artifact = `/Artifact <</Type /Pagination ${kinds[stamp.edge]}>> BDC\n`
    return { edge: stamp.edge, text: `${artifact}q ${matrixText(place)} /${stampName(index)} Do Q\nEMC\n` }
  })
  const last = (middle: boolean): string[] =>
    drawn.filter(({ edge }) => (edge === 'middle') === middle).map(({ text }) => text)
  return [...last(false), ...last(true)].join('')
}

/** The name of a stamp among what its page draws. */
export const stampName = (index: number): string => `JalasehStamp${index}`

/** What they are as artifacts (ISO 32000-2 14.8.2.2.2). */
const kinds: Record<Stamp['edge'], string> = {
  head: '/Subtype /Header /Attached [/Top]',
  foot: '/Subtype /Footer /Attached [/Bottom]',
  middle: '/Subtype /Watermark',
}

function inRow(stamps: readonly Stamp[], index: number, { scale, head, foot, side }: Rows, box: Box): Matrix {
  const { sheet, edge, align } = stamps[index]!
  const isBeside = (one: Stamp): boolean => one.edge === edge && one.align === align
  const before = stamps.slice(0, index).filter(isBeside)
  const inset = before.reduce((sum, one) => sum + one.sheet.width + gap, 0) * scale
  const left = {
    left: box.x + side + inset,
    center: box.x + (box.width - widthOf(stamps.filter(isBeside)) * scale) / 2 + inset,
    right: box.x + box.width - side - inset - sheet.width * scale,
  }[align]
  const middle = edge === 'head' ? box.y + box.height - head : box.y + foot
  return chain(grow(scale), move(left, middle - (sheet.height * scale) / 2))
}

/** On the diagonal that rises from the lower left to the upper right. */
function overMiddle({ width, height }: Sheet, box: Box): Matrix {
  const angle = Math.atan2(box.height, box.width)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [across, up] = [width * cos + height * sin, width * sin + height * cos]
  const scale = middleShare * Math.min(box.width / across, box.height / up)
  const turned = chain(chain(move(-width / 2, -height / 2), grow(scale)), rotate(angle))
  return chain(turned, move(box.x + box.width / 2, box.y + box.height / 2))
}
