import { describe, expect, it } from 'vitest'
import { editText } from '../../src/source/edit.ts'
import { proofreadSource } from '../../src/source/proofread.ts'
import { readMeeting } from '../../src/source/source.ts'

const source = `# نخستین
meeting:
  title: جلسه كارگروه   # عنوان
  objective: "کار می شود ، زود"
people:
  - { id: a, name: علي, phone: "021-88 00" }
statements:
  - speaker: a
    text: >-
      این کتاب ها
      خوب است.
`
const read = (text: string, words: string[] = []) =>
  proofreadSource(text, 'm.yaml', readMeeting(text, 'm.yaml'), new Set(words))

describe('proofreading a file', () => {
  it('places every finding in the source, whatever the quoting', () => {
    expect(
      read(source).faults.map(({ code, span }) => [code, span?.line, span?.column, span?.length]),
    ).toEqual([
      ['proofread/letter/arabic', 3, 15, 7],
      ['proofread/half-space/verb', 4, 19, 6],
      ['proofread/punctuation/space-before', 4, 25, 2],
      ['proofread/letter/arabic', 6, 20, 3],
      ['proofread/half-space/plural', 10, 11, 7],
    ])
  })

  it('mends what it can and leaves every other byte', () => {
    const mended = editText(source, read(source).edits, readMeeting(source, 'm.yaml').spans)
    expect(mended).toBe(
      source
        .replace('كارگروه', 'کارگروه')
        .replace('می شود ،', 'می\u200cشود،')
        .replace('علي', 'علی')
        .replace('کتاب ها', 'کتاب\u200cها'),
    )
    expect(read(mended)).toEqual({ faults: [], edits: [] })
  })

  it('leaves words of the workspace alone, in findings and in edits', () => {
    const words = ['كارگروه', 'می شود', 'letter/arabic علي', 'punctuation/space-before', 'half-space/plural']
    expect(read(source, words)).toEqual({ faults: [], edits: [] })
  })

  it('finds nothing to mend in a broken file', () => expect(read('a: [')).toEqual({ faults: [], edits: [] }))
})

describe('characters that no text should hold', () => {
  const faults = (escape: string) =>
    readMeeting(`meeting: { title: "الف${escape}ب" }`, 'm.yaml').faults.filter(
      ({ code }) => code !== 'text/normalized',
    )
  it.each([
    ['\\ud800', 'text/strange', 'U+D800', 'surrogate'],
    ['\\0', 'text/strange', 'U+0000', 'nul'],
    ['\\ue000', 'text/strange', 'U+E000', 'private-use'],
    ['\\uffff', 'text/strange', 'U+FFFF', 'unassigned'],
    ['\\u0650'.repeat(10_000), 'text/strange', 'U+0650', 'marks'],
    ['\\u202e', 'text/dropped', 'U+202E', 'override'],
    ['\\a', 'text/dropped', 'U+0007', 'control'],
  ])('%.12s is %s', (escape, code, character, kind) => {
    expect(faults(escape)[0]).toMatchObject({ code, values: { character, kind }, span: { line: 1 } })
  })
})

it('tells once how many characters are made uniform', () => {
  const note = readMeeting(source, 'm.yaml').faults.filter(({ code }) => code === 'text/normalized')
  expect(note).toHaveLength(1)
  expect(note[0]?.values.total).toBe('3')
})
