/** What a reader of a PDF is given: its words, and where its links lead. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pagesOf, withPdf } from '../e2e/pages.ts'

export interface Shown {
  /** All words in reading order, as `bare` writes them. */
  words: string
  /** Addresses outside the file, sorted. */
  links: string[]
  title: string
  pages: number
}

/** Without spaces and marks that are not seen. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')

export function shownBy(path: string): Promise<Shown> {
  return withPdf(path, async (file) => {
    const pages = await pagesOf(file)
    const { info } = await file.getMetadata()
    return {
      words: bare(pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')),
      links: await linksOf(file),
      title: (info as { Title?: string }).Title ?? '',
      pages: file.numPages,
    }
  })
}

async function linksOf(file: PDFDocumentProxy): Promise<string[]> {
  const found: string[] = []
  for (let n = 1; n <= file.numPages; n++) {
    const page = await file.getPage(n)
    for (const { unsafeUrl, url } of (await page.getAnnotations()) as { unsafeUrl?: string; url?: string }[])
      if (unsafeUrl ?? url) found.push(unsafeUrl ?? url ?? '')
  }
  return found.toSorted()
}
