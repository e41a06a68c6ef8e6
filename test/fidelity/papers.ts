/** The papers that fidelity is measured with: every kind of every data set, a large one, and the hard corpus. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { finishPdf } from '../../src/finish/finish.ts'
import { launchBrowser } from '../../src/print/browser.ts'
import { findBrowser } from '../../src/print/find-browser.ts'
import { openTab } from '../../src/print/tab.ts'
import { largeMeeting } from '../bench/large-meeting.ts'
import { corpusDocument } from '../finish/corpus.ts'

const root = join(import.meta.dirname, '../..')

const sets = {
  example: 'data/export-working-group.yaml',
  showcase: 'data/persian-showcase.yaml',
  minimal: 'data/minimal.yaml',
  sparse: 'test/data/sparse.yaml',
  overfull: 'test/data/overfull.yaml',
  forms: 'test/data/forms.yaml',
  'follow-up': 'test/data/follow-up.yaml',
}

/** One paper with its copies, as the browser prints them and as they are handed out. */
export interface Paper {
  name: string
  copies: { html: string; printed: Uint8Array; finished: Uint8Array }[]
}

interface Page {
  name: string
  html: string
  /** The paper as the command made it. */
  finished?: Uint8Array
}

/** Prints what the command has finished anew, so that there is something to compare with. */
export async function findPapers(folder: string, files: readonly string[]): Promise<Paper[]> {
  const pages = files.length > 0 ? files.map((file) => read(basename(dirname(file)), file)) : all(folder)
  const papers = new Map<string, Paper>()
  await using browser = await launchBrowser({ executable: findBrowser() })
  await using tab = await openTab(browser)
  for (const { name, html, finished } of pages) {
    const { pdf: printed } = await tab.print(html)
    const paper: Paper = papers.get(name) ?? { name, copies: [] }
    paper.copies.push({
      html,
      printed,
      finished: finished ?? finishPdf(printed, { metadata: { language: 'fa-IR' } }).pdf,
    })
    papers.set(name, paper)
  }
  return [...papers.values()]
}

function all(folder: string): Page[] {
  const font = (name: string): string => readFileSync(join(root, `fonts/${name}.woff2`)).toString('base64')
  const large = join(folder, 'large.yaml')
  writeFileSync(large, largeMeeting({ rows: 60 }))
  return [
    ...Object.entries(sets).flatMap(([name, source]) => built(folder, name, join(root, source))),
    ...built(folder, 'large', large, ['briefing']),
    {
      name: 'corpus',
      html: corpusDocument({ regular: font('Vazirmatn-Regular'), bold: font('Vazirmatn-Bold') }),
    },
  ]
}

/** All kinds at once; where one of them cannot be made, each by itself. */
function built(folder: string, name: string, source: string, kinds = ['all']): Page[] {
  const out = join(folder, name)
  const made = build(out, source, kinds.join(','))
  if (!made) {
    const each = readdirSync(join(root, 'templates')).filter((kind) =>
      existsSync(join(root, 'templates', kind, 'paper.yaml')),
    )
    if (each.filter((kind) => build(out, source, kind)).length === 0)
      throw new Error(`${source} was not built`)
  }
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.pdf'))
    .toSorted()
    .map((path) => read(`${name}/${basename(path.split(/[\\/]/)[1]!, '.pdf')}`, join(out, path)))
}

function build(out: string, source: string, kinds: string): boolean {
  const args = [join(root, 'src/cli.ts'), 'build', source, '--kind', kinds, '--out', out, '--html']
  return spawnSync(process.execPath, args, { stdio: 'ignore' }).status === 0
}

function read(name: string, file: string): Page {
  return { name, finished: readFileSync(file), html: readFileSync(file.replace(/\.pdf$/, '.html'), 'utf8') }
}
