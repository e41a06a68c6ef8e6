/** From meeting files to papers on the disk: what `build` does once and `--watch` again and again. */
import { join, relative, resolve } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { isKind, kinds as everyKind } from '../paper/paper.ts'
import type { Kind } from '../paper/paper.ts'
import { checkTemplates, toPage } from '../pipeline.ts'
import type { Look } from '../pipeline.ts'
import { readLook, templateSources } from '../workspace/read-look.ts'
import { WriteFailure, writeTogether } from '../workspace/write.ts'
import type { BuildOptions } from './build.ts'
import { isError } from './host.ts'
import type { Host } from './host.ts'
import { prepare } from './prepare.ts'
import type { Prepared } from './prepare.ts'
import type { Press, Print } from './press.ts'
import { startProgress } from './progress.ts'

/** A paper written. */
export interface Made {
  file: string
  kind: Kind
  pages: number
}

/** Everything is read and checked before anything is printed, and a file's papers are written all or none. */
export async function makePapers(
  files: string[],
  options: BuildOptions,
  host: Host,
  press: Press,
): Promise<{ made: Made[]; faults: Fault[]; sources: Map<string, string> }> {
  const unknown = options.kinds.filter((kind) => !isKind(kind))
  const kinds = options.kinds.length > 0 ? options.kinds.filter(isKind) : [...everyKind]
  const [look, ...prepared] = await Promise.all([readLook(), ...files.map((file) => prepare(file, host))])
  const faults = [
    ...unknown.map((kind) => fault('usage/kind', undefined, { kind, kinds: everyKind.join('، ') })),
    ...checkTemplates(kinds, look),
    ...sameNames(prepared),
    ...prepared.flatMap((one) => one.faults),
  ]
  const sources = new Map([...templateSources(look), ...prepared.flatMap((one) => [...one.sources])])
  if (faults.some(isError)) return { made: [], faults, sources }

  using progress = startProgress(prepared.length, host)
  const results = await press.run(
    prepared.map((one) => async (print) => {
      const result = await makeOne(
        one,
        kinds,
        look,
        print,
        resolve(host.cwd, options.out, one.slug),
        options.html,
      )
      progress.step()
      return result
    }),
  )
  const made = results
    .flatMap((result) => result.made)
    .map((paper) => ({ ...paper, file: relative(host.cwd, paper.file) || paper.file }))
  return { made, faults: distinct([...faults, ...results.flatMap((result) => result.faults)]), sources }
}

async function makeOne(
  { ready }: Prepared,
  kinds: Kind[],
  look: Look,
  print: Print,
  folder: string,
  keepPage: boolean,
): Promise<{ made: Made[]; faults: Fault[] }> {
  if (ready === undefined) throw new Error('a file without faults has no briefing')
  const { briefing, house, fonts } = ready
  const own = { ...look, fonts: { ...look.fonts, ...fonts } }
  const papers = await Promise.all(
    kinds.map(async (kind) => {
      const page = toPage(kind, briefing, house, own)
      return { kind, page, file: join(folder, `${kind}.pdf`), printed: await print(kind, page) }
    }),
  )
  const faults = papers.flatMap(({ printed }) => ('fault' in printed ? [printed.fault] : []))
  if (faults.length > 0) return { made: [], faults }
  const outputs = papers.flatMap(({ kind, page, file, printed }) => [
    ...('pdf' in printed ? [{ path: file, content: printed.pdf }] : []),
    ...(keepPage ? [{ path: join(folder, `${kind}.html`), content: page }] : []),
  ])
  try {
    await writeTogether(outputs)
  } catch (error) {
    if (error instanceof WriteFailure) return { made: [], faults: [error.fault] }
    throw error
  }
  const made = papers.flatMap(({ kind, file, printed }) =>
    'pdf' in printed ? [{ file, kind, pages: printed.pages }] : [],
  )
  return { made, faults: [] }
}

/** What keeps one paper from being printed keeps the next, too, and is told once. */
function distinct(faults: Fault[]): Fault[] {
  return [...new Map(faults.map((one) => [JSON.stringify(one), one])).values()]
}

/** Two files of one name would write over each other's papers. */
function sameNames(prepared: Prepared[]): Fault[] {
  const names = prepared.map(({ slug }) => slug)
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return [...twice].map((name) => fault('output/twice', undefined, { name }))
}
