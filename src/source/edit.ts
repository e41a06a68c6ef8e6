/**
 * Changes inside the texts of a YAML file that leave every other byte as it is: comments, quoting, anchors, layout.
 * A text is addressed by its path and by offsets in its decoded value.
 */
import { isMap, isScalar, isSeq, Scalar } from 'yaml'
import type { Node } from 'yaml'
import type { Span } from '../model/fault.ts'
import { parseYaml } from './parse.ts'
import { decodeScalar, encodeInto, requote } from './scalar-text.ts'
import type { Decoded, Style } from './scalar-text.ts'

/** Replaces [start, end) of the decoded value at the path. */
export interface TextEdit {
  path: string
  start: number
  end: number
  text: string
}

/** One text of a file, as YAML decodes it. */
export interface SourceText {
  path: string
  value: string
  /** Where a part of the value stands in the source. */
  place(start: number, end: number): Span
}

interface Leaf {
  path: string
  value: string
  start: number
  end: number
  style: Style
  flow: boolean
}

const styles: Record<string, Style> = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_FOLDED]: 'folded',
  [Scalar.BLOCK_LITERAL]: 'literal',
}

/**
 * The texts of a file by path. With the spans of the source stage the paths are its paths (English keys); without
 * them they are the keys as written. Empty where the file is not YAML.
 */
export function sourceTexts(
  source: string,
  file: string,
  spans?: ReadonlyMap<string, Span>,
): Map<string, SourceText> {
  const text = source.replace(/^\ufeff/, '')
  const { root, mark } = parseYaml(text, file)
  const texts = new Map<string, SourceText>()
  for (const [path, leaf] of byPath(leaves(root), mark, spans)) {
    let decoded: Decoded | null | undefined
    const place = (start: number, end: number): Span => {
      decoded ??= decodeScalar(text.slice(leaf.start, leaf.end), leaf.style)
      if (decoded?.value !== leaf.value) return mark(leaf.start, leaf.end)
      const [from, to] = rangeOf(decoded, start, end)
      return mark(leaf.start + from, leaf.start + to)
    }
    texts.set(path, { path, value: leaf.value, place })
  }
  return texts
}

/**
 * The source with the edits made. Only a text whose style cannot hold its new value is quoted anew.
 * Throws a RangeError where an edit names no text, leaves its text, or overlaps another.
 */
export function editText(
  source: string,
  edits: readonly TextEdit[],
  spans?: ReadonlyMap<string, Span>,
): string {
  if (edits.length === 0) return source
  const mark = /^\ufeff/.exec(source)?.[0] ?? ''
  const text = source.slice(mark.length)
  const parsed = parseYaml(text, '')
  const all = leaves(parsed.root)
  const wanted = group(edits, byPath(all, parsed.mark, spans))
  for (const always of [false, true]) {
    const after = rewrite(text, all, wanted, always)
    if (holds(after, all, wanted)) return mark + after
  }
  throw new Error('the edited file would not read as meant')
}

/** All non-empty scalars that are values (not keys), in the order of the file. */
function leaves(root: Node | null): Leaf[] {
  const found: Leaf[] = []
  const walk = (node: unknown, path: string, flow: boolean): void => {
    const below = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        walk(value, below(isScalar(key) ? String(key.value) : ''), flow || node.flow === true)
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => walk(item, below(index), flow || node.flow === true))
    } else if (isScalar(node) && node.range) {
      const [start, end] = node.range
      const style = styles[node.type ?? '']
      if (style === undefined || end <= start) return
      found.push({ path, value: String(node.value), start, end, style, flow })
    }
  }
  walk(root, '', false)
  return found
}

function byPath(
  all: readonly Leaf[],
  mark: (start: number, end: number) => Span,
  spans?: ReadonlyMap<string, Span>,
): Map<string, Leaf> {
  const named = new Map<string, Leaf>()
  if (!spans) {
    for (const leaf of all) if (!named.has(leaf.path)) named.set(leaf.path, leaf)
    return named
  }
  const at = new Map(all.map((leaf) => [place(mark(leaf.start, leaf.end)), leaf]))
  for (const [path, span] of spans) {
    const leaf = at.get(place(span))
    if (leaf) named.set(path, leaf)
  }
  return named
}

const place = (span: Span): string => `${span.line}:${span.column}`

function group(edits: readonly TextEdit[], texts: ReadonlyMap<string, Leaf>): Map<Leaf, readonly TextEdit[]> {
  const groups = new Map<Leaf, TextEdit[]>()
  for (const edit of edits) {
    const leaf = texts.get(edit.path)
    if (!leaf) throw new RangeError(`no text at ${edit.path}`)
    if (!(edit.start >= 0 && edit.start <= edit.end && edit.end <= leaf.value.length)) {
      throw new RangeError(`no such part of ${edit.path}: ${edit.start} to ${edit.end}`)
    }
    const known = groups.get(leaf)
    if (known) known.push(edit)
    else groups.set(leaf, [edit])
  }
  for (const [leaf, parts] of groups) {
    parts.sort((a, b) => a.start - b.start || a.end - b.end)
    parts.forEach((part, index) => {
      const next = parts[index + 1]
      if (next && next.start < part.end) throw new RangeError(`edits of ${leaf.path} overlap`)
    })
  }
  return groups
}

function edited(value: string, edits: readonly TextEdit[]): string {
  return splice(
    value,
    edits.map(({ start, end, text }) => [start, end, text]),
  )
}

/** Ordered, disjoint replacements. */
function splice(text: string, parts: readonly (readonly [start: number, end: number, to: string])[]): string {
  const pieces: string[] = []
  let at = 0
  for (const [start, end, to] of parts) {
    pieces.push(text.slice(at, start), to)
    at = end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

function rewrite(
  text: string,
  all: readonly Leaf[],
  wanted: ReadonlyMap<Leaf, readonly TextEdit[]>,
  always: boolean,
): string {
  const parts = all.flatMap((leaf): [number, number, string][] => {
    const edits = wanted.get(leaf)
    if (!edits) return []
    const written = text.slice(leaf.start, leaf.end)
    const value = edited(leaf.value, edits)
    if (value === leaf.value) return []
    const kept = always ? null : inPlace(written, leaf, edits, value)
    // A lone carriage return can stand where the space after a key would: a quoted text needs that space.
    const space = leaf.style === 'plain' && text[leaf.start - 1] === ':' ? ' ' : ''
    return [[leaf.start, leaf.end, kept ?? space + requote(written, leaf.style, value)]]
  })
  return splice(text, parts)
}

/** The written scalar with only the edited parts replaced, or nothing where that would not read as the value. */
function inPlace(written: string, leaf: Leaf, edits: readonly TextEdit[], value: string): string | null {
  const decoded = decodeScalar(written, leaf.style)
  if (decoded?.value !== leaf.value) return null
  const parts = edits.map(({ start, end, text }): [number, number, string] => {
    const [from, to] = rangeOf(decoded, start, end)
    return [from, to, encodeInto(decoded, text)]
  })
  if (parts.some(([from], index) => from < (parts[index - 1]?.[1] ?? 0))) return null
  const after = splice(written, parts)
  if (decodeScalar(after, leaf.style)?.value !== value) return null
  return leaf.style === 'plain' && !plainHolds(after, leaf.flow) ? null : after
}

/** Whether YAML would take the text, perhaps over several lines, for one plain scalar. */
function plainHolds(written: string, flow: boolean): boolean {
  if (/^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)|:(?:\s|$)|\s#/.test(written)) return false
  return !flow || !/[,[\]{}]/.test(written)
}

function rangeOf(decoded: Decoded, start: number, end: number): [number, number] {
  const { starts, ends, bodyStart } = decoded
  if (start < end) return [starts[start] ?? bodyStart, ends[end - 1] ?? bodyStart]
  const at = starts[start] ?? ends[start - 1] ?? bodyStart
  return [at, at]
}

/** Whether the new source has the same texts as before, but for the edits. */
function holds(after: string, all: readonly Leaf[], wanted: ReadonlyMap<Leaf, readonly TextEdit[]>): boolean {
  const now = leaves(parseYaml(after, '').root)
  const expected = all.map((leaf) => edited(leaf.value, wanted.get(leaf) ?? []))
  return now.length === all.length && now.every(({ value }, index) => value === expected[index])
}
