/** The pack for archives: its first paper as PDF/A-3a, with its source, its other papers and its annexes inside as they came. */
import { basename, extname } from 'node:path'
import type { Fault } from '../../model/fault.ts'
import { factsName } from '../../pipeline.ts'
import type { Enclosure } from '../../pipeline.ts'
import { isFault } from '../../workspace/read-files.ts'
import { finishPaper } from '../finish-paper.ts'
import type { Print } from '../press.ts'
import { bytesOf } from './annexes.ts'
import type { PackPlan } from './make-pack.ts'

export async function makeArchiveFile(
  { shared, owner, look }: PackPlan,
  print: Print,
): Promise<{ pdf: Uint8Array; faults: Fault[] } | { fault: Fault }> {
  const { seen, content } = shared
  const { briefing, text, name } = seen
  // The archive file is a paper by itself, with its own counter of pages.
  const { house } = seen
  const source = { name, text }
  const [main, ...others] = content.papers
  if (main === undefined) throw new Error('a pack for archives has a paper')
  const copy = (paper: (typeof content.papers)[number]) => ({
    paper: paper.definition,
    briefing,
    house: owner.copy === undefined ? house : { ...house, copy: owner.copy },
    look,
    addressee: paper.addressee,
    source,
  })
  const papers: Enclosure[] = []
  const faults: Fault[] = []
  for (const paper of others) {
    const printed = await finishPaper(copy(paper), print)
    if ('fault' in printed) return printed
    const { kind, title } = paper.definition
    papers.push({ name: `${kind}.pdf`, type: 'application/pdf', bytes: printed.pdf, title })
    faults.push(...printed.faults)
  }
  const annexes: Enclosure[] = []
  const { annexes: named } = content
  for (const [index, file] of named.entries()) {
    const { path, type, row } = file
    // A file that two annexes name is there once, under the name by which both know it.
    if (named.findIndex((other) => other.path === path) < index) continue
    const bytes = await bytesOf(file)
    if (isFault(bytes)) return { fault: bytes }
    annexes.push({ name: basename(path), type, bytes, title: row.title })
  }
  const enclosed = withOwnNames([...papers, ...annexes], [name, factsName])
  const printed = await finishPaper({ ...copy(main), annexes: enclosed }, print)
  return 'fault' in printed ? printed : { pdf: printed.pdf, faults: [...faults, ...printed.faults] }
}

/** Files of one name in different folders are told apart inside. */
function withOwnNames(files: readonly Enclosure[], others: readonly string[]): Enclosure[] {
  const taken = new Set(others)
  return files.map((file) => {
    const ending = extname(file.name)
    let name = file.name
    for (let n = 2; taken.has(name); n++) name = `${basename(file.name, ending)}-${n}${ending}`
    taken.add(name)
    return { ...file, name }
  })
}
