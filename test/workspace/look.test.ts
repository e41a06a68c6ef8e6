import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { checkTemplates } from '../../src/pipeline.ts'
import { officePapers } from '../../src/workspace/office-papers.ts'
import { basedOn } from '../../src/workspace/overlay.ts'
import { readLook } from '../../src/workspace/read-look.ts'
import { fontTrouble, isWholeImage } from '../../src/workspace/whole-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'look-'))
  put('jalaseh.yaml', 'paper: A4\n')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})
const put = (name: string, content: string): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const read = (): ReturnType<typeof readLook> => readLook(folder, folder)
const codes = async (): Promise<string[]> => (await read()).faults.map(({ code }) => code)

describe('an overlay', () => {
  it('is the product itself where a workspace has no templates, or is no workspace', async () => {
    const ours = await readLook()
    expect(await read()).toBe(ours)
    put('templates/shared/heading.hbs', '<h2>{{t title}}</h2>')
    rmSync(join(folder, 'jalaseh.yaml'))
    expect(await read()).toBe(ours)
  })

  it('changes nothing with a copy of ours', async () => {
    const { look: ours, sources } = await readLook()
    for (const name of ['briefing/paper.yaml', 'shared/base.css', 'sections/agenda.hbs'])
      put(`templates/${name}`, sources.get(`templates/${name}`) ?? '')
    const { look, faults } = await read()
    expect(faults).toEqual([])
    expect(look).toEqual({ ...ours, own: expect.anything() as unknown, added: [] })
  })

  it('takes the place of one file and leaves the others', async () => {
    const { look: ours } = await readLook()
    put('templates/shared/heading.hbs', '<h2>{{t title}}</h2>')
    put('templates/shared/base.css', 'p{color:red}')
    put('templates/shared/0-first.css', 'p{color:blue}')
    const { look, faults, sources } = await read()
    expect(faults).toEqual([])
    expect(look.templates).toEqual({ ...ours.templates, 'shared/heading.hbs': '<h2>{{t title}}</h2>' })
    expect(look.styles['shared/base.css']).toBe('p{color:red}')
    expect(look.added).toEqual(['shared/0-first.css'])
    expect(sources.get('templates/shared/heading.hbs')).toBe('<h2>{{t title}}</h2>')
    expect(ours.templates['shared/heading.hbs']).not.toBe('<h2>{{t title}}</h2>')
  })

  it('is kept until a file changes', async () => {
    const path = put('templates/shared/heading.hbs', '<h2>{{t title}}</h2>')
    const first = await read()
    expect(await read()).toBe(first)
    writeFileSync(path, '<h2>{{t number}}</h2>')
    utimesSync(path, 1, 1)
    const second = await read()
    expect(second).not.toBe(first)
    expect(second.look.templates['shared/heading.hbs']).toBe('<h2>{{t number}}</h2>')
    rmSync(path)
    expect((await read()).look.templates['shared/heading.hbs']).not.toContain('<h2>{{t number}}')
  })

  it('has a look for each workspace', async () => {
    put('a/jalaseh.yaml', '')
    put('b/jalaseh.yaml', '')
    put('a/templates/shared/heading.hbs', 'A')
    put('b/templates/shared/heading.hbs', 'B')
    const looks = await Promise.all(['a', 'b', 'a'].map((name) => readLook(join(folder, name), folder)))
    expect(looks.map(({ look }) => look.templates['shared/heading.hbs'])).toEqual(['A', 'B', 'A'])
    expect(looks[2]).toBe(looks[0])
  })

  it('is checked against the view, under its own name', async () => {
    put('templates/sections/agenda.hbs', '\n<p>{{t agenda.titel}}</p>')
    put('templates/own/paper.yaml', 'title: x')
    const { look } = await readLook(folder, join(folder, '..'))
    const name = join(folder.slice(tmpdir().length + 1), 'templates')
    expect(
      checkTemplates(look).map(({ code, span }) => [code, span?.file, span?.line, span?.column]),
    ).toEqual([
      ['template/missing', `${name}/own/page.hbs`, 1, 1],
      ['template/unknown-path', `${name}/sections/agenda.hbs`, 2, 8],
    ])
  })
})

it('has mails of its own, which are checked and no paper', async () => {
  put('templates/mail/text.hbs', '{{plain opning}}')
  put('templates/mail/close.hbs', '')
  const { look, faults } = await read()
  expect(look.templates['mail/text.hbs']).toBe('{{plain opning}}')
  expect(faults).toMatchObject([{ code: 'template/unused', values: { file: 'templates/mail/close.hbs' } }])
  expect(checkTemplates(look)).toMatchObject([
    { code: 'template/unknown-path', span: { file: 'templates/mail/text.hbs', line: 1, column: 9 } },
  ])
})

describe('a paper of its own', () => {
  it('is a folder with a definition', async () => {
    put('templates/press-note/paper.yaml', 'title: خبر\ndefault: final')
    put('templates/press-note/page.hbs', '<h1>{{t head.title}}</h1>')
    const { look, faults } = await read()
    expect(faults).toEqual([])
    expect(look.papers.at(-1)).toEqual({ kind: 'press-note', title: 'خبر', default: 'final', titled: true })
    expect(look.papers).toHaveLength((await readLook()).look.papers.length + 1)
  })

  it('may be another definition of one of ours', async () => {
    put('templates/briefing/paper.yaml', 'title: گزارش\nsections: [asks]')
    const { papers } = (await read()).look
    expect(papers).toHaveLength((await readLook()).look.papers.length)
    expect(papers.find(({ kind }) => kind === 'briefing')).toMatchObject({
      title: 'گزارش',
      sections: ['asks'],
    })
  })

  test.each(['Press', 'all', 'shared', 'mail', 'خبر', 'a b'])('cannot be called %s', async (kind) => {
    put(`templates/${kind}/paper.yaml`, 'title: x')
    expect(await codes()).toContain('paper/kind-name')
  })

  it('is told where its definition is wrong', async () => {
    put('templates/note/paper.yaml', 'title: x\nsections: [agnda]')
    expect((await read()).faults).toMatchObject([
      { code: 'choice/unknown', span: { file: 'templates/note/paper.yaml', line: 2, column: 12 } },
    ])
  })
})

describe('what an overlay may not be', () => {
  it('outside of the workspace, by whichever link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'))
    try {
      writeFileSync(join(outside, 'heading.hbs'), 'secret')
      mkdirSync(join(folder, 'templates/shared'), { recursive: true })
      symlinkSync(join(outside, 'heading.hbs'), join(folder, 'templates/shared/heading.hbs'))
      symlinkSync(outside, join(folder, 'templates/sections'))
      const { look, faults } = await read()
      expect(faults.map(({ code, values }) => [code, values.path])).toEqual([
        ['file/outside', 'templates/sections'],
        ['file/outside', 'templates/shared/heading.hbs'],
      ])
      expect(JSON.stringify(look.templates)).not.toContain('secret')
      rmSync(join(folder, 'templates'), { recursive: true })
      symlinkSync(outside, join(folder, 'templates'))
      expect(await codes()).toEqual(['file/outside'])
    } finally {
      rmSync(outside, { recursive: true, force: true })
    }
  })

  it('a file of more than a megabyte', async () => {
    truncateSync(put('templates/shared/a.css', ''), 1024 * 1024 + 1)
    put('templates/shared/b.css', 'p{}')
    const { look, faults } = await read()
    expect(faults).toMatchObject([{ code: 'template/too-large', values: { file: 'templates/shared/a.css' } }])
    expect(look.added).toEqual(['shared/b.css'])
  })

  it('more than two hundred files', async () => {
    for (let n = 0; n <= 200; n++) put(`templates/shared/${n}.css`, '')
    expect(await codes()).toEqual(['template/too-many'])
    rmSync(join(folder, 'templates/shared/0.css'))
    expect(await codes()).toEqual([])
  })

  it('no text', async () => {
    writeFileSync(put('templates/shared/heading.hbs', ''), Buffer.from([0x41, 0x0a, 0xff]))
    expect((await read()).faults).toMatchObject([
      { code: 'source/not-utf8', span: { file: 'templates/shared/heading.hbs', line: 2, column: 1 } },
    ])
  })

  it('a style that loads something', async () => {
    put(
      'templates/shared/a.css',
      'p{}\nb{background:url(https://a.example/x.png)}\ni{background:url(data:,)}',
    )
    expect((await read()).faults).toMatchObject([
      { code: 'template/forbidden', span: { file: 'templates/shared/a.css', line: 2, column: 14 } },
    ])
  })

  it('a style that sets the sheet', async () => {
    put(
      'templates/shared/a.css',
      '@page{/* size: A5 */margin:0}\np{font-size:9pt}\n@page wide{@top-left{content:none}\n  size: A3}\n@media print{@page{size:A4}}',
    )
    expect((await read()).faults.map(({ code, span }) => [code, span?.line, span?.column])).toEqual([
      ['template/page-size', 4, 3],
      ['template/page-size', 5, 20],
    ])
  })

  it('a style that is all at-rules, without end', async () => {
    put('templates/shared/a.css', '@page '.repeat(150_000))
    expect(await codes()).toEqual([])
  })

  it('misspelt without a word', async () => {
    put('templates/sections/agneda.hbs', '')
    put('templates/press/page.hbs', '')
    expect((await read()).faults).toMatchObject([
      { code: 'template/unused', severity: 'warning', values: { file: 'templates/press/page.hbs' } },
      { code: 'template/unused', severity: 'warning', values: { suggestion: 'sections/agenda.hbs' } },
    ])
  })
})

it('a copy tells when ours has changed since', async () => {
  const { look } = await readLook()
  const ours = look.templates['sections/agenda.hbs'] ?? ''
  put('templates/sections/agenda.hbs', basedOn('sections/agenda.hbs', ours) + ours)
  put(
    'templates/shared/base.css',
    basedOn('shared/base.css', 'another') + (look.styles['shared/base.css'] ?? ''),
  )
  expect((await read()).faults).toMatchObject([
    { code: 'template/outdated', severity: 'warning', span: { file: 'templates/shared/base.css', line: 1 } },
  ])
})

describe('papers of the settings', () => {
  const choose = async (
    chosen: Parameters<typeof officePapers>[1],
  ): Promise<ReturnType<typeof officePapers>> => officePapers((await readLook()).look, chosen)

  it('change title and sections', async () => {
    const { papers, faults } = await choose([
      { kind: 'briefing', title: 'گزارش', sections: ['asks', 'agenda'] },
    ])
    expect(faults).toEqual([])
    expect(papers.find(({ kind }) => kind === 'briefing')).toMatchObject({
      title: 'گزارش',
      titled: true,
      sections: ['asks', 'agenda'],
    })
  })

  test.each([
    ['paper/unknown', [{ kind: 'breifing' }]],
    ['paper/twice', [{ kind: 'summary' }, { kind: 'summary' }]],
    ['paper/no-sections', [{ kind: 'summary', sections: ['asks' as const] }]],
    ['paper/section-twice', [{ kind: 'briefing', sections: ['asks' as const, 'asks' as const] }]],
  ])('%s', async (code, chosen) => {
    const { faults } = await choose(chosen)
    expect(faults.map((one) => one.code)).toEqual([code])
    if (code === 'paper/unknown') expect(faults[0]?.values.suggestion).toBe('briefing')
  })
})

test.each([
  ['image/png', '\x89PNG\r\n\x1a\n…IEND\xae\x42\x60\x82'],
  ['image/jpeg', '\xff\xd8\xff…\xff\xd9'],
  ['image/webp', 'RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0'],
])('%s is whole or not', (type, text) => {
  const bytes = Buffer.from(text, 'latin1')
  expect(isWholeImage(type, bytes)).toBe(true)
  expect(isWholeImage(type, bytes.subarray(0, Math.ceil(bytes.length / 2)))).toBe(false)
})

it('a font is whole and of TrueType outlines', async () => {
  const { look } = await readLook()
  const font = Buffer.from(look.fonts['Parastoo-Regular.woff2'] ?? '', 'base64')
  expect(fontTrouble(font)).toBeUndefined()
  expect(fontTrouble(font.subarray(0, -1))).toBe('file/not-font')
  const postscript = Buffer.from(font)
  postscript.write('OTTO', 4, 'latin1')
  expect(fontTrouble(postscript)).toBe('file/font-outlines')
})
