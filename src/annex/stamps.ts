/** Words that a pack puts on its pages: shaped by the browser on sheets of their own, drawn here as artifacts. */
import { type Box, type Matrix, matrixText } from './geometry.ts'
import type { PDFRef } from './pdf-library.ts'

/** A sheet of the PDF of stamps, by its index from 0, and where on a page it goes. */
export interface Stamp {
  sheet: number
  edge: 'head' | 'foot'
  align: 'right' | 'center' | 'left'
}

/** A sheet as it is drawn. */
export interface Sheet {
  form: PDFRef
  width: number
  height: number
}

/** Between a stamp and the border of its strip, and between it and what is beside it, in points. */
const gap = 6
/** The side of a page for which stamps are made, in points: on larger ones they grow, to be read when it is seen as a whole. */
const usualSide = 595

/** What a page gives its stamps: how much they grow on it, and the height of the strips at its head and foot. */
export interface Strips {
  scale: number
  head: number
  foot: number
}

/** Room for the stamps of a page of a size; a strip without stamps has none. */
export function stripsFor(
  stamps: readonly Stamp[],
  sheets: readonly Sheet[],
  { width, height }: { width: number; height: number },
): Strips {
  const on = (edge: Stamp['edge'], align?: Stamp['align']): Sheet[] =>
    stamps
      .filter((stamp) => stamp.edge === edge && (align === undefined || stamp.align === align))
      .map(({ sheet }) => sheets[sheet]!)
  const widthAt = (edge: Stamp['edge']): number => {
    const [left, center, right] = (['left', 'center', 'right'] as const).map((align) =>
      widthOf(on(edge, align)),
    )
    // What is in the middle stays there, whatever is beside it.
    return center === gap ? left! + right! - gap : 2 * Math.max(left!, right!) + center! - gap
  }
  const widest = Math.max(widthAt('head'), widthAt('foot'))
  const wanted = Math.max(1, Math.min(width, height) / usualSide)
  const scale = Math.min(wanted, width / widest)
  const heightOf = (edge: Stamp['edge']): number => {
    const heights = on(edge).map((sheet) => sheet.height)
    return heights.length === 0 ? 0 : (Math.max(...heights) + 2 * gap) * scale
  }
  return { scale, head: heightOf('head'), foot: heightOf('foot') }
}

const widthOf = (sheets: readonly Sheet[]): number =>
  sheets.reduce((sum, { width }) => sum + width + gap, gap)

/** Draws stamps into the strips at the borders of a box. */
export function drawStamps(
  stamps: readonly Stamp[],
  sheets: readonly Sheet[],
  { scale, head, foot }: Strips,
  box: Box,
): string {
  return stamps
    .map((stamp, index) => {
      const sheet = sheets[stamp.sheet]!
      const [width, height] = [sheet.width * scale, sheet.height * scale]
      const row = stamps
        .map((one, order) => ({ ...one, order }))
        .filter(({ edge, align }) => edge === stamp.edge && align === stamp.align)
      const inset =
        widthOf(row.filter(({ order }) => order < index).map(({ sheet: one }) => sheets[one]!)) * scale
      const whole = widthOf(row.map(({ sheet: one }) => sheets[one]!)) * scale
      const left = {
        left: box.x + inset,
        center: box.x + (box.width - whole) / 2 + inset,
        right: box.x + box.width - inset - width,
      }[stamp.align]
      const strip = stamp.edge === 'head' ? head : foot
      const bottom = (stamp.edge === 'head' ? box.y + box.height - head : box.y) + (strip - height) / 2
      const place: Matrix = [scale, 0, 0, scale, left, bottom]
      const [subtype, side] = stamp.edge === 'head' ? ['Header', 'Top'] : ['Footer', 'Bottom']
      return `/Artifact <</Type /Pagination /Subtype /${subtype} /Attached [/${side}]>> BDC\nq ${matrixText(place)} /${stampName(stamp.sheet)} Do Q\nEMC\n`
    })
    .join('')
}

/** The name of a sheet among what a page draws. */
export const stampName = (sheet: number): string => `JalasehStamp${sheet}`
