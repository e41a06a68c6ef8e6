/** Where the page of an annex stands on its page of the pack: beside its stamps, never below them. */
import type { PageSize } from './annex.ts'
import { grow, type Matrix, move, chain } from './geometry.ts'
import { a4 } from './sheet.ts'
import type { Strips } from './stamps.ts'

export interface Place extends PageSize {
  /** From the page of the annex to that of the pack. */
  matrix: Matrix
}

/** Adds the strips to a page, which stays as large as it is, in the middle of strips that are wider. */
export function besideStrips({ width, height }: PageSize, { head, foot, width: wide }: Strips): Place {
  return { width: wide, height: height + head + foot, matrix: move((wide - width) / 2, foot) }
}

/** A4 as the page lies: larger pages are made smaller, smaller ones stay as they are, in the middle. */
export function fitSheet({ width, height }: PageSize): PageSize {
  return width > height ? { width: a4.height, height: a4.width } : a4
}

/** Between the strips of a sheet. */
export function betweenStrips(page: PageSize, sheet: PageSize, { head, foot }: Strips): Place {
  const room = sheet.height - head - foot
  const scale = Math.min(1, sheet.width / page.width, room / page.height)
  const left = (sheet.width - page.width * scale) / 2
  const bottom = foot + (room - page.height * scale) / 2
  return { ...sheet, matrix: chain(grow(scale), move(left, bottom)) }
}
