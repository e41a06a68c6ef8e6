/** A workspace with forty recipients of three classes, and what is found of their packs. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rawPages } from '../annex/raw-pdf.ts'
import { withPdf } from '../annex/reading.ts'
import type { Desk } from './cli.ts'

export const recipients = 40
export const ceilings = ['عادی', 'محرمانه', 'سری'] as const
/** Of the address book alone. */
export const council = ['سهراب نمونه', 'گلنار نمونه']

const letters = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآإؤئء']
const nameOf = (n: number): string =>
  `گیرندهٔ نمونه ${letters[n % letters.length]}${n < letters.length ? '' : 'ا'}`

/** Recipients are numbered from 1; their ids are `r1`, `r2` … */
export function meetingText(edit: (text: string) => string = (text) => text): string {
  const numbers = Array.from({ length: recipients }, (_, n) => n + 1)
  const people = numbers.map(
    (n) =>
      `  - { id: r${n}, name: ${nameOf(n - 1)}, post: سمت ${letters[n % letters.length]}, email: r${n}@example.ir }`,
  )
  const rows = numbers.map((n) => `  - { to: r${n}, ceiling: ${ceilings[n % 3]} }`)
  return edit(`meeting: { title: جلسهٔ نمونه, edition: 1 }
agenda:
  - { topic: بند نخست }
people:
${people.join('\n')}
statements:
  - { speaker: r1, theme: محور, text: سخن برای همگان }
  - { speaker: r1, theme: محور, text: سخن محرمانهٔ نمونه, class: محرمانه }
annexes:
  - { id: open, title: پیوست باز, file: open.pdf }
  - { id: closed, title: پیوست بسته, file: closed.pdf, class: سری }
distribution:
${rows.join('\n')}
`)
}

export function setUp(desk: Desk, text = meetingText()): void {
  desk.put('jalaseh.yaml', 'office: { lines: [دستگاه نمونه] }\n')
  desk.put('data/m.yaml', text)
  desk.put('data/open.pdf', annexPdf('open'))
  desk.put('data/closed.pdf', annexPdf('closed'))
  desk.put(
    'data/people.yaml',
    `people:\n${council
      .map(
        (name, n) =>
          `  - { id: c${n}, name: ${name}, email: c${n}@example.ir, ceiling: محرمانه, groups: [شورا] }`,
      )
      .join('\n')}\n`,
  )
}

export const annexPdf = (word: string): Buffer =>
  rawPages([{ content: `BT /F 12 Tf 60 400 Td (annex ${word}) Tj ET` }, {}])

export function edit(desk: Desk, name: string, from: string, to: string): void {
  const path = join(desk.folder, name)
  const text = readFileSync(path, 'utf8')
  if (text.split(from).length !== 2) throw new Error(`${from} is not there once`)
  writeFileSync(path, text.replace(from, to))
}

export interface Entry {
  copy: number
  name: string
  clearance?: string
  class: string
  files: { name: string; size: number; sha256: string }[]
  pages: number
}
export interface List {
  edition: number
  packs: Entry[]
  failed: { copy: number; name: string; code: string }[]
}

export const packs = 'out/m/packs'
const folderOf = (desk: Desk, folder: string): string => join(desk.folder, folder)

export const listed = (desk: Desk, folder = packs): List =>
  JSON.parse(readFileSync(join(folderOf(desk, folder), 'manifest.json'), 'utf8')) as List

/** Each file of the folder with its bytes and the time of its last change. */
export function state(desk: Desk, folder = packs): Map<string, string> {
  const path = folderOf(desk, folder)
  return new Map(
    readdirSync(path)
      .filter((name) => statSync(join(path, name)).isFile())
      .toSorted()
      .map((name) => [
        name,
        `${statSync(join(path, name), { bigint: true }).mtimeNs} ${hashOf(readFileSync(join(path, name)))}`,
      ]),
  )
}

/** Names of files that are others than they were. */
export const changedSince = (before: ReadonlyMap<string, string>, desk: Desk, folder = packs): string[] =>
  [...state(desk, folder)].flatMap(([name, mark]) => (before.get(name) === mark ? [] : name))

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const pagesOf = (pdf: Uint8Array): Promise<number> => withPdf(pdf, async (file) => file.numPages)

/** Whether the list agrees with what lies there: each file opens, and is as long and as large as is said. */
export async function strayEntries(desk: Desk, folder = packs): Promise<string[]> {
  const strays: string[] = []
  for (const { files, pages } of listed(desk, folder).packs)
    for (const { name, size, sha256 } of files) {
      const bytes = readFileSync(join(folderOf(desk, folder), name))
      if (bytes.length !== size || hashOf(bytes) !== sha256 || (await pagesOf(bytes)) !== pages)
        strays.push(name)
    }
  return strays
}

/** Without spaces, marks of direction and half-spaces, as words of a PDF come. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')

export function wordsOf(pdf: Uint8Array): Promise<string> {
  return withPdf(pdf, async (file) => {
    let text = ''
    for (let n = 1; n <= file.numPages; n++) {
      const { items } = await (await file.getPage(n)).getTextContent()
      text += items.map((item) => ('str' in item ? item.str : '')).join('')
    }
    return bare(text)
  })
}
