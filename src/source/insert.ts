/**
 * A row added to a list at the top of a YAML file, every other byte left as it is: comments, quoting and layout belong to
 * whoever wrote them.
 */
import { isMap, isScalar, isSeq } from 'yaml'
import type { Node, Pair } from 'yaml'
import { sourceTexts } from './edit.ts'
import { foldKey } from './keys.ts'
import { parseYaml } from './parse.ts'
import { requote } from './scalar-text.ts'

/** Keys with their texts, in the order in which they are written. */
export type NewRow = readonly (readonly [key: string, text: string])[]

/**
 * The source with the row at the end of the list, which is begun where it is missing.
 * @param names the list's key in every language; the first is written where it is missing
 * @returns undefined where the file is no map, or holds something else under the key
 */
export function insertRow(
  source: string,
  names: readonly [string, ...string[]],
  row: NewRow,
): string | undefined {
  const end = source.includes('\r\n') ? '\r\n' : '\n'
  const text = source === '' || source.endsWith('\n') ? source : source + end
  const mark = /^\ufeff/.exec(text)?.[0] ?? ''
  const body = text.slice(mark.length)
  const list = `${names[0]}:${end}${blockRow(row, '  ', end)}`
  // Comments alone are an empty file.
  if (body.split(/\r?\n/).every((line) => /^\s*(?:#|$)/.test(line))) return text + list
  const { root } = parseYaml(body, '')
  if (!isMap(root) || root.flow) return undefined
  const known = new Set(names.map(foldKey))
  const pair = root.items.find(({ key }) => isScalar(key) && known.has(foldKey(String(key.value))))
  const after = pair === undefined ? body + list : intoList(body, pair as Pair<Node, Node | null>, row, end)
  return after !== undefined && keeps(body, after, row) ? mark + after : undefined
}

/** A text as YAML reads it back: bare where that is safe, else in double quotes. */
export function yamlText(text: string): string {
  const bare = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c ./_،؛()«»٫٬٪%-]*$/u.test(text)
  return bare && !text.endsWith(' ') ? text : requote('', 'plain', text)
}

/** The row as an item of a block list. */
export function blockRow(row: NewRow, indent: string, end = '\n'): string {
  return row
    .map(([key, text], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${yamlText(text)}${end}`)
    .join('')
}

function intoList(
  source: string,
  { key, value }: Pair<Node, Node | null>,
  row: NewRow,
  end: string,
): string | undefined {
  const at = (offset: number, text: string): string => source.slice(0, offset) + text + source.slice(offset)
  const lineEnd = (offset: number): number => source.indexOf('\n', offset) + 1 || source.length
  if (value === null || (isScalar(value) && !value.value)) {
    return at(lineEnd(key.range?.[1] ?? 0), blockRow(row, '  ', end))
  }
  if (!isSeq(value)) return undefined
  const [start = 0, stop = 0] = value.range ?? []
  if (value.flow) {
    const flow = `{ ${row.map(([name, text]) => `${name}: ${requote('', 'plain', text)}`).join(', ')} }`
    return at(stop - 1, value.items.length > 0 ? `, ${flow}` : flow)
  }
  const last = value.items.at(-1) as Node | undefined
  const dash = source.lastIndexOf('\n', start - 1) + 1
  const stopped = last?.range?.[1] ?? start
  const place = source[stopped - 1] === '\n' ? stopped : lineEnd(stopped)
  return at(place, blockRow(row, source.slice(dash, start), end))
}

/** Whether the file still says what it said, and the row besides. */
function keeps(before: string, after: string, row: NewRow): boolean {
  const old = sourceTexts(before, '')
  const now = sourceTexts(after, '')
  const values = new Set(row.map(([, text]) => text))
  const fresh = [...now.values()].filter(({ path }) => !old.has(path))
  return (
    [...old.values()].every(({ path, value }) => now.get(path)?.value === value) &&
    fresh.length === row.length &&
    fresh.every(({ value }) => values.has(value))
  )
}
