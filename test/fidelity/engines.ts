/** The text of a PDF's pages as each engine gives it. Development tools only: MuPDF is AGPL and no dependency of ours. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Engine {
  name: string
  /** It gives the text of all pages as one. */
  whole?: true
  /** Shown for comparison: MuPDF before 1.24 leaves right-to-left text as it stands on paper, whatever is done. */
  unaimed?: true
  pages(pdf: Uint8Array): Promise<string[]>
}

export const pdfjs: Engine = {
  name: 'pdf.js',
  async pages(pdf) {
    const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS })
    const document = await task.promise
    const pages: string[] = []
    for (let n = 1; n <= document.numPages; n++) {
      const { items } = await (await document.getPage(n)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    }
    await task.destroy()
    return pages
  },
}

/** An engine that is a command: the pages are what it prints, parted by form feeds. */
function command(name: string, executable: string, args: (file: string) => string[]): Engine | undefined {
  if (spawnSync(executable, ['-v']).error !== undefined) return undefined
  return {
    name,
    pages(pdf) {
      const folder = mkdtempSync(join(tmpdir(), 'jalaseh-fidelity-'))
      const file = join(folder, 'paper.pdf')
      writeFileSync(file, pdf)
      const result = spawnSync(executable, args(file), { encoding: 'utf8', maxBuffer: 1 << 28 })
      rmSync(folder, { recursive: true })
      if (result.status !== 0) throw new Error(`${executable} failed: ${result.stderr}`)
      return Promise.resolve(result.stdout.split('\f').slice(0, -1))
    },
  }
}

function oldMupdf(): Engine | undefined {
  const engine = command('mutool', 'mutool', (file) => ['draw', '-q', '-F', 'txt', file])
  return engine && { ...engine, unaimed: true }
}

/** Packages that are no dependency are taken from a folder that FIDELITY_PACKAGES names. */
async function load(name: string): Promise<Record<string, unknown> | undefined> {
  const folder = process.env.FIDELITY_PACKAGES
  if (folder === undefined) return undefined
  try {
    const path = createRequire(join(folder, 'package.json')).resolve(name)
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>
  } catch {
    return undefined
  }
}

interface PdfiumLibrary {
  init(): Promise<{
    loadDocument(pdf: Uint8Array): Promise<{ pages(): Iterable<{ getText(): string }>; destroy(): void }>
  }>
}

async function pdfium(): Promise<Engine | undefined> {
  const library = await load('@hyzyla/pdfium')
  if (library === undefined) return undefined
  const engine = await (library.PDFiumLibrary as PdfiumLibrary).init()
  return {
    name: 'PDFium',
    async pages(pdf) {
      const document = await engine.loadDocument(pdf)
      const pages = [...document.pages()].map((page) => page.getText())
      document.destroy()
      return pages
    },
  }
}

interface MupdfLibrary {
  Document: {
    openDocument(
      pdf: Uint8Array,
      type: string,
    ): {
      countPages(): number
      loadPage(n: number): { toStructuredText(options?: string): { asText(): string } }
    }
  }
}

async function mupdf(): Promise<Engine | undefined> {
  const library = (await load('mupdf')) as unknown as MupdfLibrary | undefined
  if (library === undefined) return undefined
  return {
    name: 'MuPDF',
    pages(pdf) {
      const document = library.Document.openDocument(pdf, 'application/pdf')
      const pages = Array.from({ length: document.countPages() }, (_, n) =>
        document.loadPage(n).toStructuredText('preserve-whitespace').asText(),
      )
      return Promise.resolve(pages)
    },
  }
}

/** The engines that are here, and the names of those that are not; whoever finds them lets go of them. */
export async function findEngines(): Promise<{ engines: Engine[]; absent: string[] } & AsyncDisposable> {
  // Papers' tests need no browser automation.
  const viewer = await (await import('./viewer.ts')).openViewer()
  const found: [string, Engine | undefined][] = [
    ['PDFium (npm @hyzyla/pdfium)', await pdfium()],
    ["Chromium's viewer (a full Chromium; the headless shell has none)", viewer],
    ['pdf.js', pdfjs],
    ['MuPDF 1.24 or later (npm mupdf)', await mupdf()],
    ['MuPDF (mutool)', oldMupdf()],
    ['Poppler (pdftotext)', command('Poppler', 'pdftotext', (file) => [file, '-'])],
  ]
  return {
    engines: found.flatMap(([, engine]) => (engine === undefined ? [] : [engine])),
    absent: found.filter(([, engine]) => engine === undefined).map(([name]) => name),
    async [Symbol.asyncDispose]() {
      await viewer?.[Symbol.asyncDispose]()
    },
  }
}
