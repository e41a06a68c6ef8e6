/** Rows of a YAML file as they are copied and changed: found and written by the English names of their keys. */
import { Document, isMap, isScalar, isSeq, Pair, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml'
import type { Node } from 'yaml'
import type { z } from 'zod'
import { unwrap } from '../model/field.ts'
import { foldKey, namesOf } from './keys.ts'

/** Stands for «nothing yet» while YAML is written, which would otherwise write quotes. */
export const blank = '\ue000'

/** Keys are written in the language of the briefing. */
export class Words {
  readonly persian: boolean

  constructor(root: YAMLMap) {
    const keys = root.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
    this.persian = keys.some((key) => /\p{Script=Arabic}/u.test(key))
  }

  of(type: z.ZodObject, key: string): string {
    const fa = unwrap(type.shape[key] as z.ZodType).meta()?.fa?.[0]
    return this.persian && fa !== undefined ? fa : key
  }

  state(type: z.ZodObject, key: string, choice: string): string {
    const choices = unwrap(type.shape[key] as z.ZodType).meta()?.choices
    return this.persian ? (choices?.[choice] ?? choice) : choice
  }
}

/** The rows as a list in block form, without those that give nothing; undefined where none is left. */
export function rowsOf(
  node: Node | undefined,
  row: (row: Node, index: number) => Node | undefined,
): Node | undefined {
  if (node === undefined) return undefined
  // Empty rows count for nothing, as when the file is read.
  const all = (isSeq(node) ? (node.items as Node[]) : [node]).filter((one) => !isScalar(one) || one.value)
  const rows = all.flatMap((one, index) => row(one, index) ?? [])
  return rows.length === 0 ? undefined : sequence(rows)
}

/** A row in block form; a bare text stands for its first field. */
export function asMap(node: Node | undefined, type: z.ZodObject, shorthand: string, words: Words): YAMLMap {
  if (isMap(node)) {
    node.flow = false
    return node
  }
  const map = new YAMLMap()
  if (isScalar(node)) map.items.push(new Pair(new Scalar(words.of(type, shorthand)), node))
  return map
}

const pairOf = (map: YAMLMap, type: z.ZodObject, key: string): Pair | undefined =>
  map.items.find(
    (pair) => isScalar(pair.key) && namesOf(type).field.get(foldKey(String(pair.key.value))) === key,
  )

export function valueOf(map: YAMLMap, type: z.ZodObject, key: string): Node | undefined {
  const value = pairOf(map, type, key)?.value as Node | null | undefined
  return value && !(isScalar(value) && !value.value) ? value : undefined
}

export function wordOf(row: Node, type: z.ZodObject, key: string): string | undefined {
  const value = isMap(row) ? valueOf(row, type, key) : undefined
  return isScalar(value) ? String(value.value) : undefined
}

/** The English word of a choice, in whichever language it is written. */
export function choiceOf(row: YAMLMap, type: z.ZodObject, key: string): unknown {
  return unwrap(type.shape[key] as z.ZodType).safeParse(wordOf(row, type, key)).data
}

/** Keys with nothing after them, where they are not there or empty. */
export function fill(map: YAMLMap, type: z.ZodObject, keys: readonly string[], words: Words): void {
  for (const key of keys) if (valueOf(map, type, key) === undefined) put(map, type, key, blank, words)
}

export function put(map: YAMLMap, type: z.ZodObject, key: string, value: string, words: Words): void {
  const pair = pairOf(map, type, key)
  const scalar = new Scalar(value)
  if (pair) pair.value = scalar
  else map.items.push(new Pair(new Scalar(words.of(type, key)), scalar))
}

export function remove(map: YAMLMap, type: z.ZodObject, key: string): void {
  map.items = map.items.filter((pair) => pair !== pairOf(map, type, key))
}

export function block(key: string, value: Node): string {
  const document = new Document(undefined, { schema: 'failsafe' })
  const map = new YAMLMap()
  map.items.push(new Pair(new Scalar(key), value))
  document.contents = map as unknown as typeof document.contents
  visit(document, {
    // What was empty in the briefing is empty here, and not quoted.
    Scalar: (at, node) => {
      if (at !== 'key' && (node.value === null || node.value === '')) node.value = blank
    },
  })
  return document.toString({ lineWidth: 0 })
}

export function sequence(rows: readonly Node[]): YAMLSeq {
  const seq = new YAMLSeq()
  seq.items.push(...rows)
  return seq
}
