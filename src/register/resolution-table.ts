/** Tables of resolutions, as offices have them. */
import { tidied } from './cell-text.ts'
import { readHeading } from './headings.ts'
import type { TableField } from './headings.ts'
import type { TableKind } from './read-table.ts'

export const resolutionTable: TableKind<TableField> = {
  heading: readHeading,
  tidied,
  must: 'text',
  none: 'import/no-heading',
  // A text over several rows is one resolution with several bodies.
  more: 'responsible',
}
