/** Runs the command line in a folder of its own, and looks at what it leaves behind. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const root = join(import.meta.dirname, '../..')

export interface Ended {
  /** As a shell shows it: 128 and the signal's number where the process was ended by one. */
  code: number
  stdout: string
  stderr: string
}

export interface Running {
  pid: number
  child: ChildProcess
  stdout(): string
  stderr(): string
  ended: Promise<Ended>
}

/** What a fault of `--json` is known by. */
export interface Told {
  code: string
  severity: string
  file?: string
  line?: number
  column?: number
}

/** A folder to work in, and beside it the temporary folder that browsers are given. */
export class Desk implements Disposable {
  readonly base = mkdtempSync(join(tmpdir(), 'e2e-'))
  readonly folder = join(this.base, 'work')
  readonly temporary = join(this.base, 'tmp')
  readonly children: ChildProcess[] = []

  constructor() {
    mkdirSync(this.folder)
    mkdirSync(this.temporary)
    // As root the browser runs as another user, who must reach its profile.
    for (const path of [this.base, this.temporary]) chmodSync(path, 0o755)
  }

  put(name: string, content: string | Uint8Array): void {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }

  /**
   * @param program the product's folder, where it is not this one
   * @param through a shell line that runs the command line as "$@"
   */
  start(args: string[], env: Record<string, string> = {}, program = root, through?: string): Running {
    const command = [process.execPath, join(program, 'src/cli.ts'), ...args]
    const [file = '', ...rest] = through === undefined ? command : ['sh', '-c', through, 'sh', ...command]
    const child = spawn(file, rest, {
      cwd: this.folder,
      env: {
        ...process.env,
        LANG: 'C',
        LC_ALL: 'C',
        NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
        TMPDIR: this.temporary,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.children.push(child)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const ended = new Promise<Ended>((resolve) => {
      // A process that dies of a signal has no exit code of its own.
      child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }))
    })
    return { pid: child.pid ?? 0, child, stdout: () => stdout, stderr: () => stderr, ended }
  }

  run(args: string[], env?: Record<string, string>, program?: string): Promise<Ended> {
    return this.start(args, env, program).ended
  }

  /** Files in the folder, by their paths. */
  files(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' }).toSorted()
  }

  has(name: string): boolean {
    return existsSync(join(this.folder, name))
  }

  /** Profile folders and living browsers that were started from this desk. */
  leftovers(): string[] {
    const profiles = readdirSync(this.temporary).filter((name) => name.startsWith('jalaseh-'))
    return [...profiles, ...browsers(this.temporary).map(({ pid, type }) => `${pid} ${type}`)]
  }

  [Symbol.dispose](): void {
    for (const child of this.children)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    rmSync(this.base, { recursive: true, force: true, maxRetries: 3 })
  }
}

interface BrowserProcess {
  pid: number
  group: number
  parent: number
  type: string
  /** Hundredths of a second of work. */
  ticks: number
}

/** Process groups of browsers, each led by the browser itself; kept, for what it started may outlive it. */
const groups = new Map<string, Set<number>>()

/** Processes of browsers whose profile lies in the folder; those that only wait for their parent do not count. */
export function browsers(folder: string): BrowserProcess[] {
  const known = groups.get(folder) ?? new Set<number>()
  groups.set(folder, known)
  const living = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      if (fields[0] === 'Z' || fields[0] === 'X') return []
      if (command.includes(`--user-data-dir=${folder}/`)) known.add(Number(fields[2]))
      const type = /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser'
      const ticks = Number(fields[11]) + Number(fields[12])
      return [{ pid: Number(name), parent: Number(fields[1]), group: Number(fields[2]), type, ticks }]
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
  return living.filter(({ group }) => known.has(group))
}

/** Waits until something is there. The test's own limit of time ends a wait in vain. */
export async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (;;) {
    const found = look()
    if (found !== undefined && found !== false) return found
    await pause(10)
  }
}

/** The browser of a desk, once its page has been at work for so long that it must be in the middle of a large paper. */
export function atWork(desk: Desk): Promise<BrowserProcess> {
  return until(() => {
    const all = browsers(desk.temporary)
    const busy = all.some(({ type, ticks }) => type === 'renderer' && ticks > 60)
    return busy && all.find(({ type }) => type === 'browser')
  })
}

/** The browser of a desk, once a page of it is being laid out. @param but another one, that was ended */
export function printing(desk: Desk, but?: number): Promise<BrowserProcess> {
  return until(() => {
    const all = browsers(desk.temporary).filter(({ group }) => group !== but)
    const busy = all.some(({ type, ticks }) => type === 'renderer' && ticks > 15)
    return busy && all.find(({ type }) => type === 'browser')
  })
}

/** A meeting that takes a browser many seconds to print. */
export function largeMeeting(): string {
  const words = 'گزارش نمونه از روند کار و رقم\u200cهای آن در سطح استان. '.repeat(12)
  const rows = Array.from(
    { length: 2000 },
    (_, n) => `  - { speaker: سخنران شمارهٔ ${n}, theme: محور ${n % 9}, text: "${words}" }`,
  )
  return `meeting: x\nstatements:\n${rows.join('\n')}\n`
}

/** Faults of a `--json` answer. */
export function told({ stdout }: Ended): Told[] {
  return (JSON.parse(stdout) as { faults: Told[] }).faults
}

export const errorsOf = (ended: Ended): string[] =>
  told(ended)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, line, column }) => (line === undefined ? code : `${line}:${column} ${code}`))
