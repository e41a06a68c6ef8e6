/** What YAML lets pass, and no clerk means: words hidden or joined without a trace, keys without end. */
import { isAlias, isMap, isNode, isScalar, visit } from 'yaml'
import type { Document, Node, Scalar, YAMLMap } from 'yaml'
import { fault, warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Marker } from './parse.ts'

/** More than any table of ours has. */
const mostKeys = 1000
const bullet = /^(?:[-–—•●▪◦·*]|\p{Nd}{1,3}[.)-])(?=\S|\s)/u

/**
 * Faults `yaml/anchor`, `yaml/alias`, `yaml/tag`, `yaml/duplicate-key`, `yaml/too-many-keys` and `yaml/bullet`;
 * warnings `yaml/comment`.
 */
export function findSlips(document: Document.Parsed, text: string, mark: Marker): Fault[] {
  const faults: Fault[] = []
  visit(document, (key, node) => {
    if (isAlias(node)) {
      const [start, end] = node.range ?? [0, 1]
      faults.push(fault('yaml/alias', mark(start, end), { name: node.source }))
      return visit.BREAK
    }
    if (!isNode(node)) return undefined
    faults.push(...propertyFaults(node, text, mark))
    if (isMap(node)) {
      faults.push(...keyFaults(node, mark))
      return node.items.length > mostKeys ? visit.BREAK : undefined
    }
    if (isScalar(node) && node.type === 'PLAIN' && key !== 'key') {
      const [start, end] = node.range ?? [0, 0]
      if (joinsRows(text.slice(start, end))) faults.push(fault('yaml/bullet', mark(start, end), {}))
      const cut = hidden(node, text)
      if (cut) faults.push(warning('yaml/comment', mark(cut.start, cut.start + cut.length), {}))
    }
    return undefined
  })
  return faults
}

function propertyFaults(node: Node, text: string, mark: Marker): Fault[] {
  const start = node.range?.[0] ?? 0
  const faults: Fault[] = []
  // «عنوان: &شرکا» would lose its word without a trace.
  if ('anchor' in node && typeof node.anchor === 'string') {
    const place = text.lastIndexOf(`&${node.anchor}`, start)
    faults.push(fault('yaml/anchor', mark(place, place + node.anchor.length + 1), { name: node.anchor }))
  }
  // The tags that the library knows would make dates and bytes of texts.
  if (node.tag !== undefined) {
    const written = /(![^\s,[\]{}]*)\s+(?:&\S+\s+)?$/.exec(text.slice(Math.max(0, start - 300), start))
    const place = start - (written?.[0].length ?? 0)
    faults.push(fault('yaml/tag', mark(place, place + (written?.[1]?.length ?? 1)), {}))
  }
  return faults
}

function keyFaults({ items }: YAMLMap, mark: Marker): Fault[] {
  const place = (key: unknown) =>
    mark(...(((key as Node | null)?.range?.slice(0, 2) ?? [0, 1]) as [number, number]))
  if (items.length > mostKeys) {
    const values = { count: String(items.length), limit: String(mostKeys) }
    return [fault('yaml/too-many-keys', place(items[mostKeys]?.key), values)]
  }
  const known = new Set<string>()
  return items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : undefined
    if (name === undefined || !known.has(name)) {
      if (name !== undefined) known.add(name)
      return []
    }
    return [fault('yaml/duplicate-key', place(key), { detail: name })]
  })
}

/** Lines that each begin with a sign of a list are one text to YAML: «– الف – ب». */
function joinsRows(source: string): boolean {
  const lines = source.split(/\r?\n/).map((line) => line.trim())
  return lines.length > 1 && lines.filter((line) => line !== '').every((line) => bullet.test(line))
}

/** «قرارداد #۳ و مصوبات»: a remark has a space after its sign, what is cut off has none. */
function hidden({ range }: Scalar, text: string): { start: number; length: number } | undefined {
  const end = range?.[1] ?? 0
  const found = /^[ \t]+(#[\p{L}\p{N}][^\r\n]*)/u.exec(text.slice(end, end + 2000))
  if (!found?.[1]) return undefined
  return { start: end + found[0].length - found[1].length, length: found[1].length }
}
