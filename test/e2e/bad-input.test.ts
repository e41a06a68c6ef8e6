// Every kind of bad input: what is told, the exit code, and that nothing is left behind.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Desk, errorsOf, largeMeeting, printing, root } from './cli.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => {
  desk[Symbol.dispose]()
})

const statistic = (rest: string): string => `meeting: x\nstatistics:\n  - { label: a, unit: b, ${rest} }\n`
const head = (line: string): string => `meeting:\n  title: x\n  ${line}\n`
const bomb = `meeting: x\na: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: [*a, *a, *a, *a]`).join('\n')}\n`

/** Row of the table, content of m.yaml, what is told. Lines and columns count from one. */
const rows: [string, string | Uint8Array, string[]][] = [
  ['an empty file', '', ['1:1 source/empty']],
  ['a file of comments', '# nothing\n', ['1:1 source/empty']],
  [
    'a file that is not UTF-8',
    Buffer.from('meeting:\n  title: ab\xe4c\n', 'latin1'),
    ['2:12 source/not-utf8'],
  ],
  ['a file in UTF-16', Buffer.from('\ufeffmeeting: x\n', 'utf16le'), ['1:1 source/not-utf8']],
  ['tabs', 'meeting:\n\ttitle: x\n', ['2:1 yaml/tab']],
  ['duplicate keys', 'meeting:\n  title: x\n  title: y\n', ['3:3 yaml/duplicate-key']],
  ['the same key in two languages', 'meeting:\n  title: x\n  عنوان: y\n', ['3:3 field/twice']],
  ['an unknown key', 'meeting:\n  titel: x\n', ['2:3 field/unknown']],
  [
    'a wrong type',
    'meeting: x\nagenda:\n  - topic: [a]\npeople: y\n',
    ['3:12 type/text-expected', '4:9 type/map-expected'],
  ],
  ['a two-digit year', head('date: 05/09/01'), ['3:9 date/two-digit-year']],
  ['30 Esfand in a common year', head('date: 1404/12/30'), ['3:9 date/impossible']],
  ['31 Mehr', head('date: 31 مهر 1404'), ['3:9 date/impossible']],
  ['a Gregorian date', head('date: 2025-12-01'), ['3:9 date/gregorian']],
  ['12/5 as a number', statistic('value: 12/5'), ['3:33 number/ambiguous-slash']],
  [
    'rials without a kind',
    'meeting: x\nasks:\n  - { text: a, amount: ۵ میلیارد ریال }\n',
    ['3:24 money/rial-kind-missing'],
  ],
  [
    'a unit of rials without a kind',
    'meeting: x\nstatistics:\n  - { label: a, unit: میلیون ریال, value: 5 }\n',
    ['3:23 money/rial-kind-missing'],
  ],
  [
    'a target without a period',
    statistic('target: { value: 12 }, actual: { value: 3, period: مهر }'),
    ['3:34 target/period-missing'],
  ],
  ['a person who does not exist', head('chair: ali'), ['3:10 reference/unknown']],
  [
    'a person twice',
    'meeting: x\npeople:\n  - { id: a, name: b }\n  - { id: a, name: c }\n',
    ['4:11 id/twice'],
  ],
  [
    'an annex that does not exist',
    'meeting: x\nagenda: { topic: a, annexes: [b] }\n',
    ['2:31 reference/unknown'],
  ],
  [
    'a resolution twice',
    'meeting: x\nresolutions:\n  - { id: m-1, text: b }\n  - { id: m-1, text: c }\n',
    ['4:11 id/twice'],
  ],
  [
    'an annex outside the workspace',
    'meeting: x\nannexes: { id: a, title: t, file: ../x.pdf }\n',
    ['2:35 file/outside'],
  ],
  [
    'an annex by an absolute path',
    'meeting: x\nannexes: { id: a, title: t, file: /etc/hostname }\n',
    ['2:35 file/outside'],
  ],
  ['a missing annex', 'meeting: x\nannexes: { id: a, title: t, file: x.pdf }\n', ['2:35 file/missing']],
  [
    'an annex that is neither a PDF nor a picture',
    'meeting: x\nannexes: { id: a, title: t, file: m.yaml }\n',
    ['2:35 file/not-annex'],
  ],
  [
    'an annex twice',
    'meeting: x\nannexes:\n  - { id: a, title: t, file: a.png }\n  - { id: a, title: t, file: a.png }\n',
    ['4:11 id/twice'],
  ],
  ['an emblem outside the workspace', 'meeting: x\noffice: { emblem: ../x.png }\n', ['2:19 file/outside']],
  [
    'an emblem by a link that leads outside',
    'meeting: x\noffice: { emblem: link.png }\n',
    ['2:19 file/outside'],
  ],
  ['a missing emblem', 'meeting: x\noffice: { emblem: x.png }\n', ['2:19 file/missing']],
  ['an emblem that is not a picture', 'meeting: x\noffice: { emblem: m.yaml }\n', ['2:19 file/not-image']],
  ['2 MB of text in one field', `meeting:\n  title: ${'x'.repeat(2_000_000)}\n`, ['2:10 text/too-long']],
  ['a file of 5 MB', `meeting:\n  title: ${'x'.repeat(5_000_000)}\n`, ['1:1 source/too-large']],
  ['5,000 rows', `meeting: x\ntalking_points:\n${'  - a\n'.repeat(5000)}`, ['2003:5 list/too-long']],
  ['an alias', 'meeting: x\nagenda: *a\n', ['2:9 yaml/alias']],
  ['tags', 'meeting: !!int 5\n', ['1:10 yaml/tag']],
  ['many documents', 'meeting: x\n---\nmeeting: y\n', ['2:1 yaml/many-documents']],
]

describe('a meeting file', () => {
  test.each(rows)('%s', async (_, content, expected) => {
    desk.put('m.yaml', content)
    desk.put('a.png', Buffer.from('89504e470d0a1a0a', 'hex'))
    writeFileSync(join(desk.base, 'outside.png'), Buffer.from('89504e470d0a1a0a', 'hex'))
    symlinkSync(join(desk.base, 'outside.png'), join(desk.folder, 'link.png'))
    const before = desk.files()
    const ended = await desk.run(['build', 'm.yaml', '--json', '--lang', 'en'])
    expect(errorsOf(ended)).toEqual(expected)
    expect(ended).toMatchObject({ code: 1, stderr: '' })
    expect(desk.files()).toEqual(before)
    expect(desk.leftovers()).toEqual([])
  })

  test('an alias bomb', async () => {
    desk.put('m.yaml', bomb)
    const ended = await desk.run(['check', 'm.yaml', '--json'])
    expect(ended.code).toBe(1)
    expect(errorsOf(ended)).toContain('3:6 yaml/alias')
  })

  test('a depth bomb', async () => {
    desk.put('m.yaml', `meeting: ${'['.repeat(100_000)}`)
    const ended = await desk.run(['build', 'm.yaml', '--json'])
    expect(ended.code).toBe(1)
    expect(errorsOf(ended)).toEqual([expect.stringMatching(/^1:\d+ yaml\/depth$/)])
    expect(desk.has('out')).toBe(false)
  })

  test.each([
    ['missing', 'nowhere.yaml', 'source/missing'],
    ['a folder', 'folder', 'source/folder'],
  ])('%s', async (_, name, code) => {
    mkdirSync(join(desk.folder, 'folder'))
    const ended = await desk.run(['build', name, '--json'])
    expect(errorsOf(ended)).toEqual([code])
    expect(ended.code).toBe(1)
    expect(desk.files()).toEqual(['folder'])
    expect(desk.leftovers()).toEqual([])
  })

  test('the settings are held to the same', async () => {
    desk.put('jalaseh.yaml', 'paper: A3\noffice: { emblem: ../x.png }\nroom: 4\n')
    desk.put('m.yaml', 'meeting: x\n')
    const ended = await desk.run(['build', 'm.yaml', '--json'])
    expect(errorsOf(ended)).toEqual(['1:8 choice/unknown', '2:19 file/outside', '3:1 field/unknown'])
    expect(ended.code).toBe(1)
    expect(desk.files()).toEqual(['jalaseh.yaml', 'm.yaml'])
  })

  test('one bad file among good ones keeps all from being built', async () => {
    desk.put('a.yaml', 'meeting: x\n')
    desk.put('b.yaml', 'meeting: x\nroom: 4\n')
    const ended = await desk.run(['build', 'a.yaml', 'b.yaml', '--json'])
    expect(errorsOf(ended)).toEqual(['2:1 field/unknown'])
    expect(desk.has('out')).toBe(false)
  })

  test('with a byte order mark and CRLF is built', async () => {
    desk.put('m.yaml', '\ufeffmeeting:\r\n  title: جلسه\r\n')
    const ended = await desk.run(['build', 'm.yaml', '--kind', 'summary'])
    expect(ended).toEqual({ code: 0, stdout: 'out/m/summary.pdf\n', stderr: '' })
    expect(desk.leftovers()).toEqual([])
  })
})

test('markup, braces and control characters in text are shown as text', async () => {
  desk.put(
    'm.yaml',
    'meeting:\n  title: "<script>alert(1)</script> {{head.title}} ]]> <!-- a"\ntalking_points:\n  - "a\\x01b\\x1b[31mc {{> shared/letterhead}} </style><b> &amp;"\n',
  )
  const ended = await desk.run(['build', 'm.yaml', '--html', '--json'])
  expect(ended.code).toBe(0)
  const html = readFileSync(join(desk.folder, 'out/m/briefing.html'), 'utf8')
  expect(html).not.toMatch(/<script/i)
  const task = getDocument({
    data: Uint8Array.from(readFileSync(join(desk.folder, 'out/m/briefing.pdf'))),
    verbosity: 0,
  })
  const file = await task.promise
  let text = ''
  for (let n = 1; n <= file.numPages; n++) {
    const { items } = await (await file.getPage(n)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await task.destroy()
  const letters = text.replace(/[\s\u200e\u200f\u2060-\u2069]/g, '')
  for (const shown of ['script>alert(1)', 'head.title', 'shared/letterhead', '&amp'])
    expect(letters).toContain(shown)
  // oxlint-disable-next-line no-control-regex -- none of them may be left
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
})

describe('a template', () => {
  let copy: string
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'e2e-copy-'))
    for (const name of ['src', 'templates', 'fonts', 'package.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  test.each([
    ['an unknown path', '<p>\n  {{t head.titel}}</p>\n', '2:7 template/unknown-path', 1],
    ['a syntax error', '<p>\n{{#if head.title}}\n</p>\n', 'template/syntax', 1],
    ['a partial that is not there', '\n{{> shared/nowhere}}', '2:1 template/unknown-path', 1],
    ['an endless partial', '\n\n {{> summary/page}}', '3:2 template/partial-cycle', 1],
    ['raw output', '{{{head.title}}}', '1:1 template/forbidden', 1],
  ])('with %s', async (_, text, expected, code) => {
    const path = join(copy, 'templates/summary/page.hbs')
    const sound = readFileSync(path)
    writeFileSync(path, text)
    desk.put('m.yaml', 'meeting: x\n')
    try {
      for (const verb of ['check', 'build']) {
        const ended = await desk.run([verb, 'm.yaml', '--json'], {}, copy)
        expect(errorsOf(ended)).toEqual([expect.stringContaining(expected)])
        expect(ended.code).toBe(code)
      }
      expect(desk.files()).toEqual(['m.yaml'])
      expect(desk.leftovers()).toEqual([])
    } finally {
      writeFileSync(path, sound)
    }
  })
})

describe('what could not run', () => {
  test.each([
    ['a file in place of the folder', 'out'],
    ['a folder of the system', '/proc/nowhere/out'],
  ])('output to %s', async (_, out) => {
    desk.put('out', 'kept')
    desk.put('m.yaml', 'meeting: x\n')
    const ended = await desk.run(['build', 'm.yaml', '--json', '--out', out])
    expect(errorsOf(ended)).toEqual(['output/unwritable'])
    expect(ended.code).toBe(2)
    expect(desk.files()).toEqual(['m.yaml', 'out'])
    expect(readFileSync(join(desk.folder, 'out'), 'utf8')).toBe('kept')
    expect(desk.leftovers()).toEqual([])
  })

  test('no browser', async () => {
    desk.put('m.yaml', 'meeting: x\n')
    const ended = await desk.run(['build', 'm.yaml', '--json'], { JALASEH_BROWSER: '/nonexistent' })
    expect(errorsOf(ended)).toEqual(['browser/missing'])
    expect(ended.code).toBe(2)
    expect(desk.files()).toEqual(['m.yaml'])
    expect(await desk.run(['doctor'], { JALASEH_BROWSER: '/nonexistent' })).toMatchObject({ code: 2 })
  })

  test('a browser that ends at once', async () => {
    desk.put('m.yaml', 'meeting: x\n')
    const ended = await desk.run(['build', 'm.yaml', '--json'], { JALASEH_BROWSER: '/bin/false' })
    expect(errorsOf(ended)).toEqual(['browser/start'])
    expect(ended.code).toBe(2)
    expect(desk.files()).toEqual(['m.yaml'])
    expect(desk.leftovers()).toEqual([])
  })

  test('a browser killed in the middle of printing: the paper is printed in another', async () => {
    desk.put('m.yaml', 'meeting: x\nstatements:\n' + '  - { speaker: سخنران نمونه, text: متن }\n'.repeat(900))
    const running = desk.start(['build', 'm.yaml', '--json', '--kind', 'briefing'])
    const browser = await printing(desk)
    expect(browser.parent).toBe(running.pid)
    process.kill(browser.pid, 'SIGKILL')
    const ended = await running.ended
    expect(errorsOf(ended)).toEqual([])
    expect(ended.code).toBe(0)
    expect(desk.has('out/m/briefing.pdf')).toBe(true)
    expect(desk.leftovers()).toEqual([])
  })

  test('a browser killed twice in the middle of printing', async () => {
    desk.put('m.yaml', largeMeeting())
    const running = desk.start(['build', 'm.yaml', '--json', '--kind', 'briefing'])
    const first = await printing(desk)
    process.kill(first.pid, 'SIGKILL')
    const second = await printing(desk, first.group)
    expect(second.parent).toBe(running.pid)
    process.kill(second.pid, 'SIGKILL')
    const ended = await running.ended
    expect(errorsOf(ended)).toEqual(['browser/crashed'])
    expect(ended.code).toBe(2)
    expect(desk.files()).toEqual(['m.yaml'])
    expect(desk.leftovers()).toEqual([])
  })

  test.each(['../x', 'a/b', '..', '.hidden', '/tmp/x', 'a\\b', ''])(
    'a new meeting named %j',
    async (name) => {
      const ended = await desk.run(['new', 'meeting', name, '--lang', 'en'])
      expect(ended.stderr).toContain('output/name')
      expect(ended).toMatchObject({ code: 2, stdout: '' })
      expect(desk.files()).toEqual([])
    },
  )

  test.each([
    [['fly'], 'usage/verb'],
    [['build'], 'usage/argument'],
    [['check'], 'usage/argument'],
    [['new', 'meeting'], 'usage/argument'],
    [['build', 'm.yaml', '--fast'], 'usage/option'],
    [['check', 'm.yaml', '--watch'], 'usage/option'],
    [['check', 'm.yaml', '--lang', 'de'], 'usage/option'],
    [['new', '--keys', 'de'], 'usage/option'],
    [['schema', 'minutes'], 'usage/option'],
    [['build', 'm.yaml', '--kind', 'letter'], 'usage/kind'],
  ])('%j', async (args, code) => {
    desk.put('m.yaml', 'meeting: x\n')
    const ended = await desk.run(args)
    expect(ended.stderr).toContain(`error ${code}`)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(desk.files()).toEqual(['m.yaml'])
    expect(desk.leftovers()).toEqual([])
  })
})
