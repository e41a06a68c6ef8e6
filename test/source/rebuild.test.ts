import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { isAbove } from '../../src/model/class.ts'
import { meetingSchema } from '../../src/model/meeting.ts'
import { unnamed, withhold } from '../../src/pack/withhold.ts'
import { parseYaml } from '../../src/source/parse.ts'
import { rebuildSource } from '../../src/source/rebuild.ts'
import { readMeeting } from '../../src/source/source.ts'
import { readTree } from '../../src/source/tree.ts'
import { level, writtenMeetings } from '../pack/any-meeting.ts'
import { allClasses, holds, writtenMeetingWith } from '../pack/canaries.ts'

const root = join(import.meta.dirname, '../..')

/** What is read of the rebuilt file is what is left of the meeting. */
function check(text: string, clearance: (typeof allClasses)[number], unsaid?: typeof clearance): string {
  const whole = readMeeting(text, 'a.yaml')
  if (whole.value === undefined) throw new Error(JSON.stringify(whole.faults))
  const { meeting, withheld } = withhold(whole.value, clearance, unsaid && { unsaid })
  const paths = withheld.map(({ path }) => path)
  const rebuilt = rebuildSource(text, 'a.yaml', paths, unnamed)
  const read = readMeeting(rebuilt, 'a.yaml')
  expect(read.faults.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(read.value).toStrictEqual(meeting)
  expect(rebuildSource(text, 'a.yaml', paths, unnamed)).toBe(rebuilt)
  return rebuilt
}

describe.each(allClasses)('for one who may see %s', (clearance) => {
  it.each([
    'data/export-working-group.yaml',
    'data/minimal.yaml',
    'data/persian-showcase.yaml',
    'test/data/export-working-group-previous.yaml',
    'test/data/follow-up-previous.yaml',
    'test/data/follow-up.yaml',
    'test/data/forms.yaml',
    'test/data/overfull-previous.yaml',
    'test/data/overfull.yaml',
    'test/data/sparse-previous.yaml',
    'test/data/sparse.yaml',
  ])('%s says what is left of it', (path) => {
    check(readFileSync(join(root, path), 'utf8'), clearance, 'secret')
    check(readFileSync(join(root, path), 'utf8'), clearance)
  })

  it('no canary above him is in it, wherever it stood in the file', () => {
    const canaries = stringify(writtenMeetingWith(allClasses))
    const rebuilt = check(`# ${canaries.replaceAll('\n', '\n# ')}\n${canaries}`, clearance)
    for (const one of allClasses) expect(holds(rebuilt, one), one).toBe(!isAbove(one, clearance))
  })
})

type Rows = Record<string, unknown>[]

/** As a file without errors: each row named by its own id, each name that of a row, each id once. */
function sound(written: unknown): Record<string, unknown> {
  const text = JSON.stringify(written).replaceAll(/"[PBSA]\d"/g, (id) => id.toLowerCase())
  const meeting = JSON.parse(text) as Record<string, Rows | undefined>
  const listed = (letter: string, rows: Rows = [], more: (id: string) => object): Rows => {
    const others = [1, 2, 3, 4].map((n) => `${letter}${n}`).filter((id) => !rows.some((row) => row.id === id))
    return [...rows, ...others.map((id) => ({ id, ...more(id) }))]
  }
  const seen = new Set<unknown>()
  const once = (rows: Rows = []): Rows =>
    rows.map(({ id, ...row }) => {
      if (id === undefined || seen.has(id)) return row
      seen.add(id)
      return { id, ...row }
    })
  return {
    ...meeting,
    resolutions: once(meeting.resolutions),
    earlier_resolutions: once(meeting.earlier_resolutions),
    people: listed('p', meeting.people, (id) => ({ name: `شخص ${id}` })),
    bodies: listed('b', meeting.bodies, (id) => ({ name: `دستگاه ${id}` })),
    sources: listed('s', meeting.sources, (id) => ({ title: `منبع ${id}` })),
    annexes: listed('a', meeting.annexes, (id) => ({ title: `پیوست ${id}`, file: 'a.pdf' })),
  }
}

it('any meeting: the rebuilt file says what is left of it', () => {
  fc.assert(
    fc.property(writtenMeetings, level, level, (written, clearance, unsaid) => {
      check(stringify(sound(written)), clearance, unsaid)
    }),
    { numRuns: 200 },
  )
})

describe('a text comes back as it was', () => {
  const topicOf = (yaml: string): unknown => {
    const { root: node, mark } = parseYaml(yaml, 'a.yaml')
    if (node === null) throw new Error(yaml)
    return (readTree(node, meetingSchema, mark).value as { agenda: { topic: string }[] }).agenda[0]?.topic
  }
  const again = (yaml: string): unknown => topicOf(rebuildSource(yaml, 'a.yaml', [], unnamed))

  it.each([
    '۱۴۰۵/۰۹/۰۱',
    '012',
    '007',
    'yes',
    'null',
    '~',
    '2:30',
    '1e3',
    '1.50',
    '0x10',
    '.inf',
    '2026-11-25',

    '"012"',
    "'it''s'",
    '"a \\"b\\" #c"',
    '😀 متن',
    '|\n      یک\n      دو\n',
    '>-\n      یک\n\n      دو',

    '"  سر و ته  "',
    '"\\tx\\n\\n y\\n"',
    '"می\u200cشود"',
    '"- a: {b}"',
    '"%TAG"',
    '"---\\n...\\n"',
  ])('%s', (written) => {
    const yaml = `meeting: x\nagenda:\n  - topic: ${written}\n    minutes: 5\n`
    expect(again(yaml)).toBe(topicOf(yaml))
  })

  it('whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (topic) => {
        const yaml = `meeting: x\nagenda:\n  - topic: ${JSON.stringify(topic)}\n`
        // Some characters no file may hold.
        fc.pre(readMeeting(yaml, 'a.yaml').value !== undefined && topicOf(yaml) === topic)
        expect(again(yaml)).toBe(topic)
      }),
    )
  })
})

describe('the rebuilt file', () => {
  const file = `%YAML 1.2
---
# محرمانه
جلسه: { عنوان: "جلسهٔ ۱", طبقه‌بندی: عادی } # راز
دستور جلسه:
  - موضوع: بند یکم # راز
  # راز
  - { موضوع: راز, طبقه‌بندی: سری }
  - بند سوم
پیوست‌ها: [{ شناسه: a, عنوان: راز, پرونده: raz.pdf, طبقه‌بندی: سری }]
اشخاص: [{ شناسه: p1, نام: نام, تلفن: '021' }]
...
# راز
`

  it('has keys of one kind, and no comment', () => {
    expect(rebuildSource(file, 'a.yaml', ['agenda.1', 'annexes.0', 'people.0.phone'], unnamed)).toBe(
      `meeting:
  title: "جلسهٔ ۱"
  class: "عادی"
agenda:
  - topic: "بند یکم"
  - topic: "بند سوم"
people:
  - id: "p1"
    name: "نام"
`,
    )
  })

  it('has the head it is given where its own is gone', () => {
    expect(rebuildSource(file, 'a.yaml', ['meeting', 'agenda', 'annexes', 'people'], unnamed)).toBe(
      'meeting:\n  title: "جلسه"\n  class: "normal"\n',
    )
  })

  it('is not made of a file with faults', () => {
    for (const broken of ['meeting: [', 'meeting: x\nnonsense: y\n', 'a: &b c\n', 'a: 1\n---\nb: 2\n'])
      expect(() => rebuildSource(broken, 'a.yaml', [], unnamed)).toThrow('a.yaml')
  })
})
