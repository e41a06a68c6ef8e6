/** A person as a row of the address book. */
import { unwrap } from '../model/field.ts'
import { contact as schema, peopleSchema } from '../model/people-file.ts'
import type { Contact } from '../model/people-file.ts'
import { insertRows } from '../source/insert.ts'
import type { NewRow } from '../source/insert.ts'

/** Persian unless the book itself is written in English. */
type Keys = 'fa' | 'en'

const persian = (field: (typeof peopleSchema.shape)['people']): string => field.meta()?.fa?.[0] ?? 'people'

/**
 * The text of the book with these people at its end, every other byte as it was; keys and words are in the language of
 * the book.
 * @returns undefined where the people of the book are no list
 */
export function withPeople(book: string, people: readonly Contact[]): string | undefined {
  const keys: Keys = /^\ufeff?["']?people["']?[ \t]*:/m.test(book) ? 'en' : 'fa'
  const name = persian(peopleSchema.shape.people)
  return insertRows(
    book,
    keys === 'en' ? ['people', name] : [name, 'people'],
    people.map((one) => rowOf(one, keys)),
  )
}

function rowOf(contact: Contact, keys: Keys): NewRow {
  return Object.entries(schema.shape).flatMap(([key, type]) => {
    const value = contact[key as keyof Contact]
    if (value === undefined) return []
    const { fa, choices } = unwrap(type).meta() ?? {}
    const word = keys === 'fa' && typeof value === 'string' ? (choices?.[value] ?? value) : value
    return [[keys === 'fa' ? (fa?.[0] ?? key) : key, word] as const]
  })
}
