/** A row of the acceptance corpus: one hostile or broken input, and what comes of it. */
import type { Desk, Ended } from '../e2e/cli.ts'
import type { Canary } from './canary.ts'

export type Content = string | Uint8Array

/** What rows are made with. */
export interface World {
  desk: Desk
  canary: Canary
}

export interface Expected {
  exit: 0 | 1 | 2 | 70 | 129 | 130 | 143
  /** Every error, in order: `line:column code`, or the code alone where the place says nothing. */
  faults?: string[]
  /** Codes of warnings that are among those told. */
  warnings?: string[]
  /** Words of the papers, without regard to spaces and marks of direction. */
  printed?: string[]
  /** Words that no paper has. */
  absent?: string[]
  /** Words of what is told. */
  told?: string[]
  /** Paths besides papers that may be new or other than before, also where the run failed. */
  writes?: RegExp
  /** It contacts the server of its row. */
  connects?: true
}

export interface Row {
  /** That of the study, `A01`; several inputs may share one. */
  id: string
  what: string
  /** `m.yaml`. */
  meeting?: Content
  files?: Record<string, Content>
  /** What files cannot say: links, pipes, folders. */
  make?(world: World, env?: Record<string, string>): void | Promise<void>
  /** `check m.yaml --json` unless said. */
  args?: string[]
  env?: Record<string, string>
  /** A shell line that runs the command line as "$@": what surrounds it is the fault. */
  through?: string
  /** Where a run by its arguments is not enough. */
  run?: (world: World, env: Record<string, string>) => Promise<Ended>
  /** The most it may take in milliseconds, of what is a matter of never ending. */
  within?: number
  expect: Expected
  /** What is to be seen besides. */
  look?: (world: World, ended: Ended) => void | Promise<void>
}

/** A meeting that is printed in one run together with others. */
export interface PrintedRow {
  id: string
  what: string
  meeting: Content
  printed?: string[]
  absent?: string[]
  warnings?: string[]
  /** Addresses that links of the paper lead to; none unless said. */
  links?: string[]
}

/** A row of the study that the product has nothing for. */
export interface LeftOut {
  id: string
  reason: string
}
