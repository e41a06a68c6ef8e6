/** What keeps a catalogue from being used, and what the error codes of SQLite (sqlite.org/rescode.html) mean for it. */
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'

/** Carries `catalogue/newer`, `catalogue/busy` or `catalogue/unwritable`. */
export class CatalogueFailure extends Error {
  readonly fault: Fault

  constructor(told: Fault, cause?: unknown) {
    super(told.code, { cause })
    this.fault = told
  }
}

const general = 1
const busy = 5
const locked = 6
const readOnly = 8
const inputOutput = 10
const corrupt = 11
const full = 13
const cannotOpen = 14
const notDatabase = 26

const primary = (error: unknown): number => ((error as { errcode?: number } | null)?.errcode ?? 0) & 0xff

/** The file is no database, or one whose pages do not fit together. */
export const isDamage = (error: unknown): boolean => [corrupt, notDatabase].includes(primary(error))

/** Damage, or a database whose tables are none of ours, so that statements about them fail. */
export const isForeign = (error: unknown): boolean => isDamage(error) || primary(error) === general

/** The fault that an error of SQLite or of the file system stands for; other errors as they are. */
export function toFailure(error: unknown, file: string): unknown {
  const code = primary(error)
  if (code === busy || code === locked)
    return new CatalogueFailure(fault('catalogue/busy', undefined, { file }), error)
  const system = (error as NodeJS.ErrnoException).syscall !== undefined
  if (!system && ![readOnly, inputOutput, full, cannotOpen].includes(code)) return error
  const { code: name = '', message } = error as NodeJS.ErrnoException
  const reason = system ? name : message
  return new CatalogueFailure(fault('catalogue/unwritable', undefined, { file, reason }), error)
}
