/** Changes in a YAML file: what is changed reads as meant, and every byte outside of it is as it was. */
import assert from 'node:assert/strict'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { editText, sourceTexts } from '../../../src/source/edit.ts'
import { insertRows } from '../../../src/source/insert.ts'
import type { NewRow } from '../../../src/source/insert.ts'
import { changedMeeting, yamlWords } from '../meetings.ts'
import { mutate } from '../mutate.ts'
import { Random } from '../random.ts'
import type { Target } from '../target.ts'

interface Case {
  yaml: string
  /** Decides what is changed. */
  seed: string
}

export const edit: Target = {
  make: (random) => {
    const of: Case = { yaml: changedMeeting(random), seed: String(random.below(2 ** 31)) }
    return Buffer.from(JSON.stringify(of, undefined, 1))
  },
  check(bytes) {
    const { yaml, seed } = JSON.parse(bytes.toString()) as Case
    const random = new Random(seed)
    edits(yaml, random)
    inserts(yaml, random)
  },
}

const anyText = (random: Random): string =>
  mutate('متن تازه: نیم‌فاصله، «گیومه» 12', random, { words: yamlWords }).slice(0, 300)

function edits(yaml: string, random: Random): void {
  const texts = [...sourceTexts(yaml, 'm.yaml').values()]
  const chosen = random.pick(texts)
  if (chosen === undefined) return
  const { path, value } = chosen
  const start = random.below(value.length + 1)
  const end = start + random.below(value.length - start + 1)
  const text = anyText(random)
  const wanted = value.slice(0, start) + text + value.slice(end)
  // Half of a pair, which no file can hold.
  if (!wanted.isWellFormed()) return
  const after = editText(yaml, [{ path, start, end, text }])
  const now = sourceTexts(after, 'm.yaml')
  assert.equal(now.get(path)?.value, wanted)
  for (const other of texts) if (other.path !== path) assert.equal(now.get(other.path)?.value, other.value)
  const [from, to] = rangeOf(yaml, path)
  assert.equal(after.slice(0, from), yaml.slice(0, from))
  assert.ok(after.endsWith(yaml.slice(to)), 'what follows the text has changed')
}

/** Where the scalar stands, by a walk of our own. */
function rangeOf(yaml: string, wanted: string): [number, number] {
  const mark = yaml.startsWith('\ufeff') ? 1 : 0
  const walk = (node: unknown, path: string): [number, number] | undefined => {
    const pairs: [string, unknown][] = isMap(node)
      ? node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value])
      : isSeq(node)
        ? node.items.map((item, index) => [String(index), item])
        : []
    for (const [key, value] of pairs) {
      const found = walk(value, path === '' ? key : `${path}.${key}`)
      if (found) return found
    }
    return isScalar(node) && path === wanted && node.range && node.range[1] > node.range[0]
      ? [node.range[0] + mark, node.range[1] + mark]
      : undefined
  }
  const { contents } = parseDocument(yaml.slice(mark), { schema: 'failsafe' })
  return walk(contents, '') ?? assert.fail(`no ${wanted}`)
}

function inserts(yaml: string, random: Random): void {
  const word = anyText(random)
  if (!word.isWellFormed()) return
  const rows: NewRow[] = [
    [
      ['متن', word],
      ['tags', [word, 'x']],
    ],
  ]
  const name = random.pick(['مصوبات', 'درخواست‌ها', 'آمار', 'people'] as const)
  const after = insertRows(yaml, [name, 'asks'], rows)
  if (after === undefined) return
  const before = [...sourceTexts(yaml, 'm.yaml').values()].map(({ value }) => value)
  const now = [...sourceTexts(after, 'm.yaml').values()].map(({ value }) => value)
  assert.equal(now.length, before.length + 3)
  assert.ok(insertedOnce(yaml, after), 'more has changed than was put in')
}

/** Whether `after` is `before` with one stretch put in, and a line end where it had none at its end. */
function insertedOnce(before: string, after: string): boolean {
  let head = 0
  while (head < before.length && before[head] === after[head]) head++
  const rest = before.slice(head)
  return after.endsWith(rest) || after.trimEnd().endsWith(rest.trimEnd())
}
