// `build`, `pack`, `archive` and `mail`, each ended at random moments over the outputs of an older version of its meeting: no
// process is left, no file is broken, and the next run makes what a run makes that nobody disturbed.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import type { JudgePaper, Judged } from '../../src/archive/check-papers.ts'
import { verifyArchive } from '../../src/archive/verify.ts'
import type { Host } from '../../src/commands/host.ts'
import { run } from '../../src/commands/run.ts'
import { openLedger } from '../../src/ledger/ledger.ts'
import type { Fault } from '../../src/model/fault.ts'
import { readArchivedHead } from '../../src/paper/archived.ts'
import { judge, sourceOf } from '../../src/verdict.ts'
import { isDraft } from '../../src/workspace/drafts.ts'
import { snapshot } from '../corpus/after-check.ts'
import type { Snapshot } from '../corpus/after-check.ts'
import { Random } from '../fuzz/random.ts'
import { Desk, root } from './cli.ts'
import type { Ended } from './cli.ts'
import { ledgerFile, meetingText, settingsText } from './mail/office.ts'
import { annexPdf, hashOf, wordsOf } from './packs.ts'

/** To repeat a failure, as far as moments can be repeated: KILLS_SEED=… */
const seed = process.env.KILLS_SEED ?? String(Date.now())
/** Of each verb; the long run is KILLS=30. */
const kills = Number(process.env.KILLS ?? 12)
const signals = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const
type Signal = (typeof signals)[number]
/** Of whoever is told to end and does so in order. */
const codes: Partial<Record<Signal, number>> = { SIGINT: 130, SIGTERM: 143 }
/** What is made depends on the day. */
const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 25, 5) / 1000) }

interface Subject {
  args: string[]
  /** Of all kills of its verb. */
  share?: number
  /** Makes the outputs of an older version of the meeting, and lays the newer one in its place. */
  lay(desk: Desk): Promise<void>
  /** What the next run is called by; `args` unless said. */
  again?(desk: Desk): string[]
  /** What else holds whenever nothing runs. */
  look?(desk: Desk): Promise<void>
  /** What says in the end that all is well. */
  proof?: string[]
}

const forms = readFileSync(join(root, 'test/data/forms.yaml'), 'utf8')
const files = ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml']
/** Meetings that are made one after the other, so that there is much between all old and all new. */
const meetings = (desk: Desk, end: string): void =>
  files.forEach((file, n) => {
    desk.put(file, forms.replace('session: 5', `session: ${n + 1}`).replace('end: ۱۱:۰۰', `end: ${end}`))
  })

const build = ['build', ...files, '--kind', 'minutes', '--html']
const add = ['archive', 'add', ...files]
const pack = ['pack', 'm.yaml', '--for', 'all', '--archival']

/** A meeting with packs for some recipients. */
function plan(desk: Desk, edition: number, recipients: number): void {
  const more = 'annexes: [{ id: a1, title: پیوست نمونه, file: annex.pdf }]'
  desk.put('annex.pdf', annexPdf(`of edition ${edition}`))
  desk.put('m.yaml', meetingText({ recipients, edition, more }))
}

const subjects: Record<string, Subject> = {
  build: {
    args: build,
    async lay(desk) {
      meetings(desk, '۱۱:۰۰')
      await done(desk, build)
      meetings(desk, '۱۱:۳۰')
    },
  },
  pack: {
    args: pack,
    async lay(desk) {
      plan(desk, 1, 4)
      await done(desk, pack)
      plan(desk, 2, 4)
    },
    again: (desk) => (desk.has(journal) ? ['pack', 'm.yaml', '--resume'] : pack),
    look: async (desk) => expect(strayPacks(desk)).toEqual([]),
  },
  archive: {
    args: [...add, '--revision', 'اصلاح ساعت'],
    async lay(desk) {
      meetings(desk, '۱۱:۰۰')
      await done(desk, add)
      meetings(desk, '۱۱:۳۰')
    },
    proof: ['archive', 'verify'],
    look: async (desk) => expect(await archiveFaults(desk)).toEqual([]),
  },
  'mail, as drafts': {
    args: ['mail', 'm.yaml'],
    share: 0.5,
    async lay(desk) {
      desk.put('jalaseh.yaml', settingsText({}))
      plan(desk, 1, 4)
      await done(desk, ['mail', 'm.yaml'])
      plan(desk, 2, 4)
    },
  },
  'mail, into an outbox': {
    args: ['mail', 'm.yaml', '--send', '--yes'],
    share: 0.5,
    async lay(desk) {
      desk.put('jalaseh.yaml', settingsText({ deliver: 'outbox' }))
      plan(desk, 1, 12)
      await done(desk, ['mail', 'm.yaml', '--send', '--yes'])
      plan(desk, 2, 12)
      // What is killed is the sending, for the most part.
      await done(desk, ['pack', 'm.yaml', '--for', 'all'])
    },
    async look(desk) {
      const rows = await letters(desk)
      const subjects = rows.map(({ edition, address }) => `${edition} ${address}`)
      expect(subjects).toHaveLength(new Set(subjects).size)
      const handedOver = rows.flatMap(({ id, state }) => (state === 'sent' ? `${id}.eml` : []))
      expect(readdirSync(join(desk.folder, 'mail/ready'))).toEqual(expect.arrayContaining(handedOver))
    },
  },
}

async function done(desk: Desk, args: string[]): Promise<Ended> {
  const ended = await desk.run(args, env)
  expect([ended.code, ended.code === 0 ? '' : ended.stderr]).toEqual([0, ''])
  return ended
}

function copyOf({ folder }: Desk): Desk {
  const desk = new Desk()
  cpSync(folder, desk.folder, { recursive: true })
  return desk
}

const journal = 'out/m/packs/.journal.jsonl'
const chain = 'archive/chain.jsonl'
const staging = 'archive/tmp/'
const isDatabase = (path: string): boolean => /\.sqlite(?:-\w+)?$/.test(path)

/** What is on its way to its name, and was to be gone. */
const unfinished = (desk: Desk): string[] => [
  ...[...snapshot(desk).keys()].filter((path) => isDraft(basename(path)) || path.startsWith(staging)),
  ...readdirSync(desk.temporary),
]

/** Processes that were started from a desk, by whatever way. */
function living(desk: Desk): string[] {
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      // It has ended meanwhile, or is somebody else's.
      return ''
    }
  }
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return numbers.flatMap((pid) => {
    const command = read(`/proc/${pid}/cmdline`)
    const isOurs = (command + read(`/proc/${pid}/environ`)).includes(desk.base)
    return isOurs ? `${pid} ${command.replaceAll('\0', ' ')}` : []
  })
}

/** Files that are neither as they were nor as they were to become, and those that were there and are gone. */
function broken(desk: Desk, before: Snapshot, goal: Snapshot): string[] {
  const now = snapshot(desk)
  const gone = [...before.keys()].filter((path) => !now.has(path) && !isDatabase(path))
  const strange = [...now].flatMap(([path, digest]) => {
    const passes = isDraft(basename(path)) || path.startsWith(staging) || path === journal
    if (passes || isDatabase(path) || path === chain) return []
    return digest === before.get(path) || digest === goal.get(path) ? [] : path
  })
  return [...gone, ...strange]
}

/** Packs of which the journal says that they are there as they were made, and are not. */
function strayPacks(desk: Desk): string[] {
  const text = desk.has(journal) ? readFileSync(join(desk.folder, journal), 'utf8') : ''
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  return lines.slice(1, -1).flatMap((line) => {
    const { files } = JSON.parse(line) as { files: { name: string; sha256: string }[] }
    return files.flatMap(({ name, sha256 }) => {
      const path = join(desk.folder, 'out/m/packs', name)
      return existsSync(path) && hashOf(readFileSync(path)) === sha256 ? [] : name
    })
  })
}

/** Lends a copy of the desk's ledger, which is checked: to open one that was left open is to mend it. */
async function withLedger<T>(desk: Desk, work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(desk.base, 'ledger-'))
  try {
    const names = readdirSync(join(desk.folder, 'mail')).filter(isDatabase)
    for (const name of names) cpSync(join(desk.folder, 'mail', name), join(folder, name))
    const file = join(folder, basename(ledgerFile(desk)))
    return await work(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the ledger says of each letter, but for who sent it when. */
const letters = (desk: Desk) =>
  withLedger(desk, async (file) => {
    {
      using database = new DatabaseSync(file)
      expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    }
    using ledger = openLedger(file)
    const rows = await ledger.list()
    return rows
      .map(({ id, edition, address, state, eml }) => ({ id, edition, address, state, eml }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  })

/** The time that leases take, without the wait. */
function pass(desk: Desk): void {
  if (!desk.has('mail/ledger.sqlite')) return
  using database = new DatabaseSync(ledgerFile(desk))
  database.exec('update delivery set lease_until = 0 where lease_until is not null')
}

const judged: Judged = new Map()

/** But for what the next writer finishes. */
async function archiveFaults(desk: Desk): Promise<Fault[]> {
  const judgePaper: JudgePaper = (pdf, path) => {
    const { inspection, faults } = judge(pdf, path)
    if ('unknown' in inspection) return { faults }
    return { faults, source: sourceOf(inspection)?.bytes, head: readArchivedHead(inspection.printed) }
  }
  const { faults } = await verifyArchive(join(desk.folder, 'archive'), { judgePaper, judged })
  return faults.filter(({ code }) => code !== 'archive/pending')
}

/** What files are compared with is itself read in full, by readers of its kind. */
async function expectReadable(desk: Desk): Promise<void> {
  const kinds = new Set<string>()
  for (const path of snapshot(desk).keys()) {
    const bytes = readFileSync(join(desk.folder, path))
    const kind = /\.(?:pdf|json|eml|html)$/.exec(path)?.[0] ?? ''
    if (kind === '.json') JSON.parse(bytes.toString())
    if (kind === '.html') expect(bytes.toString()).toMatch(/^<!doctype html>[^]*<\/html>\s*$/i)
    if (kind === '.pdf' && path !== 'annex.pdf') {
      expect(`${bytes.toString('latin1', 0, 5)} ${bytes.subarray(-6).toString('latin1')}`).toMatch(
        /^%PDF- .?%%EOF\n?$/s,
      )
      expect(await wordsOf(bytes)).toContain('نمونه')
    }
    if (kind === '.eml') {
      const { attachments } = await PostalMime.parse(bytes)
      expect(attachments.map(({ mimeType }) => mimeType)).toContain('application/pdf')
    }
    kinds.add(kind)
  }
  expect(kinds.has('.pdf')).toBe(true)
}

/** All that is there, but for when it was done. */
async function contents(desk: Desk): Promise<{ files: Snapshot; letters: unknown[] }> {
  const files = new Map([...snapshot(desk)].filter(([path]) => !isDatabase(path)))
  return { files, letters: desk.has('mail/ledger.sqlite') ? await letters(desk) : [] }
}

/** Ends a run, unless it has ended before: then nothing is given back. */
async function kill(desk: Desk, args: string[], signal: Signal, after: number): Promise<Ended | undefined> {
  const { child, ended: ending } = desk.start(args, env)
  await Promise.race([pause(after), ending])
  if (child.exitCode !== null) {
    expect(await ending).toMatchObject({ code: 0 })
    return undefined
  }
  child.kill(signal)
  const ended = await ending
  expect(ended.stderr).not.toMatch(/\n {4}at |This is a bug/)
  const { signalCode } = child
  // It may have come too early to be heard, or too late.
  if (signalCode === null) expect([0, codes[signal]]).toContain(ended.code)
  else expect(signalCode).toBe(signal)
  return ended
}

/** Whoever is told to end before anything is made makes nothing, but for the journal of what was to be made. */
async function toldAtOnce(first: Desk, args: string[], before: Snapshot): Promise<void> {
  using desk = copyOf(first)
  const host: Host = {
    cwd: desk.folder,
    now: new Date(Number(env.SOURCE_DATE_EPOCH) * 1000),
    language: 'en',
    signal: AbortSignal.abort('told'),
    out: () => {},
    err: () => {},
    confirm: () => Promise.resolve(false),
    terminal: false,
  }
  await expect(run(args, host)).rejects.toBe('told')
  expect(broken(desk, before, before)).toEqual([])
  expect(unfinished(desk)).toEqual([])
}

test.concurrent.for(Object.entries(subjects))(
  '%s',
  { timeout: 900_000 },
  async ([name, { args, share = 1, lay, again, look, proof }], { expect: own, onTestFailed }) => {
    const random = new Random(`${seed} ${name}`)
    let last = 'not killed yet'
    onTestFailed(() => {
      process.stderr.write(`KILLS_SEED=${seed}, ${name}: ${last}\n`)
    })
    using first = new Desk()
    await lay(first)
    const before = snapshot(first)
    await toldAtOnce(first, args, before)
    using whole = copyOf(first)
    const begun = performance.now()
    await done(whole, args)
    let length = performance.now() - begun
    const [start, goal] = [await contents(first), await contents(whole)]
    expect(goal).not.toEqual(start)
    await expectReadable(whole)

    let desk = copyOf(first)
    let isFresh = true
    const anew = (): void => {
      desk[Symbol.dispose]()
      desk = copyOf(first)
      isFresh = true
    }
    try {
      for (let n = 0; n < kills * share;) {
        const signal = signals[n % signals.length]!
        const after = random.below(length * 1.1)
        last = `${signal} no. ${n + 1} after ${after} of ${Math.round(length)} ms${isFresh ? '' : ', again'}`
        const started = performance.now()
        const ended = await kill(desk, args, signal, after)
        if (ended === undefined) {
          // The machine is faster than it was; or little had been left to do.
          if (isFresh) length = performance.now() - started
          anew()
          continue
        }
        n++
        await own.poll(() => living(desk), { timeout: 20_000 }).toEqual([])
        if (signal !== 'SIGKILL') await own.poll(() => unfinished(desk), { timeout: 20_000 }).toEqual([])
        expect(broken(desk, before, goal.files)).toEqual([])
        await look?.(desk)
        if (ended.code === 0) expect(await contents(desk)).toEqual(goal)
        isFresh = false
        // Half of the runs find what the one before them left.
        if (signal !== 'SIGKILL') {
          if (random.below(2) === 0) anew()
          continue
        }
        const isUntouched = isDeepStrictEqual(await contents(desk), start)
        pass(desk)
        const resumed = performance.now()
        await done(desk, again?.(desk) ?? args)
        if (isUntouched) length = performance.now() - resumed
        // A run that has nothing to print starts no browser, which would clear up after the one before it.
        if (unfinished(desk).length > 0) await done(desk, ['doctor'])
        expect(unfinished(desk)).toEqual([])
        expect(await contents(desk)).toEqual(goal)
        await look?.(desk)
        if (proof) expect(await desk.run(proof)).toMatchObject({ code: 0, stderr: '' })
        anew()
      }
    } finally {
      desk[Symbol.dispose]()
    }
  },
)
