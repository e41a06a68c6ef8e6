/**
 * (h) Packs: two hundred personal ones with an annex that all share, against the bare print of what is each one's own; the same
 * once more with nothing changed; and one pack with a scanned annex of the largest usual size.
 */
import { randomFillSync } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from '../../src/commands/prepare.ts'
import { fa } from '../../src/persian/fa.ts'
import { toPersianDigits } from '../../src/persian/digits.ts'
import { toPage } from '../../src/pipeline.ts'
import { launchBrowser } from '../../src/print/browser.ts'
import type { PrintBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { countPages, pdfText } from '../../src/print/pdf.ts'
import { rawPdf, stream } from '../annex/raw-pdf.ts'
import { barePrinter } from './bare-print.ts'
import { largeMeeting } from './large-meeting.ts'
import { finished, inTurn, median, startCli, timed, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'
import { peakTogether } from './memory.ts'

const recipients = 200
/** Front and briefing. */
const personalPages = 12
const annexPages = 30
const scan = { pages: 150, bytes: 200e6 }
const rounds = 2
/** With so many rows front and briefing have twelve pages, and the briefing by itself has them with one more. */
const rows = { pack: 9, alone: 10 }
const ceilings = ['عادی', 'محرمانه', 'سری']

const nameOf = (n: number): string => fa`گیرندهٔ نمونهٔ ${toPersianDigits(String(n))}`

interface Told {
  packs: { pages: number; files: { size: number }[] }[]
  kept: number
}

export function pack(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    writeFileSync(join(folder, 'jalaseh.yaml'), 'class: normal\n')
    await using browser = await launchBrowser({ executable: findBrowser() })
    return [...(await personal(folder, browser)), ...(await scanned(folder))]
  })
}

async function personal(folder: string, browser: PrintBrowser): Promise<Figure[]> {
  writeFileSync(join(folder, 'common.pdf'), await printedAnnex(browser))
  const to = Array.from(
    { length: recipients },
    (_, n) =>
      `  - { to: ${nameOf(n + 1)}, ceiling: ${ceilings[n % ceilings.length]}, address: p${n + 1}@example.ir }\n`,
  )
  const file = join(folder, 'packs.yaml')
  writeFileSync(file, `${meetingWith('common.pdf', rows.pack)}distribution:\n${to.join('')}`)
  const make = makes(folder, file, ['--for', 'all'])
  const { told, megabytes } = await watched(make)
  const pages = told.packs.map((one) => one.pages)
  // A slip sheet comes before the annex.
  const wanted = personalPages + 1 + annexPages
  if (pages.length !== recipients || pages.some((count) => count !== wanted))
    throw new Error(`${pages.length} packs of ${[...new Set(pages)].join(', ')} pages`)

  const own = await personalParts(folder)
  const tabs = await Promise.all([barePrinter(browser), barePrinter(browser)])
  const printed = countPages(pdfText(await tabs[0](own[0] ?? '')))
  if (printed !== personalPages) throw new Error(`the personal part has ${printed} pages`)
  const bare = async (): Promise<void> => {
    const due = own.values()
    await Promise.all(
      tabs.map(async (print) => {
        for (const page of due) await print(page)
      }),
    )
  }
  const [whole = NaN, peer = NaN] = await inTurn(rounds, [() => finished(make()), bare])
  const again: number[] = []
  for (let n = 0; n < rounds; n++) {
    const child = startCli(['pack', file, '--for', 'all', '--json'], folder)
    let kept = 0
    again.push(
      await timed(async () => {
        kept = (JSON.parse(await finished(child)) as Told).kept
      }),
    )
    if (kept !== recipients) throw new Error(`${kept} packs were unchanged`)
  }
  const note = `${recipients} of ${wanted} pages, of which ${personalPages} are personal`
  return [
    {
      name: 'personal packs',
      value: whole,
      unit: 'ms',
      peer: { name: 'bare CDP print of the personal pages alone, two tabs', value: peer },
      aim: { of: 'ratio', most: 1.6 },
      note,
    },
    {
      name: 'peak memory of personal packs, product and browser together',
      value: megabytes,
      unit: 'MB',
      aim: { of: 'value', most: 1200 },
      note: 'sum of proportional sets, seen from outside',
    },
    {
      name: 'personal packs again, nothing changed',
      value: median(again),
      unit: 'ms',
      aim: { of: 'value', most: 2000 },
      note: 'the whole command',
    },
  ]
}

async function scanned(folder: string): Promise<Figure[]> {
  writeFileSync(join(folder, 'scan.pdf'), scannedAnnex())
  const file = join(folder, 'scan.yaml')
  writeFileSync(file, meetingWith('scan.pdf', 2))
  const make = makes(folder, file, [])
  const { told, megabytes } = await watched(make)
  const size = told.packs[0]?.files[0]?.size ?? 0
  if (size < scan.bytes) throw new Error(`a pack of ${size} bytes`)
  const [whole = NaN] = await inTurn(rounds, [() => finished(make())])
  return [
    {
      name: 'a pack with a scanned annex',
      value: whole,
      unit: 'ms',
      aim: { of: 'value', most: 8000 },
      note: `${scan.pages} pages in ${Math.round(scan.bytes / 1e6)} MB; the whole command`,
    },
    {
      name: 'peak memory with it, product and browser together',
      value: megabytes,
      unit: 'MB',
      aim: { of: 'value', most: 900 },
      note: 'sum of proportional sets, seen from outside',
    },
  ]
}

/** Starts a run that finds nothing there. */
function makes(folder: string, file: string, more: string[]): () => ReturnType<typeof startCli> {
  return () => {
    rmSync(join(folder, 'out'), { recursive: true, force: true })
    return startCli(['pack', file, ...more, '--json'], folder)
  }
}

/** A run that is not timed, as to look at its memory takes time from it. */
async function watched(
  make: () => ReturnType<typeof startCli>,
): Promise<{ told: Told; megabytes: number | undefined }> {
  const child = make()
  const peak = peakTogether(child.pid)
  const told = JSON.parse(await finished(child)) as Told
  return { told, megabytes: peak() }
}

function meetingWith(annex: string, count: number): string {
  return `${largeMeeting({ rows: count })}annexes:\n  - { id: annex, title: ${fa`پیوست نمونه`}, file: ${annex} }\n`
}

/** The pages that each recipient would get from a run without shared parts: his name and copy stand on all of them. */
async function personalParts(folder: string): Promise<string[]> {
  const file = join(folder, 'alone.yaml')
  writeFileSync(file, meetingWith('common.pdf', rows.alone))
  const host = {
    cwd: folder,
    now: new Date(),
    language: 'en' as const,
    signal: new AbortController().signal,
    out: () => {},
    err: () => {},
    confirm: async () => false,
    terminal: false,
  }
  const { ready, look } = await prepare(file, host)
  const paper = look.look.papers.find(({ kind }) => kind === 'briefing')
  if (ready === undefined || paper === undefined) throw new Error('the meeting of the bench has faults')
  const page = toPage(paper, ready.briefing, { ...ready.house, copy: 1 }, look.look)
  const copy = /--doc-copy:"(?<words>[^"]+)"/.exec(page)?.groups?.words
  if (copy === undefined) throw new Error('the number of the copy is not on the pages')
  return Array.from({ length: recipients }, (_, n) => page.replaceAll(copy, `${copy} · ${nameOf(n + 1)}`))
}

/** A report as a browser prints one, with its tags and outline. */
async function printedAnnex(browser: PrintBrowser): Promise<Uint8Array> {
  const text = fa`گزارش نمونه نشان می~دهد که کار طبق برنامه پیش می~رود و نتیجه در جلسهٔ بعد با ذکر رقم گفته خواهد شد. `
  const page = (n: number): string =>
    `<section><h1>${fa`بخش`} ${n}</h1>${`<p>${text.repeat(5)}</p>`.repeat(5)}</section>`
  const print = await barePrinter(browser)
  return print(`<!doctype html><html lang="fa" dir="rtl"><title>report</title>
<style>section{break-inside:avoid}section+section{break-before:page}</style>
${Array.from({ length: annexPages }, (_, n) => page(n + 1)).join('')}`)
}

/** Pages that are one image each, of bytes that nothing makes smaller. */
function scannedAnnex(): Buffer {
  const image = (): ReturnType<typeof stream> =>
    stream(
      randomFillSync(Buffer.alloc(scan.bytes / scan.pages)),
      '/Type/XObject/Subtype/Image/Width 2480/Height 3508/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode',
    )
  const numbers = Array.from({ length: scan.pages }, (_, n) => 3 + n * 3)
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${numbers.map((n) => `${n} 0 R`).join(' ')}]/Count ${scan.pages}>>`,
    ...numbers.flatMap((n) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I ${n + 2} 0 R>>>>/Contents ${n + 1} 0 R>>`,
      stream('q 595 0 0 842 0 0 cm /I Do Q'),
      image(),
    ]),
  ])
}
