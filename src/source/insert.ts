/**
 * Rows added to a list at the top of a YAML file, every other byte left as it is: comments, quoting and layout belong to
 * whoever wrote them.
 */
import { isMap, isScalar, isSeq } from 'yaml'
import type { Node, Pair } from 'yaml'
import { sourceTexts } from './edit.ts'
import { foldKey } from './keys.ts'
import { parseYaml } from './parse.ts'
import { requote } from './scalar-text.ts'

/** Keys with their texts, or lists of texts, in the order in which they are written. */
export type NewRow = readonly (readonly [key: string, text: string | readonly string[]])[]

/** See `insertRows`. */
export function insertRow(
  source: string,
  names: readonly [string, ...string[]],
  row: NewRow,
): string | undefined {
  return insertRows(source, names, [row])
}

/**
 * The source with the rows at the end of the list, which is begun where it is missing.
 * @param names the list's key in every language; the first is written where it is missing
 * @returns undefined where the file is no map, or holds something else under the key
 */
export function insertRows(
  source: string,
  names: readonly [string, ...string[]],
  rows: readonly NewRow[],
): string | undefined {
  const end = source.includes('\r\n') ? '\r\n' : '\n'
  const text = source === '' || source.endsWith('\n') ? source : source + end
  const mark = /^\ufeff/.exec(text)?.[0] ?? ''
  const body = text.slice(mark.length)
  const list = `${names[0]}:${end}${blockRows(rows, '  ', end)}`
  // Comments alone are an empty file.
  if (body.split(/\r?\n/).every((line) => /^\s*(?:#|$)/.test(line))) return text + list
  const { root } = parseYaml(body, '')
  if (!isMap(root) || root.flow) return undefined
  const known = new Set(names.map(foldKey))
  const pair = root.items.find(({ key }) => isScalar(key) && known.has(foldKey(String(key.value))))
  const after = pair === undefined ? body + list : intoList(body, pair as Pair<Node, Node | null>, rows, end)
  return after !== undefined && keeps(body, after, rows) ? mark + after : undefined
}

/** A text as YAML reads it back: bare where that is safe, else in double quotes. */
export function yamlText(text: string): string {
  const bare = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c ./_،؛()«»٫٬٪%-]*$/u.test(text)
  return bare && !text.endsWith(' ') ? text : quoted(text)
}

/** The row as an item of a block list. */
export function blockRow(row: NewRow, indent: string, end = '\n'): string {
  return row
    .map(
      ([key, text], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${valueOf(text, yamlText)}${end}`,
    )
    .join('')
}

const blockRows = (rows: readonly NewRow[], indent: string, end: string): string =>
  rows.map((row) => blockRow(row, indent, end)).join('')

const quoted = (text: string): string => requote('', 'plain', text)

const flowRow = (row: NewRow): string =>
  `{ ${row.map(([key, text]) => `${key}: ${valueOf(text, quoted)}`).join(', ')} }`

const valueOf = (text: string | readonly string[], write: (text: string) => string): string =>
  typeof text === 'string' ? write(text) : `[${text.map(write).join(', ')}]`

function intoList(
  source: string,
  { key, value }: Pair<Node, Node | null>,
  rows: readonly NewRow[],
  end: string,
): string | undefined {
  const at = (offset: number, text: string): string => source.slice(0, offset) + text + source.slice(offset)
  const lineEnd = (offset: number): number => source.indexOf('\n', offset) + 1 || source.length
  if (value === null || (isScalar(value) && !value.value)) {
    return at(lineEnd(key.range?.[1] ?? 0), blockRows(rows, '  ', end))
  }
  if (!isSeq(value)) return undefined
  const [start = 0, stop = 0] = value.range ?? []
  if (value.flow) {
    const flow = rows.map(flowRow).join(', ')
    return at(stop - 1, value.items.length > 0 ? `, ${flow}` : flow)
  }
  const last = value.items.at(-1) as Node | undefined
  const dash = source.lastIndexOf('\n', start - 1) + 1
  const stopped = last?.range?.[1] ?? start
  const place = source[stopped - 1] === '\n' ? stopped : lineEnd(stopped)
  return at(place, blockRows(rows, source.slice(dash, start), end))
}

/** Whether the file still says what it said, and the rows besides. */
function keeps(before: string, after: string, rows: readonly NewRow[]): boolean {
  const old = sourceTexts(before, '')
  const now = sourceTexts(after, '')
  const texts = rows.flatMap((row) => row.flatMap(([, text]) => text))
  const values = new Set(texts)
  const fresh = [...now.values()].filter(({ path }) => !old.has(path))
  return (
    [...old.values()].every(({ path, value }) => now.get(path)?.value === value) &&
    fresh.length === texts.length &&
    fresh.every(({ value }) => values.has(value))
  )
}
