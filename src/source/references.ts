/** Third step of the source stage: every id exists once, and every reference names a row that exists. */
import { fault, warning } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Register } from '../model/field.ts'
import { normalize } from '../persian/normalize.ts'
import { foldKey, nearest } from './keys.ts'
import type { Tree } from './tree.ts'

/** Rows of these may be named without being listed: a guest, a body, a newspaper. */
const open = new Set<Register>(['person', 'body', 'source'])

/** Faults: `id/twice`, `reference/unknown`; warning `reference/near` for a name a letter away from a listed one. */
export function checkReferences(tree: Pick<Tree, 'ids' | 'names' | 'references'>): Fault[] {
  const faults: Fault[] = []
  const ids = new Map<Register, Map<string, string>>()
  for (const { register, text, span } of tree.ids) {
    if (register === undefined) continue
    const table = ids.get(register) ?? new Map<string, string>()
    ids.set(register, table)
    const id = normalize(text)
    if (table.has(id)) faults.push(fault('id/twice', span, { id: text, line: table.get(id) ?? '' }))
    else table.set(id, String(span.line))
  }
  const listed = listedNames(tree)
  for (const { register, text, span } of tree.references) {
    if (register === undefined) continue
    const names = listed.get(register) ?? new Map<string, string>()
    if (names.has(foldKey(normalize(text)))) continue
    const near = nearest(text, names)
    const values = { text, register, ...(near === undefined ? {} : { suggestion: near }) }
    if (!open.has(register) || looksLikeId(text, register))
      faults.push(fault('reference/unknown', span, values))
    else if (near !== undefined) faults.push(warning('reference/near', span, values))
  }
  return faults
}

/** What rows are called, by register and in one spelling. Of an id and a name that are spelled alike the id counts. */
function listedNames({ ids, names }: Pick<Tree, 'ids' | 'names'>): Map<Register, Map<string, string>> {
  const listed = new Map<Register, Map<string, string>>()
  for (const { register, text } of [...names, ...ids]) {
    if (register === undefined) continue
    const known = listed.get(register) ?? new Map<string, string>()
    listed.set(register, known.set(foldKey(normalize(text)), normalize(text)))
  }
  return listed
}

/** Writes each reference as its row is called, so that whoever looks for the row finds it: «S1» is the row `s1`. */
export function settleReferences(tree: Pick<Tree, 'ids' | 'names' | 'references' | 'value'>): void {
  const listed = listedNames(tree)
  for (const { register, text, path } of tree.references) {
    const name = register && listed.get(register)?.get(foldKey(normalize(text)))
    if (name === undefined || name === normalize(text)) continue
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const holder = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], tree.value)
    ;(holder as Record<string, unknown>)[last] = name
  }
}

/** One Latin word is an id; so is one Persian word where a person is meant, for people have two names. */
function looksLikeId(text: string, register: Register): boolean {
  const word = text.trim()
  return /^[\w.-]+$/.test(word) || (register === 'person' && !/\s/.test(word))
}
