/** Who gets a pack: the meeting's distribution, with what the office's address book knows of each. */
import type { Class } from '../model/choices.ts'
import { clearanceOf, peopleNamed } from '../model/class.ts'
import type { Meeting } from '../model/meeting.ts'
import type { Contact } from '../model/people-file.ts'
import { looseKey } from './cut.ts'

export interface Recipient {
  /** Number of his copy: his place in the distribution; those of the address book alone come after it. */
  copy: number
  name: string
  honorific?: string
  post?: string
  body?: string
  address?: string
  clearance: Class
  pack: 'full' | 'summary' | 'excerpt'
  language: 'fa' | 'en'
  groups: readonly string[]
  /** Names by which he may be asked for. */
  ids: readonly string[]
  /** The path at which he is named, in the meeting file or the address book. */
  place: { file: 'meeting' | 'people'; path: string }
}

/** What is wrong with a recipient, at a path of the meeting file or of the address book. */
export interface RecipientFinding {
  code: 'pack/no-ceiling' | 'pack/no-address' | 'pack/ambiguous' | 'pack/twice'
  file: Recipient['place']['file']
  path: string
  values: { name: string }
}

interface Row {
  recipient: Omit<Recipient, 'clearance' | 'place'> & { clearance: Class | undefined }
  file: RecipientFinding['file']
  path: string
  ambiguous: boolean
}

/** Everyone who may be asked for; those of whom something is not known are findings, and errors only where they are asked for. */
export function recipientsOf(meeting: Meeting, contacts: readonly Contact[]): Row[] {
  const { distribution = [] } = meeting
  const rows = distribution.map((row, index): Row => {
    const [person, ...others] = peopleNamed(meeting, row.to)
    const known = [row.to, person?.id, person?.name].flatMap((name) => name ?? [])
    const found = contactsNamed(contacts, known)
    const [contact] = found
    const body = person?.body === undefined ? contact?.body : bodyName(meeting, person.body)
    const address = row.address ?? person?.email ?? contact?.email
    return {
      recipient: {
        copy: index + 1,
        name: person?.name ?? contact?.name ?? row.to,
        ...optional('honorific', person?.honorific ?? contact?.honorific),
        ...optional('post', person?.post ?? contact?.post),
        ...optional('body', body),
        ...optional('address', address),
        clearance: clearanceOf(meeting, row) ?? contact?.ceiling,
        pack: row.pack ?? 'full',
        language: contact?.language ?? 'fa',
        groups: contact?.groups ?? [],
        ids: [...known, contact?.id, contact?.name].flatMap((name) => name ?? []),
      },
      file: 'meeting',
      path: `distribution.${index}`,
      ambiguous: others.length > 0 || (person === undefined && found.length > 1),
    }
  })
  const taken = new Set(rows.flatMap(({ recipient }) => recipient.ids.map(looseKey)))
  const outside = contacts.flatMap((contact, index): Row[] => {
    if ([contact.id ?? contact.name].some((name) => taken.has(looseKey(name)))) return []
    return [
      {
        recipient: {
          copy: distribution.length + index + 1,
          name: contact.name,
          ...optional('honorific', contact.honorific),
          ...optional('post', contact.post),
          ...optional('body', contact.body),
          ...optional('address', contact.email),
          clearance: contact.ceiling,
          pack: 'full',
          language: contact.language ?? 'fa',
          groups: contact.groups ?? [],
          ids: [contact.id, contact.name].flatMap((name) => name ?? []),
        },
        file: 'people',
        path: `people.${index}`,
        ambiguous: false,
      },
    ]
  })
  return [...rows, ...outside]
}

/**
 * Those asked for: `all` of the distribution, the members of a group, or a person by id or name; each once.
 * @returns with the words that name nobody, and what is wrong with those who are meant
 */
export function selectRecipients(
  all: readonly Row[],
  wanted: readonly string[],
): { recipients: Recipient[]; unknown: string[]; findings: RecipientFinding[] } {
  const meant = wanted.map((word) => ({ word, ...rowsFor(all, word) }))
  const unknown = meant.filter(({ rows }) => rows.length === 0).map(({ word }) => word)
  const chosen = [...new Set(meant.flatMap(({ rows }) => rows))].toSorted(
    (a, b) => a.recipient.copy - b.recipient.copy,
  )
  const unclear = new Set(meant.flatMap(({ rows, person }) => (person && !areSame(rows) ? rows : [])))
  const findings = chosen.flatMap((row): RecipientFinding[] => {
    const finding = (code: RecipientFinding['code']): RecipientFinding => ({
      code,
      file: row.file,
      path: row.path,
      values: { name: row.recipient.name },
    })
    const first = chosen.find((other) => isSame(other, row))
    return [
      ...(row.ambiguous || unclear.has(row) ? [finding('pack/ambiguous')] : []),
      ...(first !== row ? [finding('pack/twice')] : []),
      ...(row.recipient.clearance === undefined ? [finding('pack/no-ceiling')] : []),
      ...(row.recipient.address === undefined ? [finding('pack/no-address')] : []),
    ]
  })
  const recipients = chosen.flatMap(({ recipient: { clearance, ...rest }, file, path }) =>
    clearance === undefined ? [] : { ...rest, clearance, place: { file, path } },
  )
  return { recipients, unknown, findings }
}

/** @returns with whether one person is meant */
function rowsFor(all: readonly Row[], word: string): { rows: Row[]; person: boolean } {
  if (word === 'all' || word === 'همه')
    return { rows: all.filter(({ file }) => file === 'meeting'), person: false }
  const key = looseKey(word)
  const group = all.filter(({ recipient }) => recipient.groups.some((name) => looseKey(name) === key))
  if (group.length > 0) return { rows: group, person: false }
  return {
    rows: all.filter(({ recipient }) => recipient.ids.some((id) => looseKey(id) === key)),
    person: true,
  }
}

/** The same person, named twice; people of one name have ids, posts or bodies that tell them apart. */
function isSame({ recipient: one }: Row, { recipient: other }: Row): boolean {
  return one.name === other.name && one.post === other.post && one.body === other.body
}

const areSame = (rows: readonly Row[]): boolean => rows.every((row) => isSame(row, rows[0]!))

function contactsNamed(contacts: readonly Contact[], names: readonly string[]): readonly Contact[] {
  const byId = contacts.filter(({ id }) => id !== undefined && names.includes(id))
  if (byId.length > 0) return byId
  const keys = new Set(names.map(looseKey))
  return contacts.filter(({ name }) => keys.has(looseKey(name)))
}

const bodyName = ({ bodies = [] }: Meeting, reference: string): string =>
  bodies.find(({ id }) => id === reference)?.name ?? reference

const optional = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: string })
