/** A meeting as a file says it: a YAML file, or a paper for archives with its source inside. */
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import type { Meeting } from '../../model/meeting.ts'
import { readMeeting } from '../../source/source.ts'
import type { Mention } from '../../source/tree.ts'
import { readText } from '../../workspace/read-text.ts'
import type { Host } from '../host.ts'
import { readPdf } from '../read-pdf.ts'

export interface Edition {
  /** As messages show it; the source inside a paper is shown below the paper's own name. */
  name: string
  /** Name of the meeting's folder under `out/`. */
  slug: string
  text: string
  meeting?: Meeting
  /** Files it names, and the folder their paths count from; none for a source inside a paper. */
  files: Mention[]
  base: string
  faults: Fault[]
}

/** Reads either kind, told apart by the first bytes. Faults: those of the source stage, `verify/*`, `extract/none`. */
export async function readEdition(path: string, host: Host): Promise<Edition> {
  const base = dirname(resolve(host.cwd, path))
  const way = relative(host.cwd, resolve(host.cwd, path))
  const name = way === '' || way.startsWith('..') ? path : way
  const nothing = { name, slug: slugOf(path), text: '', files: [], base }
  if (/\.pdf$/i.test(path)) return readPaper(path, name, host)
  const read = await readText(resolve(host.cwd, path))
  if ('fault' in read) {
    const { code, span, values } = read.fault
    const named = fault(code, span && { ...span, file: name }, { ...values, file: name })
    return { ...nothing, faults: [named] }
  }
  const { value: meeting, faults, files } = readMeeting(read.text, name)
  return { ...nothing, text: read.text, ...(meeting && { meeting }), files, faults }
}

async function readPaper(path: string, name: string, host: Host): Promise<Edition> {
  const nothing = { name, slug: slugOf(path), text: '', files: [], base: dirname(resolve(host.cwd, path)) }
  const pdf = await readPdf(path, host)
  if ('code' in pdf) return { ...nothing, faults: [pdf] }
  const [{ inspectPdf }, { sourceOf }] = await Promise.all([
    import('../../finish/inspect.ts'),
    import('../../verdict.ts'),
  ])
  const inspection = inspectPdf(pdf)
  if ('unknown' in inspection)
    return { ...nothing, faults: [fault(inspection.unknown, undefined, { file: name })] }
  const source = sourceOf(inspection)
  if (source === undefined) return { ...nothing, faults: [fault('extract/none', undefined, { file: name })] }
  if (!source.sound)
    return { ...nothing, faults: [fault('verify/enclosed', undefined, { file: name, name: source.name })] }
  const inside = join(name, basename(source.name.replaceAll('\\', '/')))
  const text = new TextDecoder().decode(source.bytes)
  const { value: meeting, faults } = readMeeting(text, inside)
  // Its source is whole; the pages around it are not what is compared.
  const changed = inspection.intact ? [] : [warning('verify/changed', undefined, { file: name })]
  return {
    ...nothing,
    name: inside,
    slug: slugOf(inside),
    text,
    ...(meeting && { meeting }),
    faults: [...changed, ...faults],
  }
}

const slugOf = (path: string): string => basename(path, extname(path))
