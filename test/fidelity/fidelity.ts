/**
 * Prints papers and says how many of their words and lines each engine gives back, before and after finishing.
 *
 *   node test/fidelity/fidelity.ts [--json] [--pixels] [--lost] [paper.pdf …]
 *
 * Without files it takes the hard corpus and all papers of the data sets. A paper given as a file is compared with the
 * HTML of the same name beside it. Words: those of each page, each as often as it stands there, that are among the
 * engine's words of the page, parted by white space; characters that are not seen count as nothing, but for the
 * half-space. Lines: those that stand whole in the engine's text of the page. PDFium and MuPDF are taken from the folder
 * FIDELITY_PACKAGES (npm @hyzyla/pdfium, mupdf); they are no dependencies. With --lost it says which words are missing.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { finishPdf } from '../../src/finish/finish.ts'
import { type Engine, findEngines } from './engines.ts'
import { foreignLines, missing, score, type Score } from './measure.ts'
import { findPapers, type Paper } from './papers.ts'

/** What every engine is to give of every paper, in percent. */
const aim: Score = { words: 99, lines: 95 }

interface Result {
  paper: string
  pages: number
  bytes: [before: number, after: number]
  milliseconds: number
  left: Record<string, number>
  /** Lines that are not in the document's text; style sheets made them, or they were read wrongly. */
  foreign: string[]
  engines: Record<string, { before: Score; after: Score; lost: string[]; meets: boolean }>
  /** Pixels that differ by more than a quarter of the range at 150 dpi, the worst page. */
  pixels?: number
}

async function measure({ name, copies }: Paper, engines: readonly Engine[]): Promise<Result> {
  const result: Result = {
    paper: name,
    pages: 0,
    bytes: [0, 0],
    milliseconds: 0,
    left: {},
    foreign: [],
    engines: {},
  }
  const truth: string[][] = []
  for (const { html, printed, finished } of copies) {
    finishPdf(printed)
    const start = performance.now()
    const { report } = finishPdf(printed)
    result.milliseconds += performance.now() - start
    result.pages += report.pages
    result.bytes[0] += printed.length
    result.bytes[1] += finished.length
    for (const [reason, count] of Object.entries(report.left)) {
      result.left[reason] = (result.left[reason] ?? 0) + count
    }
    result.foreign.push(...foreignLines(report.lines, html))
    truth.push(...report.lines)
  }
  for (const engine of engines) {
    const read = async (of: 'printed' | 'finished'): Promise<string[]> => {
      const pages: string[] = []
      for (const copy of copies) pages.push(...(await engine.pages(copy[of])))
      return engine.whole ? [pages.join('\n')] : pages
    }
    const lines = engine.whole ? [truth.flat()] : truth
    const after = await read('finished')
    const given = score(lines, after)
    result.engines[engine.name] = {
      before: score(lines, await read('printed')),
      after: given,
      lost: missing(lines, after).words,
      meets: engine.unaimed ?? (given.words >= aim.words && given.lines >= aim.lines),
    }
  }
  return result
}

/** The worst page's share of pixels, in percent, that differ by more than a quarter. */
function pixels(folder: string, before: Uint8Array, after: Uint8Array): number {
  const render = (name: string, pdf: Uint8Array): Buffer[] => {
    const file = join(folder, `${name}.pdf`)
    writeFileSync(file, pdf)
    const result = spawnSync('pdftoppm', ['-r', '150', '-gray', file, join(folder, name)])
    if (result.status !== 0) throw new Error('pdftoppm failed')
    const made = readdirSync(folder).filter((path) => path.startsWith(`${name}-`) && path.endsWith('.pgm'))
    return made.toSorted().map((path) => {
      const bytes = readFileSync(join(folder, path))
      rmSync(join(folder, path))
      return bytes
    })
  }
  const [first, second] = [render('before', before), render('after', after)]
  return Math.max(
    ...first.map((page, n) => {
      const other = second[n]!
      let count = 0
      for (let at = 0; at < page.length; at++) if (Math.abs(page[at]! - other[at]!) > 64) count++
      return (100 * count) / page.length
    }),
  )
}

function toText({
  paper,
  pages,
  bytes,
  milliseconds,
  left,
  foreign,
  engines,
  pixels: differ,
}: Result): string {
  const kept = Object.entries(left).map(([reason, count]) => `${reason} ${count}`)
  const cell = ({ words, lines }: Score): string =>
    `${words.toFixed(1).padStart(5)}/${lines.toFixed(1).padStart(5)}`
  return [
    `${paper}: ${pages} pages, ${bytes[0]} → ${bytes[1]} bytes, ${(milliseconds / pages).toFixed(1)} ms a page, ` +
      `left: ${kept.join(', ') || 'none'}, lines not in the document: ${new Set(foreign).size}` +
      (differ === undefined ? '' : `, differing pixels: ${differ.toFixed(4)} %`),
    ...Object.entries(engines).flatMap(([engine, { before, after, lost, meets }]) => [
      `  ${engine.padEnd(8)} words/lines ${cell(before)} → ${cell(after)}` + (meets ? '' : '  below the aim'),
      ...(values.lost && lost.length > 0 ? [`    lost: ${[...new Set(lost)].join(' ')}`] : []),
    ]),
  ].join('\n')
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, pixels: { type: 'boolean' }, lost: { type: 'boolean' } },
  allowPositionals: true,
})
await using found = await findEngines()
const { engines, absent } = found
const folder = mkdtempSync(join(tmpdir(), 'jalaseh-fidelity-'))
const results: Result[] = []
try {
  for (const paper of await findPapers(folder, positionals)) {
    const result = await measure(paper, engines)
    if (values.pixels) {
      result.pixels = Math.max(
        ...paper.copies.map(({ printed, finished }) => pixels(folder, printed, finished)),
      )
    }
    results.push(result)
    if (!values.json) console.log(toText(result))
  }
} finally {
  rmSync(folder, { recursive: true })
}
if (values.json) console.log(JSON.stringify({ results, absent }, undefined, 2))
else if (absent.length > 0) console.log(`absent: ${absent.join(', ')}`)
