/** From meeting files to papers on the disk: what `build` does once and `--watch` again and again. */
import { basename, join, relative } from 'node:path'
import type { Briefing } from '../insight/insight.ts'
import { distinctFaults, fault, warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { needs } from '../model/paper.ts'
import type { PaperDefinition } from '../model/paper.ts'
import { folderName } from '../paper/file-name.ts'
import { copiesOf, defaultPapers, missingNeeds, standalone } from '../paper/paper.ts'
import { joinList } from '../persian/words.ts'
import type { Look } from '../pipeline.ts'
import { faultsOfLooks } from '../workspace/look-of.ts'
import { staleCopies } from '../workspace/stale-copies.ts'
import { WriteFailure, writeTogether } from '../workspace/write.ts'
import { finishPaper } from './finish-paper.ts'
import { withGlyphPlace } from './glyph-place.ts'
import { isError } from './host.ts'
import type { Host } from './host.ts'
import { papersFolder, prepare } from './prepare.ts'
import type { Prepared } from './prepare.ts'
import type { Press, Print } from './press.ts'
import { startProgress } from './progress.ts'

export interface PaperOptions {
  /** Kinds of paper; empty for what the state of the file calls for. */
  kinds: string[]
  out: string
  html: boolean
  /** Makes every paper for archives, not only those whose kind asks for it. */
  archival: boolean
}

/** A paper written. */
export interface Made {
  file: string
  kind: string
  pages: number
}

/** Everything is read and checked before anything is printed, and a file's papers are written all or none. */
export async function makePapers(
  files: string[],
  options: PaperOptions,
  host: Host,
  press: Press,
): Promise<{ made: Made[]; faults: Fault[]; sources: Map<string, string> }> {
  const prepared = await Promise.all(files.map((file) => prepare(file, host)))
  const looks = prepared.map((one) => one.look)
  const faults = [
    ...distinctFaults(looks.flatMap(({ look }) => unknownKinds(options.kinds, look))),
    ...faultsOfLooks(looks),
    ...sameNames(prepared),
    ...prepared.flatMap((one) => one.faults),
  ]
  const sources = new Map(prepared.flatMap((one) => [...one.look.sources, ...one.sources]))
  if (faults.some(isError)) return { made: [], faults, sources }

  using progress = startProgress(prepared.length, host)
  const results = await press.run(
    prepared.map((one) => async (print) => {
      const result = await makeOne(
        one,
        options.kinds,
        print,
        papersFolder(options.out, one.slug, host),
        options,
      )
      progress.step()
      return result
    }),
  )
  const made = results
    .flatMap((result) => result.made)
    .map((paper) => ({ ...paper, file: relative(host.cwd, paper.file) || paper.file }))
  return { made, faults: distinctFaults([...faults, ...results.flatMap((result) => result.faults)]), sources }
}

/** The papers of one file that has been prepared, written all or none. */
export async function makeOne(
  { ready, name: source, sources, look: { look } }: Prepared,
  kinds: string[],
  print: Print,
  folder: string,
  { html: keepPage, archival }: Pick<PaperOptions, 'html' | 'archival'>,
): Promise<{ made: Made[]; faults: Fault[] }> {
  if (ready === undefined) throw new Error('a file without faults has no briefing')
  const { briefing, house, fonts } = ready
  const own = { ...look, fonts: { ...look.fonts, ...fonts } }
  const { wanted, faults: lacking } = chosen(kinds, standalone(look.papers), briefing)
  const copies = wanted.flatMap((paper) => copiesOf(paper, briefing).map((copy) => ({ paper, ...copy })))
  // A paper is finished while the next one is printed.
  const papers = await Promise.all(
    copies.map(async ({ paper, name, for: addressee }) => {
      const text = sources.get(source)!
      const inside = archival || paper.archival === 'yes' ? { name: basename(source), text } : undefined
      const copy = { paper, briefing, house, look: own, addressee, source: inside }
      const finished = await finishPaper(copy, print)
      return 'fault' in finished
        ? { fault: withGlyphPlace(finished.fault, source, text) }
        : { kind: paper.kind, path: join(folder, name), ...finished }
    }),
  )
  const faults = papers.flatMap(({ fault: found }) => found ?? [])
  if (faults.length > 0) return { made: [], faults: [...lacking, ...faults] }
  const finished = papers.filter((paper) => 'pdf' in paper)
  const outputs = finished.flatMap(({ path, page, pdf }) => [
    { path: `${path}.pdf`, content: pdf },
    ...(keepPage ? [{ path: `${path}.html`, content: page }] : []),
  ])
  try {
    await writeTogether(outputs)
  } catch (error) {
    if (error instanceof WriteFailure) return { made: [], faults: [...lacking, error.fault] }
    throw error
  }
  const made = finished.map(({ kind, path, pages }) => ({ file: `${path}.pdf`, kind, pages }))
  const stale = await Promise.all(
    wanted.map(({ kind, each }) => {
      const written = copies.filter(({ paper }) => paper.kind === kind).map(({ name }) => basename(name))
      return each === 'person' || each === 'body' ? staleFault(folder, kind, written) : []
    }),
  )
  const left = finished.flatMap(({ faults: told }) => told)
  return { made, faults: [...lacking, ...left, ...stale.flat()] }
}

async function staleFault(folder: string, kind: string, written: string[]): Promise<Fault[]> {
  const files = await staleCopies(join(folder, kind), written)
  if (files.length === 0) return []
  const values = { folder: `${basename(folder)}/${kind}`, files: files.join('، ') }
  return [warning('paper/stale', undefined, values)]
}

/**
 * The papers to make: those named, every one (`all`), or those the state of the meeting calls for. One whose data is
 * missing is left out; where it was named that is an error, and the others are made all the same.
 */
function chosen(
  kinds: string[],
  papers: PaperDefinition[],
  briefing: Briefing,
): { wanted: PaperDefinition[]; faults: Fault[] } {
  const all = kinds.includes('all')
  const named = papers.filter(({ kind }) => all || kinds.includes(kind))
  const candidates = kinds.length > 0 ? named : defaultPapers(papers, briefing)
  const lacking = candidates.map((paper) => ({ paper, missing: missingNeeds(paper, briefing) }))
  return {
    wanted: lacking.flatMap(({ paper, missing }) => (missing.length === 0 ? [paper] : [])),
    faults: lacking.flatMap(({ paper: { kind, title }, missing }) => {
      if (missing.length === 0) return []
      const values = {
        kind,
        title,
        needs: joinList(missing.map((need) => needs[need])),
        keys: missing.join(', '),
      }
      return [
        kinds.includes(kind)
          ? fault('paper/needs', undefined, values)
          : warning('paper/left-out', undefined, values),
      ]
    }),
  }
}

function unknownKinds(kinds: string[], { papers }: Look): Fault[] {
  const known = ['all', ...standalone(papers).map(({ kind }) => kind)]
  return kinds
    .filter((kind) => !known.includes(kind))
    .map((kind) => fault('usage/kind', undefined, { kind, papers: known.join('، ') }))
}

/** Two files of one name would write over each other's papers; to some systems large and small letters are the same. */
function sameNames(prepared: Prepared[]): Fault[] {
  const named = Map.groupBy(prepared, ({ slug }) => folderName(slug).toLowerCase())
  return [...named.values()].flatMap((same) => {
    const [first, ...others] = same
    if (first === undefined || others.length === 0) return []
    const values = { name: first.slug, files: same.map(({ name }) => name).join('، ') }
    return [fault('output/twice', undefined, values)]
  })
}
