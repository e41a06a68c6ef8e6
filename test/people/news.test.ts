import { expect, it } from 'vitest'
import type { Contact } from '../../src/model/people-file.ts'
import { newsOf } from '../../src/people/news.ts'

const rows = (...contacts: Contact[]) => contacts.map((contact, index) => ({ row: index + 2, contact }))
const book: Contact[] = [
  {
    id: 'a',
    name: 'نمونهٔ یکم',
    body: 'شرکت فرضی',
    email: 'One@example.ir',
    phone: '۰۲۱ ۵۵۵',
    groups: ['شورا', 'مدیران'],
  },
  { name: 'نمونهٔ دوم', body: 'شرکت فرضی', ceiling: 'secret' },
]
const fresh = (...contacts: Contact[]): number[] =>
  newsOf(rows(...contacts), book).fresh.map(({ row }) => row)

it.each([
  ['the id', { id: 'a', name: 'نمونه یکم' }],
  ['the e-mail', { name: 'نمونهٔ يکم', email: 'one@EXAMPLE.ir' }],
  ['the name and the body', { name: 'نمونه دوم', body: 'شركت\u200cفرضی' }],
  ['fewer groups', { id: 'a', name: 'نمونهٔ یکم', groups: ['مدیران'] }],
  ['the same number in other digits', { id: 'a', name: 'نمونهٔ یکم', phone: '021-555' }],
  ['the language that is meant where none is said', { id: 'a', name: 'نمونهٔ یکم', language: 'fa' }],
] satisfies [string, Contact][])('%s of the book is no news', (_, contact) => {
  expect(newsOf(rows(contact), book)).toEqual({ fresh: [], differences: [], clashes: [] })
})

it('what the table says otherwise, or more, is told and no news', () => {
  const { fresh: none, differences } = newsOf(
    rows(
      { id: 'a', name: 'نمونهٔ یکم', email: 'new@example.ir', groups: ['شورا', 'مهمانان'] },
      { name: 'نمونهٔ دوم', body: 'شرکت فرضی', ceiling: 'normal', post: 'مدیر', language: 'en' },
    ),
    book,
  )
  expect(none).toEqual([])
  expect(differences).toEqual([
    { row: 2, index: 0, field: 'email', before: 'One@example.ir', now: 'new@example.ir' },
    { row: 2, index: 0, field: 'groups', before: 'شورا، مدیران', now: 'شورا، مهمانان' },
    { row: 3, index: 1, field: 'ceiling', before: 'سری', now: 'عادی' },
    { row: 3, index: 1, field: 'post', before: '', now: 'مدیر' },
    { row: 3, index: 1, field: 'language', before: 'فارسی', now: 'انگلیسی' },
  ])
})

it('another body, or another id with another address or name, is another person', () => {
  expect(fresh({ name: 'نمونهٔ دوم', body: 'شرکت دیگر' })).toEqual([2])
  expect(fresh({ id: 'b', name: 'نمونهٔ یکم', body: 'شرکت فرضی', email: 'two@example.ir' })).toEqual([2])
  expect(fresh({ id: 'b', name: 'نمونهٔ سوم', email: 'one@example.ir' })).toEqual([2])
  // The same man with a new id is not a second one.
  const same = newsOf(rows({ id: 'b', name: 'نمونهٔ یکم', email: 'one@example.ir' }), book)
  expect([same.fresh, same.differences]).toEqual([
    [],
    [{ row: 2, index: 0, field: 'id', before: 'a', now: 'b' }],
  ])
})

it('a row that says an earlier one again is no news, and one that contradicts it a fault', () => {
  const one: Contact = { name: 'نمونهٔ سوم', email: 'three@example.ir' }
  const { fresh: added, clashes } = newsOf(rows(one, one, { ...one, name: 'نمونهٔ چهارم' }), book)
  expect(added.map(({ row }) => row)).toEqual([2])
  expect(clashes).toEqual([
    {
      row: 4,
      field: 'name',
      code: 'people/row-twice',
      values: { line: '2', before: 'نمونهٔ سوم', now: 'نمونهٔ چهارم' },
    },
  ])
})
