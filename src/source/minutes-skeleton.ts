/**
 * Minutes begun from the briefing of a meeting: what is known is copied as it is written there, what the meeting will
 * show is left open, and comments say what to fill in.
 */
import { isMap, parseDocument, Scalar, visit, YAMLMap } from 'yaml'
import type { Node } from 'yaml'
import type { z } from 'zod'
import { unwrap } from '../model/field.ts'
import { meetingSchema } from '../model/meeting.ts'
import type { Meeting } from '../model/meeting.ts'
import { comment, comments } from './minutes-comments.ts'
import {
  asMap,
  blank,
  block,
  choiceOf,
  fill,
  put,
  remove,
  rowsOf,
  sequence,
  valueOf,
  wordOf,
  Words,
} from './rows.ts'

/** A resolution of which the meeting is to be told something. */
export interface OpenItem {
  id?: string | undefined
  text: string
  responsible?: string | undefined
  deadline?: string | undefined
  progress?: string | undefined
  /** Money was promised for it, so that what is absorbed can be told. */
  hasCredit: boolean
  /** Index in the briefing's own list of earlier resolutions, to be kept where no register holds it. */
  row?: number | undefined
}

const copied = ['office', 'bodies', 'people', 'annexes', 'distribution'] as const

/**
 * @param text source of the briefing, which has no errors
 * @param meeting what it says
 * @param open resolutions of earlier meetings that are still to be done
 * @param names how the briefing and the minutes are called in the comments
 */
export function minutesSkeleton(
  text: string,
  meeting: Meeting,
  open: readonly OpenItem[],
  names: { file: string; minutes: string },
): string {
  const root = parseDocument(text.replace(/^\ufeff/, ''), { schema: 'failsafe' }).contents
  if (!isMap(root)) throw new Error('a meeting file without errors is a map')
  const words = new Words(root)
  const own = (key: keyof Meeting): Node | undefined => valueOf(root, meetingSchema, key)
  const blocks: string[] = []
  const add = (key: keyof Meeting, value: Node | undefined, about: readonly string[] = []): void => {
    if (value !== undefined) blocks.push(comment(about, values) + block(words.of(meetingSchema, key), value))
  }
  const values = { ...names, session: String(meeting.meeting.session ?? 1) }

  add('meeting', headOf(own('meeting'), words), comments.meeting)
  for (const key of copied.slice(0, 3)) add(key, own(key))
  add(
    'attendees',
    rowsOf(own('attendees') ?? sequence(known(meeting)), (row) => attendee(row, words)),
    comments.attendees,
  )
  add(
    'agenda',
    rowsOf(own('agenda'), (row) => agendaItem(row, words)),
    comments.agenda,
  )
  const kept = open.flatMap(({ row }) => row ?? [])
  const earlier = own('earlier_resolutions')
  if (kept.length > 0)
    add(
      'earlier_resolutions',
      rowsOf(earlier, (row, index) => (kept.includes(index) ? row : undefined)),
      comments.earlier,
    )
  add('followups', followUps(open, words), comments.followups)
  const resolutions = rowsOf(own('resolutions'), (row) => undecided(row, words))
  if (resolutions) add('resolutions', resolutions, comments.resolutions)
  else blocks.push(comment([...comments.resolutions, ...comments.noResolutions], values))
  for (const key of copied.slice(3)) add(key, own(key))
  const cited = scalarsOf(blocks)
  add(
    'sources',
    rowsOf(own('sources'), (row) => (cited.has(wordOf(row, sourceType, 'id') ?? '') ? row : undefined)),
  )

  const schemaLine = /^\s*#\s*yaml-language-server:.*\n/.exec(text)?.[0].trimStart() ?? ''
  return `${schemaLine}${comment(comments.top, values)}\n${blocks.join('\n')}`.replaceAll(` ${blank}`, '')
}

const rowType = (key: keyof Meeting): z.ZodObject =>
  unwrap((unwrap(meetingSchema.shape[key]) as z.ZodArray<z.ZodType>).element) as z.ZodObject
const attendeeType = rowType('attendees')
const agendaType = rowType('agenda')
const followUpType = rowType('followups')
const resolutionType = rowType('resolutions')
const sourceType = rowType('sources')
const headType = unwrap(meetingSchema.shape.meeting) as z.ZodObject

function headOf(node: Node | undefined, words: Words): YAMLMap {
  const head = asMap(node, headType, 'title', words)
  fill(head, headType, ['start', 'end', 'next'], words)
  put(head, headType, 'status', words.state(headType, 'status', 'draft'), words)
  return head
}

/** Who may have been there, where the briefing says nothing of it; minutes are nothing without them. */
function known({ meeting: { chair, secretary }, people = [] }: Meeting): Node[] {
  const named = [chair, secretary].flatMap((name) => name ?? [])
  const listed = people.filter(({ name }) => !named.includes(name)).map(({ id }) => id)
  const all = [...new Set([...named, ...listed])]
  return (all.length > 0 ? all : ['نام و نام خانوادگی']).map((name) => new Scalar(name))
}

function attendee(row: Node, words: Words): Node {
  const map = asMap(row, attendeeType, 'person', words)
  if (choiceOf(map, attendeeType, 'attendance') === 'expected') remove(map, attendeeType, 'attendance')
  fill(map, attendeeType, ['attendance', 'represented_by'], words)
  return map
}

function agendaItem(row: Node, words: Words): Node {
  const map = asMap(row, agendaType, 'topic', words)
  fill(map, agendaType, ['discussion'], words)
  return map
}

/** A draft of the briefing is no draft any more once it is decided. */
function undecided(row: Node, words: Words): Node {
  const map = asMap(row, resolutionType, 'text', words)
  if (choiceOf(map, resolutionType, 'status') === 'draft') remove(map, resolutionType, 'status')
  return map
}

function followUps(open: readonly OpenItem[], words: Words): Node | undefined {
  const rows = open.flatMap(({ id, text, responsible, deadline, progress, hasCredit }): Node[] => {
    if (id === undefined) return []
    const map = new YAMLMap()
    put(map, followUpType, 'id', id, words)
    const more = hasCredit ? ['absorbed'] : []
    fill(map, followUpType, ['status', 'progress', 'deadline', ...more, 'note', 'evidence'], words)
    const about = [
      text,
      ...(responsible === undefined ? [] : [`مسئول: ${responsible}`]),
      ...(deadline === undefined ? [] : [`مهلت: ${deadline}`]),
      ...(progress === undefined ? [] : [`پیشرفت: ${progress}`]),
    ]
    map.commentBefore = ` ${about.join('؛ ').replaceAll(/\s+/g, ' ')}`
    return [map]
  })
  if (rows.length === 0) return undefined
  return sequence(rows)
}

/** Every text that was written so far, to know which sources are still named. */
function scalarsOf(blocks: readonly string[]): Set<string> {
  const found = new Set<string>()
  visit(parseDocument(blocks.join('\n'), { schema: 'failsafe' }), {
    Scalar: (_, node) => {
      found.add(String(node.value))
    },
  })
  return found
}
