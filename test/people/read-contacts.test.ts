import { describe, expect, it } from 'vitest'
import { contactTable } from '../../src/people/contact-table.ts'
import { readTable } from '../../src/register/read-table.ts'
import { contactsOf } from './contacts.ts'

const only = (head: string[], ...cells: (string | number)[]) => {
  const { good, faults } = contactsOf([head, cells])
  return { contact: good[0]?.contact, codes: faults.map(({ code, field }) => `${field} ${code}`) }
}

describe('heads of columns', () => {
  it.each([
    ['شناسه', 'id'],
    ['نام و نام خانوادگی', 'name'],
    ['نام خانوادگي', 'family'],
    ['Last name', 'family'],
    ['عنوان احترام', 'honorific'],
    ['عنوان شغلی', 'post'],
    ['سمت', 'post'],
    ['سازمان متبوع', 'body'],
    ['پست الکترونيک', 'email'],
    ['E-mail', 'email'],
    ['تلفن همراه', 'phone'],
    ['گروه ها', 'groups'],
    ['سقف طبقه\u200cبندی', 'ceiling'],
    ['طبقه بندي', 'ceiling'],
    ['زبان', 'language'],
  ])('%s', (heading, field) => expect(contactTable.heading(heading)?.field).toBe(field))

  it('without one for the name there is no table', () => {
    const grid = { rows: [['سمت', 'رایانامه']], merges: [], percent: new Set<string>() }
    expect(readTable(grid, contactTable)).toMatchObject({ fault: { code: 'people/no-heading' } })
  })

  it('titles above them, and columns of something else, are told', () => {
    const { good, notes } = contactsOf([
      ['فهرست مهمانان فرضی', null],
      ['ردیف', 'نام'],
      [1, 'نمونه'],
      [null, null],
    ])
    expect(good).toEqual([{ row: 3, contact: { name: 'نمونه' } }])
    expect(notes).toEqual(['import/ignored-columns'])
  })
})

describe('a row', () => {
  it('says everything a person of the book can have', () => {
    const { good } = contactsOf([
      [
        'شناسه',
        'نام',
        'نام خانوادگی',
        'عنوان',
        'سمت',
        'دستگاه',
        'همراه',
        'ایمیل',
        'گروه',
        'سقف',
        'زبان',
        'توضیح',
      ],
      [
        'g-1',
        'سهراب',
        'نمونه\u200cكار',
        'جناب آقای',
        'مدير\nكل',
        'شرکت فرضی',
        '۰۲۱-۵۵۵۰۱۰۰',
        '\u200esohrab@example.ir ',
        'شورا، مدیران/مهمانان;شورا',
        'خیلی‌محرمانه',
        'English',
        'یکم\nدوم',
      ],
    ])
    expect(good).toEqual([
      {
        row: 2,
        contact: {
          id: 'g-1',
          name: 'سهراب نمونه\u200cکار',
          honorific: 'جناب آقای',
          post: 'مدیر کل',
          body: 'شرکت فرضی',
          phone: '۰۲۱-۵۵۵۰۱۰۰',
          email: 'sohrab@example.ir',
          groups: ['شورا', 'مدیران', 'مهمانان'],
          ceiling: 'highly-confidential',
          language: 'en',
          note: 'یکم\nدوم',
        },
      },
    ])
  })

  it('may say the family name twice, or alone', () => {
    const head = ['نام و نام خانوادگی', 'نام خانوادگی']
    expect(only(head, 'سهراب نمونه', 'نمونه').contact).toEqual({ name: 'سهراب نمونه' })
    expect(only(head, '', 'نمونه').contact).toEqual({ name: 'نمونه' })
  })

  it('with several faults says all of them', () => {
    const { contact, codes } = only(['نام', 'ایمیل', 'سقف', 'زبان', 'شناسه'], '', 'x', 'زیاد', 'de', '-')
    expect(contact).toBeUndefined()
    expect(codes.toSorted()).toEqual([
      'ceiling choice/unknown',
      'email mail/address-form',
      'id id/format',
      'language choice/unknown',
      'name field/missing',
    ])
  })

  it('with a character that no paper can print is faulty', () => {
    expect(only(['نام', 'سمت'], 'نمونه', 'مدیر \ue000').codes).toEqual(['post text/strange'])
  })
})

describe('an e-mail address', () => {
  it.each(['a@example.ir', 'a.b+c@mail.example.ir', "o'x_1@example.co", 'name@نمونه.ایران'])(
    '%s is one',
    (text) => {
      expect(only(['نام', 'ایمیل'], 'x', text).contact?.email).toBe(text)
    },
  )

  it.each([
    'نامه@نمونه.ایران',
    'a b@example.ir',
    'a@example.ir, b@example.ir',
    'a@example.ir;b@example.ir',
    'a@example.ir، b@example.ir',
    'a@example.ir\nBcc: b@example.ir',
    'a@example.ir\tb',
    'a\u0001@example.ir',
    'a\u200c@example.ir',
    'a\u202e@example.ir',
    'نمونه <a@example.ir>',
    'mailto:a@example.ir',
    'a@@example.ir',
    '@example.ir',
    'a@example',
    `${'a'.repeat(250)}@example.ir`,
    'ندارد',
  ])('%j is none', (text) => {
    expect(only(['نام', 'ایمیل'], 'x', text).codes).toEqual([expect.stringMatching(/^email mail\/address-/)])
  })
})
