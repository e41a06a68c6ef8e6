// An office with a look of its own: what it changes shows, what it gets wrong is told where it stands.
import { cpSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Desk, errorsOf, root, told } from './cli.ts'
import type { Told } from './cli.ts'

const example = readFileSync(join(root, 'data/export-working-group.yaml'), 'utf8')
const office = join(root, 'test/data/office')

let desk: Desk
beforeEach(() => {
  desk = new Desk()
  desk.put('m.yaml', example)
})
afterEach(() => {
  desk[Symbol.dispose]()
})

const put = (files: Record<string, string>): void => {
  for (const [name, text] of Object.entries(files)) desk.put(name, text)
}
const page = (kind: string): string => readFileSync(join(desk.folder, `out/m/${kind}.html`), 'utf8')
/** The fonts of a PDF, without the tag of their subset. */
const fontsOf = (kind: string): string[] => {
  const bytes = readFileSync(join(desk.folder, `out/m/${kind}.pdf`), 'latin1')
  const names = [...bytes.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(
    ([, name]) => name?.split('+').at(-1) ?? '',
  )
  return [...new Set(names)].toSorted()
}

/** Name, colour, font, order of sections, one partial, one style and one paper more. */
const theme = {
  'jalaseh.yaml': `office: { lines: [شهرداری نمونه], accent: "#7a2e1f" }
font: parastoo
papers: [{ kind: briefing, title: گزارش آمادگی, sections: [resolutions, summary] }]
`,
  'templates/shared/heading.hbs': '<h2 id="{{id}}" class="own">{{t title}}</h2>\n',
  'templates/shared/office.css': 'h2.own{border-block-end:1px solid var(--accent)}\n',
  'templates/press-note/paper.yaml': 'title: خبر جلسه\nneeds: [statements]\n',
  'templates/press-note/page.hbs': `{{> shared/letterhead this}}
<h1>{{t head.kind}}: {{t head.title}}</h1>
{{#each statements.themes}}{{#each levels}}{{#each speakers}}<h3>{{t name}}</h3>
{{#each rows}}<p>{{t text}}</p>{{/each}}{{/each}}{{/each}}{{/each}}
`,
  'templates/press-note/style.css': '.press-note h1{color:var(--accent);font-size:20pt}\n',
}

test('a theme of fewer than twenty lines changes name, colour, font and a partial, and adds a paper', async () => {
  const lines = Object.values(theme).flatMap((text) => text.trim().split('\n'))
  expect(lines.length).toBeLessThan(20)
  put(theme)
  const ended = await desk.run(['build', 'm.yaml', '--kind', 'briefing,press-note', '--html'])
  expect(ended.stderr).toBe('')
  expect(ended.stdout.trim().split('\n')).toEqual(
    expect.arrayContaining(['out/m/briefing.pdf', 'out/m/press-note.pdf']),
  )
  const briefing = page('briefing')
  expect(briefing).toContain('شهرداری نمونه')
  expect(briefing).toContain('--accent:#7a2e1f')
  expect(briefing).not.toContain('--accent:#14505c')
  expect(briefing).toMatch(/<p class="kind">گزارش آمادگی<\/p>/)
  const headings = [...briefing.matchAll(/<h2 id="([\w-]+)" class="own">/g)].map(([, id]) => id)
  expect(headings).toEqual(['resolutions', 'summary'])
  expect(briefing.indexOf('h2.own{')).toBeGreaterThan(briefing.indexOf('.cover h1{'))
  expect(page('press-note')).toMatch(/<h1>خبر جلسه: /)
  for (const kind of ['briefing', 'press-note']) {
    const fonts = fontsOf(kind)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((name) => !/^Parastoo(?:-Bold)?$/.test(name))).toEqual([])
  }
})

test('the office of the test data builds: its papers, and the one it adds', async () => {
  cpSync(office, desk.folder, { recursive: true })
  const ended = await desk.run([
    'build',
    'm.yaml',
    '--kind',
    'briefing,summary,press-note',
    '--html',
    '--json',
  ])
  expect(errorsOf(ended)).toEqual([])
  expect(
    (JSON.parse(ended.stdout) as { papers: { kind: string }[] }).papers.map(({ kind }) => kind).toSorted(),
  ).toEqual(['briefing', 'press-note', 'summary'])
  expect(page('press-note')).toContain('خبر جلسه')
  expect(fontsOf('press-note')).toEqual(['Parastoo', 'Parastoo-Bold'])
})

test('a new kind is built unasked where its definition says so', async () => {
  cpSync(office, desk.folder, { recursive: true })
  desk.put('m.yaml', example.replace('status: draft', 'status: final'))
  const ended = await desk.run(['build', 'm.yaml', '--json'])
  const { papers } = JSON.parse(ended.stdout) as { papers: { kind: string }[] }
  expect(papers.map(({ kind }) => kind)).toContain('press-note')
  expect(papers.map(({ kind }) => kind)).not.toContain('briefing')
})

test('own font files are embedded under the name of the office', async () => {
  put({ 'jalaseh.yaml': 'font: { name: serif, regular: fonts/a.woff2, bold: fonts/b.woff2 }\n' })
  for (const [name, file] of [
    ['a', 'Regular'],
    ['b', 'Bold'],
  ])
    desk.put(`fonts/${name}.woff2`, readFileSync(join(root, `fonts/Parastoo-${file}.woff2`)))
  expect((await desk.run(['build', 'm.yaml', '--kind', 'summary', '--html'])).stderr).toBe('')
  expect(page('summary')).toContain('@font-face{font-family:"serif";font-weight:700')
  expect(page('summary')).toContain(':root{--font:"serif"}')
  expect(page('summary')).not.toContain('font-family:Vazirmatn')
  expect(fontsOf('summary').filter((name) => !name.startsWith('Parastoo'))).toEqual([])
})

test('an override with an unknown field is told with its file, line and column, and the line itself', async () => {
  put({
    'jalaseh.yaml': 'paper: A4\n',
    'templates/sections/agenda.hbs': '<section>\n  {{t agenda.titel}}\n</section>\n',
  })
  for (const verb of ['check', 'build']) {
    const ended = await desk.run([verb, 'm.yaml', '--lang', 'en'])
    expect(ended.code).toBe(1)
    expect(ended.stderr).toContain('templates/sections/agenda.hbs:2:7')
    expect(ended.stderr).toContain('{{t ⟦agenda.titel⟧}}')
  }
  expect(desk.has('out')).toBe(false)
})

describe('what cannot be read is a fault, never a fallback', () => {
  const woff2 = readFileSync(join(root, 'fonts/Parastoo-Regular.woff2'))
  const own = 'font:\n  regular: a.woff2\n  bold: a.woff2\n'
  /** The header is sound and the length right, but nothing behind it is a font. */
  const hollow = Buffer.concat([woff2.subarray(0, 48), Buffer.alloc(woff2.length - 48)])
  test.each([
    ['a colour too light', 'office:\n  accent: "#ffd000"\n', {}, ['2:11 colour/contrast']],
    ['no colour', 'office:\n  accent: red\n', {}, ['2:11 colour/format']],
    ['no emblem', 'office:\n  emblem: e.png\n', {}, ['2:11 file/missing']],
    ['an emblem that is no picture', 'office:\n  emblem: e.png\n', { 'e.png': 'x' }, ['2:11 file/not-image']],
    [
      'an emblem cut short',
      'office:\n  emblem: e.svg\n',
      { 'e.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0' },
      ['2:11 file/damaged-image'],
    ],
    ['no font', own, {}, ['2:12 file/missing', '3:9 file/missing']],
    ['a font that is none', own, { 'a.woff2': 'wOFF' }, ['2:12 file/not-font', '3:9 file/not-font']],
    [
      'a font cut short',
      own,
      { 'a.woff2': woff2.subarray(0, 20_000) },
      ['2:12 file/not-font', '3:9 file/not-font'],
    ],
    ['a hollow font', own, { 'a.woff2': hollow }, ['2:12 file/not-font', '3:9 file/not-font']],
    ['half a font', 'font:\n  regular: a.woff2\n', { 'a.woff2': woff2 }, ['2:3 settings/font-incomplete']],
    ['an unknown font', 'font: nazanin\n', {}, ['1:7 choice/unknown']],
    ['an unknown paper', 'papers:\n  - kind: breifing\n', {}, ['2:11 paper/unknown']],
    [
      'an unknown section',
      'papers:\n  - kind: briefing\n    sections: [asks, agnda]\n',
      {},
      ['3:22 choice/unknown'],
    ],
  ] as [string, string, Record<string, string | Uint8Array>, string[]][])(
    '%s',
    async (_, settings, files, faults) => {
      desk.put('jalaseh.yaml', settings)
      for (const [name, content] of Object.entries(files)) desk.put(name, content)
      for (const verb of ['check', 'build']) {
        const ended = await desk.run([verb, 'm.yaml', '--json'])
        expect(errorsOf(ended)).toEqual(faults)
        expect(ended.code).toBe(1)
      }
      expect(desk.has('out')).toBe(false)
    },
  )
})

describe('new theme', () => {
  test('begins with one style, which changes nothing yet', async () => {
    desk.put('jalaseh.yaml', 'paper: A4\n')
    const ended = await desk.run(['new', 'theme', '--lang', 'en'])
    expect(ended).toMatchObject({ code: 0, stdout: 'templates/shared/office.css\n' })
    expect(ended.stderr).toContain('--override')
    expect(desk.files().filter((name) => statSync(join(desk.folder, name)).isFile())).toEqual([
      'jalaseh.yaml',
      'm.yaml',
      'templates/shared/office.css',
    ])
    expect(errorsOf(await desk.run(['check', 'm.yaml', '--json']))).toEqual([])
    expect(await desk.run(['new', 'theme'])).toMatchObject({ code: 2 })
  })

  test('copies one template with the mark that tells when ours has changed', async () => {
    desk.put('jalaseh.yaml', 'paper: A4\n')
    const name = 'templates/sections/agenda.hbs'
    expect(await desk.run(['new', 'theme', '--override', 'sections/agenda.hbs'])).toMatchObject({
      code: 0,
      stdout: `${name}\n`,
    })
    expect(readdirSync(join(desk.folder, 'templates'))).toEqual(['sections'])
    const copy = readFileSync(join(desk.folder, name), 'utf8')
    expect(copy).toMatch(/^\{\{!-- based on: [0-9a-f]{64} --\}\}\n/)
    expect(copy.slice(copy.indexOf('\n') + 1)).toBe(readFileSync(join(root, name), 'utf8'))
    const warnings = async (): Promise<string[]> =>
      told(await desk.run(['check', 'm.yaml', '--json'])).flatMap(({ code, file, line }) =>
        code.startsWith('template/') ? [`${file}:${line} ${code}`] : [],
      )
    expect(await warnings()).toEqual([])
    desk.put(name, copy.replace(/[0-9a-f]{64}/, '0'.repeat(64)))
    expect(await warnings()).toEqual([`${name}:1 template/outdated`])
  })

  test.each([
    ['outside of a workspace', ['new', 'theme'], 'jalaseh.yaml'],
    ['a template that is none', ['new', 'theme', '--override', 'sections/agneda.hbs'], 'sections/agenda.hbs'],
    ['a way out', ['new', 'theme', '--override', '../package.json'], '../package.json'],
    ['with another verb', ['new', '--override', 'x'], '--override'],
  ])('refuses %s', async (what, args, named) => {
    if (what !== 'outside of a workspace') desk.put('jalaseh.yaml', '')
    const ended = await desk.run([...args, '--lang', 'en'])
    expect(ended.code).toBe(2)
    expect(ended.stderr).toContain(named)
    expect(desk.has('templates')).toBe(false)
  })
})

test('transparent text is told, and keeps a paper out of the archive', async () => {
  put({ 'jalaseh.yaml': 'paper: A4\n', 'templates/shared/office.css': 'h1{opacity:.6}\n' })
  const build = async (...more: string[]): Promise<{ code: number; codes: string[]; papers: number }> => {
    const { code, stdout } = await desk.run(['build', 'm.yaml', '--kind', 'summary', '--json', ...more])
    const { faults, papers } = JSON.parse(stdout) as { faults: Told[]; papers: unknown[] }
    return {
      code,
      codes: faults.map((one) => one.code).filter((one) => one.startsWith('paper/')),
      papers: papers.length,
    }
  }
  expect(await build('--archival')).toEqual({ code: 1, codes: ['paper/not-archival'], papers: 0 })
  expect(existsSync(join(desk.folder, 'out'))).toBe(false)
  expect(await build()).toEqual({ code: 0, codes: ['paper/text-left'], papers: 1 })
})
