/** The source stage: YAML text → Meeting (or Settings), or every fault of the file at once. */
import type { z } from 'zod'
import type { Fault, Span } from '../model/fault.ts'
import { holidaysSchema } from '../model/holidays.ts'
import { meetingSchema } from '../model/meeting.ts'
import type { Meeting } from '../model/meeting.ts'
import { peopleSchema } from '../model/people-file.ts'
import type { PeopleFile } from '../model/people-file.ts'
import { paperSchema } from '../model/paper.ts'
import { registerSchema } from '../model/register-file.ts'
import type { RegisterFile } from '../model/register-file.ts'
import { settingsSchema } from '../model/settings.ts'
import type { Settings } from '../model/settings.ts'
import { normalizationNote } from './characters.ts'
import { parseYaml } from './parse.ts'
import { checkReferences, settleReferences } from './references.ts'
import { readTree } from './tree.ts'
import type { Mention } from './tree.ts'
import { validate } from './validate.ts'

/** A file read: its value where it has no errors, its faults (warnings come with a value), and the files it names. */
export interface Source<T> {
  value?: T
  faults: Fault[]
  /** Those whose paths are sound, so that nothing is reported twice. */
  files: Mention[]
  /** Places by dotted path, for faults found later: `statistics.0.target`. */
  spans: Map<string, Span>
  /** Paths of texts in the author's own words, for proofreading. */
  prose: string[]
}

/** Reads a meeting file. `file` is the name printed in faults. */
export function readMeeting(text: string, file: string): Source<Meeting> {
  return read(text, file, meetingSchema)
}

/** Reads a workspace's `jalaseh.yaml`. */
export function readSettings(text: string, file: string): Source<Settings> {
  return read(text, file, settingsSchema)
}

/** Reads a file of the register: resolutions and reports outside any meeting. */
export function readRegisterFile(text: string, file: string): Source<RegisterFile> {
  return read(text, file, registerSchema)
}

/** Reads the address book of a workspace. */
export function readPeople(text: string, file: string): Source<PeopleFile> {
  return read(text, file, peopleSchema)
}

/** Reads a year of official holidays. */
export function readHolidays(text: string, file: string): Source<z.output<typeof holidaysSchema>> {
  return read(text, file, holidaysSchema)
}

/** Reads the definition of a kind of paper. */
export function readPaper(text: string, file: string): Source<z.output<typeof paperSchema>> {
  return read(text, file, paperSchema)
}

function read<S extends z.ZodType>(text: string, file: string, schema: S): Source<z.output<S>> {
  const parsed = parseYaml(text, file)
  if (parsed.root === null) return { faults: parsed.faults, files: [], spans: new Map(), prose: [] }
  const tree = readTree(parsed.root, schema, parsed.mark)
  settleReferences(tree)
  const { value, faults } = validate(schema, tree)
  const all = inOrder([
    ...parsed.faults,
    ...tree.faults,
    ...checkReferences(tree),
    ...faults,
    ...normalizationNote(tree.prose, file),
  ])
  const clean = value !== undefined && all.every(({ severity }) => severity === 'warning')
  const at = ({ line, column }: Span): string => `${line}:${column}`
  const faulty = new Set(all.flatMap(({ span }) => (span ? at(span) : [])))
  const files = tree.files.filter(({ span }) => !faulty.has(at(span)))
  const rest = { faults: all, files, spans: tree.spans, prose: tree.prose.map(({ path }) => path) }
  return clean ? { value, ...rest } : rest
}

function inOrder(faults: Fault[]): Fault[] {
  const line = ({ span }: Fault): number => span?.line ?? 0
  const column = ({ span }: Fault): number => span?.column ?? 0
  return faults.toSorted((a, b) => line(a) - line(b) || column(a) - column(b))
}
