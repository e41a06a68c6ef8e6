/** Pages that are parts of a pack: where the lines at their head and foot are, on which they are stamped. */

/** In millimetres: from the edge of the sheet to the middle of the lines, and from its sides to their ends. */
const lines = { A4: { line: 10, side: 20 }, A5: { line: 7, side: 13 }, A6: { line: 4, side: 7 } } as const
/** Height of a line, in millimetres. */
const lineHeight = 4
const pointsPerMillimetre = 72 / 25.4

export type SheetName = keyof typeof lines

/** Where stamps go on the pages of a paper, in points. */
export function frameOf(sheet: SheetName): { head: number; foot: number; side: number } {
  const { line, side } = lines[sheet]
  const [middle, end] = [line, side].map((one) => one * pointsPerMillimetre)
  return { head: middle!, foot: middle!, side: end! }
}

/** What templates/packed/ needs to put the paper's own lines there. */
export const packedLines = (sheet: SheetName): string =>
  `:root{--packed-line:${lines[sheet].line - lineHeight / 2}mm;--packed-height:${lineHeight}mm}`
