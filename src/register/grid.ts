/** A table as a spreadsheet holds it: cells by row and column, both from 0. */

/** What keeps a cell from having a value: a formula that was never computed, or that came to an error (#REF!). */
export interface BadCell {
  bad: 'formula' | 'error'
  text: string
}

export type Cell = string | number | boolean | Date | BadCell | null

/** Cells shown as one; the value stands in the first. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

export interface Grid {
  rows: Cell[][]
  merges: Merge[]
  /** Cells that show a share of one as percent, as «row:column»: 0.4 in them means 40 %. */
  percent: ReadonlySet<string>
  /** Names of further sheets, which are not read. */
  others?: string[]
}

/** «D» for 3, «AA» for 26. */
export function columnLetter(column: number): string {
  const before = column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : ''
  return before + String.fromCharCode(65 + (column % 26))
}

/** Row and column of «D14». */
export function cellPlace(reference: string): [row: number, column: number] | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!match) return undefined
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return [Number(match[2]) - 1, column]
}
