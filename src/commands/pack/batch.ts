/** Makes the packs that are not there yet: one browser, shared parts once, each pack written as soon as it is whole. */
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import type { House } from '../../paper/head.ts'
import type { Look } from '../../pipeline.ts'
import { staleCopies } from '../../workspace/stale-copies.ts'
import { WriteFailure, writeTogether } from '../../workspace/write.ts'
import { isError } from '../host.ts'
import type { Host } from '../host.ts'
import type { Prepared } from '../prepare.ts'
import { openPress } from '../press.ts'
import type { Print } from '../press.ts'
import { startProgress } from '../progress.ts'
import { openAnnexes } from './annexes.ts'
import { makeArchiveFile } from './archive-file.ts'
import { makePack, stampFacts } from './make-pack.ts'
import type { Binding } from './make-pack.ts'
import { isThere, knownPacks, openJournal } from './manifest.ts'
import type { FailedPack, PackEntry } from './manifest.ts'
import type { PackOptions } from './options.ts'
import type { Planned } from './plan.ts'
import { Sheets } from './sheets.ts'
import { uncounted } from './stamping.ts'
import { isAll } from './targets.ts'

export interface Batch {
  /** Of this run: made, or there already. */
  entries: PackEntry[]
  failed: FailedPack[]
  /** How many of the entries were there already. */
  kept: number
  faults: Fault[]
}

export interface Workplace {
  /** Where the packs lie. */
  folder: string
  house: House
  look: Look
  options: PackOptions
  prepared: Prepared
  edition: number
}

export async function makeBatch(plans: readonly Planned[], at: Workplace, host: Host): Promise<Batch> {
  const { folder, options, prepared, edition } = at
  const known = await knownPacks(folder)
  const kept = new Map<Planned, PackEntry>()
  for (const planned of plans) {
    const before = known.find(({ key }) => key === planned.key)
    if (before !== undefined && (await isThere(folder, before))) kept.set(planned, before)
  }
  const due = plans.filter((planned) => planned.plan !== undefined && !kept.has(planned))
  const refused = plans.flatMap(({ target, fault: found }) => (found ? [failedAs(target, found)] : []))
  const told: Fault[] = plans.flatMap((planned) => planned.fault ?? [])
  const made = new Map<Planned, PackEntry>()
  const failed: FailedPack[] = [...refused]
  if (due.length > 0) {
    const annexes = due.flatMap(({ plan }) => plan?.shared.content.annexes ?? [])
    const needed = [...new Map(annexes.map((file) => [file.row.id, file])).values()]
    const { open, faults } = await openAnnexes(needed, host)
    told.push(...faults)
    if (faults.some(isError)) return { entries: [], failed, kept: 0, faults: told }
    await using press = openPress(host.signal)
    press.warm()
    const journal = await openJournal(folder, options, [...kept.values()])
    using progress = startProgress(due.length, host)
    const binding: Binding = { open, sheets: new Sheets(at.house, at.look), fit: options.fit ?? false }
    await press.run([(print) => addOwnStamps(due, binding, print)])
    const results = await press.run(
      due.map((planned) => async (print) => {
        const result = await makeOne(planned, at, binding, print)
        if ('entry' in result) {
          made.set(planned, result.entry)
          await journal.add(result.entry)
        }
        progress.step()
        return result
      }),
    )
    results.forEach((result, index) => {
      told.push(...result.faults)
      if ('failed' in result) failed.push(failedAs(due[index]!.target, result.failed))
    })
    const entries = entriesOf(plans, made, kept)
    const others = othersOf(known, plans, entries)
    await journal.close({
      format: 1,
      meeting: prepared.slug,
      edition,
      packs: [...entries, ...others].toSorted((a, b) => a.copy - b.copy),
      failed,
    })
  }
  const entries = entriesOf(plans, made, kept)
  const stale = options.for.some(isAll) ? await staleFault(folder, plans) : []
  return { entries, failed, kept: kept.size, faults: distinct([...told, ...stale]) }
}

const entriesOf = (
  plans: readonly Planned[],
  made: ReadonlyMap<Planned, PackEntry>,
  kept: ReadonlyMap<Planned, PackEntry>,
): PackEntry[] => plans.flatMap((planned) => made.get(planned) ?? kept.get(planned) ?? [])

/** Packs of earlier runs that this one was not asked for. */
function othersOf(
  known: readonly PackEntry[],
  plans: readonly Planned[],
  entries: readonly PackEntry[],
): PackEntry[] {
  const asked = new Set([
    ...plans.map(({ target }) => `${target.name}.pdf`),
    ...entries.flatMap(({ files }) => files.map(({ name }) => name)),
  ])
  const others = known.filter(({ files }) => files.every(({ name }) => !asked.has(name)))
  return [...new Map(others.toReversed().map((entry) => [entry.files[0]?.name, entry])).values()]
}

/** Stamps of all recipients in one print; where that fails, each pack prints its own, and the one to blame is named. */
async function addOwnStamps(due: readonly Planned[], { sheets }: Binding, print: Print): Promise<void> {
  const texts = due.flatMap(({ plan }) => (plan ? uncounted(stampFacts(plan)) : []))
  await sheets.add(texts, print)
}

type Result = { entry: PackEntry; faults: Fault[] } | { failed: Fault; faults: Fault[] }

async function makeOne(
  { target, plan, key = '' }: Planned,
  { folder, options, prepared }: Workplace,
  binding: Binding,
  print: Print,
): Promise<Result> {
  if (plan === undefined) throw new Error('a pack without a plan was to be made')
  const failing = (found: Fault): Result => ({ failed: found, faults: [found] })
  const made = await makePack(plan, binding, print)
  if ('fault' in made) return failing(made.fault)
  const files = [{ name: `${target.name}.pdf`, content: made.pdf }]
  const faults = [...made.faults]
  if (options.archival && plan.shared.content.papers.length > 0) {
    const archive = await makeArchiveFile(plan, basename(prepared.name), print)
    if ('fault' in archive) return failing(archive.fault)
    faults.push(...archive.faults)
    files.push({ name: `${target.name}-archive.pdf`, content: archive.pdf })
  }
  try {
    await writeTogether(files.map(({ name, content }) => ({ path: join(folder, name), content })))
  } catch (error) {
    if (error instanceof WriteFailure) return failing(error.fault)
    throw error
  }
  const { recipient } = target
  const entry: PackEntry = {
    copy: recipient?.copy ?? 0,
    name: recipient?.name ?? '',
    ...(recipient?.address !== undefined && { address: recipient.address }),
    ...(recipient && { clearance: recipient.clearance }),
    class: plan.shared.seen.briefing.class,
    files: files.map(({ name, content }) => ({
      name,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
    pages: made.pages,
    key,
  }
  return { entry, faults }
}

const failedAs = ({ recipient }: Planned['target'], { code }: Fault): FailedPack => ({
  copy: recipient?.copy ?? 0,
  name: recipient?.name ?? '',
  code,
})

/** Packs of people who are no longer in the distribution. */
async function staleFault(folder: string, plans: readonly Planned[]): Promise<Fault[]> {
  const names = plans.flatMap(({ target }) => [target.name, `${target.name}-archive`])
  const files = await staleCopies(folder, names)
  const values = { folder: basename(folder), files: files.join('، ') }
  return files.length === 0 ? [] : [warning('paper/stale', undefined, values)]
}

/** What is said of a part that many packs share is said once. */
const distinct = (faults: Fault[]): Fault[] => [
  ...new Map(faults.map((one) => [JSON.stringify(one), one])).values(),
]
