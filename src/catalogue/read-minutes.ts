/**
 * A meeting file, or one of the register, → what a search knows of it. A file with faults is read as far as it can be: its
 * words are sought, too.
 */
import { meetingSchema } from '../model/meeting.ts'
import { registerSchema } from '../model/register-file.ts'
import { parseJalaliDate } from '../persian/calendar.ts'
import type { JalaliDate } from '../persian/calendar.ts'
import { normalize } from '../persian/normalize.ts'
import { parseYaml } from '../source/parse.ts'
import { readTree } from '../source/tree.ts'
import { stateOf } from './states.ts'

/** A text of the file as it was written. */
export interface Passage {
  /** Dotted, `resolutions.2.text`; '' for a file whose YAML cannot be read. */
  path: string
  line: number
  text: string
}

export interface Minutes {
  title: string
  body: string
  session: string
  /** Absent where the day is open. */
  date?: JalaliDate
  /** `draft` or `final`; '' for a file of the register. */
  state: string
  passages: Passage[]
  /** Names, and the ids by which rows name them. */
  bodies: string[]
  people: string[]
  /** The state of the meeting and those of its resolutions. */
  states: string[]
}

/** Lines that begin a meeting, and resolutions or follow-ups in a file of the register; other files have neither. */
const meetingKey = /^\ufeff?["']?(?:meeting|جلس[هة])["']?[ \t]*:/m
const registerKey = /^\ufeff?["']?(?:resolutions|مصوبات|followups|پیگیری[ \u200c]?ها)["']?[ \t]*:/m

/** Undefined for a file that is about no meeting and no resolution. */
export function readMinutes(text: string, file: string): Minutes | undefined {
  const isMeeting = meetingKey.test(text)
  if (!isMeeting && !registerKey.test(text)) return undefined
  const { root, mark } = parseYaml(text, file)
  if (root === null) return unparsed(text)
  const { value, spans } = readTree(root, isMeeting ? meetingSchema : registerSchema, mark)
  const tree = record(value)
  const head = isMeeting ? record(tree.meeting) : tree
  if (Object.keys(head).length === 0) return undefined
  const day = parseJalaliDate(word(head.date))
  const state = isMeeting ? (stateOf(word(head.status)) ?? 'draft') : ''
  const resolutions = [...rows(tree.resolutions), ...rows(tree.earlier_resolutions)]
  const reported = [...resolutions, ...rows(tree.followups)].map((row) => stateOf(word(row.status)) ?? '')
  return {
    title: normalize(word(head.title)),
    body: normalize(word(head.body)),
    session: word(head.session),
    ...(day.ok && { date: day.value }),
    state,
    passages: leaves(tree).map(([path, leaf]) => ({ path, line: spans.get(path)?.line ?? 1, text: leaf })),
    bodies: bodiesOf(tree, head, resolutions),
    people: peopleOf(tree, head),
    states: distinct([state, ...reported]),
  }
}

/** The words of a file that is no YAML, line by line. */
function unparsed(text: string): Minutes {
  const passages = text.split(/\r?\n/).map((line, index) => ({ path: '', line: index + 1, text: line }))
  const nothing = { title: '', body: '', session: '', bodies: [], people: [] }
  return { ...nothing, state: 'draft', passages, states: ['draft'] }
}

function bodiesOf(tree: Fields, head: Fields, resolutions: Fields[]): string[] {
  const named = rows(tree.bodies).flatMap(({ id, name }) => [word(id), word(name)])
  const owners = resolutions.flatMap((row) => [word(row.responsible), ...words(row.cooperating)])
  const asked = rows(tree.asks).map(({ to }) => word(to))
  const inTheWay = rows(tree.obstacles).map(({ body }) => word(body))
  return distinct([word(head.body), ...named, ...owners, ...asked, ...inTheWay])
}

function peopleOf(tree: Fields, head: Fields): string[] {
  const named = rows(tree.people).flatMap(({ id, name }) => [word(id), word(name)])
  const came = rows(tree.attendees).flatMap((row) => [word(row.person), word(row.represented_by)])
  const spoke = rows(tree.statements).map(({ speaker }) => word(speaker))
  const presented = rows(tree.agenda).map(({ presenter }) => word(presenter))
  const signed = words(head.signatories)
  return distinct([
    word(head.chair),
    word(head.secretary),
    ...signed,
    ...named,
    ...came,
    ...spoke,
    ...presented,
  ])
}

/** What these fields hold is a word of a list, or the name of a file, and not text. */
const unsaid = new Set([
  'status',
  'level',
  'nature',
  'attendance',
  'mode',
  'class',
  'urgency',
  'pack',
  'file',
])

function leaves(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string')
    return unsaid.has(path.slice(path.lastIndexOf('.') + 1)) ? [] : [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`))
}

type Fields = Record<string, unknown>
const record = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const rows = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(record) : [])
const word = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(word) : [])
const distinct = (all: string[]): string[] => [...new Set(all)].filter((one) => one !== '')
