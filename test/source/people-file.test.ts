import { expect, it } from 'vitest'
import { readPeople } from '../../src/source/source.ts'

it('the address book is read with keys and words of both languages, and a bare name for a person', () => {
  const { value, faults } = readPeople(
    [
      'اشخاص:',
      '  - نام: سهراب نمونه\u200cای',
      '    عنوان احترام: جناب آقای دکتر',
      '    رایانامه: sohrab@example.ir',
      '    سقف طبقه\u200cبندی: خیلی محرمانه',
      '    گروه\u200cها: [شورا, مدیران]',
      '    زبان: انگلیسی',
      '  - { id: guest-2, name: مهمان فرضی, groups: شورا, ceiling: secret, language: fa, body: شرکت فرضی }',
      '  - رهگذر خیالی',
      '',
    ].join('\n'),
    'people.yaml',
  )
  expect(faults).toEqual([])
  expect(value?.people).toEqual([
    {
      name: 'سهراب نمونه\u200cای',
      honorific: 'جناب آقای دکتر',
      email: 'sohrab@example.ir',
      ceiling: 'highly-confidential',
      groups: ['شورا', 'مدیران'],
      language: 'en',
    },
    {
      id: 'guest-2',
      name: 'مهمان فرضی',
      groups: ['شورا'],
      ceiling: 'secret',
      language: 'fa',
      body: 'شرکت فرضی',
    },
    { name: 'رهگذر خیالی' },
  ])
})

it('two people of one name are two people, and of one id a fault', () => {
  expect(readPeople('people: [نمونه, نمونه]\n', 'people.yaml').value?.people).toHaveLength(2)
  const { value, faults } = readPeople(
    'people:\n  - { id: a, name: یک }\n  - { id: a, name: دو }\n',
    'people.yaml',
  )
  expect(value).toBeUndefined()
  expect(faults).toMatchObject([{ code: 'id/twice', span: { line: 3 }, values: { id: 'a', line: '2' } }])
})

it.each([
  ['people:\n  - { post: مدیر }\n', 'field/missing'],
  ['people:\n  - { name: x, ceiling: هیچ }\n', 'choice/unknown'],
  ['people:\n  - { name: x, language: de }\n', 'choice/unknown'],
  ['people:\n  - { name: x, tel: 1 }\n', 'field/unknown'],
  ['meeting: x\npeople: [x]\n', 'field/unknown'],
])('%j is refused', (text, code) => {
  expect(readPeople(text, 'people.yaml').faults.map((one) => one.code)).toEqual([code])
})
