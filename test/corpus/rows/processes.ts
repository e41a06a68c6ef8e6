/** G: a browser that is missing, broken, ended or stopped, and a command line that is. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { findBrowser } from '../../../src/print/find-browser.ts'
import { ownMark } from '../../../src/system/own-mark.ts'
import { browsers, printing, root, until } from '../../e2e/cli.ts'
import type { Desk } from '../../e2e/cli.ts'
import type { LeftOut, Row } from '../row.ts'

const real = findBrowser() ?? ''
const nobody = 65534
const asRoot = process.getuid?.() === 0
const oneBriefing = ['build', 'm.yaml', '--kind', 'briefing', '--json', '--lang', 'en']

/** A program in place of the browser. */
function program(desk: Desk, text: string): string {
  const path = join(desk.base, 'browser')
  writeFileSync(path, text, { mode: 0o755 })
  return path
}
const sh = (desk: Desk, text: string): string => program(desk, `#!/bin/sh\n${text}\n`)
/** The browser itself, with something between it and us that goes wrong. */
const faulty = (desk: Desk, wrong: string): string =>
  sh(desk, `exec '${process.execPath}' '${join(root, 'test/corpus/between.ts')}' '${wrong}' '${real}' "$@"`)
/** The same browser, in a namespace of its own where it is root for a moment. */
const apart = (before: string): string =>
  `exec unshare --user --map-current-user --mount --keep-caps sh -c '${before} && exec setpriv --inh-caps=-all --ambient-caps=-all "$@"' sh '${real}' "$@"`

/** Adds to an environment that some numbers of the program are smaller. */
const smaller = (env: Record<string, string>, numbers: Record<string, number>): Record<string, string> => ({
  ...env,
  NODE_OPTIONS: `${env.NODE_OPTIONS} --import=${new URL('../smaller.ts', import.meta.url).href}`,
  CORPUS_SMALLER: JSON.stringify(numbers),
})

/** Runs with a browser that is made for it. */
const by =
  (
    make: (desk: Desk) => string,
    { args = oneBriefing, numbers = {} }: { args?: string[]; numbers?: Record<string, number> } = {},
  ): NonNullable<Row['run']> =>
  ({ desk }, env) =>
    desk.run(args, smaller({ ...env, JALASEH_BROWSER: make(desk) }, numbers))

const meeting = 'meeting: نشست نمونه\n'
const rowsOf = (count: number): string =>
  `${meeting}statements:\n${'  - { speaker: سخنران نمونه, text: متن }\n'.repeat(count)}`
/** Enough for a second or so of printing. */
const long = rowsOf(900)

const broken = (
  id: string,
  what: string,
  make: (desk: Desk) => string,
  fault: string,
  told: string[] = [],
  numbers: Record<string, number> = {},
): Row => ({
  id,
  what,
  meeting,
  args: oneBriefing,
  run: by(make, { numbers }),
  within: 25_000,
  expect: { exit: 2, faults: [fault], told },
})

/** A system call that browsers cannot do without, and that of the filter itself. */
const calls: Record<string, [prctl: number, eventfd: number]> = { x64: [157, 290], arm64: [167, 19] }
const [prctl, eventfd] = calls[process.arch] ?? [0, 0]
/** Whoever makes the call is ended by the system. */
const filtered = String.raw`#!/usr/bin/perl
my $filter = pack('SCCL SCCL SCCL SCCL', 32,0,0,0, 21,0,1,${eventfd}, 6,0,0,0x80000000, 6,0,0,0x7fff0000);
syscall(${prctl}, 38, 1, 0, 0, 0) == 0 or die;
syscall(${prctl}, 22, 2, pack('S x6 P', 4, $filter)) == 0 or die;
exec '${real}', @ARGV;
`

/** A system that has these fonts and no others. */
function onlyFonts(desk: Desk, files: string[]): Record<string, string> {
  const folder = join(desk.base, 'fonts')
  mkdirSync(folder)
  for (const file of files) copyFileSync(join(root, 'node_modules', file), join(folder, basename(file)))
  const path = join(desk.base, 'fonts.conf')
  writeFileSync(path, `<fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`)
  return { FONTCONFIG_FILE: path }
}

const letters = [...'abcdefghij']
const many = Object.fromEntries(letters.map((name) => [`${name}.yaml`, meeting]))
const buildAll = (names: string[]): string[] => [
  'build',
  ...names.map((name) => `${name}.yaml`),
  '--kind',
  'briefing',
  '--json',
  '--lang',
  'en',
]
const papersOf = (desk: Desk): string[] => desk.files().filter((name) => name.endsWith('.pdf'))
const theBrowser = (desk: Desk) =>
  until(() => browsers(desk.temporary).find(({ type }) => type === 'browser'))

const isAtWork = ({ type, ticks }: { type: string; ticks: number }): boolean =>
  type === 'renderer' && ticks > 15

/** Ends so many pages of the desk's browser that are at work, without regard to the browser. */
function endPages(desk: Desk, most: number): void {
  const pages = browsers(desk.temporary).filter(isAtWork)
  for (const { pid } of pages.slice(0, most)) process.kill(pid, 'SIGKILL')
}

/** The system takes a moment to bury what was killed. */
const buried = (desk: Desk): Promise<unknown> => until(() => desk.leftovers().length === 0)

const moments: Record<string, (desk: Desk) => Promise<unknown>> = {
  'while the browser starts': theBrowser,
  'while it prints': (desk) => printing(desk),
  'while it writes': (desk) => until(() => papersOf(desk).length > 0),
}

const ended = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

const signalled = (signal: keyof typeof ended, moment: string, times = 1): Row => ({
  id: 'G08',
  what: `${signal}${times > 1 ? ` ${times} times` : ''} ${moment}`,
  files: { ...many, 'a.yaml': moment === 'while it prints' ? long : meeting },
  run: async ({ desk }, env) => {
    const running = desk.start(buildAll(letters), env)
    await moments[moment]?.(desk)
    for (let n = 0; n < times; n++) {
      running.child.kill(signal)
      await pause(20)
    }
    return running.ended
  },
  expect: { exit: ended[signal], writes: /^out\/\w\/briefing\.pdf$/ },
})

/** The command line, in a shell. */
const jalaseh = `'${process.execPath}' '${join(root, 'src/cli.ts')}'`

const all: Row[] = [
  broken('G01', 'a browser that is not there', () => '/nonexistent', 'browser/missing', ['/nonexistent']),
  broken('G01', 'a folder', ({ base }) => base, 'browser/missing'),
  broken(
    'G01',
    'a file that is no program',
    (desk) => {
      const path = join(desk.base, 'browser')
      writeFileSync(path, 'text')
      return path
    },
    'browser/missing',
  ),
  broken(
    'G01',
    'a program for another machine',
    (desk) => {
      const elf = Buffer.alloc(64)
      elf.write('\x7fELF\x02\x01\x01', 'latin1')
      elf.writeUInt16LE(2, 16)
      elf.writeUInt16LE(0x5441, 18)
      const path = join(desk.base, 'browser')
      writeFileSync(path, elf, { mode: 0o755 })
      return path
    },
    'browser/start',
  ),
  broken('G01', 'prints garbage', (desk) => sh(desk, 'echo garbage; echo rubbish >&2'), 'browser/start', [
    'rubbish',
  ]),
  ...['garbage', '{}', 'null', '{"method":"Target.attachedToTarget"}'].map((text) =>
    broken(
      'G01',
      `says ${text} through its pipe and goes on`,
      (desk) => sh(desk, String.raw`printf '${text}\0' >&4; exec sleep 600`),
      'browser/start',
      [],
      { startSeconds: 2 },
    ),
  ),
  broken(
    'G01',
    'a message without end',
    (desk) => sh(desk, 'exec yes nonsense >&4'),
    'browser/start',
    ['nonsense'],
    { mostMessage: 1_000_000 },
  ),
  broken(
    'G01',
    'ends at once',
    (desk) => sh(desk, 'echo cannot open the display >&2; exit 1'),
    'browser/start',
    ['cannot open the display'],
  ),
  broken(
    'G01',
    'answers once, and never again',
    (desk) => sh(desk, String.raw`printf '{"id":1,"result":{}}\0' >&4; exec sleep 600`),
    'print/timeout',
    [],
    { printSeconds: 2 },
  ),
  {
    id: 'G01',
    what: 'what it says does not reach the terminal as it is',
    meeting,
    run: by((desk) => sh(desk, String.raw`printf '\033[2J\033]0;title\007gone' >&2; exit 1`), {
      args: ['build', 'm.yaml', '--lang', 'en'],
    }),
    expect: { exit: 2, told: ['error browser/start', 'gone'] },
    look: (_, { stderr }) => expect(stderr).not.toMatch(/[^\P{Cc}\n]/u),
  },
  broken('G01', 'never answers', (desk) => sh(desk, 'exec sleep 600'), 'browser/start', ['timeout'], {
    startSeconds: 2,
  }),
  broken(
    'G01',
    'says a quarter of a gigabyte',
    (desk) => sh(desk, 'yes flood | head -c 250000000 >&2; echo the end >&2; exit 3'),
    'browser/start',
    ['the end'],
  ),
  broken('G01', 'never stops talking', (desk) => sh(desk, 'exec yes flood >&2'), 'browser/start', ['flood'], {
    startSeconds: 2,
  }),
  {
    id: 'G01',
    what: 'ten meetings by a browser that never answers: nobody waits ten times',
    files: many,
    run: by((desk) => sh(desk, 'exec sleep 600'), {
      args: ['build', ...letters.map((name) => `${name}.yaml`), '--json', '--lang', 'en'],
      numbers: { startSeconds: 4 },
    }),
    within: 20_000,
    expect: { exit: 2, faults: ['browser/start'] },
  },
  {
    id: 'G01',
    what: 'doctor says why',
    run: by((desk) => sh(desk, 'echo cannot open the display >&2; exit 1'), {
      args: ['doctor', '--lang', 'en'],
    }),
    expect: { exit: 2, told: ['error browser/start', 'cannot open the display'] },
  },
  {
    id: 'G02',
    what: asRoot ? 'root: the browser is of nobody' : 'a user: the browser is his',
    meeting: long,
    run: async ({ desk }, env) => {
      const running = desk.start(oneBriefing, { ...env, SMTP_PASSWORD: 'canary' })
      const { pid } = await printing(desk)
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const user = asRoot ? nobody : process.getuid?.()
      expect(/^Uid:\t(.*)$/m.exec(status)?.[1]).toBe([user, user, user, user].join('\t'))
      if (asRoot) expect(/^Groups:\t(.*)$/m.exec(status)?.[1]?.trim()).toBe('')
      expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox')
      expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('canary')
      return running.ended
    },
    expect: { exit: 0 },
  },
  {
    id: 'G02',
    what: 'doctor says that the sandbox is on',
    args: ['doctor', '--lang', 'en'],
    expect: { exit: 0, told: ['browser sandbox: on'] },
  },
  ...(asRoot
    ? [
        {
          id: 'G02',
          what: 'root, and a browser that nobody else may run',
          run: by(
            (desk) => {
              const path = sh(desk, `exec '${real}' "$@"`)
              chmodSync(path, 0o700)
              return path
            },
            { args: ['doctor', '--lang', 'en'] },
          ),
          expect: { exit: 0, told: ['browser sandbox: off'] },
        } satisfies Row,
      ]
    : []),
  {
    id: 'G03',
    what: 'no user namespaces: doctor says so',
    run: by((desk) => sh(desk, apart('echo 0 > /proc/sys/user/max_user_namespaces')), {
      args: ['doctor', '--lang', 'en'],
    }),
    expect: { exit: 0, told: ['browser sandbox: off'] },
  },
  {
    id: 'G03',
    what: 'no user namespaces: the paper is made',
    meeting,
    run: by((desk) => sh(desk, apart('echo 0 > /proc/sys/user/max_user_namespaces'))),
    expect: { exit: 0, printed: ['نشست نمونه'] },
  },
  broken(
    'G04',
    'a library that is missing',
    (desk) =>
      sh(
        desk,
        `exec unshare --user --map-root-user --mount sh -c 'mount --bind /dev/null "$(ldd ${real} | sed -n "s/.*libnspr4.so => \\([^ ]*\\).*/\\1/p")" && exec "$@"' sh '${real}' "$@"`,
      ),
    'browser/start',
    ['libnspr4.so'],
  ),
  {
    id: 'G04',
    what: 'a /dev/shm of one page',
    meeting,
    run: by((desk) => sh(desk, apart('mount -t tmpfs -o size=4k tmpfs /dev/shm'))),
    expect: { exit: 0, printed: ['نشست نمونه'] },
  },
  broken(
    'G04',
    'too little room for addresses',
    (desk) => sh(desk, `ulimit -v 6000000; exec '${real}' "$@"`),
    'browser/start',
  ),
  broken('G04', 'a system call that ends the browser', (desk) => program(desk, filtered), 'browser/start', [
    'SIGSYS',
  ]),
  {
    id: 'G05',
    what: 'a page that is ended while it is printed is printed again; so is the one beside it',
    files: { 'a.yaml': long, 'b.yaml': long },
    run: async ({ desk }, env) => {
      const running = desk.start(buildAll(['a', 'b']), env)
      await printing(desk)
      endPages(desk, 1)
      return running.ended
    },
    expect: { exit: 0 },
    look: ({ desk }) => expect(papersOf(desk)).toEqual(['out/a/briefing.pdf', 'out/b/briefing.pdf']),
  },
  {
    id: 'G05',
    what: 'a page that crashes whenever it is printed is named, and those beside it are none the worse',
    files: { 'a.yaml': 'meeting: doomed\n', 'b.yaml': rowsOf(300), 'c.yaml': rowsOf(300), 'd.yaml': meeting },
    run: by((desk) => faulty(desk, 'loses a page'), { args: buildAll(['a', 'b', 'c', 'd']) }),
    expect: { exit: 2, faults: ['browser/crashed'], writes: /^out\/[bcd]\/briefing\.pdf$/ },
    look: ({ desk }) =>
      expect(papersOf(desk)).toEqual(['b', 'c', 'd'].map((name) => `out/${name}/briefing.pdf`)),
  },
  {
    id: 'G06',
    what: 'ended at the third of ten',
    files: many,
    run: async ({ desk }, env) => {
      const running = desk.start(buildAll(letters), env)
      await until(() => papersOf(desk).length >= 2)
      process.kill((await theBrowser(desk)).pid, 'SIGKILL')
      return running.ended
    },
    expect: { exit: 0 },
    look: ({ desk }) => expect(papersOf(desk)).toHaveLength(10),
  },
  {
    id: 'G06',
    what: 'ended at each print',
    files: many,
    run: by((desk) => faulty(desk, 'dies'), { args: buildAll(['a', 'b', 'c']) }),
    expect: { exit: 2, faults: ['browser/crashed'] },
  },
  {
    id: 'G06',
    what: 'ended while it starts, once',
    meeting,
    run: by((desk) => {
      mkdirSync(join(desk.base, 'open'))
      chmodSync(join(desk.base, 'open'), 0o777)
      return sh(desk, `mkdir '${desk.base}/open/once' 2>/dev/null && kill -9 $$; exec '${real}' "$@"`)
    }),
    expect: { exit: 0 },
  },
  ...(['browser', 'renderer'] as const).map((type): Row => ({
    id: 'G07',
    what: `a ${type} that stands still`,
    meeting: rowsOf(2000),
    args: oneBriefing,
    run: async ({ desk }, env) => {
      const running = desk.start(oneBriefing, smaller(env, { printSeconds: 5 }))
      let isOver = false
      void running.ended.then(() => (isOver = true))
      // On a machine that is busy the time may be up before anything is seen to be printed.
      await until(() => isOver || browsers(desk.temporary).some(isAtWork))
      for (const one of browsers(desk.temporary)) if (one.type === type) process.kill(one.pid, 'SIGSTOP')
      return running.ended
    },
    expect: { exit: 2, faults: ['print/timeout'] },
  })),
  {
    id: 'G07',
    what: 'a browser that stands still before it is up',
    meeting,
    args: oneBriefing,
    run: async ({ desk }, env) => {
      const running = desk.start(oneBriefing, smaller(env, { startSeconds: 3 }))
      process.kill((await theBrowser(desk)).pid, 'SIGSTOP')
      return running.ended
    },
    expect: { exit: 2, faults: ['browser/start'], told: ['timeout'] },
  },
  ...(Object.keys(ended) as (keyof typeof ended)[]).flatMap((signal) =>
    Object.keys(moments).map((moment) => signalled(signal, moment)),
  ),
  signalled('SIGINT', 'while it prints', 3),
  {
    id: 'G09',
    what: 'killed while it prints: the browser ends by itself, and the next start removes its folder',
    files: { 'a.yaml': rowsOf(2000), 'm.yaml': meeting },
    run: async ({ desk }, env) => {
      const running = desk.start(buildAll(['a']), env)
      await printing(desk)
      running.child.kill('SIGKILL')
      await running.ended
      await until(() => browsers(desk.temporary).length === 0)
      expect(readdirSync(desk.temporary)).toHaveLength(1)
      return desk.run(oneBriefing, env)
    },
    expect: { exit: 0 },
    look: ({ desk }) => expect(papersOf(desk)).toEqual(['out/m/briefing.pdf']),
  },
  {
    id: 'G10',
    what: 'the terminal is closed',
    meeting: rowsOf(2000),
    run: async ({ desk }, env) => {
      const code = join(desk.base, 'code')
      const line = join(desk.base, 'line')
      writeFileSync(
        line,
        `trap : HUP; ${jalaseh} build m.yaml; echo $? > '${code}.new'; mv '${code}.new' '${code}'\n`,
      )
      // The shell that leads the session goes with its terminal, and then the system tells all that it ran.
      const hangUp = `exec script --quiet --command 'sh ${line}; exit' /dev/null`
      const terminal = desk.start([], env, root, hangUp)
      await printing(desk)
      terminal.child.kill('SIGKILL')
      await until(() => existsSync(code))
      return { code: Number(readFileSync(code, 'utf8')), stdout: '', stderr: '' }
    },
    expect: { exit: 129 },
  },
  {
    id: 'G10',
    what: 'the shell that started it is killed',
    meeting: long,
    run: async ({ desk }, env) => {
      const parent = desk.start(['build', 'm.yaml', '--kind', 'briefing'], env, root, '"$@" & wait')
      await printing(desk)
      parent.child.kill('SIGKILL')
      const { stdout, stderr } = await parent.ended
      return { code: stdout === 'out/m/briefing.pdf\n' ? 0 : -1, stdout, stderr }
    },
    expect: { exit: 0 },
    look: ({ desk }) => expect(papersOf(desk)).toEqual(['out/m/briefing.pdf']),
  },
  {
    id: 'G10',
    what: 'nobody reads what it says',
    meeting: long,
    run: ({ desk }, env) => {
      const running = desk.start(['build', 'm.yaml', '--kind', 'briefing'], env)
      running.child.stdout?.destroy()
      running.child.stderr?.destroy()
      return running.ended
    },
    expect: { exit: 0 },
    look: ({ desk }) => expect(papersOf(desk)).toEqual(['out/m/briefing.pdf']),
  },
  {
    id: 'G10',
    what: 'all stand still for a while and go on',
    meeting: long,
    run: async ({ desk }, env) => {
      const running = desk.start(oneBriefing, env)
      await printing(desk)
      const family = [running.pid, ...browsers(desk.temporary).map(({ pid }) => pid)]
      for (const pid of family) process.kill(pid, 'SIGSTOP')
      await pause(2000)
      for (const pid of family.toReversed()) process.kill(pid, 'SIGCONT')
      return running.ended
    },
    expect: { exit: 0 },
  },
  {
    id: 'G12',
    what: 'more memory than it may',
    meeting: rowsOf(2000),
    args: oneBriefing,
    run: ({ desk }, env) => desk.run(oneBriefing, smaller(env, { mostMemory: 150 })),
    expect: { exit: 2, faults: ['browser/memory'], told: ['150 MB'] },
  },
  {
    id: 'G12',
    what: 'a page that takes more memory than it may is named, and not the one that was printed beside it',
    files: { 'a.yaml': long, 'b.yaml': 'meeting: doomed\n', 'c.yaml': rowsOf(300), 'd.yaml': meeting },
    run: by((desk) => faulty(desk, 'fills the memory'), {
      args: buildAll(['a', 'b', 'c', 'd']),
      numbers: { mostMemory: 600 },
    }),
    expect: { exit: 2, faults: ['browser/memory'], writes: /^out\/[acd]\/briefing\.pdf$/ },
    look: ({ desk }) =>
      expect(papersOf(desk)).toEqual(['a', 'c', 'd'].map((name) => `out/${name}/briefing.pdf`)),
  },
  ...['prints nothing', 'prints no PDF', 'prints no page'].map((wrong): Row => ({
    id: 'G13',
    what: wrong,
    meeting,
    args: oneBriefing,
    run: by((desk) => faulty(desk, wrong)),
    expect: { exit: 2, faults: ['browser/unfit'] },
  })),
  ...['tells half', 'talks nonsense'].map((wrong): Row => ({
    id: 'G15',
    what: `a browser that ${wrong}`,
    meeting,
    args: oneBriefing,
    run: by((desk) => faulty(desk, wrong)),
    expect: { exit: 2, faults: ['browser/crashed'] },
  })),
  {
    id: 'G16',
    what: 'a page that cannot be closed',
    meeting: 'meeting: "نشست \u6f22"\n',
    args: oneBriefing,
    run: by((desk) => faulty(desk, 'closes nothing')),
    expect: { exit: 1, faults: ['print/missing-glyph'] },
  },
  {
    id: 'G17',
    what: 'the first process of a container: nobody waits to be buried, and a killed browser is replaced',
    files: many,
    run: async ({ desk }, env) => {
      const user = asRoot ? '' : '--user --map-current-user'
      const alone = `exec unshare ${user} --pid --fork --mount-proc --kill-child "$@"`
      const running = desk.start(buildAll(letters), env, root, alone)
      await until(() => papersOf(desk).length >= 4)
      const browser = await theBrowser(desk)
      expect(zombiesOf(browser.parent)).toBe(0)
      process.kill(browser.pid, 'SIGKILL')
      return running.ended
    },
    expect: { exit: 0 },
    look: ({ desk }) => expect(papersOf(desk)).toHaveLength(10),
  },
  {
    id: 'G18',
    what: 'the browser of another run is left alone',
    files: { 'm.yaml': meeting, 'w.yaml': meeting },
    run: async ({ desk }, env) => {
      const other = desk.start(['build', 'w.yaml', '--kind', 'briefing', '--watch'], env)
      await until(() => /Waiting/.test(other.stderr()))
      const living = await theBrowser(desk)
      const profiles = readdirSync(desk.temporary)
      const end = await desk.run(oneBriefing, env)
      expect(browsers(desk.temporary).map(({ pid }) => pid)).toContain(living.pid)
      expect(readdirSync(desk.temporary)).toEqual(profiles)
      other.child.kill('SIGTERM')
      await other.ended
      return end
    },
    expect: { exit: 0 },
  },
  {
    id: 'G18',
    what: 'what was left of ours is removed, or of anybody like us a day ago; folders of others are left alone',
    meeting,
    run: async ({ desk }, env) => {
      const names = [
        `jalaseh-00000000-${gonePid()}-abcdef`,
        `jalaseh-${ownMark}-abcdef`,
        'jalaseh-abcdef',
        'other',
      ]
      for (const name of names) mkdirSync(join(desk.temporary, name))
      mkdirSync(join(desk.temporary, `jalaseh-${ownMark.replace(/\d+$/, String(gonePid()))}-abcdef`))
      const old = (mark: string): string => {
        const path = join(desk.temporary, `jalaseh-${mark}-abcdef`)
        mkdirSync(path)
        utimesSync(path, new Date('2020-01-01'), new Date('2020-01-01'))
        return path
      }
      old('00000001-4711')
      if (asRoot) {
        const path = old('00000002-4711')
        chownSync(path, 1234, 1234)
        names.push(basename(path))
      }
      const end = await desk.run(oneBriefing, env)
      expect(readdirSync(desk.temporary).toSorted()).toEqual(names.toSorted())
      for (const name of names) rmdirSync(join(desk.temporary, name))
      return end
    },
    expect: { exit: 0 },
  },
  {
    id: 'G19',
    what: 'Latin fonts alone in the system',
    meeting,
    run: ({ desk }, env) =>
      desk.run(oneBriefing, {
        ...env,
        ...onlyFonts(desk, ['pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf']),
      }),
    expect: { exit: 0, printed: ['نشست نمونه'] },
    look: ({ desk }) => {
      const pdf = readFileSync(join(desk.folder, 'out/m/briefing.pdf'), 'latin1')
      const fonts = [...pdf.matchAll(/\/BaseFont ?\/(?:[A-Z]{6}\+)?(\w+)/g)].map(([, name]) => name)
      expect([...new Set(fonts)]).toEqual(['Vazirmatn'])
    },
  },
  {
    ...broken(
      'G19',
      'no fonts in the system, which the browser does not survive',
      () => real,
      'browser/crashed',
    ),
    run: ({ desk }, env) => desk.run(oneBriefing, { ...env, ...onlyFonts(desk, []) }),
  },
  {
    id: 'G20',
    what: 'a browser that does not know what it is asked for',
    meeting,
    args: oneBriefing,
    run: by((desk) => faulty(desk, 'is of another age')),
    expect: { exit: 2, faults: ['browser/unfit'], told: ["'Audits.enable' wasn't found"] },
  },
  {
    id: 'G20',
    what: 'doctor prints, and finds it',
    run: by((desk) => faulty(desk, 'is of another age'), { args: ['doctor', '--lang', 'en'] }),
    expect: { exit: 2, told: ['browser/unfit', "'Audits.enable' wasn't found"] },
  },
]

export const rows: Row[] = all.map(({ run, ...row }) => ({
  ...row,
  ...(run && {
    run: async (world, env) => {
      const end = await run(world, env)
      await buried(world.desk)
      return end
    },
  }),
}))

/** The number of a process that has ended. */
const gonePid = (): number => spawnSync('true').pid

const zombiesOf = (parent: number): number =>
  readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const [state, owner] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return state === 'Z' && Number(owner) === parent
    } catch {
      return false
    }
  }).length

export const leftOut: LeftOut[] = [
  {
    id: 'G11',
    reason:
      'npm run soak prints 500 documents, every 20th hostile, and compares its end with its start; it takes minutes.',
  },
]
