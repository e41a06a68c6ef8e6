/** CSV → grid, whatever a spreadsheet on a Persian Windows made of it. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Grid } from './grid.ts'

/** Undefined where the text is no table. `legacy` where it was not UTF-8 and read as Windows-1256, the code page of Persian. */
export function readSeparated(bytes: Uint8Array): { grid: Grid; legacy: boolean } | undefined {
  const { text, legacy } = decoded(bytes)
  const head = text.slice(0, text.search(/\r?\n|$/))
  const marks = [',', ';', '\t', '؛'].map((mark) => ({ mark, count: head.split(mark).length }))
  const delimiter = marks.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ','
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      // Else rows would lose the numbers that a spreadsheet shows.
      skip_empty_lines: false,
    })
    return { grid: { rows, merges: [], percent: new Set() }, legacy }
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

function decoded(bytes: Uint8Array): { text: string; legacy: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), legacy: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), legacy: false }
  } catch {
    return { text: new TextDecoder('windows-1256').decode(bytes), legacy: true }
  }
}
