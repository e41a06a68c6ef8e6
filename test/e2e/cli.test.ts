// The verbs as a shell calls them: what they print, write and leave behind.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadVerbs } from '../../src/commands/verbs.ts'
import { atWork, browsers, Desk, errorsOf, largeMeeting, root, told, until } from './cli.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => {
  desk[Symbol.dispose]()
})
const isPdf = (name: string): boolean =>
  readFileSync(join(desk.folder, name)).subarray(0, 5).toString('latin1') === '%PDF-'

const verbs = await loadVerbs()

describe('help', () => {
  test.each(verbs)('of %s has its usage and an example', async (verb, { help: { usage, example } }) => {
    for (const lang of ['fa', 'en']) {
      const ended = await desk.run([verb, '--help', '--lang', lang])
      expect(ended).toMatchObject({ code: 0, stderr: '' })
      expect(ended.stdout).toContain(usage)
      expect(ended.stdout).toContain(example)
    }
  })

  test('of the whole lists the verbs; without a verb it is an answer to a mistake', async () => {
    const asked = await desk.run(['--help'])
    expect(asked).toMatchObject({ code: 0, stderr: '' })
    for (const [verb] of verbs) expect(asked.stdout).toContain(`  ${verb} `)
    expect(await desk.run([])).toMatchObject({ code: 2, stdout: asked.stdout })
  })

  test('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(await desk.run(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` })
  })

  test('messages follow the locale', async () => {
    expect((await desk.run(['--help'], { LC_ALL: 'fa_IR.UTF-8' })).stdout).toContain('کاربرد')
    expect((await desk.run(['--help'], { LC_ALL: 'en_GB.UTF-8' })).stdout).toContain('Usage')
  })
})

describe.each(['fa', 'en'])('new with keys in %s', (keys) => {
  test('writes a workspace that passes and builds', async () => {
    const made = await desk.run(['new', 'office', '--keys', keys])
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const files = made.stdout.trim().split('\n')
    expect(files).toEqual([
      'office/jalaseh.yaml',
      'office/meeting.schema.json',
      'office/settings.schema.json',
      'office/first-meeting.yaml',
    ])
    for (const file of files) expect(desk.has(file)).toBe(true)
    const checked = await desk.run(['check', 'office/first-meeting.yaml', '--json'])
    expect(checked.code).toBe(0)
    expect(errorsOf(checked)).toEqual([])
    const built = await desk.run(['build', 'office/first-meeting.yaml', '--kind', 'summary'])
    expect(built).toMatchObject({ code: 0, stdout: 'out/first-meeting/summary.pdf\n' })
    expect(isPdf('out/first-meeting/summary.pdf')).toBe(true)
  })

  test('writes a meeting, and never over a file', async () => {
    expect(await desk.run(['new', 'meeting', 'export-1405', '--keys', keys])).toMatchObject({
      code: 0,
      stdout: 'export-1405.yaml\nmeeting.schema.json\n',
    })
    expect(errorsOf(await desk.run(['check', 'export-1405.yaml', '--json']))).toEqual([])
    desk.put('export-1405.yaml', 'mine')
    const again = await desk.run(['new', 'meeting', 'export-1405', '--keys', keys])
    expect(again).toMatchObject({ code: 2, stdout: '' })
    expect(again.stderr).toContain('output/exists')
    expect(readFileSync(join(desk.folder, 'export-1405.yaml'), 'utf8')).toBe('mine')
    expect(desk.files()).toEqual(['export-1405.yaml', 'meeting.schema.json'])
  })
})

test('new leaves a workspace alone that is there in part', async () => {
  desk.put('jalaseh.yaml', 'mine')
  expect(await desk.run(['new'])).toMatchObject({ code: 2, stdout: '' })
  expect(desk.files()).toEqual(['jalaseh.yaml'])
})

describe('build', () => {
  beforeEach(() => desk.put('m.yaml', 'meeting: x\n'))

  test('prints a path a line', async () => {
    expect(await desk.run(['build', 'm.yaml'])).toEqual({
      code: 0,
      stdout: 'out/m/briefing.pdf\nout/m/summary.pdf\n',
      stderr: '',
    })
    expect(desk.files()).toEqual(['m.yaml', 'out', 'out/m', 'out/m/briefing.pdf', 'out/m/summary.pdf'])
    expect(desk.leftovers()).toEqual([])
  })

  test('of one kind, with its page, elsewhere, as JSON', async () => {
    const ended = await desk.run(['build', 'm.yaml', '--kind', 'summary', '--html', '--out', 'a/b', '--json'])
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(ended.stdout)).toMatchObject({
      papers: [{ file: 'a/b/m/summary.pdf', kind: 'summary', pages: 1 }],
    })
    expect(desk.files()).toEqual(['a', 'a/b', 'a/b/m', 'a/b/m/summary.html', 'a/b/m/summary.pdf', 'm.yaml'])
    expect(isPdf('a/b/m/summary.pdf')).toBe(true)
  })

  test('of several files', async () => {
    desk.put('n.yaml', 'meeting: y\n')
    const { stdout } = await desk.run(['build', 'm.yaml', 'n.yaml', '--kind', 'summary'])
    expect(stdout).toBe('out/m/summary.pdf\nout/n/summary.pdf\n')
  })

  test('of two files of one name is refused', async () => {
    desk.put('b/m.yaml', 'meeting: y\n')
    const ended = await desk.run(['build', 'm.yaml', 'b/m.yaml', '--json'])
    expect(ended.code).toBe(2)
    expect(errorsOf(ended)).toEqual(['output/twice'])
    expect(desk.has('out')).toBe(false)
  })

  test('takes a summary of more than a page for a fault', async () => {
    desk.put('m.yaml', `meeting: x\ntalking_points:\n${`  - ${'سخن '.repeat(400)}\n`.repeat(9)}`)
    const ended = await desk.run(['build', 'm.yaml', '--kind', 'summary', '--json'])
    expect(ended.code).toBe(1)
    expect(errorsOf(ended)).toEqual(['paper/overflow'])
    expect(desk.has('out')).toBe(false)
  })
})

describe('check', () => {
  test.each([
    ['a sound file', 'meeting: x\n', 0],
    [
      'a file with warnings',
      'meeting: { title: x, chair: علی رضائی }\npeople: { id: ali, name: علی رضایی }\n',
      0,
    ],
    ['a faulty file', 'meeting: x\nroom: y\n', 1],
  ])('%s', async (_, text, code) => {
    desk.put('m.yaml', text)
    const ended = await desk.run(['check', 'm.yaml', '--json'])
    expect(ended.code).toBe(code)
    expect(told(ended).some(({ severity }) => severity === 'error')).toBe(code === 1)
    expect(await desk.run(['check', 'm.yaml'])).toMatchObject({ code })
    expect(desk.files()).toEqual(['m.yaml'])
  })

  test('names each file by its path', async () => {
    desk.put('a/m.yaml', 'meeting: x\nroom: y\n')
    desk.put('b/m.yaml', 'room: y\n')
    const files = told(await desk.run(['check', 'a/m.yaml', 'b/m.yaml', '--json'])).filter(
      ({ code }) => code === 'field/unknown',
    )
    expect(files.map(({ file, line }) => `${file}:${line}`)).toEqual(['a/m.yaml:2', 'b/m.yaml:1'])
  })
})

test.each(['meeting', 'settings'])('schema %s is the file in data/', async (name) => {
  const ended = await desk.run(['schema', name])
  expect(ended).toMatchObject({
    code: 0,
    stdout: readFileSync(join(root, `data/${name}.schema.json`), 'utf8'),
  })
})

test('a reader that stops early is no bug', async () => {
  const running = desk.start(['schema'])
  running.child.stdout?.destroy()
  expect(await running.ended).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('doctor starts the browser and says so', async () => {
  const ended = await desk.run(['doctor', '--lang', 'en'])
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(ended.stdout).toMatch(/^browser: .*\/\S+$/m)
  expect(desk.leftovers()).toEqual([])
})

describe('check --proofread', () => {
  const text = '# بالا\nmeeting:\n  title: جلسه كارگروه # کنار\n'

  test('warns, and writes nothing where nobody can be asked', async () => {
    desk.put('m.yaml', text)
    const plain = await desk.run(['check', 'm.yaml', '--proofread', '--json'])
    expect(plain.code).toBe(0)
    expect(plain.stdout).toContain('"proofread/letter/arabic"')
    const asked = await desk.run(['check', 'm.yaml', '--fix'])
    expect(asked.stderr).toContain('+ 3 |   title: جلسه کارگروه # کنار')
    expect(readFileSync(join(desk.folder, 'm.yaml'), 'utf8')).toBe(text)
  })

  test('mends the file when told to, and keeps its comments', async () => {
    desk.put('m.yaml', text)
    expect((await desk.run(['check', 'm.yaml', '--fix', '--yes'])).code).toBe(0)
    expect(readFileSync(join(desk.folder, 'm.yaml'), 'utf8')).toBe(text.replace('كارگروه', 'کارگروه'))
  })

  test('leaves words of the workspace alone', async () => {
    desk.put('m.yaml', text)
    desk.put('jalaseh.yaml', 'words: [كارگروه]\n')
    const ended = await desk.run(['check', 'm.yaml', '--proofread', '--json'])
    expect(ended.stdout).not.toContain('proofread/')
  })
})

describe('a build that is stopped', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s leaves nothing behind', async (signal, code) => {
    desk.put('m.yaml', largeMeeting())
    const running = desk.start(['build', 'm.yaml'])
    await atWork(desk)
    running.child.kill(signal)
    const ended = await running.ended
    expect(ended).toMatchObject({ code, stdout: '' })
    expect(desk.files()).toEqual(['m.yaml'])
    // The system takes a moment to bury a browser that was killed.
    await until(() => desk.leftovers().length === 0)
  })
})

test('--watch builds again, survives a broken file and ends when told to', async () => {
  desk.put('m.yaml', 'meeting: x\n')
  const running = desk.start(['build', 'm.yaml', '--watch', '--kind', 'summary', '--html'])
  const page = join(desk.folder, 'out/m/summary.html')
  const write = (text: string): void => writeFileSync(join(desk.folder, 'm.yaml'), text)
  await until(() => /Waiting/.test(running.stderr()))
  const browser = await until(() => browsers(desk.temporary).find(({ type }) => type === 'browser'))

  write('meeting: دومین\n')
  await until(() => readFileSync(page, 'utf8').includes('دومین'))
  write('meeting: [broken\n')
  await until(() => /yaml\/(?:syntax|indent)/.test(running.stderr()))
  expect(readFileSync(page, 'utf8')).toContain('دومین')
  write('meeting: سومین\n')
  await until(() => readFileSync(page, 'utf8').includes('سومین'))
  expect(browsers(desk.temporary).map(({ pid }) => pid)).toContain(browser.pid)

  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(143)
  await until(() => desk.leftovers().length === 0)
})
