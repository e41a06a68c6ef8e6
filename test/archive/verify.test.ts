// What is done to an archive, and that exactly this is told.
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { linesOf, nextLine, origin, sha256 } from '../../src/archive/chain.ts'
import type { ChainLine } from '../../src/archive/chain.ts'
import { judgedText, readJudged } from '../../src/archive/check-papers.ts'
import type { Judged } from '../../src/archive/check-papers.ts'
import { verifyArchive } from '../../src/archive/verify.ts'
import { paperOf } from './papers.ts'
import { Shelf, judgePaper } from './shelf.ts'

let shelf: Shelf
/** Papers a, b and c (with an annex), and b again. */
beforeEach(async () => {
  shelf = new Shelf()
  await shelf.add(paperOf('a'))
  await shelf.add(paperOf('b'))
  await shelf.add(
    paperOf('c', 'متن', { annexes: [{ path: 'annexes/1-x.pdf', bytes: Buffer.from('annex') }] }),
  )
  await shelf.add(paperOf('b', 'متن دیگر'), 'اصلاح')
})
afterEach(() => {
  shelf[Symbol.dispose]()
})

const at = (path: string): string => join(shelf.archive, path)
const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(at(path), change(readFileSync(at(path), 'utf8')))
const swap = (one: string, other: string): void => {
  renameSync(at(one), at('swap'))
  renameSync(at(other), at(one))
  renameSync(at('swap'), at(other))
}
const chain = (): ChainLine[] => linesOf(readFileSync(at('chain.jsonl'), 'utf8'))
/** A forger who writes the whole chain anew over the manifests as they are. */
function rewrite(lines: ChainLine[]): void {
  const anew: ChainLine[] = []
  for (const line of lines) {
    const manifest = sha256(readFileSync(at(`${line.path}/manifest.json`)))
    anew.push(nextLine(anew.at(-1) ?? origin, { ...line, manifest }))
  }
  writeFileSync(at('chain.jsonl'), anew.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
/** A forger who changes a file and puts it right in the manifest. */
function forge(folder: string, name: string, change: (text: string) => string): void {
  const before = readFileSync(at(`${folder}/${name}`))
  edit(`${folder}/${name}`, change)
  const after = readFileSync(at(`${folder}/${name}`))
  edit(`${folder}/manifest.json`, (text) =>
    text
      .replace(sha256(before), sha256(after))
      .replace(`"size": ${before.length}`, `"size": ${after.length}`),
  )
}

test('an archive as it was stored', async () => {
  const report = await shelf.verify()
  expect(report).toMatchObject({ faults: [], revisions: 4, files: 13, signed: 0, head: { seq: 4 } })
})

describe('what was done to it', () => {
  const cases: [what: string, done: () => void, told: string[]][] = [
    [
      'a byte of a paper',
      () => edit('1405/09/a.r1/minutes.pdf', (t) => t.replace('7', '6')),
      ['archive/changed 1405/09/a.r1/minutes.pdf'],
    ],
    [
      'a meeting file',
      () => edit('1405/09/a.r1/a.yaml', (t) => `${t}#`),
      ['archive/changed 1405/09/a.r1/a.yaml'],
    ],
    [
      'an annex',
      () => edit('1405/09/c.r1/annexes/1-x.pdf', () => 'other'),
      ['archive/changed 1405/09/c.r1/annexes/1-x.pdf'],
    ],
    [
      'a manifest',
      () => edit('1405/09/a.r1/manifest.json', (t) => t.replace('شورای', 'ستاد')),
      ['archive/changed 1405/09/a.r1/manifest.json'],
    ],
    [
      'a manifest made unreadable',
      () => edit('1405/09/a.r1/manifest.json', () => '{'),
      ['archive/changed 1405/09/a.r1/manifest.json'],
    ],
    [
      'a meeting file and its manifest',
      () => forge('1405/09/a.r1', 'a.yaml', (t) => t.replace('متن', 'دیگر')),
      [
        'archive/changed 1405/09/a.r1/manifest.json',
        'archive/disagrees 1405/09/a.r1/minutes.pdf 1405/09/a.r1/a.yaml',
      ],
    ],
    [
      'the same, and the whole chain written anew',
      () => {
        forge('1405/09/a.r1', 'a.yaml', (t) => t.replace('متن', 'دیگر'))
        rewrite(chain())
      },
      ['archive/disagrees 1405/09/a.r1/minutes.pdf 1405/09/a.r1/a.yaml'],
    ],
    [
      'a paper taken away',
      () => unlinkSync(at('1405/09/a.r1/minutes.pdf')),
      ['archive/missing 1405/09/a.r1/minutes.pdf'],
    ],
    [
      'a manifest taken away',
      () => unlinkSync(at('1405/09/a.r1/manifest.json')),
      ['archive/missing 1405/09/a.r1/manifest.json'],
    ],
    [
      'a revision taken away',
      () => rmSync(at('1405/09/a.r1'), { recursive: true }),
      ['archive/missing 1405/09/a.r1'],
    ],
    [
      'a file put into a revision',
      () => writeFileSync(at('1405/09/a.r1/x.pdf'), 'x'),
      ['archive/added 1405/09/a.r1/x.pdf'],
    ],
    [
      'a folder of a revision put in',
      () => cpSync(at('1405/09/a.r1'), at('1405/09/z.r1'), { recursive: true }),
      ['archive/added 1405/09/z.r1'],
    ],
    [
      'files where none belong',
      () => {
        writeFileSync(at('notes.txt'), 'x')
        writeFileSync(at('1405/x'), 'x')
        writeFileSync(at('1405/09/x'), 'x')
      },
      ['archive/added 1405/09/x', 'archive/added 1405/x', 'archive/added notes.txt'],
    ],
    [
      'two files swapped',
      () => swap('1405/09/a.r1/minutes.pdf', '1405/09/c.r1/minutes.pdf'),
      ['archive/swapped 1405/09/a.r1/minutes.pdf 1405/09/c.r1/minutes.pdf'],
    ],
    [
      'two revisions swapped',
      () => swap('1405/09/b.r1', '1405/09/b.r2'),
      ['archive/swapped 1405/09/b.r1 1405/09/b.r2'],
    ],
    [
      'a file that is a copy of another',
      () => cpSync(at('1405/09/b.r2/b.yaml'), at('1405/09/b.r1/b.yaml')),
      ['archive/copied 1405/09/b.r1/b.yaml 1405/09/b.r2/b.yaml'],
    ],
    [
      'a revision moved to another month',
      () => {
        mkdirSync(at('1405/10'))
        renameSync(at('1405/09/a.r1'), at('1405/10/a.r1'))
      },
      ['archive/moved 1405/09/a.r1 1405/10/a.r1'],
    ],
    [
      'a file renamed',
      () => renameSync(at('1405/09/a.r1/a.yaml'), at('1405/09/a.r1/b.yaml')),
      ['archive/moved 1405/09/a.r1/a.yaml 1405/09/a.r1/b.yaml'],
    ],
    [
      'a link in the place of a file',
      () => {
        renameSync(at('1405/09/a.r1/a.yaml'), join(shelf.base, 'a.yaml'))
        symlinkSync(join(shelf.base, 'a.yaml'), at('1405/09/a.r1/a.yaml'))
      },
      ['archive/added 1405/09/a.r1/a.yaml', 'archive/missing 1405/09/a.r1/a.yaml'],
    ],
    [
      'the manifest in a line of the chain',
      () => edit('chain.jsonl', (t) => t.replace(chain()[1]!.manifest, '0'.repeat(64))),
      ['archive/chain-line 2'],
    ],
    [
      'the path in a line of the chain',
      () => edit('chain.jsonl', (t) => t.replace('09/b.r1', '09/x.r1')),
      ['archive/chain-line 2'],
    ],
    [
      'the day in a line of the chain',
      () => edit('chain.jsonl', (t) => t.replace('2026', '2025')),
      ['archive/chain-line 1'],
    ],
    [
      'a line of the chain made unreadable',
      () => edit('chain.jsonl', (t) => t.replace('{"seq":2', '{"seq":')),
      ['archive/chain-line 2'],
    ],
    [
      'a line of the chain and its revision taken out',
      () => {
        edit('chain.jsonl', (t) => t.split('\n').toSpliced(0, 1).join('\n'))
        rmSync(at('1405/09/a.r1'), { recursive: true })
      },
      ['archive/chain-cut 1 1 1'],
    ],
    [
      'the last line of the chain taken out',
      () => edit('chain.jsonl', (t) => t.split('\n').toSpliced(3, 1).join('\n')),
      ['archive/added 1405/09/b.r2'],
    ],
    [
      'the chain taken away',
      () => unlinkSync(at('chain.jsonl')),
      ['a', 'b', 'c']
        .map((n) => `archive/added 1405/09/${n}.r1`)
        .toSpliced(2, 0, 'archive/added 1405/09/b.r2'),
    ],
  ]
  test.each(cases)('%s', async (_, done, told) => {
    done()
    expect(await shelf.told()).toEqual(told)
  })
})

describe('papers and their sources', () => {
  const key = (): string => {
    const { source, pdf } = paperOf('a')
    return `${sha256(pdf)} ${sha256(source)}`
  }

  test('are judged once for the same bytes, and what was found is kept as a text', async () => {
    let judgements = 0
    const counting = (pdf: Uint8Array, path: string) => (judgements++, judgePaper(pdf, path))
    const judged: Judged = new Map()
    await verifyArchive(shelf.archive, { judgePaper: counting, judged })
    expect(judgements).toBe(4)
    const again = readJudged(judgedText(judged))
    expect(again).toEqual(judged)
    expect([...again.keys()]).toContain(key())
    await verifyArchive(shelf.archive, { judgePaper: counting, judged: again })
    expect(judgements).toBe(4)
    expect(readJudged('jalaseh judged 0\n')).toEqual(new Map())
  })

  test('what a judge finds is told, and asked again the next time', async () => {
    const judged: Judged = new Map()
    const strict = (pdf: Uint8Array, path: string) => ({
      ...judgePaper(pdf, path),
      faults: [{ code: 'verify/fact', severity: 'error' as const, values: { file: path } }],
    })
    const { faults } = await verifyArchive(shelf.archive, { judgePaper: strict, judged })
    expect(faults.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'verify/fact'))
    expect(judged.size).toBe(0)
  })

  test('a paper that shows the head proves that the chain before it was not written anew', async () => {
    const { seq, hash } = chain().at(-1)!
    const shown = paperOf('d', `head ${seq}:${hash.slice(0, 16)}`)
    await shelf.add(shown)
    expect(await shelf.told()).toEqual([])
    // A forger takes a revision out, makes every hash anew, and cannot change what is printed.
    rmSync(at('1405/09/a.r1'), { recursive: true })
    rewrite(chain().slice(1))
    expect(await shelf.told()).toEqual([
      `archive/printed-head 1405/09/d.r1/minutes.pdf ${seq} ${hash.slice(0, 16)}`,
    ])
  })
})
