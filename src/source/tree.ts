/**
 * Second step of the source stage: YAML tree + schema → plain value with English keys, and the place of every part.
 * Keys of both languages, shorthands and missing values are settled here; the values of leaves are not looked at.
 */
import { isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Node, Pair, YAMLMap } from 'yaml'
import type { z } from 'zod'
import { fault } from '../model/fault.ts'
import type { Fault, Span } from '../model/fault.ts'
import { unwrap } from '../model/field.ts'
import type { Register } from '../model/field.ts'
import { mostRows } from '../model/readers.ts'
import { checkCharacters } from './characters.ts'
import { foldKey, namesOf, nearest } from './keys.ts'
import type { Marker } from './parse.ts'

/** A leaf whose text is an id, a reference or a file. */
export interface Mention {
  text: string
  path: string
  span: Span
  register?: Register
}

/** What the tree says, before any leaf is read. Paths are dotted: `statistics.0.target.value`. */
export interface Tree {
  value: unknown
  spans: Map<string, Span>
  /** Paths that hold something already reported, so that it is not reported again as missing. */
  broken: Set<string>
  faults: Fault[]
  ids: Mention[]
  /** Names and titles of the rows of a register, by which they may also be referred to. */
  names: Mention[]
  references: Mention[]
  files: Mention[]
  /** Texts in words of the author: neither ids, numbers nor names of other rows. */
  prose: Mention[]
}

/** Reads the tree by the schema. Faults: `field/unknown`, `field/twice`, `type/*`, `list/too-long`. */
export function readTree(root: Node, schema: z.ZodType, mark: Marker): Tree {
  const tree: Tree = {
    value: undefined,
    spans: new Map(),
    broken: new Set(),
    faults: [],
    ids: [],
    names: [],
    references: [],
    files: [],
    prose: [],
  }
  tree.value = new Walk(tree, mark).node(root, schema, '')
  return tree
}

const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)

class Walk {
  readonly tree: Tree
  readonly mark: Marker

  constructor(tree: Tree, mark: Marker) {
    this.tree = tree
    this.mark = mark
  }

  span(node: unknown): Span {
    const [start, end] = (node as Node | null)?.range ?? [0, 1]
    return this.mark(start, end)
  }

  node(node: unknown, type: z.ZodType, path: string): unknown {
    const schema = unwrap(type)
    this.tree.spans.set(path, this.span(node))
    switch (schema.def.type) {
      case 'object':
        return this.object(node, schema as z.ZodObject, path)
      case 'array':
        return this.list(node, (schema as z.ZodArray<z.ZodType>).element, path)
      default:
        return this.leaf(node, schema, path)
    }
  }

  wrong(code: string, node: unknown, path: string): undefined {
    this.tree.broken.add(path)
    this.tree.faults.push(fault(code, this.span(node), { field: path.split('.').at(-1) ?? '' }))
    return undefined
  }

  object(node: unknown, schema: z.ZodObject, path: string): unknown {
    if (isMap(node)) return this.map(node, schema, path)
    const short = schema.meta()?.shorthand
    const type = short === undefined ? undefined : schema.shape[short]
    if (short === undefined || !type || !isScalar(node)) return this.wrong('type/map-expected', node, path)
    if (isKeyWithoutColon(String(node.value), schema)) return this.wrong('yaml/colon', node, path)
    return { [short]: this.node(node, type as z.ZodType, join(path, short)) }
  }

  map(node: YAMLMap, schema: z.ZodObject, path: string): Record<string, unknown> {
    const names = namesOf(schema)
    const value: Record<string, unknown> = {}
    const unknown: { pair: Pair; near: string | undefined }[] = []
    const written = new Map<string, string>()
    for (const pair of node.items) {
      const word = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : ''
      const key = names.field.get(foldKey(word))
      if (key === undefined) {
        unknown.push({ pair, near: nearest(word, names.written) })
        continue
      }
      const before = written.get(key)
      if (before !== undefined) {
        this.tree.faults.push(fault('field/twice', this.span(pair.key), { field: word, first: before }))
        continue
      }
      written.set(key, word)
      if (isEmpty(pair.value)) continue
      value[key] = this.node(pair.value, schema.shape[key] as z.ZodType, join(path, key))
    }
    for (const { pair, near } of unknown) {
      const word = isScalar(pair.key) ? String(pair.key.value) : ''
      const meant = near === undefined ? undefined : names.field.get(foldKey(near))
      // A misspelt key is not missing as well.
      if (meant !== undefined && !(meant in value)) this.tree.broken.add(join(path, meant))
      const values = { field: word, ...(near === undefined ? {} : { suggestion: near }) }
      const span = this.span(pair.key)
      const isIndented = wideSpace.test(word)
      this.tree.faults.push(
        isIndented ? fault('yaml/no-break-space', span) : fault('field/unknown', span, values),
      )
    }
    this.name(schema, value, path)
    return value
  }

  /** Rows of a register are known by their name or title, too. */
  name(schema: z.ZodObject, value: Record<string, unknown>, path: string): void {
    const register = unwrap((schema.shape.id ?? schema) as z.ZodType).meta()?.defines
    const key = ['name', 'title'].find((candidate) => typeof value[candidate] === 'string')
    const span = key === undefined ? undefined : this.tree.spans.get(join(path, key))
    if (register === undefined || key === undefined || span === undefined) return
    this.tree.names.push({ text: String(value[key]), path, span, register })
  }

  list(node: unknown, element: z.ZodType, path: string): unknown {
    const rows: unknown[] = isSeq(node) ? node.items : [node]
    if (rows.length > mostRows) {
      this.tree.broken.add(path)
      const values = { length: String(rows.length), limit: String(mostRows) }
      this.tree.faults.push(fault('list/too-long', this.span(rows[mostRows]), values))
      return undefined
    }
    return rows.filter((row) => !isEmpty(row)).map((row, index) => this.node(row, element, join(path, index)))
  }

  leaf(node: unknown, schema: z.ZodType, path: string): unknown {
    if (!isScalar(node)) return this.wrong('type/text-expected', node, path)
    const text = String(node.value)
    const meta = schema.meta()
    const mention: Mention = { text, path, span: this.span(node) }
    if (meta?.defines) this.tree.ids.push({ ...mention, register: meta.defines })
    if (meta?.refers) this.tree.references.push({ ...mention, register: meta.refers })
    if (meta?.kind === 'file') this.tree.files.push(mention)
    if (meta?.kind === 'text') this.tree.prose.push(mention)
    this.tree.faults.push(...checkCharacters(text, mention.span))
    return text
  }
}

/** Spaces of print in place of the indentation. */
const wideSpace = /^[\u00a0\u2000-\u200a\u202f\u3000]/

/** «عنوان： x», or a space of print after the colon: to YAML no key, but a text. */
function isKeyWithoutColon(text: string, schema: z.ZodObject): boolean {
  const word = /^([^:\uff1a\n]{1,60})(?:\uff1a|:[\u00a0\u2000-\u200a\u202f\u3000])/.exec(text)?.[1]
  return word !== undefined && namesOf(schema).field.has(foldKey(word))
}

/** `تاریخ:` with nothing after it, or nothing that can be seen, leaves the fact open, as if the key were not there. */
function isEmpty(node: unknown): boolean {
  if (node === null) return true
  if (!isScalar(node)) return false
  const text = String(node.value ?? '')
  return /^[\s\p{Cf}]*$/u.test(text) || (node.type === 'PLAIN' && /^(?:~|null|Null|NULL)$/.test(text))
}
