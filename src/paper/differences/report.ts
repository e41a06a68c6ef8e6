/** What two files say differently, as plain strings: what `diff --json` prints, and what its text is made of. */
import type { Movement } from '../../insight/changes.ts'
import type { Standing } from '../../insight/standing.ts'
import type { Piece } from '../../insight/word-changes.ts'

export interface FieldReport {
  /** Keys to the field, in English and parted by dots. */
  field: string
  /** Its name in the language asked for. */
  label: string
  before?: string
  now?: string
  words?: Piece[]
}

export interface ResolutionReport {
  change: 'fresh' | 'closed' | 'reopened' | 'slipped' | 'advanced' | 'reworded' | 'dropped' | 'settled'
  id?: string
  /** The id it had, where the newer file gives it another. */
  was?: string
  text: string
  responsible?: string
  before?: StateReport
  now?: StateReport
  /** New deadline − old deadline; absent where it passed unmoved. */
  days?: number
  /** Progress since, in percentage points. */
  points?: string
  fields: FieldReport[]
}

export interface StateReport {
  standing: Standing
  status?: string
  progress?: string
  deadline?: string
  due?: string
  /** Days past the deadline. */
  late?: number
}

export interface FigureReport {
  change: 'moved' | 'new' | 'lost' | 'incomparable'
  label: string
  key?: string
  of?: Movement['of']
  unit?: string
  /** Where it is another one. */
  unitBefore?: string
  /** The months or the day of each value. */
  period?: string
  periodBefore?: string
  before?: string
  now?: string
  difference?: string
  /** Percent. */
  growth?: string
}

export interface RowReport {
  change: 'added' | 'removed' | 'changed'
  name: string
  fields: FieldReport[]
}

export interface DiffReport {
  before: FileReport
  now: FileReport
  same: boolean
  resolutions: ResolutionReport[]
  figures: FigureReport[]
  head: FieldReport[]
  tables: { table: string; label: string; rows: RowReport[] }[]
}

export interface FileReport {
  file: string
  title: string
  session?: number
  date?: string
}
