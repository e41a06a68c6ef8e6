/** From a meeting file to the packs of whoever is asked for: everything is read and checked first, then each is made whole. */
import { join } from 'node:path'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { isAbove, meetingClass } from '../../model/class.ts'
import type { Meeting } from '../../model/meeting.ts'
import { standalone } from '../../paper/paper.ts'
import { toLatinDigits } from '../../persian/digits.ts'
import { TemplateFailure } from '../../pipeline.ts'
import type { Look } from '../../pipeline.ts'
import { readMeeting } from '../../source/source.ts'
import { faultsOfLooks } from '../../workspace/look-of.ts'
import { isError } from '../host.ts'
import type { Host, Sources } from '../host.ts'
import { papersFolder } from '../prepare.ts'
import type { Prepared } from '../prepare.ts'
import { findAnnexes } from './annexes.ts'
import { makeBatch } from './batch.ts'
import type { Batch } from './batch.ts'
import { isPackable } from './content.ts'
import { editionOf, keepEdition, readEdition } from './editions.ts'
import type { Edition } from './editions.ts'
import { folderOf, interrupted } from './manifest.ts'
import type { PackOptions } from './options.ts'
import { planPacks } from './plan.ts'
import type { Planned } from './plan.ts'
import { targetsOf } from './targets.ts'

export interface PackRun extends Batch {
  /** Where the packs lie. */
  folder: string
  /** What each target was to get; nothing where a fault kept the run from beginning. */
  plans: Planned[]
  edition: number
  /** With the fonts of the office. */
  look: Look
  sources: Sources
}

export async function makePacks(prepared: Prepared, given: PackOptions, host: Host): Promise<PackRun> {
  const folder = papersFolder(given.out, prepared.slug, host)
  const faults: Fault[] = [...faultsOfLooks([prepared.look]), ...prepared.faults]
  const sources = new Map([...prepared.look.sources, ...prepared.sources])
  const { edition = 1 } = prepared.ready?.briefing.meeting.meeting ?? {}
  const nothing = {
    entries: [],
    failed: [],
    kept: 0,
    plans: [],
    folder,
    edition,
    look: prepared.look.look,
    sources,
  }
  const ended = (...more: Fault[]): PackRun => ({ ...nothing, faults: [...faults, ...more] })
  const options = given.resume ? await asBefore(folder, given) : given
  if (options === undefined) return ended(fault('pack/not-interrupted', undefined, { file: prepared.name }))
  faults.push(...unknownKinds(options.kinds, prepared.look.look))
  if (prepared.ready === undefined || faults.some(isError)) return ended()
  const { briefing, house, from, fonts } = prepared.ready
  const { spans } = readMeeting(from.text, prepared.name)
  const [{ targets, everyone, faults: strange, sources: books }, { files, faults: missing }] =
    await Promise.all([
      targetsOf(options.for, prepared, spans, host),
      findAnnexes(briefing.meeting, from, spans),
    ])
  faults.push(...strange, ...missing, ...higherAnnexes(prepared, files))
  for (const [name, text] of books) sources.set(name, text)
  if (faults.some(isError)) return ended()

  const since = options.since === undefined ? undefined : await sinceOf(options.since, edition, folder)
  if (since && 'fault' in since) return ended(since.fault)
  if (since) faults.push(...movedAnnexes(since, briefing.meeting, files))
  const look = { ...prepared.look.look, fonts: { ...prepared.look.look.fonts, ...fonts } }
  const planned = await planPacks(targets, { prepared, look, options, files, since }, host).catch(
    failedTemplate,
  )
  if ('fault' in planned) return ended(planned.fault)
  const plans = planned
  const packs = join(folder, 'packs', since ? folderOf(since.edition) : '')
  const at = { folder: packs, everyone, house, look, options, prepared, edition }
  const made = await makeBatch(plans, at, host)
  const ofEdition =
    since || made.entries.length === 0 ? [] : await keepEdition(folder, editionOf(edition, from.text, files))
  const all = [...faults, ...made.faults, ...ofEdition]
  return { ...made, folder: packs, plans, edition, look, sources, faults: all }
}

/** A template of the office that comes to no end does so here first. */
function failedTemplate(error: unknown): { fault: Fault } {
  if (error instanceof TemplateFailure) return { fault: fault(error.code, undefined, error.values) }
  throw error
}

/** What an interrupted run had been asked for, unless something else is asked for now. */
async function asBefore(folder: string, given: PackOptions): Promise<PackOptions | undefined> {
  const since = given.since === undefined ? undefined : numberOf(given.since)
  const before = await interrupted(join(folder, 'packs'), since)
  if (before === undefined) return undefined
  return {
    ...before,
    ...given,
    for: given.for.length > 0 ? given.for : (before.for ?? []),
    kinds: given.kinds.length > 0 ? given.kinds : (before.kinds ?? []),
  }
}

const numberOf = (typed: string): number => Number(toLatinDigits(typed))

async function sinceOf(typed: string, edition: number, folder: string): ReturnType<typeof readEdition> {
  const since = numberOf(typed)
  if (since >= edition || since < 1) {
    const values = { since: String(since), edition: String(edition) }
    return { fault: fault('pack/not-earlier', undefined, values) }
  }
  return readEdition(folder, since)
}

function unknownKinds(kinds: readonly string[], { papers }: Look): Fault[] {
  const known = standalone(papers).filter(isPackable)
  return kinds
    .filter((kind) => !known.some((paper) => paper.kind === kind))
    .map((kind) =>
      fault('usage/kind', undefined, { kind, papers: known.map((paper) => paper.kind).join('، ') }),
    )
}

/** Who has the earlier edition knows its annexes by their numbers. */
function movedAnnexes(since: Edition, { annexes = [] }: Meeting, files: AnnexFiles): Fault[] {
  const before = Object.keys(since.annexes)
  return annexes.flatMap(({ id, title }, index) => {
    const old = before.indexOf(id)
    if (old === -1 || old === index) return []
    const values = { title, before: String(old + 1), now: String(index + 1), edition: String(since.edition) }
    return [warning('pack/annex-moved', files.get(id)?.span, values)]
  })
}

type AnnexFiles = Awaited<ReturnType<typeof findAnnexes>>['files']

/** An annex raises the class of the whole pack: whoever wrote the file is told. */
function higherAnnexes({ ready }: Prepared, files: AnnexFiles): Fault[] {
  const meeting = ready?.briefing.meeting as Meeting
  const level = meetingClass(meeting, ready?.house.settings.class ?? 'normal')
  return [...files.values()].flatMap(({ row, span }) =>
    row.class !== undefined && isAbove(row.class, level)
      ? [warning('pack/annex-class', span, { title: row.title })]
      : [],
  )
}
