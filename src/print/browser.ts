import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { CDPSession, Connection, ConnectionTransport } from 'puppeteer'
import { PrintFailure } from './failure.ts'
import { watchMemory } from './memory.ts'
import { makeProfile, nobody, removeLeftProfiles } from './profile.ts'

const startSeconds = 30
/** A briefing of two thousand statements takes a quarter of it. In megabytes. */
const mostMemory = 3000
/** A longer text is none that Node could hold. */
const mostMessage = 500_000_000
const sandboxWording =
  /No usable sandbox|Running as root without --no-sandbox|Failed to move to new namespace|zygote_host_impl_linux/
const deniedWording = /EACCES|Permission denied/i

/** A browser of our own: one process group, one throw-away profile, both gone when it is disposed of. */
export interface PrintBrowser extends AsyncDisposable {
  readonly connection: Connection
  /** Whether the pipe to the browser is open. */
  readonly connected: boolean
  /** 'none' when the system allows no sandbox: the page is still held by its policy and the network flags. */
  readonly sandbox: 'on' | 'none'
  readonly pid: number
  /** The profile's folder, in the temporary directory. */
  readonly profile: string
  /** Aborted with browser/crashed, or browser/memory, when the process ends. */
  readonly crashed: AbortSignal
  /** Attaches to a page of its own: first the one that the browser opened with, then new ones. */
  attachPage(): Promise<{ targetId: string; session: CDPSession }>
  /** Ends the whole process group at once. */
  kill(): void
}

interface Attempt {
  user: 'same' | 'nobody'
  sandbox: 'on' | 'none'
}

interface Running {
  child: ChildProcess
  pid: number
  profile: string
  transport: ConnectionTransport
  exited: Promise<string>
  stderr(): string
  kill(): void
  release(): Promise<void>
}

function flags(profile: string, sandbox: Attempt['sandbox']): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    // No name resolves and every connection, loopback too, goes to a port where nobody listens.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=http://127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--no-first-run',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-dev-shm-usage',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--password-store=basic',
    '--mute-audio',
    ...(sandbox === 'none' ? ['--no-sandbox'] : []),
    'about:blank',
  ]
}

/** The browser is given no secrets of ours: not process.env, only what it cannot start without. */
function minimalEnv(profile: string): Record<string, string> {
  const env: Record<string, string> = { HOME: profile, TMPDIR: join(profile, 'tmp'), LANG: 'C.UTF-8' }
  for (const name of [
    'PATH',
    'FONTCONFIG_FILE',
    'FONTCONFIG_PATH',
    'SystemRoot',
    'LOCALAPPDATA',
    'PROGRAMFILES',
  ]) {
    const value = process.env[name]
    if (value !== undefined) env[name] = value
  }
  if (process.platform === 'win32') env.TEMP = env.TMP = join(profile, 'tmp')
  return env
}

/** @param strange told what the browser says that cannot be understood */
function pipeTransport(child: ChildProcess, strange: (message: string) => void): ConnectionTransport {
  const input = child.stdio[3] as Writable
  const output = child.stdio[4] as Readable
  let rest: Buffer[] = []
  let waiting = 0
  const transport: ConnectionTransport = {
    send(message) {
      input.write(`${message}\0`)
    },
    close() {
      input.destroy()
      output.destroy()
    },
  }
  const receive = async (message: string): Promise<void> => {
    // What comes after nonsense is not listened to.
    if (output.destroyed) return
    try {
      await transport.onmessage?.(message)
    } catch {
      output.destroy()
      strange(message)
    }
  }
  output.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      rest.push(chunk.subarray(start, end))
      const message = Buffer.concat(rest).toString('utf8')
      rest = []
      waiting = 0
      start = end + 1
      // One message a turn, so that what a message resolves is seen before the next.
      setImmediate(() => void receive(message))
    }
    if (start === chunk.length) return
    rest.push(chunk.subarray(start))
    waiting += chunk.length - start
    if (waiting <= mostMessage) return
    output.destroy()
    strange(rest[0]!.toString('utf8'))
    rest = []
  })
  output.on('close', () => transport.onclose?.())
  // A broken pipe means that the browser has gone, which its exit reports.
  input.on('error', () => {})
  output.on('error', () => {})
  return transport
}

function start(executable: string, attempt: Attempt): Running {
  const asNobody = attempt.user === 'nobody'
  const profile = makeProfile(attempt.user)

  let child: ChildProcess
  try {
    child = spawn(executable, flags(profile, attempt.sandbox), {
      cwd: profile,
      env: minimalEnv(profile),
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // Its own process group, so that the whole family can be ended at once.
      detached: process.platform !== 'win32',
      ...(asNobody ? { uid: nobody, gid: nobody } : {}),
    })
  } catch (error) {
    rmSync(profile, { recursive: true, force: true })
    throw error
  }

  let gone = false
  let nonsense: string | undefined
  let log = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString('utf8')).slice(-8000)
  })
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      gone = true
      resolve(error.code ?? error.message)
    })
    // 'close' would wait for helpers that hold the pipes; the leader's exit is what counts.
    child.once('exit', (code, signal) => {
      gone = true
      setImmediate(() => resolve(nonsense ?? signal ?? String(code)))
    })
  })
  const pid = child.pid ?? -1
  const kill = (): void => {
    if (pid <= 0) return
    if (process.platform === 'win32') {
      if (!gone) spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
      return
    }
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // The group has already ended.
    }
  }
  const cleanUp = (): void => {
    kill()
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
    } catch {
      // The process is ending; a folder in the temporary directory is all that stays.
    }
  }
  watchOver(cleanUp)

  const release = async (): Promise<void> => {
    kill()
    await exited
    for (const stream of child.stdio) stream?.destroy()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    leave(cleanUp)
  }
  const transport = pipeTransport(child, (message) => {
    nonsense ??= `nonsense: ${JSON.stringify(message.slice(0, 80))}`
    kill()
  })
  return { child, pid, profile, transport, exited, stderr: () => log, kill, release }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const living = new Set<() => void>()

function cleanAll(): void {
  for (const cleanUp of living) cleanUp()
  living.clear()
}

function onSignal(signal: NodeJS.Signals): void {
  // Whoever else listens decides how the process ends, and its end cleans up.
  if (process.listenerCount(signal) > 1) return
  cleanAll()
  for (const name of signals) process.off(name, onSignal)
  process.kill(process.pid, signal)
}

/** Sees to it that the browser and its profile do not outlive our process, however that ends, SIGKILL excepted. */
function watchOver(cleanUp: () => void): void {
  if (living.size === 0) {
    process.on('exit', cleanAll)
    for (const name of signals) process.on(name, onSignal)
  }
  living.add(cleanUp)
}

function leave(cleanUp: () => void): void {
  living.delete(cleanUp)
  if (living.size > 0) return
  process.off('exit', cleanAll)
  for (const name of signals) process.off(name, onSignal)
}

/** The next, weaker way to start, or nothing when the failure is of another kind. */
function fallback(attempt: Attempt, reason: string): Attempt | undefined {
  if (deniedWording.test(reason) && attempt.user === 'nobody') return { user: 'same', sandbox: 'none' }
  if (sandboxWording.test(reason) && attempt.sandbox === 'on') return { ...attempt, sandbox: 'none' }
  return undefined
}

type ConnectionClass = new (url: string, transport: ConnectionTransport) => Connection

/** puppeteer's connection alone: all of puppeteer takes longer to load than the browser takes to start. */
async function importConnection(): Promise<ConnectionClass> {
  const library = await import('puppeteer-core/internal/cdp/Connection.js')
  return library.Connection as unknown as ConnectionClass
}

/**
 * Starts a browser, with its sandbox where the system allows one; as root it runs as nobody.
 * @throws PrintFailure browser/missing, browser/temporary, browser/start (and later, by `crashed`, browser/crashed or browser/memory); the signal's reason when it is aborted
 */
export async function launchBrowser({
  executable,
  signal,
  memory = mostMemory,
}: {
  executable: string | undefined
  signal?: AbortSignal
  /** The browser is ended when it takes more, in megabytes. */
  memory?: number
}): Promise<PrintBrowser> {
  const asked = process.env.JALASEH_BROWSER ?? ''
  if (executable === undefined) throw new PrintFailure('browser/missing', { asked })
  const library = importConnection()
  library.catch(() => {})
  await removeLeftProfiles()
  signal?.throwIfAborted()

  let attempt: Attempt | undefined = { user: process.getuid?.() === 0 ? 'nobody' : 'same', sandbox: 'on' }
  for (;;) {
    let running: Running
    try {
      running = start(executable, attempt)
    } catch (error) {
      if (error instanceof PrintFailure) throw error
      // Node throws some spawn errors and emits others.
      const reason = (error as NodeJS.ErrnoException).code ?? String(error)
      attempt = fallback(attempt, reason)
      if (attempt !== undefined) continue
      throw new PrintFailure('browser/start', { executable, reason }, error)
    }
    const outcome = await connect(running, library, signal)
    if ('connection' in outcome) return printBrowser(running, outcome.connection, attempt.sandbox, memory)
    await running.release()
    signal?.throwIfAborted()
    if (outcome.reason === 'ENOENT') throw new PrintFailure('browser/missing', { asked })
    const reason = `${outcome.reason} ${running.stderr()}`
    attempt = fallback(attempt, reason)
    if (attempt === undefined) {
      throw new PrintFailure(
        'browser/start',
        { executable, reason: reason.trim().slice(-600) },
        outcome.cause,
      )
    }
  }
}

type Outcome = { connection: Connection } | { reason: string; cause?: unknown }

async function connect(
  running: Running,
  library: Promise<ConnectionClass>,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const deadline = Promise.withResolvers<Outcome>()
  const timer = setTimeout(() => deadline.resolve({ reason: 'timeout' }), startSeconds * 1000)
  const onAbort = (): void => deadline.resolve({ reason: 'aborted' })
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    const connected = library
      .then(async (PipeConnection): Promise<Outcome> => {
        const connection = new PipeConnection('', running.transport)
        // The first answer says that the browser is up; from here on it tells of pages that go.
        await connection.send('Target.setDiscoverTargets', { discover: true })
        return { connection }
      })
      // When the browser ended first, its own words say more than the broken connection.
      .catch(async (cause: unknown): Promise<Outcome> => {
        const ended = await Promise.race([
          running.exited,
          new Promise<void>((done) => {
            setTimeout(done, 1000)
          }),
        ])
        return { reason: ended ?? String(cause), cause }
      })
    const ended = running.exited.then((reason): Outcome => ({ reason }))
    return await Promise.race([connected, ended, deadline.promise])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}

/** Hands out the pages of a browser, each to one taker. */
function pageSource(connection: Connection): PrintBrowser['attachPage'] {
  let blankTaken = false
  const openingPage = async (): Promise<string | undefined> => {
    const { targetInfos } = await connection.send('Target.getTargets')
    return targetInfos.find(({ type, url }) => type === 'page' && url === 'about:blank')?.targetId
  }
  return async () => {
    const first = !blankTaken
    blankTaken = true
    const targetId =
      (first ? await openingPage() : undefined) ??
      (await connection.send('Target.createTarget', { url: 'about:blank' })).targetId
    const session = await connection.createSession({
      targetId,
      type: 'page',
      title: '',
      url: 'about:blank',
      attached: false,
      canAccessOpener: false,
    })
    return { targetId, session }
  }
}

function printBrowser(
  running: Running,
  connection: Connection,
  sandbox: Attempt['sandbox'],
  memory: number,
): PrintBrowser {
  let disposed: Promise<void> | undefined
  const crash = new AbortController()
  const watch = watchMemory(running.pid, memory, () => {
    crash.abort(new PrintFailure('browser/memory', { limit: String(memory) }))
    running.kill()
  })
  void running.exited.then((reason) => {
    watch[Symbol.dispose]()
    // Whatever still prints is told that there is nothing to wait for.
    crash.abort(new PrintFailure('browser/crashed', { reason }))
  })
  return {
    connection,
    get connected() {
      return !(running.child.stdio[4] as Readable).closed
    },
    sandbox,
    pid: running.pid,
    profile: running.profile,
    crashed: crash.signal,
    attachPage: pageSource(connection),
    kill: running.kill,
    [Symbol.asyncDispose]() {
      // Nothing in the profile is worth an orderly end, which takes five times as long.
      disposed ??= running.release()
      return disposed
    },
  }
}
