/**
 * Prints papers and says how many of their words and lines each engine gives back, before and after finishing.
 *
 *   node test/fidelity/fidelity.ts [--json] [--pixels] [paper.pdf …]
 *
 * Without files it prints the hard corpus and the briefing papers of the data sets. A paper given as a file is compared
 * with the HTML of the same name beside it. Words: those of each page, each as often as it stands there, that are among
 * the engine's words of the page, parted by white space; characters that are not seen count as nothing, but for the
 * half-space. Lines: those that stand whole in the engine's text of the page. PDFium and MuPDF are taken from the folder
 * FIDELITY_PACKAGES (npm @hyzyla/pdfium, mupdf); they are no dependencies.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { finishPdf } from '../../src/finish/finish.ts'
import { launchBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { openTab } from '../../src/print/tab.ts'
import { largeMeeting } from '../bench/large-meeting.ts'
import { corpusDocument } from '../finish/corpus.ts'
import { findEngines } from './engines.ts'
import { foreignLines, score, type Score } from './measure.ts'

const root = join(import.meta.dirname, '../..')

interface Paper {
  name: string
  pdf: Uint8Array
  html: string
}

interface Result {
  paper: string
  pages: number
  bytes: [before: number, after: number]
  milliseconds: number
  left: Record<string, number>
  /** Lines that are not in the document's text; style sheets made them, or they were read wrongly. */
  foreign: string[]
  engines: Record<string, { before: Score; after: Score }>
  /** Pixels that differ by more than a quarter of the range at 150 dpi, the worst page. */
  pixels?: number
}

function build(folder: string, name: string, source: string): Paper {
  const out = join(folder, name)
  const result = spawnSync(
    process.execPath,
    [join(root, 'src/cli.ts'), 'build', source, '--kind', 'briefing', '--out', out, '--html'],
    { encoding: 'utf8' },
  )
  if (result.status !== 0) throw new Error(`${source} was not built: ${result.stderr}`)
  const made = readdirSync(out, { recursive: true, encoding: 'utf8' })
  const file = join(out, made.find((path) => path.endsWith('briefing.pdf')) ?? 'briefing.pdf')
  return read(name, file)
}

function read(name: string, file: string): Paper {
  return { name, pdf: readFileSync(file), html: readFileSync(file.replace(/\.pdf$/, '.html'), 'utf8') }
}

async function papers(folder: string): Promise<Paper[]> {
  const font = (name: string): string => readFileSync(join(root, `fonts/${name}.woff2`)).toString('base64')
  const html = corpusDocument({ regular: font('Vazirmatn-Regular'), bold: font('Vazirmatn-Bold') })
  await using browser = await launchBrowser({ executable: findBrowser() })
  await using tab = await openTab(browser)
  const { pdf } = await tab.print(html)
  const large = join(folder, 'large.yaml')
  writeFileSync(large, largeMeeting({ rows: 60 }))
  return [
    build(folder, 'example', join(root, 'data/export-working-group.yaml')),
    build(folder, 'showcase', join(root, 'data/persian-showcase.yaml')),
    { name: 'corpus', pdf, html },
    build(folder, 'large', large),
  ]
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

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, pixels: { type: 'boolean' } },
  allowPositionals: true,
})
const { engines, absent } = await findEngines()
const folder = mkdtempSync(join(tmpdir(), 'jalaseh-fidelity-'))
const results: Result[] = []
try {
  const list =
    positionals.length > 0
      ? positionals.map((file) => read(`${basename(dirname(file))}/${basename(file, '.pdf')}`, file))
      : await papers(folder)
  for (const { name, pdf, html } of list) {
    finishPdf(pdf)
    const start = performance.now()
    const finished = finishPdf(pdf)
    const milliseconds = performance.now() - start
    const { lines, pages, left } = finished.report
    const result: Result = {
      paper: name,
      pages,
      bytes: [pdf.length, finished.pdf.length],
      milliseconds,
      left,
      foreign: foreignLines(lines, html),
      engines: {},
    }
    for (const engine of engines) {
      result.engines[engine.name] = {
        before: score(lines, await engine.pages(pdf)),
        after: score(lines, await engine.pages(finished.pdf)),
      }
    }
    if (values.pixels) result.pixels = pixels(folder, pdf, finished.pdf)
    results.push(result)
  }
} finally {
  rmSync(folder, { recursive: true })
}

if (values.json) console.log(JSON.stringify({ results, absent }, undefined, 2))
else {
  for (const {
    paper,
    pages,
    bytes,
    milliseconds,
    left,
    foreign,
    engines: scores,
    pixels: differ,
  } of results) {
    const kept = Object.entries(left).map(([reason, count]) => `${reason} ${count}`)
    console.log(
      `${paper}: ${pages} pages, ${bytes[0]} → ${bytes[1]} bytes, ${(milliseconds / pages).toFixed(1)} ms a page, ` +
        `left: ${kept.join(', ') || 'none'}, lines not in the document: ${new Set(foreign).size}` +
        (differ === undefined ? '' : `, differing pixels: ${differ.toFixed(4)} %`),
    )
    for (const [engine, { before, after }] of Object.entries(scores)) {
      const cell = ({ words, lines }: Score): string =>
        `${words.toFixed(1).padStart(5)}/${lines.toFixed(1).padStart(5)}`
      console.log(`  ${engine.padEnd(8)} words/lines ${cell(before)} → ${cell(after)}`)
    }
  }
  if (absent.length > 0) console.log(`absent: ${absent.join(', ')}`)
}
